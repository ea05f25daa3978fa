/**
 * Cuts Markdown into sections that can be parsed alone. A cut stands before an ATX heading at column 0 that
 * follows a blank line, outside fenced code and outside HTML blocks that swallow blank lines: there the
 * CommonMark parser is back at the top of the document with no open block, so parsing the pieces gives the
 * same blocks as parsing the whole (a property test compares the two).
 */

/** HTML blocks that end at their own closing text, not at a blank line (CommonMark kinds 1 to 5). */
const HTML_BLOCKS: readonly { open: RegExp; close: RegExp }[] = [
  { open: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, close: /<\/(?:script|pre|style|textarea)>/i },
  { open: /^<!--/, close: /-->/ },
  { open: /^<\?/, close: /\?>/ },
  { open: /^<![A-Za-z]/, close: />/ },
  { open: /^<!\[CDATA\[/, close: /\]\]>/ },
];

const LIST_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;

interface Fence {
  readonly char: string;
  readonly length: number;
  /** Content column of the list item that holds the fence; 0 at top level. */
  readonly container: number;
}

/** Columns of leading white space, tabs to the next multiple of four. */
function indentOf(line: string): { columns: number; chars: number } {
  let columns = 0;
  let chars = 0;
  for (; chars < line.length; chars++) {
    const c = line.charCodeAt(chars);
    if (c === 32) columns++;
    else if (c === 9) columns += 4 - (columns % 4);
    else break;
  }
  return { columns, chars };
}

/** The state of the scan between lines: which block could still be open. */
class Scanner {
  #fence: Fence | undefined;
  #html: { close: RegExp; container: number } | undefined;
  /** Content columns of the open list items, outermost first. */
  #items: number[] = [];
  #afterBlank = true;

  /** Takes one line without its ending; true when a section may start at this line. */
  take(line: string): boolean {
    const { columns, chars } = indentOf(line);
    const blank = chars === line.length;
    if (blank) {
      this.#afterBlank = true;
      return false;
    }
    const afterBlank = this.#afterBlank;
    this.#afterBlank = false;
    if (this.#fence) {
      if (columns >= this.#fence.container) {
        this.#closeFence(line.slice(chars), columns);
        return false;
      }
      this.#fence = undefined;
    }
    if (this.#html) {
      if (columns >= this.#html.container) {
        if (this.#html.close.test(line)) this.#html = undefined;
        return false;
      }
      this.#html = undefined;
    }
    if (columns === 0 && afterBlank && /^#{1,6}(?:[ \t]|$)/.test(line)) {
      this.#items = [];
      return true;
    }
    this.#open(line.slice(chars), columns, afterBlank);
    return false;
  }

  /** Back to a clean state, as at a cut. */
  reset(): void {
    this.#fence = undefined;
    this.#html = undefined;
    this.#items = [];
    this.#afterBlank = false;
  }

  #closeFence(rest: string, columns: number): void {
    const fence = this.#fence;
    if (!fence || columns - fence.container > 3) return;
    let i = 0;
    while (rest[i] === fence.char) i++;
    if (i >= fence.length && rest.slice(i).trim() === '') this.#fence = undefined;
  }

  #open(rest: string, columns: number, afterBlank: boolean): void {
    let text = rest;
    let column = columns;
    // Lazy continuation keeps a list item open only for paragraph text, which opens nothing.
    while (this.#items.length > 0 && column < (this.#items[this.#items.length - 1] ?? 0)) {
      if (!afterBlank && !LIST_MARKER.test(text) && !/^(?:`{3}|~{3}|<)/.test(text)) return;
      this.#items.pop();
    }
    for (let depth = 0; depth < 12; depth++) {
      const container = this.#items[this.#items.length - 1] ?? 0;
      if (column - container > 3) return;
      const marker = LIST_MARKER.exec(text);
      if (!marker) break;
      const after = text.slice(marker[0].trimEnd().length);
      const gap = indentOf(after);
      const markerWidth = marker[0].trimEnd().length;
      const spaces = gap.chars === after.length || gap.columns > 4 ? 1 : gap.columns;
      column += markerWidth + spaces;
      this.#items.push(column);
      text = gap.columns > 4 ? after.slice(1) : after.slice(gap.chars);
      if (text === '') return;
    }
    const container = this.#items[this.#items.length - 1] ?? 0;
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(text);
    if (fence?.[1] && !(fence[1][0] === '`' && fence[2]?.includes('`'))) {
      this.#fence = { char: fence[1][0] ?? '`', length: fence[1].length, container };
      return;
    }
    if (text[0] !== '<') return;
    for (const { open, close } of HTML_BLOCKS) {
      const match = open.exec(text);
      if (!match) continue;
      if (!close.test(text.slice(match[0].length))) this.#html = { close, container };
      return;
    }
  }
}

/**
 * Offsets at which sections start, the first always `from`. Scanning stops early when `settled(offset)`
 * says of a cut that everything from there on is known already; that cut is the last one returned.
 */
export function cutSections(text: string, from: number, settled?: (offset: number) => boolean): number[] {
  const cuts = [from];
  const scanner = new Scanner();
  let offset = from;
  while (offset < text.length) {
    let end = offset;
    while (end < text.length) {
      const c = text.charCodeAt(end);
      if (c === 10 || c === 13) break;
      end++;
    }
    if (scanner.take(text.slice(offset, end)) && offset > from) {
      scanner.reset();
      cuts.push(offset);
      if (settled?.(offset)) return cuts;
    }
    offset = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return cuts;
}
