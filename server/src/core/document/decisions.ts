import type { Party } from '../parties/party.ts';
import { samePerson } from './mentions.ts';
import { surroundings } from './raci/context.ts';
import { frontmatterRows } from './raci/frontmatter-rows.ts';
import { TableKeeper } from './raci/kept-tables.ts';
import { readLists } from './raci/lists.ts';
import type { Assignment, DecisionRow, Decisions, RaciModel, RaciTable } from './raci/model.ts';
import { RowReader } from './raci/row-reader.ts';
import { gridOf } from './raci/tables.ts';
import { once, type Reading } from './reading.ts';

export { samePerson } from './mentions.ts';
export * from './raci/model.ts';

/** Who decides what, by frontmatter and body. */
export const decisionsOf = once((reading): Decisions => {
  const { outline } = reading;
  const declared = declaredModel(reading);
  const around = surroundings(outline, declared);
  const reader = new RowReader(reading);
  const keeper = new TableKeeper(reading, reader);
  const tables: RaciTable[] = [];
  const rows: DecisionRow[] = [];
  for (const found of outline.tables) {
    const context = around.context(found);
    const grid = gridOf(found, context);
    if (!grid || grid.rows.length === 0) continue;
    const table = keeper.table(found, grid, context);
    tables.push(table);
    for (const row of table.rows) rows.push(row);
  }
  const inTables = rows.length;
  for (const region of outline.regions)
    for (const row of readLists(region)) rows.push(reader.row(row, declared ?? 'raci', 'field'));
  if (rows.length > inTables) rows.sort((a, b) => a.span.start - b.span.start);
  return { rows: [...frontmatterRows(reading, declared ?? 'raci'), ...rows], tables };
});

/** Frontmatter's `raci_model`; undefined when absent or unknown. */
function declaredModel(reading: Reading): RaciModel | undefined {
  const said = reading.frontmatter.text('raci_model')?.toLowerCase();
  return said === 'raci' || said === 'rasci' || said === 'daci' || said === 'rapid' ? said : undefined;
}

/** True when the A of these letters means Accountable; in DACI it is the Approver, in RAPID it agrees. */
export function meansAccountable(row: { readonly model: RaciModel }): boolean {
  return row.model === 'raci' || row.model === 'rasci';
}

/** The assignments with each human being once: one person under two headers is one Accountable. */
export function distinct(reading: Reading, assignments: readonly Assignment[]): readonly Assignment[] {
  const out: Assignment[] = [];
  for (const assignment of assignments)
    if (!out.some((other) => sameHolder(reading, other, assignment))) out.push(assignment);
  return out;
}

function sameHolder(reading: Reading, a: Assignment, b: Assignment): boolean {
  if (a.header && a.mention === b.mention) return true;
  const blank = ({ kind }: Party): boolean => kind === 'placeholder' || kind === 'nobody';
  if (blank(a.mention.party) || blank(b.mention.party)) return false;
  return samePerson(reading, a.mention.party, b.mention.party);
}

/** Rows of a category whose A means Accountable; those of frontmatter alone when it names somebody. */
export function rowsOf(reading: Reading, category: string): readonly DecisionRow[] {
  const known = rowsByCategory(reading);
  let rows = known.get(category);
  if (!rows) {
    rows = readRows(reading, category);
    known.set(category, rows);
  }
  return rows;
}

const rowsByCategory = once(() => new Map<string, readonly DecisionRow[]>());

function readRows(reading: Reading, category: string): readonly DecisionRow[] {
  const rows = decisionsOf(reading).rows.filter(
    (row) => row.categories.includes(category) && meansAccountable(row),
  );
  const said = rows.filter((row) => row.source === 'frontmatter' && row.accountable.length > 0);
  return said.length > 0 ? said : rows;
}

/** Who is Accountable for a category: frontmatter beats tables. */
export function accountableOf(reading: Reading, category: string): readonly Assignment[] {
  return rowsOf(reading, category).flatMap((row) => row.accountable);
}

/** The row that says who answers for the outcome: production go-live, else halt or rollback. */
export const outcomeAccountable = once(
  (reading): { readonly row: DecisionRow; readonly assignments: readonly Assignment[] } | undefined => {
    for (const category of ['production-go-live', 'production-halt-rollback']) {
      const row = rowsOf(reading, category).find((candidate) => candidate.accountable.length > 0);
      if (row) return { row, assignments: row.accountable };
    }
    return undefined;
  },
);
