import { type DecisionRow, decisionsOf, meansAccountable, type RaciTable } from '../../document/decisions.ts';
import { readCodes } from '../../document/raci/codes.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellAt } from './letters.ts';
import { called, manual, quoted } from './shared.ts';

const START = '---\ntype: decision-rights\n---\n\n## RACI\n\n';
const HEAD = '| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n';

export const raciNoResponsible = defineRule({
  id: 'raci-no-responsible',
  group: 'raci',
  severity: 'info',
  needs: 'said',
  summary: 'A decision has somebody Accountable and nobody Responsible.',
  why:
    'Somebody answers for the decision, but nobody is down for the work that it takes. ' +
    'Often the Accountable does it; then say so with A/R. ' +
    'Otherwise give the R to those who prepare the decision and carry it out; several may share it.',
  source: [30, 100],
  examples: {
    bad: [
      { text: `${START}${HEAD}| ⟦Production go-live⟧ | A | C | C |\n| Halt | A | R | I |\n` },
      {
        text: `${START}${HEAD}| ⟦Production go-live⟧ | A | C | C |\n| Halt | A | I | I |\n`,
        note: 'a table without any R, once',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  ⟦production-go-live⟧:\n    accountable: Dana Whitfield\n---\n',
        note: 'frontmatter',
      },
      {
        note: 'a column with a blank',
        text: '---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| ⟦Production go-live⟧ | | Dana Whitfield | Legal |\n| Halt | Ben Ito | Dana Whitfield | Legal |\n',
      },
    ],
    good: [
      {
        text: `${START}${HEAD}| Production go-live | A/R | C | C |\n`,
        note: 'one party does the work and answers for it',
      },
      {
        text: `${START}${HEAD}| Production go-live | C | R | R |\n`,
        note: 'without an A it is raci-no-accountable',
      },
      { text: `${START}${HEAD}| Production go-live | A | R | R |\n`, note: 'several Responsible' },
      {
        note: 'the table says what the frontmatter leaves out',
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n---\n\n## RACI\n\n| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Production go-live | Ben Ito | Dana Whitfield | Legal |\n',
      },
    ],
  },
  check(reading, report) {
    const { rows } = decisionsOf(reading);
    const told = new Set<RaciTable>();
    for (const row of rows) {
      if (!meansAccountable(row) || row.accountable.length === 0 || row.responsible.length > 0) continue;
      if (
        row.source === 'frontmatter' &&
        rows.some(
          (other) => other !== row && other.categories.includes(row.label) && other.responsible.length > 0,
        )
      )
        continue;
      const { table } = row;
      // A table that has no place for it only says who is Accountable.
      if (table?.shape === 'columns' && !table.columns.some((column) => column.role === 'responsible'))
        continue;
      const nowhere =
        table !== undefined &&
        table.rows.length > 1 &&
        table.rows.every((other) => other.responsible.length === 0);
      if (nowhere && told.has(table)) continue;
      if (nowhere) told.add(table);
      report({
        span: row.labelSpan,
        message: nowhere
          ? 'No decision in this table has anybody Responsible. Say who does the work; write A/R where the Accountable does it.'
          : `${quoted(row)} has nobody Responsible. Say who does the work; write A/R where the Accountable does it.`,
        fixes: () => (nowhere ? [] : setResponsible(reading, row)),
      });
    }
  },
});

function setResponsible(reading: Reading, row: DecisionRow): Fix[] {
  const [first] = row.accountable;
  if (!first) return [];
  if (row.source === 'frontmatter')
    return [
      manual(
        'Add those Responsible, with a name to fill in',
        setFrontmatter(reading.doc, ['decisions', row.label, 'responsible'], ['[Name]']),
      ),
    ];
  if (first.header && row.accountable.length === 1) {
    const cell = cellAt(row.table, first.span);
    const code = cell ? readCodes(cell.prose).codes.find((one) => one.letter === 'A') : undefined;
    if (!code || code.word || code.fused) return [];
    return [
      manual(`Say that ${called(first.mention)} does the work, too (A/R)`, [
        { span: first.span, newText: 'A/R' },
      ]),
    ];
  }
  const column = row.table?.columns.find((one) => one.role === 'responsible');
  const cell = column
    ? row.table?.block.rows.find(({ span }) => span.start === row.span.start)?.cells[column.index]
    : undefined;
  return cell
    ? [manual('Add those Responsible, with a name to fill in', [{ span: cell.span, newText: '[Name]' }])]
    : [];
}
