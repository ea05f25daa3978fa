import type { Assignment, DecisionRow } from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter, yamlScalar } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { entryOf } from '../../yaml/node.ts';
import { cellAt } from './letters.ts';

const NOBODY = /^[-–—\s]*$|^n\/?a$/i;

/** Writes somebody into the Accountable place of a row that names people; undefined where there is no such place. */
export function nameAccountable(reading: Reading, row: DecisionRow, text: string): TextEdit[] | undefined {
  if (row.source === 'frontmatter') {
    const entry = entryOf(reading.frontmatter.entry('decisions', row.label)?.value, 'accountable');
    if (!entry || entry.value.span.start === entry.value.span.end)
      return setFrontmatter(reading.doc, ['decisions', row.label, 'accountable'], text);
    return [
      {
        span: { start: entry.keySpan.end, end: trimmedEnd(reading, entry.value.span.end) },
        newText: `: ${yamlScalar(text)}`,
      },
    ];
  }
  if (!row.accountablePlace) return undefined;
  const { start, end } = row.accountablePlace;
  const space = start === end && reading.doc.text[start - 1] === ':' ? ' ' : '';
  return [{ span: { start, end }, newText: space + inCell(row, text) }];
}

/** Adds somebody to those Consulted in a row that names people; undefined where there is no place for it. */
export function nameConsulted(
  reading: Reading,
  row: DecisionRow,
  texts: readonly string[],
): TextEdit[] | undefined {
  if (row.source === 'frontmatter') {
    const path = ['decisions', row.label, 'consulted'];
    const node = reading.frontmatter.node(...path);
    const known = reading.frontmatter.texts(...path).map(({ text }) => text);
    if (node?.kind === 'map' || (node?.kind === 'list' && known.length < node.items.length)) return undefined;
    if (node?.kind === 'list' && node.flow && node.items.length > 0) {
      const end = node.items[node.items.length - 1]?.span.end ?? node.span.end;
      return [
        { span: { start: end, end }, newText: `, ${texts.map((text) => yamlScalar(text)).join(', ')}` },
      ];
    }
    return setFrontmatter(reading.doc, path, [...known, ...texts]);
  }
  const last = row.consulted[row.consulted.length - 1];
  const joined = inCell(row, texts.join(', '));
  if (last && !last.header)
    return [{ span: { start: last.span.end, end: last.span.end }, newText: `, ${joined}` }];
  const column = row.table?.columns.find((one) => one.role === 'consulted');
  const cells = row.table?.block.rows.find(({ span }) => span.start === row.span.start)?.cells;
  const cell = column ? cells?.[column.index] : undefined;
  return cell && NOBODY.test(cell.prose.text) ? [{ span: cell.span, newText: joined }] : undefined;
}

/** Leaves one of several names in the Accountable place. */
export function keepOne(
  reading: Reading,
  row: DecisionRow,
  kept: Assignment,
  all: readonly Assignment[],
): TextEdit[] {
  const { text } = kept.mention.party;
  if (row.source === 'frontmatter') return nameAccountable(reading, row, text) ?? [];
  const home = placeOf(row, kept.span);
  const together = all.filter(({ span }) => placeOf(row, span).start === home.start);
  const start = Math.min(...together.map(({ span }) => span.start));
  const end = Math.max(...together.map(({ span }) => span.end));
  const edits: TextEdit[] = [{ span: withMarks(reading, start, end), newText: inCell(row, text) }];
  // Names in a row or line that continues this one.
  const others = new Map(
    all
      .map(({ span }) => placeOf(row, span))
      .filter((place) => place.start !== home.start)
      .map((place) => [place.start, place]),
  );
  for (const span of others.values()) edits.push({ span, newText: '—' });
  return edits;
}

/** The stretch with the other half of a pair of `**` that it cuts through. */
function withMarks({ doc }: Reading, start: number, end: number): Span {
  const marks = doc.text.slice(start, end).split('**').length - 1;
  if (marks % 2 === 0) return { start, end };
  if (doc.text.slice(start - 2, start) === '**') return { start: start - 2, end };
  return doc.text.slice(end, end + 2) === '**' ? { start, end: end + 2 } : { start, end };
}

/** The cell or line that holds a name. */
function placeOf({ table, accountablePlace }: DecisionRow, span: Span): Span {
  const cell = cellAt(table, span);
  if (cell) return cell.span;
  const holds = accountablePlace && accountablePlace.start <= span.start && span.end <= accountablePlace.end;
  return holds ? accountablePlace : span;
}

function inCell(row: DecisionRow, text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return row.table && !row.table.block.html ? line.replaceAll('|', '\\|') : line;
}

/** A block's span may reach over its last line end. */
function trimmedEnd({ doc }: Reading, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(doc.text[end - 1] ?? '')) end--;
  return end;
}
