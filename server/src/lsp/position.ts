import type { Span } from '../core/text/span.ts';

/** How the client counts characters of a line. */
export type Encoding = 'utf-16' | 'utf-8';

/** As in the protocol: 0-based line and character. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/**
 * The lines of one text, kept up to date edit by edit so that a keystroke in a long document costs what it
 * touches. Lines end with LF, CRLF or a lone CR; a place past a line's last character means its end.
 */
export class Lines {
  #starts: number[];
  #text: string;

  constructor(
    text: string,
    readonly encoding: Encoding,
  ) {
    this.#text = text;
    this.#starts = [0, ...lineStarts(text, 0, text.length)];
  }

  get text(): string {
    return this.#text;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Takes over the text after `span` of the old one was replaced by `newLength` units. */
  edit(span: Span, newLength: number, text: string): void {
    const delta = newLength - (span.end - span.start);
    // A line end may be joined or split at either border of the edit (CR LF), hence one unit more on both sides.
    const first = this.#lineAt(Math.max(0, span.start - 1));
    let keep = this.#lineAt(span.end) + 1;
    while (keep < this.#starts.length && (this.#starts[keep] ?? 0) <= span.end + 1) keep++;
    const from = this.#starts[first] ?? 0;
    const to = keep < this.#starts.length ? (this.#starts[keep] ?? 0) + delta - 1 : text.length;
    const fresh = lineStarts(text, from, to);
    if (delta !== 0)
      for (let i = keep; i < this.#starts.length; i++) this.#starts[i] = (this.#starts[i] ?? 0) + delta;
    const removed = keep - first - 1;
    if (fresh.length === removed)
      for (let i = 0; i < removed; i++) this.#starts[first + 1 + i] = fresh[i] ?? 0;
    else this.#starts = [...this.#starts.slice(0, first + 1), ...fresh, ...this.#starts.slice(keep)];
    this.#text = text;
  }

  /** Offset of a place; lines past the last mean the end of the text. */
  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.#starts.length) return this.#text.length;
    const start = this.#starts[line] ?? 0;
    const end = this.#lineEnd(line);
    if (!(character > 0)) return start;
    if (this.encoding === 'utf-16') return Math.min(start + character, end);
    let offset = start;
    let bytes = 0;
    while (offset < end) {
      const c = this.#text.codePointAt(offset) ?? 0;
      bytes += utf8Length(c);
      if (bytes > character) break;
      offset += c > 0xffff ? 2 : 1;
    }
    return offset;
  }

  positionAt(offset: number): Position {
    const line = this.#lineAt(offset);
    const start = this.#starts[line] ?? 0;
    const at = Math.max(start, Math.min(offset, this.#lineEnd(line)));
    if (this.encoding === 'utf-16') return { line, character: at - start };
    let character = 0;
    for (let i = start; i < at; ) {
      const c = this.#text.codePointAt(i) ?? 0;
      character += utf8Length(c);
      i += c > 0xffff ? 2 : 1;
    }
    return { line, character };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The span of a range; a range written backwards is turned round. */
  spanOf(range: Range): Span {
    const a = this.offsetAt(range.start);
    const b = this.offsetAt(range.end);
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  /** The place of the end of the text. */
  get end(): Position {
    return this.positionAt(this.#text.length);
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const mid = (low + high) >> 1;
      if ((this.#starts[mid] ?? 0) <= offset) low = mid;
      else high = mid;
    }
    return low;
  }

  /** Where the line's text ends, before its line end. */
  #lineEnd(line: number): number {
    if (line + 1 >= this.#starts.length) return this.#text.length;
    const start = this.#starts[line] ?? 0;
    let end = (this.#starts[line + 1] ?? 0) - 1;
    if (end > start && this.#text.charCodeAt(end) === 10 && this.#text.charCodeAt(end - 1) === 13) end--;
    return end;
  }
}

/** Offsets behind the line ends that end in `text[from, to)`, a CR LF counting once. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
