import type { Root } from 'mdast';
import type { Span } from '../text/span.ts';
import { type Block, readBlocks } from './blocks.ts';
import { tooComplex } from './complexity.ts';
import { type Definition, identifierOf, MAX_LABEL, readDefinitions } from './definitions.ts';

/**
 * A stretch of the body that is parsed by itself, from one heading to the next cut (see `split.ts`). Its
 * content never changes; only `start` moves when text before it is edited. Blocks are read when first asked for.
 */
export class Section {
  /** The document's link definitions that this section refers to. */
  #definitions: readonly Definition[] = [];
  #ownDefinitions: readonly Definition[] | undefined;
  #identifiers: ReadonlySet<string> | undefined;
  #blocks: readonly Block[] | undefined;
  /** Of a section that was parsed for its definitions or among others, until its blocks are read. */
  #tree: Root | undefined;
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
    if (this.#blocks === undefined) {
      this.#blocks = this.refused ? [] : readBlocks(this, this.#definitions, this.#tree);
      this.#tree = undefined;
      if (this.#blocks === undefined) {
        // The parser gave up where the look at the text did not expect it.
        this.#refused = 'it is nested too deeply';
        this.#blocks = [];
      }
    }
    return this.#blocks;
  }

  /**
   * True for text that nobody parsed yet and that means the same among its neighbours as alone: it holds no
   * definition and refers to none.
   */
  get canJoin(): boolean {
    return (
      this.#blocks === undefined &&
      this.#tree === undefined &&
      this.#definitions.length === 0 &&
      !this.text.includes(']:') &&
      !this.refused
    );
  }

  /** Takes what the parser made of this text, offsets from its start, in place of parsing it alone. */
  useTree(tree: Root): void {
    this.#tree = tree;
  }

  /** Link definitions that this section holds, in order. Parses the section only where it may hold any. */
  get ownDefinitions(): readonly Definition[] {
    if (this.#ownDefinitions === undefined) {
      const read = this.text.includes(']:') && !this.refused ? readDefinitions(this.text) : undefined;
      this.#ownDefinitions = read?.definitions ?? [];
      this.#tree = read?.tree;
    }
    return this.#ownDefinitions;
  }

  /** Tells the section which definitions the document holds; the blocks are read anew only if that matters. */
  useDefinitions(all: ReadonlyMap<string, Definition>): void {
    if (all.size === 0 && this.#definitions.length === 0) return;
    this.#identifiers ??= bracketed(this.text);
    const wanted = [...this.#identifiers].flatMap((identifier) => all.get(identifier) ?? []);
    const same =
      wanted.length === this.#definitions.length &&
      wanted.every((d, i) => sameDefinition(d, this.#definitions[i]));
    if (same) return;
    this.#definitions = wanted;
    this.#blocks = undefined;
  }

  /** A live span of this section, from offsets relative to its start. */
  span(start: number, end: number): Span {
    return new SectionSpan(this, start, end);
  }
}

function sameDefinition(a: Definition, b: Definition | undefined): boolean {
  return a.identifier === b?.identifier && a.url === b.url;
}

/** Everything in brackets that may be a reference to a definition, as identifiers. */
function bracketed(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(/\[((?:[^[\]\\]|\\[\s\S])*)\]/g)) {
    const label = match[1] ?? '';
    if (label.length <= MAX_LABEL && label.trim() !== '') found.add(identifierOf(label));
  }
  return found;
}

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
