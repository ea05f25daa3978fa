import { titlePlace } from '../../document/length.ts';
import { adoptReading } from '../../edits/adopt.ts';
import { defineRule } from '../rule.ts';

/** Rules that ask for what only frontmatter can hold speak up once there is some. */
const DECLARED_ONLY = [
  'autonomy-undeclared',
  'use-case-class-missing',
  'model-undeclared',
  'outcome-type-missing',
  'owner-not-in-benefiting-unit',
];
/** And those that ask for what a document ought to hold, once it says that it is one. */
const IN_FULL = [
  ...DECLARED_ONLY,
  ...[
    'initiative-missing',
    'metric-missing',
    'raci-category-missing',
    'stop-authority-missing',
    'escalation-missing',
  ],
  ...['gate-missing', 'technical-owner-missing', 'owner-seniority-unknown'],
  ...[
    'raci-accountable-unnamed',
    'raci-accountable-not-owner',
    'owner-duties-incomplete',
    'role-definition-incomplete',
  ],
];

export const frontmatterMissing = defineRule({
  id: 'frontmatter-missing',
  group: 'document',
  severity: 'info',
  needs: 'said',
  summary: 'a document without frontmatter',
  why: 'Frontmatter is the short block of `key: value` lines between two `---` at the top of the file. It says the facts of a document so that both people and programs read them the same way: which initiative, which stage, who owns it. Without it the text alone is read, which works, and what only frontmatter can hold stays unsaid. The fix writes the block from what the text already says and changes nothing else.',
  source: 'product',
  examples: {
    bad: [
      {
        path: 'claims-triage.decision-rights.md',
        text: '⟦# Claims triage⟧\n\n- Autonomy: advisory\n\n## Owner\n\nOwner: Dana Whitfield, VP Claims Operations\n',
        raises: DECLARED_ONLY,
      },
      {
        named: true,
        text: '⟦# RACI⟧\n\n| Task | Dana Whitfield | Omar Haddad |\n| --- | --- | --- |\n| Production go-live | A | R |\n',
        note: 'named on the command line: once it has frontmatter, it is checked in full',
        raises: IN_FULL,
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\n---\n\n# Claims triage\n' },
      {
        path: 'claims-triage.decision-rights.md',
        text: '---\ninitiative: claims-triage\n---\n\n# Claims triage\n',
        note: 'a name may take the place of the type',
      },
    ],
  },
  check(reading, report) {
    if (reading.frontmatter.present) return;
    report({
      span: titlePlace(reading),
      message: 'This document has no frontmatter. Write the block from what the text already says.',
      fixes: () => [
        {
          title: 'Write the frontmatter from what the text says',
          safety: 'manual',
          edits: adoptReading(reading),
        },
      ],
    });
  },
});
