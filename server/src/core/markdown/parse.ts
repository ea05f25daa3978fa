import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The one seam to the Markdown parser: text to an mdast tree with offsets from the start of `text`.
 * Callers pass one section, screened by `complexity.ts` first: the parser is quadratic on hostile emphasis.
 */
export function parseMarkdown(text: string): Root {
  // The parser would take a BOM at the very beginning for none of the text, and count offsets without it.
  return processor.parse(text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text);
}
