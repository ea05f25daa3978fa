/**
 * A linear look at a section before it is parsed. The Markdown parser is quadratic in emphasis and link
 * brackets of one paragraph and recursive in nesting, so a short hostile text could block the editor.
 * Limits are far above anything a person writes.
 */
const LIMITS = {
  sectionUnits: 2_000_000,
  lineUnits: 60_000,
  blockUnits: 200_000,
  blockDelimiters: 1_200,
  lineNesting: 60,
  tableRows: 5_000,
};

/** Why this section is refused, as the end of a sentence; undefined when it is fine. */
export function tooComplex(text: string): string | undefined {
  if (text.length > LIMITS.sectionUnits) return 'it is over two million characters long';
  let block = 0;
  let delimiters = 0;
  let rows = 0;
  let offset = 0;
  while (offset < text.length) {
    let end = offset;
    let lineDelimiters = 0;
    let nesting = 0;
    let inPrefix = true;
    let blank = true;
    let previous = 0;
    while (end < text.length) {
      const c = text.charCodeAt(end);
      if (c === 10 || c === 13) break;
      if (c !== 32 && c !== 9) blank = false;
      // Runs of one character count once: *** is one delimiter.
      if (isDelimiter(c) && c !== previous) lineDelimiters++;
      if (inPrefix) {
        if (c === 62 || c === 45 || c === 43 || c === 42) nesting++;
        else if (c !== 32 && c !== 9) inPrefix = false;
      }
      previous = c;
      end++;
    }
    const first = text[offset];
    if (end - offset > LIMITS.lineUnits) return `it has a line of ${end - offset} characters`;
    if (!inPrefix && nesting > LIMITS.lineNesting) return 'a line in it is nested too deeply';
    if (inPrefix && nesting > LIMITS.lineNesting && text.slice(offset, end).includes(' '))
      return 'a line in it is nested too deeply';
    if (blank) {
      block = 0;
      delimiters = 0;
    } else if (first === '|') {
      rows++;
      if (rows > LIMITS.tableRows) return `it has a table of more than ${LIMITS.tableRows} rows`;
      if (lineDelimiters > LIMITS.blockDelimiters) return 'a table row in it holds too much markup';
    } else {
      block += end - offset + 1;
      delimiters += lineDelimiters;
      if (block > LIMITS.blockUnits) return 'a paragraph in it is too long';
      if (delimiters > LIMITS.blockDelimiters) return 'a paragraph in it holds too much markup';
    }
    offset = end + 1;
  }
  return undefined;
}

/** `*` `_` `~` `[` `!`… characters that the parser must pair up. */
function isDelimiter(c: number): boolean {
  return c === 42 || c === 95 || c === 126 || c === 91 || c === 60 || c === 96;
}
