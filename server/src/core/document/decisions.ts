import type { Prose } from '../markdown/prose.ts';
import type { Party } from '../parties/party.ts';
import type { Mention, Source } from './mention.ts';
import { readPartiesOf, samePerson } from './mentions.ts';
import { categoriesOf } from './raci/categories.ts';
import { surroundings } from './raci/context.ts';
import { assignmentOf, frontmatterRows } from './raci/frontmatter-rows.ts';
import type { Grid, GridRow, Mark } from './raci/grid.ts';
import { readLists } from './raci/lists.ts';
import type {
  Assignment,
  DecisionRow,
  Decisions,
  RaciColumn,
  RaciModel,
  RaciRole,
  RaciTable,
} from './raci/model.ts';
import { gridOf } from './raci/tables.ts';
import { once, type Reading } from './reading.ts';

export { samePerson } from './mentions.ts';
export * from './raci/model.ts';

/** Who decides what, by frontmatter and body. */
export const decisionsOf = once((reading): Decisions => {
  const declared = declaredModel(reading);
  const rows: DecisionRow[] = frontmatterRows(reading, declared ?? 'raci');
  const tables: RaciTable[] = [];
  const { outline } = reading;
  const around = surroundings(outline, declared);
  const headers = new Map<Prose, Mention>();
  const inBody: DecisionRow[] = [];
  for (const found of outline.tables) {
    const context = around.context(found);
    const grid = gridOf(found, context);
    if (!grid || grid.rows.length === 0) continue;
    const list: DecisionRow[] = [];
    const table: RaciTable = {
      block: found.table,
      region: found.region,
      model: grid.model,
      ...(context.modelSpan && grid.model === context.model ? { modelSpan: context.modelSpan } : {}),
      shape: grid.shape,
      columns: columnsOf(reading, grid, headers),
      rows: list,
      groupRows: grid.groupRows,
      unreadable: grid.unreadable,
    };
    for (const row of grid.rows) list.push({ ...readRow(reading, row, grid.model, 'table', headers), table });
    tables.push(table);
    inBody.push(...list);
  }
  for (const region of outline.regions)
    for (const row of readLists(region))
      inBody.push(readRow(reading, row, declared ?? 'raci', 'field', headers));
  inBody.sort((a, b) => a.span.start - b.span.start);
  return { rows: [...rows, ...inBody], tables };
});

/** Frontmatter's `raci_model`; undefined when absent or unknown. */
function declaredModel(reading: Reading): RaciModel | undefined {
  const said = reading.frontmatter.text('raci_model')?.toLowerCase();
  return said === 'raci' || said === 'rasci' || said === 'daci' || said === 'rapid' ? said : undefined;
}

function columnsOf(reading: Reading, grid: Grid, headers: Map<Prose, Mention>): RaciColumn[] {
  return grid.columns.map(({ index, kind, role, header }) => ({
    index,
    kind,
    ...(role ? { role } : {}),
    ...(kind === 'party' && header && grid.shape === 'matrix'
      ? { mention: headerMention(reading, header, headers) }
      : {}),
  }));
}

function readRow(
  reading: Reading,
  row: GridRow,
  model: RaciModel,
  source: Source,
  headers: Map<Prose, Mention>,
): DecisionRow {
  const categories = categoriesOf(row.label, reading.config.categories);
  const held = (role: RaciRole): Assignment[] =>
    row.marks
      .filter((mark) => mark.role === role)
      .flatMap((mark) => assignmentsOf(reading, mark, source, headers));
  return {
    label: row.label,
    labelSpan: row.labelSpan,
    category: categories[0],
    categories,
    model,
    accountable: held('accountable'),
    responsible: held('responsible'),
    consulted: held('consulted'),
    informed: held('informed'),
    source,
    span: row.span,
    ...(row.accountablePlace ? { accountablePlace: row.accountablePlace } : {}),
  };
}

function assignmentsOf(
  reading: Reading,
  mark: Mark,
  source: Source,
  headers: Map<Prose, Mention>,
): Assignment[] {
  const { holder, span, combined, condition } = mark;
  if (holder.kind === 'names')
    return readPartiesOf(reading, holder.prose, mark.role === 'accountable' ? 'one' : 'list', source)
      .filter(({ party }) => party.kind !== 'nobody')
      .map((mention) => ({ ...assignmentOf(mention), combined }));
  const mention =
    holder.kind === 'header'
      ? headerMention(reading, holder.prose, headers)
      : unnamed(holder.column, holder.span);
  return [{ mention, span, header: true, combined, ...(condition === undefined ? {} : { condition }) }];
}

/** The party of a header, read once however many letters stand under it. */
function headerMention(reading: Reading, prose: Prose, headers: Map<Prose, Mention>): Mention {
  let mention = headers.get(prose);
  if (!mention) {
    mention = readPartiesOf(reading, prose, 'header', 'table')[0] ?? unnamed(0, prose.span);
    headers.set(prose, mention);
  }
  return mention;
}

/** A letter in a column without a header: somebody, but nobody says who. */
function unnamed(column: number, span: Mention['span']): Mention {
  const text = `column ${column + 1}`;
  return { party: { kind: 'unknown', text, start: 0, end: text.length }, span, source: 'table' };
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
