import { LineScanner } from './line-scanner.ts';

/** The end of the line that begins at `offset`, without its ending, and the start of the next. */
export function lineFrom(text: string, offset: number): { readonly end: number; readonly next: number } {
  let end = offset;
  while (end < text.length) {
    const c = text.charCodeAt(end);
    if (c === 10 || c === 13) break;
    end++;
  }
  return { end, next: end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1) };
}

/**
 * Cuts Markdown into sections that can be parsed alone. A cut stands before an ATX heading at column 0 that
 * follows a blank line, outside fenced code and outside HTML blocks that swallow blank lines: there the
 * CommonMark parser is back at the top of the document with no open block, so parsing the pieces gives the
 * same blocks as parsing the whole (a property test compares the two).
 *
 * Returns the offsets at which sections start, the first always `from`. Scanning stops early when
 * `settled(offset)` says of a cut that everything from there on is known already; that cut is the last one returned.
 */
export function cutSections(text: string, from: number, settled?: (offset: number) => boolean): number[] {
  const cuts = [from];
  const scanner = new LineScanner();
  let offset = from;
  while (offset < text.length) {
    const { end, next } = lineFrom(text, offset);
    if (scanner.take(text.slice(offset, end)) && offset > from) {
      cuts.push(offset);
      if (settled?.(offset)) return cuts;
    }
    offset = next;
  }
  return cuts;
}
