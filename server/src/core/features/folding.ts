import type { DecisionRightsDocument } from '../document/document.ts';
import { freeze, type Span } from '../text/span.ts';
import { documentSymbols, type Symbol as Entry } from './symbols.ts';

/** The stretches that can be folded: frontmatter and its keys, sections and tables. */
export function foldable(doc: DecisionRightsDocument): Span[] {
  const out: Span[] = doc.outline.tables.map(({ table }) => freeze(table.span));
  const walk = (symbols: readonly Entry[]): void => {
    for (const { span, children } of symbols) {
      out.push(freeze(span));
      walk(children);
    }
  };
  walk(documentSymbols(doc));
  return out;
}
