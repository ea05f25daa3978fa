import type { Assignment, DecisionRow } from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter, yamlScalar } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { hull, type Span } from '../../text/span.ts';
import { cellAt, cellOfRole } from './letters.ts';

const NOBODY = /^[-–—\s]*$|^n\/?a$/i;

/** Writes somebody into the Accountable place of a row that names people; undefined where there is no such place. */
export function nameAccountable(reading: Reading, row: DecisionRow, text: string): TextEdit[] | undefined {
  if (row.source === 'frontmatter') {
    const entry = reading.frontmatter.entry('decisions', row.label, 'accountable');
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
    if (node?.kind === 'list' && known.length < node.items.length) return undefined;
    const item = node?.kind === 'list' && node.flow ? node.items[node.items.length - 1] : undefined;
    if (item) {
      const added = texts.map((text) => `, ${yamlScalar(text)}`).join('');
      return [{ span: { start: item.span.end, end: item.span.end }, newText: added }];
    }
    return setFrontmatter(reading.doc, path, [...known, ...texts]);
  }
  const last = row.consulted[row.consulted.length - 1];
  const joined = inCell(row, texts.join(', '));
  if (last && !last.header)
    return [{ span: { start: last.span.end, end: last.span.end }, newText: `, ${joined}` }];
  const cell = cellOfRole(row, 'consulted');
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
  // Others have names in a row or line that continues this one.
  const places = new Map(all.map(({ span }) => placeOf(row, span)).map((place) => [place.start, place]));
  const home = placeOf(row, kept.span);
  return [...places.values()].map((place) => {
    if (place.start !== home.start) return { span: place, newText: '—' };
    const together = all.filter(({ span }) => placeOf(row, span).start === home.start);
    const { start, end } = hull(kept.span, ...together.map(({ span }) => span));
    return { span: withMarks(reading, start, end), newText: inCell(row, text) };
  });
}

/** The stretch with the other half of a pair of `**` that it cuts through. */
function withMarks({ doc }: Reading, start: number, end: number): Span {
  const marks = doc.text.slice(start, end).split('**').length - 1;
  if (marks % 2 === 0) return { start, end };
  if (doc.text.startsWith('**', start - 2)) return { start: start - 2, end };
  return doc.text.startsWith('**', end) ? { start, end: end + 2 } : { start, end };
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
  return doc.text.slice(0, offset).trimEnd().length;
}
