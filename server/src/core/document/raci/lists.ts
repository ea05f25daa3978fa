import type { Block, ListBlock, ListItem } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { hull } from '../../text/span.ts';
import type { Region } from '../outline.ts';
import { categoriesOf } from './categories.ts';
import type { Title } from './columns.ts';
import { chainOf } from './context.ts';
import type { GridRow, Mark } from './grid.ts';
import { looksLikeDefinition } from './legend.ts';
import { type Part, partsIn, partyParts, tableParts } from './list-parts.ts';
import { lineTitle, titleOf } from './tables.ts';
import { NOBODY } from './words.ts';

/** Decisions written as a heading or an item with `Accountable: X` or `X: A` below it. */
export function readLists(region: Region): GridRow[] {
  if (!region.blocks.some(mayHoldParts)) return [];
  const named = titleOf(region);
  const chain = chainOf(region);
  const under = chain.some(({ kind }) => kind === 'raci');
  const other = chain.some(({ heading }) => OTHER_MODEL.test(heading?.prose.text ?? ''));
  const rows = new Rows(under, under && named !== undefined, other);
  readBlocks(region.blocks, named ?? generalTitle(region), rows);
  return rows.found;
}

const OTHER_MODEL = /\b(?:DACI|DARCI|RAPID)\b/;

/** The decisions found so far, with what the headings above them allow to read as one. */
class Rows {
  readonly found: GridRow[] = [];

  constructor(
    /** A heading above speaks of decision rights. */
    readonly evidence: boolean,
    /** The heading names a decision, so that one line with its Accountable is enough. */
    readonly alone: boolean,
    /** The letters are those of another model. */
    readonly otherModel: boolean,
  ) {}

  add(title: Title | undefined, parts: readonly Part[]): void {
    const row = rowOf(title, parts, this);
    if (row) this.found.push(row);
  }
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
  if (block.kind === 'paragraph')
    return partsIn(block.prose).length > 0 || partyParts(linesOf(block.prose)).length > 0;
  if (block.kind === 'list')
    return (
      block.items.some((item) => partsIn(item.prose).length > 0 || item.children.some(holdsParts)) ||
      partyParts(block.items.map(({ prose }) => prose)).length > 0
    );
  if (block.kind !== 'table' || block.header.cells.length !== 2) return false;
  return (
    tableParts(
      block.header.cells.map((cell) => cell.prose),
      block.rows.map((row) => row.cells.map((cell) => cell.prose)),
    ).length > 0
  );
}

const lines = new WeakMap<Prose, readonly Prose[]>();

/** The lines of a short paragraph. Kept with the text. */
function linesOf(prose: Prose): readonly Prose[] {
  let found = lines.get(prose);
  if (!found) {
    found = [];
    if (prose.text.includes('\n') && prose.text.length < 1_500) {
      let from = 0;
      found = prose.text.split('\n').map((line) => {
        from += line.length + 1;
        return prose.slice(from - line.length - 1, from - 1);
      });
    }
    lines.set(prose, found);
  }
  return found;
}

/** "RACI" itself: then the parts below speak of the document's one subject. */
function generalTitle({ heading }: Region): Title | undefined {
  if (!heading) return undefined;
  const text = heading.prose.text.replace(/\s+/g, ' ').trim();
  return /legend|key|definition|legende|leyenda|légende|обозначения|图例|定义/i.test(text)
    ? undefined
    : { text, span: heading.prose.span };
}

function readBlocks(blocks: readonly Block[], title: Title | undefined, rows: Rows): void {
  let heading = title;
  let loose: Part[] = [];
  /** `Accountable:` with nothing behind it: a list of names may follow. */
  let open: Part | undefined;
  const flush = (): void => {
    rows.add(heading, loose);
    loose = [];
  };
  for (const block of blocks) {
    const before = open;
    open = undefined;
    if (block.kind === 'paragraph') {
      const byParty = partyParts(linesOf(block.prose));
      const found = byParty.length > 0 ? byParty : partsIn(block.prose);
      const lead = byParty.length > 0 ? undefined : leadOf(block.prose, found);
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
        rows.add(lead, found);
      } else {
        if (byParty.length === 0 && found.some((part) => loose.some((other) => other.role === part.role)))
          flush();
        loose.push(...found);
        open = blankPart(found);
      }
    } else if (block.kind === 'list') loose.push(...(namesBelow(before, block) ?? readList(block, rows)));
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

/** The last part of a line, where nothing stands behind its label. */
function blankPart(parts: readonly Part[]): Part | undefined {
  const last = parts[parts.length - 1];
  return last?.value.text === '' && !last.party ? last : undefined;
}

/** Names listed below `Accountable:`, a part each; undefined where the list says something of its own. */
function namesBelow(label: Part | undefined, list: Block | undefined): Part[] | undefined {
  if (!label || list?.kind !== 'list') return undefined;
  const names = list.items.map(({ prose }) => prose).filter(({ text }) => text !== '');
  if (names.length === 0 || holdsParts(list)) return undefined;
  return names.map((value) => ({ ...label, value }));
}

/** Reads a list; the parts that its own items give, for the heading above. */
function readList(list: ListBlock, rows: Rows): Part[] {
  const byParty = partyParts(list.items.map(({ prose }) => prose));
  if (byParty.length > 0) return [...byParty];
  const own: Part[] = [];
  for (const item of list.items) {
    const found = partsIn(item.prose);
    const lead = leadOf(item.prose, found);
    const names = namesBelow(blankPart(found), item.children[0]);
    const below = item.children.length > 0 && !names ? childParts(item, rows) : (names ?? []);
    if (found.length > 0 && lead) rows.add(lead, [...found, ...below]);
    else if (found.length > 0) own.push(...found, ...(names ?? []));
    else if (below.length > 0)
      rows.add(
        { text: item.prose.text.replace(/\s+/g, ' ').replace(/:\s*$/, '').trim(), span: item.prose.span },
        below,
      );
  }
  return own;
}

function childParts(item: ListItem, rows: Rows): Part[] {
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
function rowOf(title: Title | undefined, parts: readonly Part[], around: Rows): GridRow | undefined {
  const roles = new Set(parts.map((part) => part.role));
  if (!title || roles.size === 0) return undefined;
  const accountable = parts.find((part) => part.role === 'accountable' && part.value.text !== '');
  const byParty = parts.some(({ party }) => party);
  if (byParty) {
    // Letters behind names may be grades: a heading speaks of decision rights, or the decision is one of ours.
    const known = around.evidence || categoriesOf(title.text, new Map()).length > 0;
    if (!known || !accountable || around.otherModel) return undefined;
  } else if (roles.size < 2 && !(around.alone && accountable && !accountable.letter)) return undefined;
  if (
    !roles.has('accountable') &&
    !(roles.has('responsible') && (roles.has('consulted') || roles.has('informed')))
  )
    return undefined;
  if (parts.some((part) => !part.party && looksLikeDefinition(part.value.text))) return undefined;
  // "A: …, C: …" may be the answers of a quiz.
  if (parts.some((part) => part.letter) && !(roles.has('accountable') && roles.has('responsible')))
    return undefined;
  const [first] = parts;
  if (!first) return undefined;
  const place = accountable ?? parts.find((part) => part.role === 'accountable');
  const marks = parts
    .filter((part) => !NOBODY.test(part.value.text.trim().toLowerCase()))
    .map(
      (part): Mark => ({
        role: part.role,
        span: part.value.span,
        holder: part.party ? { kind: 'header', prose: part.party } : { kind: 'names', prose: part.value },
        combined: part.combined ?? false,
        ...(part.condition === undefined ? {} : { condition: part.condition }),
      }),
    );
  return {
    label: title.text,
    labelSpan: title.span,
    span: hull(first.label, ...parts.map((part) => part.value.span)),
    marks,
    ...(place && !place.party ? { accountablePlace: place.value.span } : {}),
  };
}
