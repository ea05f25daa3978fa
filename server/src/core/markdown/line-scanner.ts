/**
 * Follows Markdown line by line and knows which block is open at the top of the document, in a list item or in
 * an HTML block, without parsing: enough to cut it into sections (`split.ts`) and to tell prose from code
 * (`complexity.ts`). The rules are CommonMark's; a property test compares the cuts with the parser's blocks.
 */

/** What a line is, as far as the parser's cost is concerned. */
export type LineKind = 'blank' | 'code' | 'html' | 'table' | 'text';

const RAW_HTML = /^<(?:script|pre|style|textarea)(?=[ \t>]|$)/i;
const RAW_CLOSE = /<\/(?:script|pre|style|textarea)>/i;
const BLOCK_TAGS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl ' +
    'dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend ' +
    'li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td ' +
    'tfoot th thead title tr track ul'
  ).split(' '),
);
const ATX = /^#{1,6}(?:[ \t]|$)/;
const BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const SETEXT = /^(?:=+|-+)[ \t]*$/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const FOOTNOTE = /^\[\^[^\]\s]{1,200}\]:/;

/** Deeper nesting than this is not followed; `complexity.ts` refuses it. */
export const MAX_DEPTH = 60;

interface Fence {
  readonly char: string;
  readonly length: number;
  /** Content column of the list item that holds the fence; 0 at top level. */
  readonly container: number;
}

/** Columns of leading white space, tabs to the next multiple of four counted from column `from`. */
function indentOf(line: string, from = 0): { columns: number; chars: number } {
  let column = from;
  let chars = 0;
  for (; chars < line.length; chars++) {
    const c = line.charCodeAt(chars);
    if (c === 32) column++;
    else if (c === 9) column += 4 - (column % 4);
    else break;
  }
  return { columns: column - from, chars };
}

/** The state between lines. Feed it every line, without its ending, from the top or from a cut. */
export class LineScanner {
  #fence: Fence | undefined;
  /** The open HTML block: what ends it (`undefined`: a blank line). */
  #html: { close: string | RegExp | undefined; container: number } | undefined;
  /** Content columns of the open list items, outermost first. */
  #items: number[] = [];
  /** True right after a list marker with nothing behind it: a blank line then ends the item. */
  #emptyItem = false;
  /** `own`: a paragraph is open in the innermost item; `inner`: in a quote or footnote, so that text may run on lazily. */
  #paragraph: 'own' | 'inner' | undefined;
  #quote = false;
  #afterBlank = true;
  /** What the line taken last is. */
  kind: LineKind = 'blank';

  /** How many list items are open. */
  get depth(): number {
    return this.#items.length;
  }

  /** Takes one line; true when a section may start at it: all blocks above it are then closed. */
  take(line: string): boolean {
    const { columns, chars } = indentOf(line);
    if (chars === line.length) {
      this.#blank();
      return false;
    }
    const afterBlank = this.#afterBlank;
    this.#afterBlank = false;
    if (this.#insideRaw(line, columns, chars)) return false;
    if (columns === 0 && ATX.test(line)) {
      this.reset();
      this.kind = 'text';
      return afterBlank;
    }
    this.#open(line.slice(chars), columns);
    return false;
  }

  /** Back to a clean state, as at a cut. */
  reset(): void {
    this.#fence = undefined;
    this.#html = undefined;
    this.#items = [];
    this.#emptyItem = false;
    this.#paragraph = undefined;
    this.#quote = false;
  }

  #blank(): void {
    this.#afterBlank = true;
    this.kind = this.#fence ? 'code' : this.#html?.close ? 'html' : 'blank';
    if (this.#html && this.#html.close === undefined) this.#html = undefined;
    this.#paragraph = undefined;
    this.#quote = false;
    if (this.#emptyItem) this.#items.pop();
    this.#emptyItem = false;
  }

  /** True when the line belongs to an open fence or HTML block. */
  #insideRaw(line: string, columns: number, chars: number): boolean {
    if (this.#fence) {
      if (columns >= this.#fence.container) {
        this.kind = 'code';
        this.#closeFence(line.slice(chars), columns);
        return true;
      }
      this.#fence = undefined;
    }
    if (this.#html) {
      if (columns >= this.#html.container) {
        this.kind = 'html';
        if (closes(this.#html.close, line)) this.#html = undefined;
        return true;
      }
      this.#html = undefined;
    }
    return false;
  }

  #closeFence(rest: string, columns: number): void {
    const fence = this.#fence;
    if (!fence || columns - fence.container > 3) return;
    let i = 0;
    while (rest[i] === fence.char) i++;
    if (i >= fence.length && rest.slice(i).trim() === '') this.#fence = undefined;
  }

  #open(rest: string, columns: number): void {
    let text = rest;
    let column = columns;
    this.kind = text.includes('|') ? 'table' : 'text';
    const kept = this.#items.filter((content) => content <= column).length;
    const unmatched = kept < this.#items.length;
    const container = (): number => this.#items[this.#items.length - 1] ?? 0;
    const outer = this.#items[kept - 1] ?? 0;
    if (column - outer > 3) {
      // Indented code, or text that runs on.
      if (this.#paragraph) return;
      this.#items.length = kept;
      this.#settle();
      this.kind = 'code';
      return;
    }
    if (unmatched || this.#quote) {
      if (this.#paragraph && !this.#startsBlock(text, unmatched || this.#quote)) return;
      this.#items.length = kept;
      if (!text.startsWith('>')) this.#settle();
    }
    this.#emptyItem = false;
    for (;;) {
      if (text.startsWith('>')) {
        this.#inQuote(text);
        return;
      }
      if (this.#paragraph === 'own' && SETEXT.test(text)) {
        this.#settle();
        return;
      }
      if (BREAK.test(text)) {
        this.#settle();
        return;
      }
      const marker = MARKER.exec(text)?.[0];
      if (marker === undefined || this.#items.length > MAX_DEPTH) break;
      const after = text.slice(marker.length);
      const gap = indentOf(after, column + marker.length);
      const empty = gap.chars === after.length;
      if (this.#paragraph === 'own' && (empty || !/^(?:[-+*]|0{0,8}1[.)])$/.test(marker))) break;
      this.#settle();
      const wide = empty || gap.columns > 4;
      column += marker.length + (wide ? 1 : gap.columns);
      this.#items.push(column);
      if (empty) {
        this.#emptyItem = true;
        return;
      }
      if (wide) {
        // Indented code inside the item.
        this.kind = 'code';
        return;
      }
      text = after.slice(gap.chars);
    }
    if (FENCE.test(text)) {
      const fence = FENCE.exec(text)?.[0] ?? '';
      this.#settle();
      this.kind = 'code';
      this.#fence = { char: fence[0] ?? '`', length: fence.length, container: container() };
      return;
    }
    if (ATX.test(text)) {
      this.#settle();
      return;
    }
    if (text.startsWith('<') && this.#openHtml(text, container())) return;
    if (FOOTNOTE.test(text) && this.#paragraph !== 'own') {
      this.#paragraph = 'inner';
      this.#quote = true;
      return;
    }
    this.#paragraph = 'own';
  }

  /** No paragraph is open any more. */
  #settle(): void {
    this.#paragraph = undefined;
    this.#quote = false;
    this.#emptyItem = false;
  }

  /** Whether text that could run on lazily begins a block instead. */
  #startsBlock(text: string, outside: boolean): boolean {
    if (/^[>#]/.test(text) && (text.startsWith('>') || ATX.test(text))) return true;
    if (FENCE.test(text) || BREAK.test(text)) return true;
    const marker = MARKER.exec(text)?.[0];
    if (marker !== undefined) {
      if (outside) return true;
      return text.trim() !== marker && /^(?:[-+*]|0{0,8}1[.)])$/.test(marker);
    }
    return text.startsWith('<') && htmlBlock(text, true) !== undefined;
  }

  #inQuote(text: string): void {
    let inner = text;
    let depth = 0;
    for (; depth < MAX_DEPTH && /^>/.test(inner); depth++)
      inner = inner.slice(1).replace(/^ {0,3}(?=\S)/, '');
    const marker = MARKER.exec(inner)?.[0];
    const content = marker === undefined ? inner : inner.slice(marker.length).trimStart();
    const closed =
      content.trim() === '' ||
      ATX.test(content) ||
      BREAK.test(content) ||
      FENCE.test(content) ||
      (this.#paragraph !== 'inner' && /^(?: {4}|\t)/.test(inner)) ||
      (content.startsWith('<') && htmlBlock(content, false) !== undefined);
    this.#paragraph = closed ? undefined : 'inner';
    this.#quote = true;
    this.#emptyItem = false;
  }

  #openHtml(text: string, container: number): boolean {
    const found = htmlBlock(text, this.#paragraph === 'own');
    if (!found) return false;
    this.#settle();
    this.kind = 'html';
    if (!closes(found.close, text.slice(found.from))) this.#html = { close: found.close, container };
    return true;
  }
}

function closes(close: string | RegExp | undefined, line: string): boolean {
  if (close === undefined) return false;
  return typeof close === 'string' ? line.includes(close) : close.test(line);
}

/** The HTML block that begins with this text: what ends it, and from where on the end may stand. */
function htmlBlock(
  text: string,
  inParagraph: boolean,
): { readonly close: string | RegExp | undefined; readonly from: number } | undefined {
  if (RAW_HTML.test(text)) return { close: RAW_CLOSE, from: 4 };
  if (text.startsWith('<!--')) return { close: '-->', from: 2 };
  if (text.startsWith('<?')) return { close: '?>', from: 1 };
  if (text.startsWith('<![CDATA[')) return { close: ']]>', from: 9 };
  if (/^<![A-Za-z]/.test(text)) return { close: '>', from: 2 };
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]{0,40})(?=[ \t>]|\/>|$)/.exec(text)?.[1];
  if (name !== undefined && BLOCK_TAGS.has(name.toLowerCase())) return { close: undefined, from: 0 };
  return !inParagraph && isLoneTag(text) ? { close: undefined, from: 0 } : undefined;
}

/** True for one complete opening or closing tag of any name with nothing behind it. */
function isLoneTag(text: string): boolean {
  const closing = /^<\/[A-Za-z][A-Za-z0-9-]*[ \t]*>[ \t]*$/;
  if (text.startsWith('</')) return closing.test(text);
  let at = /^<[A-Za-z][A-Za-z0-9-]*/.exec(text)?.[0].length ?? 0;
  if (at === 0) return false;
  for (;;) {
    const space = skip(text, at, /[ \t]/);
    const name = skip(text, space, /[A-Za-z0-9_:.-]/);
    if (name === space) {
      const end = text[space] === '/' ? space + 1 : space;
      return text[end] === '>' && text.slice(end + 1).trim() === '';
    }
    if (space === at || !/[A-Za-z_:]/.test(text[space] ?? '')) return false;
    at = name;
    const equals = skip(text, name, /[ \t]/);
    if (text[equals] !== '=') continue;
    const value = skip(text, equals + 1, /[ \t]/);
    const quote = text[value];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, value + 1);
      if (close < 0) return false;
      at = close + 1;
    } else {
      at = skip(text, value, /[^ \t"'=<>`]/);
      if (at === value) return false;
    }
  }
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text[at] ?? '')) at++;
  return at;
}
