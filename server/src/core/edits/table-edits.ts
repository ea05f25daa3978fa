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
  const edits: TextEdit[] = [];
  const last = Math.max(-1, ...[...values].filter(([, text]) => text !== '').map(([index]) => index));
  for (const [index, text] of values) {
    const cell = row.cells[index];
    if (cell) edits.push(intoCell(doc, cell, cellText(text)));
  }
  let more = '';
  for (let index = row.cells.length; index <= last; index++) {
    const text = cellText(values.get(index) ?? '');
    more += text === '' ? '  |' : ` ${text} |`;
  }
  if (more !== '') {
    const { end } = row.span;
    edits.push({ span: at(end), newText: `${doc.text[end - 1] === '|' ? '' : ' |'}${more}` });
  }
  return edits;
}

/** A blank cell keeps a space before its bar. */
function intoCell({ text }: DecisionRightsDocument, { span }: Cell, value: string): TextEdit {
  const before = text[span.start - 1] === '|' ? ' ' : '';
  const behind = text[span.end] === '|' ? ' ' : '';
  return { span, newText: `${before}${value}${behind}` };
}

function indentOf(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  return start === 0 || /[\r\n]/.test(text[start - 1] ?? '') ? text.slice(start, offset) : '';
}
