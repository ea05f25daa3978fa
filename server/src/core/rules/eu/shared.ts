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

/** Where a key of the `eu` block is missing: a value that says why it is asked for, the block's key, or the first line. */
export function euPlace({ doc, frontmatter }: Reading, ...path: readonly string[]): Span {
  const said = frontmatter.has(...path) ? frontmatter.node(...path) : undefined;
  return said?.span ?? frontmatter.entry('eu')?.keySpan ?? frontmatterPlace(doc);
}
