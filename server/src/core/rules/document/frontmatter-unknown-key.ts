import { defineRule } from '../rule.ts';
import { fixesOf } from './frontmatter-invalid.ts';

export const frontmatterUnknownKey = defineRule({
  id: 'frontmatter-unknown-key',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  safeFixes: true,
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a frontmatter key the format does not know',
  why: 'A key with a slip in it is read by nobody: `ownr: Dana Whitfield` leaves the document without an owner, and it does not look so. Write the key that was meant. Keys of your own are welcome when they begin with `x-`.',
  source: 'product',
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n⟦autnomy⟧: advisory\n---\n\n# Claims triage\n',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nstop_authority:\n  holder: Dana Whitfield\n  ⟦triger⟧: [More than 2 % wrong refusals]\n---\n\n# Claims triage\n',
        note: 'a key below a key',
        raises: ['stop-authority-no-trigger'],
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nx-ticket: AI-142\n---\n\n# Claims triage\n',
        note: 'keys that begin with x- are free',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ndecisions:\n  price-change:\n    accountable: Dana Whitfield\n---\n\n# Claims triage\n',
        note: 'decision categories are free',
      },
    ],
  },
  check(reading, report) {
    for (const problem of reading.frontmatter.problems)
      if (problem.code === 'unknown-key')
        report({
          span: problem.span,
          message: problem.message,
          fixes: () => fixesOf(problem, reading.frontmatter.problems),
        });
  },
});
