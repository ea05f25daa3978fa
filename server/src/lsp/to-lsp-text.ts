import type {
  CompletionItem,
  CompletionItemKind,
  DocumentSymbol,
  MarkupContent,
  SemanticTokens,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { Completion } from '../core/features/completion.ts';
import { toPlainText } from '../core/features/markdown.ts';
import type { Token } from '../core/features/semantic-tokens.ts';
import type { Symbol as OurSymbol } from '../core/features/symbols.ts';
import { TOKEN_LEGEND } from '../core/features/token-legend.ts';
import type { Client } from './client.ts';
import type { Lines } from './position.ts';

/** Markdown for clients that render it, plain text for the others. */
export function toMarkup(markdown: string, rendered: boolean): MarkupContent {
  return rendered
    ? { kind: 'markdown', value: markdown }
    : { kind: 'plaintext', value: toPlainText(markdown) };
}

const ITEM_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: 10, // Property
  value: 12, // Value
  date: 12,
  person: 21, // Constant
  position: 7, // Class
  group: 8, // Interface
  letter: 20, // EnumMember
  heading: 15, // Snippet
  directive: 14, // Keyword
  rule: 18, // Reference
};

/** A completion, with the exact range it replaces, in the form this client can insert. */
export function toCompletionItem(
  completion: Completion,
  index: number,
  lines: Lines,
  client: Client,
): CompletionItem {
  const snippet = client.snippets && completion.snippet !== undefined;
  const item: CompletionItem = {
    label: completion.label,
    kind: ITEM_KINDS[completion.kind],
    // The order in which they were made is the order of usefulness.
    sortText: String(index).padStart(4, '0'),
    filterText: completion.filterText ?? completion.label,
    insertTextFormat: snippet ? 2 : 1,
    textEdit: {
      range: lines.rangeOf(completion.span),
      newText: snippet ? (completion.snippet ?? '') : completion.newText,
    },
  };
  if (client.asIsIndentation) item.insertTextMode = 1;
  if (completion.detail !== undefined) item.detail = completion.detail;
  if (completion.documentation !== undefined)
    item.documentation = toMarkup(completion.documentation, client.markdownCompletion);
  return item;
}

const SYMBOL_KINDS: Readonly<Record<OurSymbol['kind'], SymbolKind>> = {
  frontmatter: 3, // Namespace
  key: 7, // Property
  section: 15, // String: what editors show for headings of Markdown
};

/** Symbols as a tree, or as a flat list for clients that know no tree. */
export function toSymbols(
  symbols: readonly OurSymbol[],
  lines: Lines,
  uri: string,
  tree: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  if (tree) return symbols.map((symbol) => toTree(symbol, lines));
  const flat: SymbolInformation[] = [];
  const walk = (list: readonly OurSymbol[], containerName?: string): void => {
    for (const symbol of list) {
      flat.push({
        name: symbol.name,
        kind: SYMBOL_KINDS[symbol.kind],
        location: { uri, range: lines.rangeOf(symbol.span) },
        ...(containerName !== undefined && { containerName }),
      });
      walk(symbol.children, symbol.name);
    }
  };
  walk(symbols);
  return flat;
}

function toTree(symbol: OurSymbol, lines: Lines): DocumentSymbol {
  return {
    name: symbol.name,
    kind: SYMBOL_KINDS[symbol.kind],
    ...(symbol.detail !== undefined && { detail: symbol.detail }),
    range: lines.rangeOf(symbol.span),
    selectionRange: lines.rangeOf(symbol.selection),
    children: symbol.children.map((child) => toTree(child, lines)),
  };
}

/** Tokens in the protocol's relative form. One that runs over a line's end is left out: clients cannot show it. */
export function toTokens(tokens: readonly Token[], lines: Lines): SemanticTokens {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { span, type } of tokens) {
    const { start, end } = lines.rangeOf(span);
    if (start.line !== end.line || end.character <= start.character) continue;
    const sameLine = start.line === last.line;
    data.push(
      start.line - last.line,
      sameLine ? start.character - last.character : start.character,
      end.character - start.character,
      TOKEN_LEGEND.indexOf(type),
      0,
    );
    last = start;
  }
  return { data };
}
