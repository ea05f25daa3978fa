import {
  type Assignment,
  type DecisionRow,
  decisionsOf,
  meansAccountable,
  type RaciTable,
} from '../../document/decisions.ts';
import { readCodes } from '../../document/raci/codes.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellAt, cellOfRole } from './letters.ts';
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
      {
        note: 'the only decision in its table',
        text: `${START}${HEAD}| ⟦Production go-live⟧ | A | C | C |\n`,
      },
      {
        note: 'words in place of letters',
        text: `${START}${HEAD}| ⟦Production go-live⟧ | Accountable | Consulted | Informed |\n| Halt | Accountable | Responsible | Informed |\n`,
      },
      {
        note: 'the table has somebody for another decision only',
        text: `---\ntype: decision-rights\ndecisions:\n  ⟦production-go-live⟧:\n    accountable: Dana Whitfield\n---\n\n## RACI\n\n${HEAD}| Halt | A | R | I |\n`,
      },
      {
        note: 'an “AC” without a stroke is left as it is',
        text: `${START}${HEAD}| ⟦Choice of vendor⟧ | AC | I | I |\n| Halt | A | R | I |\n`,
      },
      {
        note: 'a list',
        text: '---\ntype: decision-rights\n---\n\n⟦## Go-live⟧\n\n- Accountable: Dana Whitfield\n- Consulted: Legal\n',
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
      {
        text: `${START}| Decision | Accountable | Consulted |\n| --- | --- | --- |\n| Production go-live | Dana Whitfield | Legal |\n| Halt | Dana Whitfield | Legal |\n`,
        note: 'a table that only says who is Accountable',
      },
      {
        text: `---\ntype: decision-rights\n---\n\n## DACI\n\n${HEAD}| Choice of vendor | A | D | C |\n| Choice of tool | A | C | C |\n`,
        note: 'another model',
      },
    ],
  },
  check(reading, report) {
    const { rows } = decisionsOf(reading);
    const told = new Set<RaciTable>();
    for (const row of rows) {
      const [first] = row.accountable;
      if (!meansAccountable(row) || !first || row.responsible.length > 0) continue;
      if (
        row.source === 'frontmatter' &&
        rows.some((other) => other.categories.includes(row.label) && other.responsible.length > 0)
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
      if (nowhere) {
        if (told.has(table)) continue;
        told.add(table);
      }
      report({
        span: row.labelSpan,
        message: nowhere
          ? 'No decision in this table has anybody Responsible. Say who does the work; write A/R where the Accountable does it.'
          : `${quoted(row)} has nobody Responsible. Say who does the work; write A/R where the Accountable does it.`,
        fixes: () => (nowhere ? [] : setResponsible(reading, row, first)),
      });
    }
  },
});

function setResponsible(reading: Reading, row: DecisionRow, first: Assignment): Fix[] {
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
    if (!code || code.fused) return [];
    const newText = code.word ? 'Accountable / Responsible' : 'A/R';
    return [
      manual(`Say that ${called(first.mention)} does the work, too (A/R)`, [{ span: first.span, newText }]),
    ];
  }
  const cell = cellOfRole(row, 'responsible');
  return cell
    ? [manual('Add those Responsible, with a name to fill in', [{ span: cell.span, newText: '[Name]' }])]
    : [];
}
