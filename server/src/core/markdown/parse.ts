import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { worked } from '../text/memo.ts';

/**
 * What remark-gfm sets up, without the half that writes Markdown: we only read, and every bundle carries what is
 * imported.
 */
function gfmReader(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfm()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFromMarkdown()];
}

const processor = unified().use(remarkParse).use(gfmReader).freeze();

/**
 * The one seam to the Markdown parser: text to an mdast tree with offsets from the start of `text`.
 * Callers pass one section, screened by `complexity.ts` first: the parser is quadratic on hostile emphasis.
 */
export function parseMarkdown(text: string): Root {
  worked.parses++;
  // The parser would take a BOM at the very beginning for none of the text, and count offsets without it.
  return processor.parse(text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text);
}
