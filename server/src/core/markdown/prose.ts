import type { Span } from '../text/span.ts';
import type { Section } from './section.ts';

/** A link in a prose text. */
export interface ProseLink {
  readonly url: string;
  /** The URL as it stands in the source; the whole link for references and autolinks. */
  readonly urlSpan: Span;
  /** Where its text stands in `Prose.text`. */
  readonly from: number;
  readonly to: number;
}

interface Piece {
  /** Index in the prose text. */
  readonly at: number;
  readonly length: number;
  /** Offset in the section of the piece's first unit; consecutive units follow one to one. */
  readonly source: number;
  /** Units of source the whole piece was written with, where they are not one to one: an entity, `<br>`. */
  readonly width?: number;
}

/**
 * The plain text of a paragraph, heading, list item or cell: markup, comments and tags left out, line ends
 * and `<br>` as `\n`, escapes and entities resolved. Every index can be traced to its place in the document.
 */
export class Prose {
  #sentences: readonly Prose[] | undefined;

  constructor(
    readonly section: Section,
    readonly text: string,
    private readonly pieces: readonly Piece[],
    /** The source from the first to the last unit, markup included. */
    readonly span: Span,
    /** Ranges of `text` in bold. */
    readonly strong: readonly { readonly from: number; readonly to: number }[],
    readonly links: readonly ProseLink[],
    /** Ranges of `text` written as code. */
    readonly code: readonly { readonly from: number; readonly to: number }[] = [],
  ) {}

  /** The place of `text[from..to)` in the document. An empty range gives a place of no width. */
  at(from: number, to: number): Span {
    const first = this.#source(from);
    if (to <= from) return this.section.span(first, first);
    return this.section.span(first, this.#source(to - 1, true));
  }

  /** The place of the first match of `pattern`, or of its group `group`; undefined when it does not match. */
  find(pattern: RegExp): { readonly span: Span; readonly text: string; readonly index: number } | undefined {
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    return {
      span: this.at(match.index, match.index + match[0].length),
      text: match[0],
      index: match.index,
    };
  }

  /** The part `text[from..to)` as a prose of its own, trimmed of white space. */
  slice(from: number, to: number = this.text.length): Prose {
    let a = from;
    let b = to;
    while (a < b && /\s/.test(this.text[a] ?? '')) a++;
    while (b > a && /\s/.test(this.text[b - 1] ?? '')) b--;
    const pieces: Piece[] = [];
    for (const piece of this.pieces) {
      const start = Math.max(piece.at, a);
      const end = Math.min(piece.at + piece.length, b);
      if (start < end)
        pieces.push({ at: start - a, length: end - start, source: piece.source + start - piece.at });
    }
    const cut = <T extends { from: number; to: number }>(ranges: readonly T[]): T[] =>
      ranges
        .filter((range) => range.from < b && range.to > a)
        .map((range) => ({ ...range, from: Math.max(range.from, a) - a, to: Math.min(range.to, b) - a }));
    return new Prose(
      this.section,
      this.text.slice(a, b),
      pieces,
      this.at(a, b),
      cut(this.strong),
      cut(this.links),
      cut(this.code),
    );
  }

  /** The sentences of the text, in order, each on one line. A full stop inside a number or an abbreviation does not end one. */
  sentences(): readonly Prose[] {
    this.#sentences ??= this.#cutSentences();
    return this.#sentences;
  }

  #cutSentences(): readonly Prose[] {
    const out: Prose[] = [];
    let from = 0;
    for (const match of this.text.matchAll(
      /[.!?…](?=["”’')\]]?\s+\P{Ll}|["”’')\]]?\s*$)|[。！？]|\n{2,}/gu,
    )) {
      const end = match.index + match[0].length;
      if (
        match[0] === '.' &&
        abbreviated(this.text.slice(Math.max(0, end - 8), end), this.text[end + 1] ?? '')
      )
        continue;
      if (this.text.slice(from, end).trim() !== '') out.push(this.slice(from, end).unwrapped());
      from = end;
    }
    if (this.text.slice(from).trim() !== '') out.push(this.slice(from).unwrapped());
    return out;
  }

  /** The same text on one line: where a line merely wraps stands a space; `<br>` and hard breaks stay line ends. */
  unwrapped(): Prose {
    if (!this.text.includes('\n')) return this;
    const text = this.text.replace(/\n/g, (end, at: number) =>
      /[\r\n]/.test(this.section.text[this.#source(at)] ?? '') ? ' ' : end,
    );
    return new Prose(this.section, text, this.pieces, this.span, this.strong, this.links, this.code);
  }

  /** Where the unit at `index` stands in the section, or (`end`) where it ends. */
  #source(index: number, end = false): number {
    let low = 0;
    let high = this.pieces.length;
    while (low + 1 < high) {
      const mid = (low + high) >> 1;
      if ((this.pieces[mid]?.at ?? 0) <= index) low = mid;
      else high = mid;
    }
    const piece = this.pieces[low];
    if (!piece) return this.span.start - this.section.start;
    const within = Math.min(Math.max(0, index - piece.at), piece.length);
    if (piece.width !== undefined) return piece.source + (end || within >= piece.length ? piece.width : 0);
    return piece.source + within + (end ? 1 : 0);
  }
}

const ENTITY = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|approx|no|dr|mr|mrs|ms|prof|art|st|jr|sr|inc|ltd|dept)\.$/i;

/**
 * True where the full stop at the end of `before` belongs to a word: an abbreviation, an initial (`J. Doe`), dotted
 * letters (`z.B.`), or a small letter before a figure (`p. 4`). A unit (`2 h.`) and `the CTO's.` end a sentence.
 */
function abbreviated(before: string, next: string): boolean {
  if (ABBREVIATION.test(before)) return true;
  if (/(?:\b|\.)[A-Z]\.$|\.[a-z]\.$/.test(before)) return true;
  return /\d/.test(next) && /(?<!\d ?)\b[a-z]\.$/.test(before);
}

/** False for units that may stand for something else, or end a line. */
function isPlain(unit: string | undefined): boolean {
  return unit !== undefined && unit !== '&' && unit !== '\\' && unit !== '\n' && unit !== '\r';
}

/** Collects prose piece by piece; used by the readers of Markdown and of HTML. */
export class ProseBuilder {
  #text = '';
  #pieces: Piece[] = [];
  readonly strong: { from: number; to: number }[] = [];
  readonly links: ProseLink[] = [];
  readonly code: { from: number; to: number }[] = [];

  constructor(private readonly section: Section) {}

  get length(): number {
    return this.#text.length;
  }

  /** Adds `text` whose units stand one to one from `source` on, or as a whole in `width` units of source. */
  add(text: string, source: number, width?: number): void {
    if (text === '') return;
    const last = this.#pieces[this.#pieces.length - 1];
    if (width !== undefined && width !== text.length)
      this.#pieces.push({ at: this.#text.length, length: text.length, source, width });
    else if (last && last.width === undefined && last.source + last.length === source)
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + text.length };
    else this.#pieces.push({ at: this.#text.length, length: text.length, source });
    this.#text += text;
  }

  /**
   * Adds `value`, which the parser made of the source `raw` at `source`: equal units are paired in order;
   * units of the source that the parser dropped (backslashes, indentation, line prefixes) are passed over, and
   * an entity stands for what it means.
   */
  addAligned(value: string, raw: string, source: number): void {
    let i = 0;
    let r = 0;
    while (i < value.length) {
      const unit = value[i] ?? '';
      // In code a line end reads as a space.
      if (unit === '\n' || (unit === ' ' && (raw[r] === '\n' || raw[r] === '\r'))) {
        i++;
        r = this.#addLineEnd(unit, raw, r, source, indentation(value, i));
        continue;
      }
      const entity = raw[r] === '&' ? ENTITY.exec(raw.slice(r, r + 40))?.[0] : undefined;
      if (entity !== undefined && !value.startsWith(entity, i)) {
        const meaning = String.fromCodePoint(value.codePointAt(i) ?? 0);
        this.add(meaning, source + r, entity.length);
        i += meaning.length;
        r += entity.length;
        continue;
      }
      if (raw[r] === '\\' && raw[r + 1] === unit && ESCAPABLE.test(unit)) r++;
      else if (raw[r] !== unit) {
        const next = raw.indexOf(unit, r);
        if (next < 0 || next - r > 40) {
          // Not to be found: stay at the place, one unit wide.
          this.add(unit, source + Math.min(r, Math.max(0, raw.length - 1)), 1);
          i++;
          continue;
        }
        r = next;
      }
      let run = 1;
      while (i + run < value.length && isPlain(raw[r + run]) && value[i + run] === raw[r + run]) run++;
      this.add(value.slice(i, i + run), source + r);
      i += run;
      r += run;
    }
  }

  /**
   * Adds a line end and passes over the next line's indentation, but for the `kept` units of it that the value
   * still holds (the parser keeps them in code); the index in `raw` from which to go on.
   */
  #addLineEnd(unit: string, raw: string, from: number, source: number, kept: number): number {
    let at = from;
    while (at < raw.length && raw[at] !== '\n' && raw[at] !== '\r') at++;
    const width = raw.startsWith('\r\n', at) ? 2 : 1;
    this.add(unit, source + Math.min(at, Math.max(0, raw.length - 1)), width);
    return at + width + Math.max(0, indentation(raw, at + width) - kept);
  }

  build(start: number, end: number): Prose {
    return new Prose(
      this.section,
      this.#text,
      this.#pieces,
      this.section.span(start, end),
      this.strong,
      this.links,
      this.code,
    );
  }
}

/** How many spaces and tabs stand in `text` from `at` on. */
function indentation(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end - at;
}
