import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from './parse.ts';

/** A link definition (`[label]: url`), wherever in the document it stands: it holds everywhere. */
export interface Definition {
  /** The label as the parser compares it: folded, white space collapsed. */
  readonly identifier: string;
  readonly url: string;
}

/** Longer labels are none (CommonMark). */
export const MAX_LABEL = 999;

/** A label as the parser compares it. */
export function identifierOf(label: string): string {
  const plain = label.replace(/[\t\n\r ]+/g, ' ').trim();
  // Twice, as the parser does: some letters have more than one lower case.
  return plain.toLowerCase().toUpperCase().toLowerCase();
}

/** The definitions a section's text holds, in order, also those in lists and quotes. */
export function readDefinitions(text: string): {
  readonly definitions: readonly Definition[];
  /** What the parser made of the text; undefined where that is too deep for it. */
  readonly tree: Root | undefined;
} {
  const definitions: Definition[] = [];
  try {
    const tree = parseMarkdown(text);
    collect(tree, definitions);
    return { definitions, tree };
  } catch {
    // Such a section has no blocks either.
    return { definitions, tree: undefined };
  }
}

/** Definitions as Markdown, one a line, to be parsed behind a section that refers to them. */
export function renderDefinitions(definitions: readonly Definition[]): string {
  return definitions.map(({ identifier }) => `[${identifier}]: <#>`).join('\n');
}

function collect(node: Nodes, found: Definition[]): void {
  if (node.type === 'definition') found.push({ identifier: node.identifier, url: node.url });
  else if ('children' in node) for (const child of node.children) collect(child, found);
}
