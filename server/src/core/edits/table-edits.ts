import type { DecisionRightsDocument } from '../document/document.ts';
import type { Cell, Row, TableBlock } from '../markdown/blocks.ts';
import type { TextEdit } from '../text/edit.ts';
import { at } from '../text/span.ts';

/** A text as it may stand in a cell: on one line, its bars no borders. */
export function cellText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');
}

/** Adds a row at the end of a table of Markdown, its values by column; none to one that is written in HTML. */
export function appendRow(
  doc: DecisionRightsDocument,
  table: TableBlock,
  values: ReadonlyMap<number, string>,
): TextEdit[] {
  if (table.html) return [];
  const last = table.rows.at(-1);
  // Without rows the table ends with the line of dashes.
  const end = last ? last.span.end : table.span.end;
  const cells = table.header.cells.map((_, index) => cellText(values.get(index) ?? ''));
  const row = cells.map((cell) => (cell === '' ? '  |' : ` ${cell} |`)).join('');
  return [{ span: at(end), newText: `${doc.lineEnd}${indentOf(doc.text, table.span.start)}|${row}` }];
}

/** Writes into the cells of a row, by column; cells that a short row lacks are added. */
export function fillCells(
  doc: DecisionRightsDocument,
  table: TableBlock,
  row: Row,
  values: ReadonlyMap<number, string>,
): TextEdit[] {
  if (table.html) return [];
  const last = Math.max(-1, ...[...values].filter(([, text]) => text !== '').map(([index]) => index));
  const more = row.cells.length <= last ? [lackingCells(doc, row, last, values)] : [];
  return [...intoCells(doc, row, values), ...more];
}

/**
 * Adds columns behind all there are, and writes into the cells of one row, by column: the first new column is
 * `columnCount(table)`. Short rows get blank cells up to there. Nothing is done to a table that is written in HTML.
 */
export function addColumns(
  doc: DecisionRightsDocument,
  table: TableBlock,
  heads: readonly string[],
  row: Row,
  values: ReadonlyMap<number, string>,
): TextEdit[] {
  if (table.html || heads.length === 0) return fillCells(doc, table, row, values);
  const { header, rows } = table;
  const first = columnCount(table);
  const last = first + heads.length - 1;
  const dashes = ' --- |'.repeat(last + 1 - header.cells.length);
  return [
    lackingCells(doc, header, last, new Map(heads.map((head, i) => [first + i, head]))),
    behind(doc.text, endOfNextLine(doc.text, header.span.end), dashes),
    ...intoCells(doc, row, values),
    ...rows.map((one) => lackingCells(doc, one, last, one === row ? values : new Map())),
  ];
}

/** How many columns a table has, with those that only some rows have. */
export function columnCount({ header, rows }: TableBlock): number {
  return Math.max(...[header, ...rows].map(({ cells }) => cells.length));
}

/** The cells that a row lacks, up to the column `last`. */
function lackingCells(
  { text }: DecisionRightsDocument,
  row: Row,
  last: number,
  values: ReadonlyMap<number, string>,
): TextEdit {
  let cells = '';
  for (let index = row.cells.length; index <= last; index++) {
    const value = cellText(values.get(index) ?? '');
    cells += value === '' ? '  |' : ` ${value} |`;
  }
  return behind(text, row.span.end, cells);
}

/** Puts cells behind a row's last bar, which it gets if it does without. */
function behind(text: string, end: number, cells: string): TextEdit {
  let last = end;
  while (/[ \t]/.test(text[last - 1] ?? '')) last--;
  return { span: at(last), newText: `${text[last - 1] === '|' ? '' : ' |'}${cells}` };
}

function endOfNextLine(text: string, offset: number): number {
  const next = text.indexOf('\n', offset) + 1;
  const end = text.slice(next).search(/[\r\n]/);
  return end < 0 ? text.length : next + end;
}

function intoCells(doc: DecisionRightsDocument, row: Row, values: ReadonlyMap<number, string>): TextEdit[] {
  return [...values].flatMap(([index, text]) => {
    const cell = row.cells[index];
    return cell ? [intoCell(doc, cell, cellText(text))] : [];
  });
}

/** Writes into a cell; a blank one keeps a space before its bar. */
export function intoCell({ text }: DecisionRightsDocument, { span }: Cell, value: string): TextEdit {
  const before = text[span.start - 1] === '|' ? ' ' : '';
  const behind = text[span.end] === '|' ? ' ' : '';
  return { span, newText: `${before}${value}${behind}` };
}

function indentOf(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  return start === 0 || /[\r\n]/.test(text[start - 1] ?? '') ? text.slice(start, offset) : '';
}
