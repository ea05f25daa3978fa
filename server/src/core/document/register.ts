import type { Cell, Row, TableBlock } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import { findDates, parseDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import type { Outline } from './outline.ts';
import { foldWords } from './raci/fold.ts';
import { once } from './reading.ts';
import { type RegisterColumn, registerColumn } from './register-words.ts';

export type { RegisterColumn } from './register-words.ts';

/** A table of a production register (`type: ai-system-register`), before anybody has read who its cells name. */
export interface RegisterTable {
  readonly block: TableBlock;
  /** Where each column stands that the table has. */
  readonly columns: ReadonlyMap<RegisterColumn, number>;
  /** The header cell over the systems: the place of a column that is missing. */
  readonly head: Span;
  readonly rows: readonly RegisterLine[];
}

/** One system of a register. */
export interface RegisterLine {
  readonly row: Row;
  readonly table: RegisterTable;
  /** The system as written, on one line; empty when its cell is blank. */
  readonly system: string;
  /** The system's name; for a blank one the place where it belongs. */
  readonly systemSpan: Span;
  /** The link that leads to the decision-rights document; also a bare path. */
  readonly link: { readonly url: string; readonly span: Span } | undefined;
}

/** One system of a register, with what its cells say. */
export interface RegisterRow extends RegisterLine {
  /** Who would be called first; empty for a blank, a dash or a placeholder. */
  readonly firstCall: readonly Mention[];
  /** The owner as assigned; empty for a blank, a dash or a placeholder. */
  readonly owner: readonly Mention[];
  readonly unit: string | undefined;
  /** Days since 1970-01-01; undefined when blank or no date. */
  readonly identifiedOn: number | undefined;
  /** True when the Document cell says nothing: blank, a dash or a placeholder. */
  readonly documentBlank: boolean;
}

/** The tables of a register, by what their headers mean, in any order of columns. Needs no settings. */
export function registerTables(outline: Outline): RegisterTable[] {
  return outline.tables.flatMap(({ table }) => readTable(table) ?? []);
}

/** Every row of the register's tables, read with the company's people. */
export const registerOf = once((reading): readonly RegisterRow[] => {
  const parties = (prose: Prose | undefined): Mention[] =>
    prose === undefined
      ? []
      : readPartiesOf(reading, prose, 'one', 'table').filter(
          ({ party }) => party.kind !== 'nobody' && party.kind !== 'placeholder',
        );
  return registerTablesOf(reading).flatMap(({ rows }) =>
    rows.map((line): RegisterRow => {
      const text = (column: RegisterColumn): string => textOf(cellOf(line, column));
      const document = cellOf(line, 'document')?.prose;
      return {
        ...line,
        firstCall: parties(cellOf(line, 'firstCall')?.prose),
        owner: parties(cellOf(line, 'owner')?.prose),
        unit: text('unit') || undefined,
        identifiedOn: dayIn(text('identifiedOn')),
        documentBlank: line.link === undefined && parties(document).length === 0,
      };
    }),
  );
});

/** The tables of the register being read. */
export const registerTablesOf = once(({ outline }) => registerTables(outline));

/** The cell of a row under a column; undefined when the table lacks the column or the row is too short. */
export function cellOf({ row, table }: RegisterLine, column: RegisterColumn): Cell | undefined {
  const index = table.columns.get(column);
  return index === undefined ? undefined : row.cells[index];
}

/** Where a row's value stands or belongs: its cell, else the system's name. */
export function placeIn(line: RegisterLine, column: RegisterColumn): Span {
  const cell = cellOf(line, column);
  return cell ? cell.span : line.systemSpan;
}

function readTable(block: TableBlock): RegisterTable | undefined {
  const columns = new Map<RegisterColumn, number>();
  block.header.cells.forEach(({ prose }, index) => {
    const column = registerColumn(foldWords(prose.text));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  const system = columns.get('system');
  const head = block.header.cells[system ?? -1];
  if (system === undefined || head === undefined) return undefined;
  // A list of systems with their units alone is no register: something must be said of who answers for them.
  const telling = columns.has('firstCall') || columns.has('identifiedOn');
  if (!telling && columns.size < 3) return undefined;
  const rows: RegisterLine[] = [];
  const table = { block, columns, head: head.span, rows };
  for (const row of block.rows) {
    const line = readLine(row, table, system);
    if (line) rows.push(line);
  }
  return table;
}

function readLine(row: Row, table: RegisterTable, index: number): RegisterLine | undefined {
  const filled = row.cells.filter((cell) => textOf(cell) !== '');
  const cell = row.cells[index];
  const system = textOf(cell);
  if (filled.length === 0 || /^(?:total|totals|sum|count|summe|gesamt)\b/i.test(system)) return undefined;
  if (cell && filled.length === 1 && filled[0] === cell && isHeading(cell)) return undefined;
  const line = { row, table, system, systemSpan: cell?.span ?? row.span, link: undefined };
  return { ...line, link: linkOf(cellOf(line, 'document')) ?? linkOf(cell, true) };
}

/** True for a cell in bold alone in its row: it heads the rows below it. */
function isHeading({ prose }: Cell): boolean {
  return prose.strong.some(({ from, to }) => from === 0 && to >= prose.text.trimEnd().length);
}

const MARKDOWN_PATH = /^[^\s|]{1,500}\.(?:md|markdown)(?:#\S*)?$/i;

/** A cell's link, or the path it consists of. */
function linkOf(cell: Cell | undefined, linksOnly = false): RegisterLine['link'] {
  if (!cell) return undefined;
  const [link] = cell.prose.links;
  // A system's name may well lead to its vendor.
  if (link && (!linksOnly || MARKDOWN_PATH.test(link.url))) return { url: link.url, span: link.urlSpan };
  const text = cell.prose.text.trim();
  if (linksOnly || !MARKDOWN_PATH.test(text)) return undefined;
  return { url: text, span: cell.span };
}

function textOf(cell: Cell | undefined): string {
  return cell ? cell.prose.text.replace(/\s+/g, ' ').trim() : '';
}

/** The one date a cell gives, in digits or words. */
function dayIn(text: string): number | undefined {
  const day = parseDate(text);
  if (day !== undefined) return day;
  const found = findDates(text);
  return found.length === 1 ? found[0]?.day : undefined;
}
