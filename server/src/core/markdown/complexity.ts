import { type LineKind, LineScanner, MAX_DEPTH } from './line-scanner.ts';
import { lineFrom } from './split.ts';

/**
 * A linear look at a section before it is parsed. The Markdown parser is quadratic in emphasis and link
 * brackets of one paragraph and recursive in nesting, so a short hostile text could block the editor.
 * Limits are far above anything a person writes.
 */
const LIMITS = {
  sectionUnits: 2_000_000,
  lineUnits: 60_000,
  /** Units and markup characters of one paragraph: lines up to a blank one, a list marker or a table row. */
  blockUnits: 60_000,
  blockDelimiters: 1_200,
  /** Markers (`>`, `-`, `1.`) in a row at the beginning of one line. */
  lineNesting: 60,
  tableRows: 5_000,
  /** List items in one run: the parser walks over all that are open for each new one. */
  tableCells: 60_000,
};

/** Why this section is refused, as the end of a sentence; undefined when it is fine. */
export function tooComplex(text: string): string | undefined {
  if (text.length > LIMITS.sectionUnits) return 'it is over two million characters long';
  const scanner = new LineScanner();
  let block = 0;
  let delimiters = 0;
  let rows = 0;
  let cells = 0;
  for (let offset = 0; offset < text.length; ) {
    const { end, next } = lineFrom(text, offset);
    if (end - offset > LIMITS.lineUnits) return `it has a line of ${end - offset} characters`;
    const line = text.slice(offset, end);
    scanner.take(line);
    const { kind } = scanner;
    if (scanner.depth > MAX_DEPTH || nesting(line) > LIMITS.lineNesting)
      return 'a line in it is nested too deeply';
    if (endsParagraph(kind, line)) {
      block = 0;
      delimiters = 0;
    }
    if (kind === 'table') {
      const pipes = count(line, isPipe);
      rows++;
      cells += pipes;
      if (rows > LIMITS.tableRows) return `it has tables of more than ${LIMITS.tableRows} rows`;
      if (cells > LIMITS.tableCells) return `it has tables of more than ${LIMITS.tableCells} cells`;
    }
    if (kind === 'table' || kind === 'text') {
      block += next - offset;
      delimiters += count(line, isDelimiter);
      if (block > LIMITS.blockUnits) return 'a paragraph in it is too long';
      if (delimiters > LIMITS.blockDelimiters) return 'a paragraph in it holds too much markup';
    }
    offset = next;
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
    // Runs of one character count once: *** is one delimiter.
    if (c !== previous && is(c)) found++;
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
