import { longestParts, pages, titlePlace, words } from '../../document/length.ts';
import { defineRule, type Related } from '../rule.ts';

/** From this share of the allowed length on, the writer hears of it. */
const NEAR = 0.9;

const SENTENCE = 'The owner decides alone and says so in writing within a day. ';
const long = (times: number): string => SENTENCE.repeat(times).trim();

export const docOverTwoPages = defineRule({
  id: 'doc-over-two-pages',
  group: 'document',
  severity: 'error',
  severityNote: 'error over two pages, info from 90 % of it',
  needs: 'whole',
  summary: 'the document is longer than two pages',
  why: 'Two pages are what people read before a decision and find again during an incident. Longer documents hide who decides behind text that belongs elsewhere. The length is counted in words below the frontmatter, tables included: 500 words make a page unless the configuration says otherwise (`words_per_page`, `max_pages`). Move background, risks and technical detail into documents of their own and link to them.',
  source: [45, 143],
  examples: {
    bad: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n⟦# Claims triage⟧\n\n## Background\n\n${long(100)}\n`,
        note: '1,200 words where two pages of 500 are allowed',
        severity: 'error',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n⟦# Claims triage⟧\n\n${long(77)}\n`,
        note: 'close to the limit',
        severity: 'info',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n⟦# Claims triage⟧\n\n${long(83)}\n`,
        note: 'just two pages',
        severity: 'info',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n⟦# Claims triage⟧\n\n${long(75)}\n`,
        note: 'from nine tenths of it on',
        severity: 'info',
      },
    ],
    good: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n${long(70)}\n`,
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n<!-- ${long(200)} -->\n\n${long(20)}\n`,
        note: 'comments are not printed',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n${long(100)}\n`,
        config: 'max_pages: 3\n',
        note: 'the configuration allows three pages',
      },
    ],
  },
  check(reading, report) {
    const { maxPages } = reading.config;
    const length = pages(reading);
    if (length < maxPages * NEAR) return;
    const over = length > maxPages;
    const parts = longestParts(reading, 3).filter((part) => part.pages >= 0.1);
    const longest = parts.map((part) => `${part.heading.text} (${part.words} words)`).join(', ');
    const advice = over
      ? 'Shorten the longest parts or move them into other documents'
      : 'The longest parts are the place to shorten';
    report({
      span: titlePlace(reading),
      severity: over ? 'error' : 'info',
      message: over
        ? `This document has ${length} pages (${words(reading)} words), and ${maxPages} are allowed. ${advice}${longest === '' ? '' : `: ${longest}`}.`
        : `This document has ${length} of ${maxPages} allowed pages. ${advice}${longest === '' ? '' : `: ${longest}`}.`,
      related: parts.map(
        (part): Related => ({
          span: part.heading.span,
          message: `${part.words} words stand here, ${part.pages} pages.`,
        }),
      ),
    });
  },
});
