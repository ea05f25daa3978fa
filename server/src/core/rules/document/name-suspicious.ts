import { partySpans } from '../../document/party-spans.ts';
import { type Suspicion, suspicions } from '../../parties/suspicions.ts';
import { defineRule } from '../rule.ts';

const WHAT: Readonly<Record<Suspicion['what'], string>> = {
  'mixed-scripts': 'mixes letters of two alphabets that look alike',
  'hidden-character': 'holds a character nobody can see',
  'bidi-control': 'holds a character that turns the reading direction around',
  'compatibility-form': 'is written with letters in a special form',
};

export const nameSuspicious = defineRule({
  id: 'name-suspicious',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a name that is not what it looks like',
  why: 'Two names that look the same and are not count as two people for every program that compares them, and one of them can stand for somebody else on purpose. Letters of another alphabet, unseen characters and turned reading directions usually come with copied text. Write the name with plain letters. A name wholly in one alphabet, whichever it is, is never reported.',
  source: 'product',
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: ⟦D\u0430na Whitfield⟧\n---\n\n# Claims triage\n',
        note: 'the second letter is Cyrillic',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n## RACI\n\n| Decision | ⟦Dana\u200b Whitfield⟧ | Omar Haddad |\n| --- | --- | --- |\n| Production go-live | A | R |\n',
        note: 'a character without width',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: ⟦\u041c\u0430r\u043e\u0435v\u0430 Whitfield, VP Claims⟧\n---\n\n# Claims triage\n',
        note: 'five letters: four are spelled out',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Иван Петров, VP Claims\n---\n\n# Claims triage\n',
        note: 'a name in one alphabet',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Zoë Müller-Łukasz, VP Claims\n---\n\n# Claims triage\n',
        note: 'accents are ordinary',
      },
    ],
  },
  check(reading, report) {
    const { text } = reading.doc;
    for (const span of partySpans(reading)) {
      const found = suspicions(text.slice(span.start, span.end));
      const [first] = found;
      if (!first) continue;
      report({
        span,
        message: `The name ${visible(text.slice(span.start, span.end))} ${WHAT[first.what]} (${codes(first.text)}). Write it with plain letters.`,
        fixes: () => [
          {
            title: 'Write the name with plain letters',
            safety: 'manual',
            edits: found.map(({ start, end, plain }) => ({
              span: { start: span.start + start, end: span.start + end },
              newText: plain,
            })),
          },
        ],
      });
    }
  },
});

/** The text with unseen characters written out. */
function visible(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu, (unit) => `<${codes(unit)}>`);
  return `"${[...line].slice(0, 80).join('')}"`;
}

/** Code points as people look them up: U+0430. Only those outside plain Latin. */
function codes(text: string): string {
  const units = [...text].filter((char) => !/[A-Za-z0-9 ]/.test(char)).slice(0, 4);
  return units
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
