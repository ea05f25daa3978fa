import type { Span } from '../text/span.ts';
import { type Block, readBlocks } from './blocks.ts';
import { tooComplex } from './complexity.ts';

/**
 * A stretch of the body that is parsed by itself, from one heading to the next cut (see `split.ts`). Its
 * content never changes; only `start` moves when text before it is edited. Blocks are read when first asked for.
 */
export class Section {
  /** Link definitions of other sections that this one refers to, as Markdown; parsed behind the text. */
  #definitions = '';
  #blocks: readonly Block[] | undefined;
  #refused: string | null | undefined;

  constructor(
    readonly text: string,
    /** Offset in the document; moved by `MarkdownText` only. */
    public start: number,
  ) {}

  get end(): number {
    return this.start + this.text.length;
  }

  /** Why the section is not parsed, as the end of a sentence; undefined when it is. */
  get refused(): string | undefined {
    if (this.#refused === undefined) this.#refused = tooComplex(this.text) ?? null;
    return this.#refused ?? undefined;
  }

  /** The section's blocks in order; none when it is refused. */
  get blocks(): readonly Block[] {
    this.#blocks ??= this.refused ? [] : readBlocks(this, this.#definitions);
    return this.#blocks;
  }

  /** Link definitions that this section holds, one per line, as written. */
  get ownDefinitions(): readonly string[] {
    return this.text.includes(']:') ? (this.text.match(DEFINITION) ?? []).map((line) => line.trim()) : [];
  }

  /** Tells the section which definitions stand elsewhere; the blocks are read anew only if that matters. */
  useDefinitions(all: readonly string[]): void {
    const text = this.text.toLowerCase();
    const wanted = all.filter((line) => {
      const label = line.slice(0, line.indexOf(']:') + 1).toLowerCase();
      return text.includes(label) && !text.includes(`${label}:`);
    });
    const joined = wanted.join('\n');
    if (joined !== this.#definitions) {
      this.#definitions = joined;
      this.#blocks = undefined;
    }
  }

  /** A live span of this section, from offsets relative to its start. */
  span(start: number, end: number): Span {
    return new SectionSpan(this, start, end);
  }
}

const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$/gm;

/** A span that follows its section. */
class SectionSpan implements Span {
  constructor(
    private readonly section: Section,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): number {
    return this.section.start + this.from;
  }

  get end(): number {
    return this.section.start + this.to;
  }

  toJSON(): Span {
    return { start: this.start, end: this.end };
  }
}
