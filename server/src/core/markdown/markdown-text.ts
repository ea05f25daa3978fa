import type { Frontmatter } from '../frontmatter/frontmatter.ts';
import { frontmatterEnd, parseFrontmatter } from '../frontmatter/parse.ts';
import type { TextEdit } from '../text/edit.ts';
import { ownCopy } from '../text/memo.ts';
import type { Definition } from './definitions.ts';
import { Section } from './section.ts';
import { cutSections } from './split.ts';

/**
 * The text of one Markdown file, cut into frontmatter and sections. An edit re-reads the section it touches
 * (or the frontmatter); everything else is kept, so its cost does not grow with the document.
 */
export class MarkdownText {
  #text: string;
  #frontmatter: Frontmatter;
  #bodyStart: number;
  #sections: Section[];
  #definitions: ReadonlyMap<string, Definition> = new Map();
  /** Sections created since this object was made: what an edit costs, for tests that count it. */
  sectionsRead = 0;

  constructor(text: string) {
    this.#text = text;
    this.#frontmatter = parseFrontmatter(text);
    this.#bodyStart = frontmatterEnd(text);
    this.#sections = this.#cut(this.#bodyStart, text.length);
    this.#shareDefinitions();
  }

  get text(): string {
    return this.#text;
  }

  get frontmatter(): Frontmatter {
    return this.#frontmatter;
  }

  /** Offset of the first unit below the frontmatter. */
  get bodyStart(): number {
    return this.#bodyStart;
  }

  /** The sections in order; their texts joined are the body. */
  get sections(): readonly Section[] {
    return this.#sections;
  }

  /** Replaces a stretch of the text. Offsets outside the text are clamped. */
  edit(edit: TextEdit): void {
    const start = Math.max(0, Math.min(edit.span.start, this.#text.length));
    const end = Math.max(start, Math.min(edit.span.end, this.#text.length));
    const before = this.#text;
    this.#text = before.slice(0, start) + edit.newText + before.slice(end);
    const delta = edit.newText.length - (end - start);
    // A line far below may close a block that was open, or be taken away again; a closed one stays closed.
    const settled = this.#frontmatter.present && this.#frontmatter.closed;
    const headMoved = !settled && start > this.#bodyStart && frontmatterEnd(this.#text) !== this.#bodyStart;
    if (start <= this.#bodyStart || headMoved) this.#editHead(before.length, end, delta);
    else this.#editBody(start, end, delta);
    this.#shareDefinitions();
  }

  /** An edit that begins in the frontmatter, or right below it where it might join it. */
  #editHead(oldLength: number, end: number, delta: number): void {
    const oldStart = this.#bodyStart;
    const bodyStart = frontmatterEnd(this.#text);
    this.#frontmatter = parseFrontmatter(this.#text);
    this.#bodyStart = bodyStart;
    const sameBody = end < oldStart && this.#text.length - bodyStart === oldLength - oldStart;
    if (sameBody) for (const section of this.#sections) section.start += delta;
    else this.#replace(0, this.#sections.length, this.#cut(bodyStart, this.#text.length));
  }

  #editBody(start: number, end: number, delta: number): void {
    // The section before is read again too: the edit may take away the blank line or heading between them.
    const first = Math.max(0, this.#indexAt(start) - 1);
    const last = this.#indexAt(end);
    const from = this.#sections[first]?.start ?? this.#bodyStart;
    const known = new Map<number, number>();
    for (let i = last + 1; i < this.#sections.length; i++)
      known.set((this.#sections[i]?.start ?? 0) + delta, i);
    let keepFrom = this.#sections.length;
    const cuts = cutSections(this.#text, from, (offset) => {
      const index = known.get(offset);
      if (index === undefined) return false;
      keepFrom = index;
      return true;
    });
    if (keepFrom < this.#sections.length) cuts.pop();
    const stop =
      keepFrom < this.#sections.length ? (this.#sections[keepFrom]?.start ?? 0) + delta : this.#text.length;
    for (let i = keepFrom; i < this.#sections.length; i++) {
      const section = this.#sections[i];
      if (section) section.start += delta;
    }
    this.#replace(first, keepFrom, this.#build(cuts, stop));
  }

  /** Puts new sections in the place of old ones; an old one with the same text lives on. */
  #replace(first: number, end: number, fresh: Section[]): void {
    const old = new Map<string, Section[]>();
    for (const section of this.#sections.slice(first, end)) {
      const same = old.get(section.text);
      if (same) same.push(section);
      else old.set(section.text, [section]);
    }
    const kept = fresh.map((section) => {
      const same = old.get(section.text)?.shift();
      if (!same) {
        this.sectionsRead++;
        return section;
      }
      same.start = section.start;
      return same;
    });
    this.#sections.splice(first, end - first, ...kept);
  }

  #cut(from: number, end: number): Section[] {
    return this.#build(cutSections(this.#text, from), end);
  }

  #build(cuts: readonly number[], end: number): Section[] {
    return cuts.map((cut, i) => new Section(ownCopy(this.#text.slice(cut, cuts[i + 1] ?? end)), cut));
  }

  /** Index of the section that holds the offset; the last one at the end of the text. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#sections.length;
    while (low + 1 < high) {
      const mid = (low + high) >> 1;
      if ((this.#sections[mid]?.start ?? 0) <= offset) low = mid;
      else high = mid;
    }
    return low;
  }

  /** Link definitions hold for the whole document, wherever they stand; the first of a label wins. */
  #shareDefinitions(): void {
    const definitions = new Map<string, Definition>();
    for (const section of this.#sections)
      for (const definition of section.ownDefinitions)
        if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
    const none = definitions.size === 0 && this.#definitions.size === 0;
    this.#definitions = definitions;
    if (!none) for (const section of this.#sections) section.useDefinitions(definitions);
  }
}
