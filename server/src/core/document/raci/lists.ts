import type { Block, ListBlock, ListItem } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { hull, type Span } from '../../text/span.ts';
import type { Region } from '../outline.ts';
import type { Title } from './columns.ts';
import { foldWords } from './fold.ts';
import type { GridRow, Mark } from './grid.ts';
import { looksLikeDefinition, meaningAt } from './legend.ts';
import type { RaciRole } from './model.ts';
import { titleOf } from './tables.ts';
import { NOBODY, ROLE_OF_WORD } from './words.ts';

/** `Accountable: Dana Whitfield` in a list or paragraph. */
interface Part {
  readonly role: RaciRole;
  readonly value: Prose;
  readonly label: Span;
  /** Where in its text the label begins. */
  readonly from: number;
  /** True where a letter stands for the word. */
  readonly letter: boolean;
}

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
        const named = pseudoHeading(block.prose);
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

const LABEL = /(?<![\p{L}\p{N}])([\p{L}][\p{L}'’/ ]{1,40}?)(?:\s*\([RACI]\))?[*_]*\s*[:：=]\s*/gu;
const partsOf = new WeakMap<Prose, readonly Part[]>();

function partsIn(prose: Prose): readonly Part[] {
  let parts = partsOf.get(prose);
  if (!parts) {
    parts = prose.text.length > 1_500 ? [] : readParts(prose);
    partsOf.set(prose, parts);
  }
  return parts;
}

/** `R: Ada Okafor`, `A/R = Dana Whitfield`: a letter for the word. */
const LETTER = /(?<![\p{L}\p{N}/])([RACI])(?:\s?\/\s?([RACI]))?[*_]*\s*[:：=]\s*(?=\S)/gu;
const ROLE_OF_LETTER: Readonly<Record<string, RaciRole>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
};

interface Key {
  readonly roles: readonly RaciRole[];
  readonly from: number;
  readonly labelEnd: number;
  readonly value: number;
}

function readParts(prose: Prose): Part[] {
  const keys: Key[] = [...wordKeys(prose.text), ...letterKeys(prose.text)].sort((a, b) => a.from - b.from);
  return keys.flatMap(({ roles, from, labelEnd, value }, i): Part[] => {
    const next = keys[i + 1]?.from ?? prose.text.length;
    const raw = prose.text.slice(value, Math.max(value, next));
    // "R: Responsible (does the work)" explains the letter.
    if (
      meaningAt(raw.trim()) &&
      keys.length > i &&
      /^[RACI]/.test(prose.text.slice(from, labelEnd)) &&
      labelEnd - from <= 3
    )
      return [];
    const part = prose.slice(value, value + raw.replace(/[\s;,.|•·–—-]+$/, '').length);
    return roles.map((role) => ({
      role,
      value: part,
      label: prose.at(from, labelEnd),
      from,
      letter: labelEnd - from <= 3,
    }));
  });
}

function wordKeys(text: string): Key[] {
  const keys: Key[] = [];
  for (const match of text.matchAll(LABEL)) {
    const words = match[1] ?? '';
    const known = roleAtEnd(words);
    if (!known) continue;
    const start = match.index + words.length - known.length;
    // "R – Responsible: …": the letter belongs to the word.
    const letter = /(?:^|[^\p{L}\p{N}])([RACI]\s*[-–—]\s*)$/u.exec(text.slice(0, start))?.[1]?.length ?? 0;
    keys.push({
      roles: known.roles,
      from: start - letter,
      labelEnd: start + known.length,
      value: match.index + match[0].length,
    });
  }
  return keys;
}

function letterKeys(text: string): Key[] {
  return [...text.matchAll(LETTER)].map((match) => {
    const roles = [match[1], match[2]].flatMap((letter) =>
      letter === undefined ? [] : (ROLE_OF_LETTER[letter] ?? []),
    );
    const length = match[2] === undefined ? 1 : match[0].indexOf(match[2], 1) + 1;
    return { roles, from: match.index, labelEnd: match.index + length, value: match.index + match[0].length };
  });
}

/** The role word that ends the label: "Go-live accountable" is one, "Accountable for" is none. */
function roleAtEnd(label: string): { readonly roles: RaciRole[]; readonly length: number } | undefined {
  const whole = foldWords(label);
  const direct = ROLE_OF_WORD.get(whole);
  if (NOUNS.test(whole)) return undefined;
  if (direct) return { roles: [direct], length: label.length };
  const both = whole.split(/\s*\/\s*/).map((part) => ROLE_OF_WORD.get(part));
  if (both.length === 2 && both[0] && both[1]) return { roles: [both[0], both[1]], length: label.length };
  const match = /(?:^|[\s])(\p{Lu}?[\p{L}]+)$/u.exec(label);
  const role = match?.[1] ? ROLE_OF_WORD.get(foldWords(match[1])) : undefined;
  if (role && match?.[1] && /^\p{Lu}/u.test(match[1])) return { roles: [role], length: match[1].length };
  const noun = /^(\p{L}+) (?:party|person|owner|executive|role|parties|people)$/iu.exec(label.trim());
  const named = noun?.[1] ? ROLE_OF_WORD.get(foldWords(noun[1])) : undefined;
  return named ? { roles: [named], length: label.length } : undefined;
}

/** "Accountability: …" describes a role; it names nobody. */
const NOUNS =
  /^(?:accountability|responsibility|information|info|consultation|support|beratung|umsetzung|rechenschaft|verantwortung|gesamtverantwortung)$/;

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

function pseudoHeading(prose: Prose): Title | undefined {
  const text = prose.text.trim();
  const bold = prose.strong.some(({ from, to }) => from === 0 && to >= text.length - 1);
  if (text.length > 100 || text.includes('\n') || !(bold || text.endsWith(':'))) return undefined;
  return { text: text.replace(/:$/, '').trim(), span: prose.span };
}

function tableParts(header: readonly Prose[], rows: readonly (readonly Prose[])[]): Part[] {
  return [header, ...rows].flatMap(([label, value]): Part[] => {
    if (!label || !value) return [];
    const name = label.text
      .replace(/\s*\([^)]*\)\s*$/, '')
      .replace(/:\s*$/, '')
      .trim();
    const word = name.replace(/^\(?[RACI]\)?\s*[-–—:=]\s*(?=\p{L})/u, '');
    const role = ROLE_OF_WORD.get(foldWords(word)) ?? ROLE_OF_LETTER[name];
    return role && value.text !== '' && !meaningAt(value.text)
      ? [{ role, value, label: label.span, from: 0, letter: name.length <= 1 }]
      : [];
  });
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
