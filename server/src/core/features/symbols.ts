import type { DecisionRightsDocument } from '../document/document.ts';
import type { SectionKind } from '../document/heading-kinds.ts';
import { freeze, type Span } from '../text/span.ts';
import type { YamlNode } from '../yaml/node.ts';

/** An entry of a document's outline. */
export interface Symbol {
  readonly name: string;
  readonly kind: 'frontmatter' | 'key' | 'section';
  /** A key's value, or what a heading is read as. */
  readonly detail?: string;
  /** Everything that belongs to it. */
  readonly span: Span;
  /** Its name in the text; inside `span`. */
  readonly selection: Span;
  readonly children: readonly Symbol[];
}

const KINDS: Readonly<Record<SectionKind, string>> = {
  owner: 'owner',
  raci: 'decision rights',
  stop: 'stop authority',
  escalation: 'escalation',
  'escalation-log': 'escalation log',
  gate: 'funding gate',
  metrics: 'metrics',
  'business-case': 'business case',
  actions: 'agent actions',
  'operating-model': 'operating model',
  quality: 'quality control',
};

/** The outline: frontmatter with its keys, then the headings by level. */
export function documentSymbols(doc: DecisionRightsDocument): Symbol[] {
  const out: Symbol[] = [];
  const { block, content, root } = doc.frontmatter;
  if (block && content) {
    const children = (root?.entries ?? []).map((entry): Symbol => {
      const detail = shown(entry.value);
      return {
        name: entry.key === '' ? '""' : entry.key,
        kind: 'key',
        span: entry.span,
        selection: entry.keySpan,
        children: [],
        ...(detail !== undefined && { detail }),
      };
    });
    out.push({
      name: 'Frontmatter',
      kind: 'frontmatter',
      span: block,
      selection: { start: block.start, end: Math.min(block.start + 3, block.end) },
      children,
    });
  }
  return [...out, ...headings(doc)];
}

/** A heading whose end is not known yet. */
interface Open {
  readonly depth: number;
  readonly children: Symbol[];
  close(end: number): void;
}

function headings(doc: DecisionRightsDocument): Symbol[] {
  const roots: Symbol[] = [];
  const open: Open[] = [{ depth: 0, children: roots, close: () => undefined }];
  const closeDownTo = (depth: number, end: number): void => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()?.close(end);
  };
  for (const { heading, depth, own, kind } of doc.outline.regions) {
    if (!heading) continue;
    const { start, end } = heading.span;
    closeDownTo(depth, start);
    const name = heading.prose.text.replace(/\s+/g, ' ').trim();
    const span = { start, end };
    const children: Symbol[] = [];
    open.at(-1)?.children.push({
      name: name === '' ? '(no title)' : name,
      kind: 'section',
      span,
      selection: freeze(heading.span),
      children,
      ...(own && kind && { detail: KINDS[kind] }),
    });
    const close = (next: number): void => {
      span.end = Math.max(span.end, trimmedEnd(doc.text, next));
    };
    open.push({ depth, children, close });
  }
  closeDownTo(1, doc.text.length);
  return roots;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) <= 32) at--;
  return at;
}

function shown(value: YamlNode): string | undefined {
  if (value.kind !== 'scalar' || value.text.trim() === '') return undefined;
  const line = value.text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
