import { decisionsOf, type RaciTable, type UnreadableToken } from '../../document/decisions.ts';
import { overlaps } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual } from './shared.ts';

const START = '---\ntype: decision-rights\n---\n\n## RACI\n\n';
const HEAD = '| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n';

export const raciUnreadableCell = defineRule({
  id: 'raci-unreadable-cell',
  group: 'raci',
  severity: 'info',
  needs: 'said',
  summary: 'A cell of a RACI table holds something that is no RACI letter.',
  why:
    'The table is a RACI, but this cell holds something else, so nobody can tell what part the party has. ' +
    'Write R for doing the work, A for answering for the outcome, C for being asked before, I for being told after, or leave it blank.',
  source: [29],
  examples: {
    bad: [
      { text: `${START}${HEAD}| Production go-live | A | R | ⟦X⟧ |\n| Halt | A | R | I |\n` },
      {
        text: `${START}${HEAD}| Production go-live | A | R/⟦Z⟧ | C |\n| Halt | A | R | I |\n`,
        note: 'one of two letters',
      },
      {
        text: `${START}${HEAD}| Production go-live | ⟦X⟧ | R | C |\n| Halt | A | R | I |\n`,
        note: 'a row that has no A yet',
      },
    ],
    good: [
      {
        text: `${START}${HEAD}| Production go-live | A/R | r, c | — |\n| Halt | **A** | RA* (Tier 2) | N/A |\n`,
        note: 'every notation we know',
      },
      {
        text: `${START}${HEAD}| Production go-live | Accountable | Responsible | Consulted |\n`,
        note: 'full words',
      },
      {
        text: '## Risks\n\n| Risk | Impact |\n| --- | --- |\n| Drift | X |\n',
        named: true,
        note: 'not a RACI',
      },
    ],
  },
  check(reading, report) {
    for (const table of decisionsOf(reading).tables)
      for (const token of table.unreadable)
        report({
          span: token.span,
          message: `“${token.text.length > 40 ? `${token.text.slice(0, 39)}…` : token.text}” is no RACI letter. Write R, A, C or I, or leave the cell blank.`,
          fixes: () => chooseCode(table, token),
        });
  },
});

const CHOICES: readonly (readonly [string, string])[] = [
  ['R', 'Responsible: does the work'],
  ['C', 'Consulted: is asked before'],
  ['I', 'Informed: is told after'],
];

function chooseCode(table: RaciTable, { span }: UnreadableToken): Fix[] {
  const row = table.rows.find((one) => overlaps(one.span, span));
  // A second Accountable would be the next finding.
  const choices =
    row?.accountable.length === 0
      ? [['A', 'Accountable: answers for the outcome'] as const, ...CHOICES]
      : CHOICES;
  return choices.map(([letter, meaning]) =>
    manual(`Write ${letter} (${meaning})`, [{ span, newText: letter }]),
  );
}
