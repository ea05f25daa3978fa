import type { Row, TableBlock } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Region, TableInRegion } from '../outline.ts';
import { readAssignments } from './assignments.ts';
import { readColumns, type Title } from './columns.ts';
import type { TableContext } from './context.ts';
import { foldWords } from './fold.ts';
import { cellsOf, type Grid, textOf } from './grid.ts';
import { entriesOfTable } from './legend.ts';
import { readMatrix } from './matrix.ts';
import { readRoleRows } from './role-rows.ts';

interface Kept {
  readonly key: string;
  readonly grid: Grid | undefined;
}

const grids = new WeakMap<TableBlock, Kept>();

/** A table read as decisions, or undefined. Kept with the table: an edit elsewhere costs nothing here. */
export function gridOf({ table, region, before }: TableInRegion, context: TableContext): Grid | undefined {
  const title = lineTitle(before) ?? titleOf(region);
  const key = `${context.key} ${title?.text ?? ''}`;
  const kept = grids.get(table);
  if (kept && kept.key === key) return kept.grid;
  const grid = readTable(table, context, title);
  grids.set(table, { key, grid });
  return grid;
}

function readTable(table: TableBlock, context: TableContext, title: Title | undefined): Grid | undefined {
  if (entriesOfTable(table).length > 0 || table.rows.length === 0) return undefined;
  const { header, rows } = headed(table);
  if (isHistory(header) || addsUp(header)) return undefined;
  return (
    readAssignments(header, rows, context, title) ??
    readColumns(header, rows, context, title) ??
    readRoleRows(header, rows, context) ??
    readMatrix(table, header, rows, context)
  );
}

/** A table of versions: `Version | Date | Author | Change`. */
function isHistory(header: Row): boolean {
  const heads = header.cells.map((cell) => foldWords(textOf(cell)));
  return (
    /^(?:versions?|rev(?:ision)?s?\.?|date|datum|fecha|data|версия|版本)$/.test(heads[0] ?? '') &&
    heads.some((head) =>
      /^(?:authors?|autor|changes?|changed by|description|date|summary|datum|修订)/.test(head),
    )
  );
}

/** A table that counts what others hold: `Total | Dana | Tom` over the letters and their numbers. */
function addsUp(header: Row): boolean {
  return /^(?:totals?|sum|count|letters? per person|summe|gesamt|total por persona|итого|合计)$/.test(
    foldWords(textOf(header.cells[0])),
  );
}

/** A caption row over the real header ("RACI" across all columns) is passed over. */
function headed(table: TableBlock): { header: Row; rows: readonly Row[] } {
  const { header, rows } = table;
  const [first, ...rest] = rows;
  const wide =
    header.cells.some((cell) => cell.columns > 1) ||
    (header.cells.length === 1 && (first?.cells.length ?? 0) > 1);
  const blank = header.cells.every((cell) => textOf(cell) === '');
  if (!first || rest.length === 0 || !(wide || blank)) return { header, rows };
  const next = cellsOf(first).map(textOf);
  if (next.filter((text) => text.length > 1).length * 2 < next.length) return { header, rows };
  // HTML: a cell that spans both header rows stands in the first one only.
  const tall = table.html ? cellsOf(header).length - next.length : 0;
  const lead = header.cells.slice(0, Math.max(0, tall)).filter((cell) => cell.columns === 1);
  const cells = tall > 0 && lead.length === tall ? [...lead, ...first.cells] : first.cells;
  return { header: { span: first.span, cells }, rows: rest };
}

/** Headings that announce a table and name no decision. */
const GENERAL =
  /^(?:(?:the|our|this|project|ai|team|governance|key|overview|of|and|for|&|sample|example|template|roles?|responsibilit(?:y|ies)|raci|rasci|daci|rapid|matrix|chart|table|assignments?|stakeholders?|legend|summary|decisions?|rights|who|does|what|decides|accountab(?:le|ility)|rollen|verantwortlichkeiten|matriz|matrice|roles|peran|роли|ответственность|角色|职责|矩阵)[\s:–—-]*)*$/;

/** A bold line, or one that ends in a colon, names the decision of the table below it. */
export function lineTitle(prose: Prose | undefined): Title | undefined {
  const text = prose?.text.trim() ?? '';
  if (!prose || text === '' || text.length > 100 || text.includes('\n')) return undefined;
  const bold = prose.strong.some(({ from, to }) => from === 0 && to >= text.length - 1);
  const name = text.replace(/:$/, '').trim();
  if (!(bold || text.endsWith(':')) || GENERAL.test(foldWords(name))) return undefined;
  return { text: name, span: prose.span };
}

const titles = new WeakMap<Prose, Title | null>();

/** The decision a heading names; undefined for a general one ("RACI", "Roles and responsibilities"). */
export function titleOf({ heading }: Region): Title | undefined {
  if (!heading) return undefined;
  let title = titles.get(heading.prose);
  if (title === undefined) {
    const text = heading.prose.text
      .replace(/\s+/g, ' ')
      .replace(/\s*:\s*$/, '')
      .trim();
    title = GENERAL.test(foldWords(text).replace(/^[\d.)\s]+/, ''))
      ? null
      : { text, span: heading.prose.span };
    titles.set(heading.prose, title);
  }
  return title ?? undefined;
}
