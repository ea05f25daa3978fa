/** A place in a text: 0-based line, 0-based character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Translates between offsets and lines. Lines end with LF, CRLF or a lone CR, as the language server
 * protocol counts them. Built lazily by the callers that speak of lines (protocol, reporters); the core does not.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) this.#starts.push(i + 1);
      else if (c === 13 && text.charCodeAt(i + 1) !== 10) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first unit of a 0-based line; the end of the text for lines past the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** The place of an offset; offsets outside the text are clamped. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const mid = (low + high) >> 1;
      if ((this.#starts[mid] ?? 0) <= at) low = mid;
      else high = mid;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset of a place; a character past the line's end is clamped to the next line's start. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#length;
    const start = this.lineStart(position.line);
    const next = this.lineStart(position.line + 1);
    return Math.max(start, Math.min(start + position.character, next));
  }
}
