import type { Reading } from '../../document/reading.ts';
import type { Span } from '../../text/span.ts';
import { frontmatterPlace } from '../places.ts';

/** The document's own word, else the configuration's. */
export function inEuScope({ frontmatter, config }: Reading): boolean {
  return frontmatter.bool('eu', 'in_scope') ?? config.euInScope;
}

/** High-risk by the document's own classification, unless it says it is out of scope. */
export function isHighRisk({ frontmatter }: Reading): boolean {
  return (
    frontmatter.text('eu', 'classification') === 'high-risk' && frontmatter.bool('eu', 'in_scope') !== false
  );
}

/** Where a key of the `eu` block is missing: a neighbouring value, the block's key, or the first line. */
export function euPlace({ doc, frontmatter }: Reading, ...neighbours: readonly string[][]): Span {
  for (const path of neighbours) {
    const node = frontmatter.node(...path);
    if (node && node.span.end > node.span.start) return node.span;
  }
  return frontmatter.entry('eu')?.keySpan ?? frontmatterPlace(doc);
}
