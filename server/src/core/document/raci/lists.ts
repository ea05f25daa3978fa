import type { Block, ListBlock, ListItem } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { hull } from '../../text/span.ts';
import type { Region } from '../outline.ts';
import type { Title } from './columns.ts';
import type { GridRow, Mark } from './grid.ts';
import { looksLikeDefinition } from './legend.ts';
import { type Part, partsIn, tableParts } from './list-parts.ts';
import { lineTitle, titleOf } from './tables.ts';
import { NOBODY } from './words.ts';

/** Decisions written as a heading or an item with `Accountable: X` below it. */
export function readLists(region: Region): GridRow[] {
  if (!region.blocks.some(mayHoldParts)) return [];
  const rows: GridRow[] = [];
  readBlocks(region.blocks, titleOf(region) ?? generalTitle(region), rows);
  return rows;
}

const holders = new WeakMap<Block, boolean>();

/** Whether a block has a role label at all; most have none, and are not looked at again. */
function mayHoldParts(block: Block): boolean {
  let known = holders.get(block);
  if (known === undefined) {
    known = holdsParts(block);
    holders.set(block, known);
  }
  return known;
}

function holdsParts(block: Block): boolean {
  if (block.kind === 'paragraph') return partsIn(block.prose).length > 0;
  if (block.kind === 'list')
    return block.items.some((item) => partsIn(item.prose).length > 0 || item.children.some(holdsParts));
  if (block.kind !== 'table' || block.header.cells.length !== 2) return false;
  return (
    tableParts(
      block.header.cells.map((cell) => cell.prose),
      block.rows.map((row) => row.cells.map((cell) => cell.prose)),
    ).length > 0
  );
}

/** "RACI" itself: then the parts below speak of the document's one subject. */
function generalTitle({ heading }: Region): Title | undefined {
  if (!heading) return undefined;
  const text = heading.prose.text.replace(/\s+/g, ' ').trim();
  return /legend|key|definition|legende|leyenda|légende|обозначения|图例|定义/i.test(text)
    ? undefined
    : { text, span: heading.prose.span };
}

function readBlocks(blocks: readonly Block[], title: Title | undefined, rows: GridRow[]): void {
  let heading = title;
  let loose: Part[] = [];
  const flush = (): void => {
    const row = rowOf(heading, loose);
    if (row) rows.push(row);
    loose = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const found = partsIn(block.prose);
      const lead = leadOf(block.prose, found);
      if (found.length === 0) {
        // A bold line or one with a colon names the decision of the list below it.
        const named = lineTitle(block.prose);
        if (named) {
          flush();
          heading = named;
        }
        continue;
      }
      if (lead) {
        flush();
        const row = rowOf(lead, found);
        if (row) rows.push(row);
      } else {
        if (found.some((part) => loose.some((other) => other.role === part.role))) flush();
        loose.push(...found);
      }
    } else if (block.kind === 'list') loose.push(...readList(block, rows));
    else if (block.kind === 'table') {
      const found =
        block.header.cells.length === 2
          ? tableParts(
              block.header.cells.map((cell) => cell.prose),
              block.rows.map((row) => row.cells.map((cell) => cell.prose)),
            )
          : [];
      loose.push(...found);
    }
  }
  flush();
}

/** Reads a list; the parts that its own items give, for the heading above. */
function readList(list: ListBlock, rows: GridRow[]): Part[] {
  const own: Part[] = [];
  for (const item of list.items) {
    const found = partsIn(item.prose);
    const lead = leadOf(item.prose, found);
    const below = item.children.length > 0 ? childParts(item, rows) : [];
    if (found.length > 0 && lead) {
      const row = rowOf(lead, [...found, ...below]);
      if (row) rows.push(row);
    } else if (found.length > 0) own.push(...found);
    else if (below.length > 0) {
      const row = rowOf(
        { text: item.prose.text.replace(/\s+/g, ' ').replace(/:\s*$/, '').trim(), span: item.prose.span },
        below,
      );
      if (row) rows.push(row);
    }
  }
  return own;
}

function childParts(item: ListItem, rows: GridRow[]): Part[] {
  const parts: Part[] = [];
  for (const block of item.children) {
    if (block.kind === 'list') parts.push(...readList(block, rows));
    else if (block.kind === 'paragraph') parts.push(...partsIn(block.prose));
  }
  return parts;
}

/** The text before the first part of a line: the decision. */
function leadOf(prose: Prose, parts: readonly Part[]): Title | undefined {
  const first = parts[0];
  if (!first || first.from === 0) return undefined;
  const raw = prose.text.slice(0, first.from);
  const text = raw
    .replace(/[\s:;,.|•·–—(-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === ''
    ? undefined
    : { text, span: prose.slice(0, raw.replace(/[\s:;,.|•·–—(-]+$/, '').length).span };
}

/** A decision needs an Accountable line and another part; definitions of the words are no decision. */
function rowOf(title: Title | undefined, parts: readonly Part[]): GridRow | undefined {
  const roles = new Set(parts.map((part) => part.role));
  if (!title || roles.size < 2) return undefined;
  if (
    !roles.has('accountable') &&
    !(roles.has('responsible') && (roles.has('consulted') || roles.has('informed')))
  )
    return undefined;
  if (parts.some((part) => looksLikeDefinition(part.value.text))) return undefined;
  // "A: …, C: …" may be the answers of a quiz.
  if (parts.some((part) => part.letter) && !(roles.has('accountable') && roles.has('responsible')))
    return undefined;
  const [first] = parts;
  if (!first) return undefined;
  const accountable = parts.find((part) => part.role === 'accountable');
  const marks = parts
    .filter((part) => !NOBODY.test(part.value.text.trim().toLowerCase()))
    .map(
      (part): Mark => ({
        role: part.role,
        span: part.value.span,
        holder: { kind: 'names', prose: part.value },
        combined: false,
      }),
    );
  return {
    label: title.text,
    labelSpan: title.span,
    span: hull(first.label, ...parts.map((part) => part.value.span)),
    marks,
    ...(accountable ? { accountablePlace: accountable.value.span } : {}),
  };
}
