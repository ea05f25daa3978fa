import { defineRule } from '../rule.ts';

export const tooComplex = defineRule({
  id: 'too-complex',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a section that would take too long to check',
  why: 'Some texts cost a Markdown reader far more time than their length suggests: thousands of unclosed asterisks, quotes nested a hundred deep, tables of many thousand rows. Such a section is left out, so that the editor never hangs, and everything else is checked. Nothing a person writes for others to read comes near these limits; generated data belongs in a file of its own.',
  source: 'product',
  examples: {
    bad: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n⟦## Notes⟧\n\n${'*a_ '.repeat(2_000)}\n`,
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n⟦## Quoted⟧\n\n${'>'.repeat(200)} so they say\n`,
        note: 'quotes in quotes',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n⟦## ${'*a_ '.repeat(49)}*⟧a_ ${'*a_ '.repeat(2_000)}\n\nSo they say.\n`,
        note: 'one very long line: its beginning is shown',
      },
    ],
    good: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n${'- **Dana** decides about `claims`\n'.repeat(200)}`,
        note: 'a long list',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n\`\`\`\n${'*a_ '.repeat(2_000)}\n\`\`\`\n`,
        note: 'code is not read',
      },
    ],
  },
  check(reading, report) {
    for (const section of reading.doc.markdown.sections) {
      if (section.refused === undefined) continue;
      const text = section.text.trimStart();
      const first = section.text.length - text.length;
      const line = text.split(/[\r\n]/, 1)[0] ?? '';
      const shown = Math.min(line.trimEnd().length, MAX_SHOWN);
      report({
        span: section.span(first, first + shown),
        message: `This section is too complex to check: ${section.refused}. Move it into a file of its own; the rest of the document is checked.`,
      });
    }
  },
});

/** A section may begin with the very line that is too long. */
const MAX_SHOWN = 200;
