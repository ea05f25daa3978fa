import { CATEGORIES, CATEGORY_TITLES, decisionsOf, type RaciTable } from '../document/decisions.ts';
import type { Reading } from '../document/reading.ts';
import { type Span, touches } from '../text/span.ts';
import type { Completion } from './completion.ts';
import { LETTERS } from './letters.ts';
import { knownParties } from './mentions-in.ts';

/**
 * Letters, names and decisions in the cells of a table that is read as decisions; undefined where the offset is
 * in none. The cell is found in the line itself, because a half-typed row has no cells yet.
 */
export function completeTable(reading: Reading, offset: number): Completion[] | undefined {
  const { text } = reading.doc;
  const table = decisionsOf(reading).tables.find(({ block }) => !block.html && touches(block.span, offset));
  if (!table || touches(table.block.header.span, offset)) return undefined;
  const cell = cellAt(text, offset);
  if (!cell) return undefined;
  const column = table.columns.find(({ index }) => index === cell.index);
  const row = table.block.rows.find(({ span }) => touches(span, offset));
  if (table.shape === 'transposed')
    return cell.index === 0 ? names(reading, text, cell, offset) : letters(table, text, cell, offset);
  if (column?.kind === 'label') return decisions(reading, table, text, cell, row !== undefined);
  if (column?.kind === 'party') return letters(table, text, cell, offset);
  if (column?.kind === 'role') {
    const assignments = table.shape === 'assignments';
    return assignments ? letters(table, text, cell, offset) : names(reading, text, cell, offset);
  }
  return [];
}

interface CellPlace {
  readonly index: number;
  /** From behind the left pipe to before the right one, white space included. */
  readonly span: Span;
}

/** The cell of a table line that holds the offset. */
function cellAt(text: string, offset: number): CellPlace | undefined {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? '')) end++;
  let index = -1;
  let from = start;
  let to = end;
  if (!/^[ \t]*\|/.test(text.slice(start, end))) index = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '|') {
      if (i >= offset) {
        to = i;
        break;
      }
      index++;
      from = i + 1;
    }
  }
  return index < 0 ? undefined : { index, span: { start: from, end: to } };
}

const BREAK = /[,;/·+&\s|]|<br\s*\/?>/i;

/** The word of a cell around the offset, cut at `cut`. */
function wordAt(text: string, { span }: CellPlace, offset: number, cut: RegExp): Span {
  let start = offset;
  while (start > span.start && !cut.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < span.end && !cut.test(text[end] ?? '')) end++;
  while (start < offset && /\s/.test(text[start] ?? '')) start++;
  while (end > offset && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** Keeps a space to the pipes on either side. */
function padded(text: string, span: Span, word: string): string {
  const before = text[span.start - 1] === '|' ? ' ' : '';
  const after = text[span.end] === '|' ? ' ' : '';
  return before + word + after;
}

function letters(table: RaciTable, text: string, cell: CellPlace, offset: number): Completion[] {
  const span = wordAt(text, cell, offset, BREAK);
  return LETTERS[table.model].map(({ letter, word, meaning }) => ({
    label: letter,
    kind: 'letter',
    detail: word,
    documentation: `${word}: ${meaning}.`,
    span,
    newText: padded(text, span, letter),
  }));
}

function names(reading: Reading, text: string, cell: CellPlace, offset: number): Completion[] {
  const span = wordAt(text, cell, offset, /[,;|>]/);
  return knownParties(reading).map(({ text: name, kind, detail }) => ({
    label: name,
    kind,
    ...(detail !== undefined && { detail }),
    span,
    newText: padded(text, span, name.replaceAll('|', '\\|')),
  }));
}

/** The decisions every document answers that this one has no row for. */
function decisions(
  reading: Reading,
  table: RaciTable,
  text: string,
  cell: CellPlace,
  known: boolean,
): Completion[] {
  const there = new Set(decisionsOf(reading).rows.map(({ category }) => category));
  let { start, end } = cell.span;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  // A row that already says a decision is not turned into another one.
  if (known && table.rows.some(({ labelSpan, category }) => category && touches(labelSpan, start))) return [];
  const span =
    start === end
      ? {
          start: Math.min(cell.span.start + 1, cell.span.end),
          end: Math.min(cell.span.start + 1, cell.span.end),
        }
      : { start, end };
  return CATEGORIES.filter((category) => !there.has(category)).map((category) => ({
    label: CATEGORY_TITLES[category],
    kind: 'value',
    detail: category,
    span,
    newText: padded(text, span, CATEGORY_TITLES[category]),
  }));
}
