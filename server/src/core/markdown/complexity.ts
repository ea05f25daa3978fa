import { type LineKind, LineScanner, MAX_DEPTH } from './line-scanner.ts';
import { lineFrom } from './split.ts';

/**
 * A linear look at a section before it is parsed. The Markdown parser is quadratic in emphasis and link
 * brackets of one paragraph and recursive in nesting, so a short hostile text could block the editor.
 * Limits are far above anything a person writes.
 */
const LIMITS = {
  sectionUnits: 400_000,
  lineUnits: 60_000,
  lines: 30_000,
  htmlLines: 6_000,
  /** Units and markup characters of one paragraph: lines up to a blank one, a list marker or a table row. */
  blockUnits: 60_000,
  blockDelimiters: 1_200,
  /** Markup characters of the whole section. */
  delimiters: 15_000,
  /** Sum over all paragraphs and rows of their markup characters squared: what pairing them up costs. */
  pairing: 8_000_000,
  /** Markers (`>`, `-`, `1.`) in a row at the beginning of one line. */
  lineNesting: 60,
  listItems: 6_000,
  tableRows: 5_000,
  tableCells: 40_000,
  rowCells: 1_000,
};

/** Why this section is refused, as the end of a sentence; undefined when it is fine. */
export function tooComplex(text: string): string | undefined {
  if (text.length > LIMITS.sectionUnits) return `it is over ${LIMITS.sectionUnits} characters long`;
  const scanner = new LineScanner();
  let block = 0;
  let inBlock = 0;
  let all = 0;
  let pairing = 0;
  let lines = 0;
  let htmlLines = 0;
  let items = 0;
  let rows = 0;
  let cells = 0;
  for (let offset = 0; offset < text.length; ) {
    const { end, next } = lineFrom(text, offset);
    if (end - offset > LIMITS.lineUnits) return `it has a line of ${end - offset} characters`;
    const line = text.slice(offset, end);
    offset = next;
    scanner.take(line);
    const { kind } = scanner;
    const markers = nesting(line);
    if (scanner.depth > MAX_DEPTH || markers > LIMITS.lineNesting) return 'a line in it is nested too deeply';
    if (endsParagraph(kind, line)) {
      block = 0;
      inBlock = 0;
    }
    if (++lines > LIMITS.lines) return `it has more than ${LIMITS.lines} lines`;
    if (kind === 'html' && ++htmlLines > LIMITS.htmlLines)
      return `it has more than ${LIMITS.htmlLines} lines of HTML`;
    if (kind !== 'table' && kind !== 'text') continue;
    if (markers > 0 && ++items > LIMITS.listItems)
      return `it has a list of more than ${LIMITS.listItems} lines`;
    if (kind === 'table') {
      const pipes = count(line, isPipe);
      cells += pipes;
      if (++rows > LIMITS.tableRows) return `it has tables of more than ${LIMITS.tableRows} rows`;
      if (pipes > LIMITS.rowCells || cells > LIMITS.tableCells) return 'a table in it has too many cells';
    }
    const found = count(line, isDelimiter);
    block += line.length + 1;
    all += found;
    // (a + b)² less a²: what these lines add to the square.
    pairing += found * (found + 2 * inBlock);
    inBlock += found;
    if (block > LIMITS.blockUnits) return 'a paragraph in it is too long';
    if (inBlock > LIMITS.blockDelimiters) return 'a paragraph in it holds too much markup';
    if (all > LIMITS.delimiters || pairing > LIMITS.pairing) return 'it holds too much markup';
  }
  return undefined;
}

/** Whether nothing in this line can belong to the paragraph above it. */
function endsParagraph(kind: LineKind, line: string): boolean {
  return (
    kind === 'blank' ||
    kind === 'code' ||
    kind === 'html' ||
    /^[ \t]*(?:[-+*][ \t]|\||#{1,6}[ \t])/.test(line)
  );
}

/** How many block markers stand in a row at the beginning of the line. */
function nesting(line: string): number {
  let found = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === 32 || c === 9) continue;
    if (c === 62) found++;
    else if (c === 45 || c === 43 || c === 42 || c === 46 || c === 41) {
      const next = line.charCodeAt(i + 1);
      if (next !== 32 && next !== 9) break;
      found++;
    } else if (c < 48 || c > 57) break;
  }
  return found;
}

function count(line: string, is: (c: number) => boolean): number {
  let found = 0;
  let previous = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    // A run of one character is one delimiter: ***. Brackets are one each.
    if ((c !== previous || c === 91 || c === 60) && is(c)) found++;
    previous = c;
  }
  return found;
}

function isPipe(c: number): boolean {
  return c === 124;
}

/** `*` `_` `~` `[` `<` and the backtick: characters that the parser must pair up. */
function isDelimiter(c: number): boolean {
  return c === 42 || c === 95 || c === 126 || c === 91 || c === 60 || c === 96;
}
