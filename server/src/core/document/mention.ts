import type { Party } from '../parties/party.ts';
import type { Span } from '../text/span.ts';

/** Where a statement stands. Precedence: frontmatter, then tables, then labelled fields, then prose. */
export type Source = 'frontmatter' | 'table' | 'field' | 'prose';

/** A party named in the document, at its place. */
export interface Mention {
  readonly party: Party;
  /** The party's own text in the document, not the whole cell or value. */
  readonly span: Span;
  readonly source: Source;
}

/** A statement of the document with its place. */
export interface Said<T> {
  readonly value: T;
  readonly span: Span;
  readonly source: Source;
}
