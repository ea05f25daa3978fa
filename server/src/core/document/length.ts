import type { Heading } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Section } from '../markdown/section.ts';
import { ownCopy } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { once, type Reading } from './reading.ts';

// A document's length: the words below the frontmatter, those in tables included, divided by the configured
// `words_per_page`, to a tenth. A word is what stands between blanks and holds a letter or digit; in scripts
// written without blanks two characters count as one. Comments and HTML tags are not printed and do not count.

/** The document's length in pages, to a tenth. */
export const pages = once((reading): number => toPages(reading, words(reading)));

/** Words in the body. */
export const words = once((reading): number =>
  reading.doc.markdown.sections.reduce((sum, section) => sum + wordsOf(section), 0),
);

/** A part of the document below one heading, and how much of the length it is. */
export interface Part {
  readonly heading: Prose;
  readonly words: number;
  /** To a tenth. */
  readonly pages: number;
}

/** The longest parts, longest first; the text below a heading up to the next one counts as one part. */
export function longestParts(reading: Reading, count: number): readonly Part[] {
  const headings = reading.outline.regions.flatMap(({ heading }) => heading ?? []);
  return headings
    .map((heading, i): Part => {
      const to = headings[i + 1]?.span.start ?? reading.doc.text.length;
      const found = wordsBelow(heading, reading.doc.text.slice(heading.span.start, to));
      return { heading: heading.prose, words: found, pages: toPages(reading, found) };
    })
    .sort((a, b) => b.words - a.words)
    .slice(0, count);
}

/** Where a finding about the document as a whole points: its title, else its first line. */
export function titlePlace(reading: Reading): Span {
  const { doc } = reading;
  const title = reading.outline.regions.find((region) => region.heading)?.heading?.prose;
  // An underlined title is two lines; its words are what counts.
  if (title)
    return /[\r\n]/.test(doc.text.slice(title.span.start, title.span.end))
      ? title.at(0, title.text.length)
      : title.span;
  const start = doc.frontmatter.block?.start ?? doc.markdown.bodyStart;
  const end = doc.text.slice(start).search(/[\r\n]|$/);
  return { start, end: start + end };
}

const known = new WeakMap<Section, number>();

/** Kept with the section: an edit elsewhere does not count it again. */
function wordsOf(section: Section): number {
  const before = known.get(section);
  if (before !== undefined) return before;
  const counted = countWords(section.text);
  known.set(section, counted);
  return counted;
}

const knownBelow = new WeakMap<Heading, { readonly text: string; readonly words: number }>();

/** The same for the text from a heading on. */
function wordsBelow(heading: Heading, text: string): number {
  const before = knownBelow.get(heading);
  if (before?.text === text) return before.words;
  const counted = { text: ownCopy(text), words: countWords(text) };
  knownBelow.set(heading, counted);
  return counted.words;
}

function toPages(reading: Reading, count: number): number {
  return Math.round((count / reading.config.wordsPerPage) * 10) / 10;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words in a Markdown text, by the definition above. */
export function countWords(markdown: string): number {
  let count = 0;
  const printed = withoutComments(markdown).replace(
    /<\/?[A-Za-z][A-Za-z0-9-]{0,40}(?=[\s/>])[^<>]{0,2000}>/g,
    ' ',
  );
  for (const token of printed.split(/[\s|]+/)) {
    if (!/[\p{L}\p{N}]/u.test(token)) continue;
    const unspaced = token.match(UNSPACED)?.length ?? 0;
    count += unspaced > 1 ? Math.ceil(unspaced / 2) : 1;
  }
  return count;
}

function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let out = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    const close = open < 0 ? -1 : text.indexOf('-->', open + 4);
    if (close < 0) return out + text.slice(at);
    out += `${text.slice(at, open)} `;
    at = close + 3;
  }
}
