import type { DecisionRightsDocument } from '../document/document.ts';
import { freeze, type Span } from '../text/span.ts';
import { linkedPaths, resolveLink } from '../workspace/links.ts';

/** A place that leads to a file of the workspace. */
export interface DocumentLink {
  readonly span: Span;
  /** Relative to the workspace root. */
  readonly path: string;
  readonly heading: string | undefined;
}

/** The links to evidence, records and documents, in frontmatter and body. `self` is the document's own path. */
export function documentLinks(doc: DecisionRightsDocument, self: string): DocumentLink[] {
  return linkedPaths(doc).flatMap(({ url, span }) => {
    const place = resolveLink(self, url);
    return place ? [{ span: freeze(span), ...place }] : [];
  });
}
