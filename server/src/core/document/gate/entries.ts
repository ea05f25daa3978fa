import type { Block, ListItem, Row } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Source } from '../mention.ts';
import type { Region, TableInRegion } from '../outline.ts';
import { once, type Reading } from '../reading.ts';
import { type GateLabel, gateLabel, gateQuestion, isOpen, readAnswer } from './words.ts';

/** One labelled statement of the gate's section. */
export interface GateEntry {
  readonly kind: GateLabel;
  /** The label, question or row's first cell: where an answer is missing, this is the place. */
  readonly label: Prose;
  /** May be blank: then its span is the place where the value belongs. */
  readonly value: Prose;
  readonly source: Source;
  /** Further cells of the row or lines below the item: evidence, names, dates. */
  readonly more: readonly Prose[];
  /** For a ticked or unticked item. */
  readonly checked: boolean | undefined;
}

/** What the body says of the gate: the sections about it, labelled statements, and sentences without a label. */
export interface GateBody {
  readonly regions: readonly Region[];
  readonly entries: readonly GateEntry[];
  readonly sentences: readonly Prose[];
}

/** The statements of the body's gate section; undefined when it has none, or nothing stands in it. */
export const gateBody = once((reading): GateBody | undefined => {
  const regions = gateRegions(reading);
  const inside = new Set(regions);
  const entries: GateEntry[] = [];
  const sentences: Prose[] = [];
  for (const { table, region } of reading.outline.tables)
    if (inside.has(region)) entries.push(...fromTable({ table, region }));
  for (const region of regions) entries.push(...fromHeading(reading, region));
  for (const { prose, region, item } of reading.outline.texts) {
    if (!inside.has(region)) continue;
    const own = fromText(prose, item);
    entries.push(...own.entries);
    sentences.push(...own.sentences);
  }
  for (const field of reading.outline.fields) {
    // A field that announces the gate by itself: `**Funding gate:** pass by 2026-04-30, decided by the COO`.
    if (inside.has(field.region) || !GATE_FIELD.test(field.label) || isOpen(field.value.text)) continue;
    sentences.push(...field.value.sentences());
  }
  if (entries.length === 0 && sentences.length === 0) return undefined;
  return { regions, entries, sentences };
});

type TextParts = Pick<GateBody, 'entries' | 'sentences'>;

/** Kept with the text, which never changes: an edit elsewhere reads nothing here again. */
const partsOf = new WeakMap<Prose, TextParts>();

function fromText(prose: Prose, item: ListItem | undefined): TextParts {
  const known = partsOf.get(prose);
  if (known) return known;
  const entries: GateEntry[] = [];
  const sentences: Prose[] = [];
  for (const line of labelledLines(prose)) {
    const entry = fromLine(line, item?.checked, childrenOf(item?.children ?? []));
    if (entry) entries.push(entry);
    else sentences.push(...line.sentences());
  }
  const parts = { entries, sentences };
  partsOf.set(prose, parts);
  return parts;
}

const GATE_FIELD = /^(?:the )?(?:(?:production )?funding|production) gate$/i;

/** The regions about the gate and those under them, whatever their own headings announce. */
export function gateRegions({ outline }: Reading): Region[] {
  const about = (region: Region | undefined): boolean =>
    region !== undefined && ((region.own && region.kind === 'gate') || about(region.parent));
  return outline.regions.filter(about);
}

/** The heading of the gate's section, where it has one. */
export function gateHeading(reading: Reading): Region | undefined {
  return reading.outline.regions.find(({ own, kind }) => own && kind === 'gate');
}

const LABEL = /^([^:\n]{1,160}?)\s*:(?=\s|$)/;

/** `6.1`, `a)` before a label. */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z]\))\s+/i;

function knownLabel(label: string): GateLabel | undefined {
  return gateLabel(label.replace(NUMBER, ''));
}

/**
 * A paragraph cut where a line begins with a label or question we know, and where in a line of such labels the next
 * one begins (`Decide by: 2026-04-30. Decider: Ines Moreau`); lines that merely wrap stay together.
 */
function labelledLines(prose: Prose): Prose[] {
  return linesOf(prose).flatMap((line) => {
    const first = LABEL.exec(line.text)?.[1];
    if (first === undefined || knownLabel(first) === undefined) return [line];
    const parts: Prose[] = [];
    let from = 0;
    for (const gap of line.text.matchAll(/[.;]\s+(?=\S)|\s[|·]\s+(?=\S)/g)) {
      const next = gap.index + gap[0].length;
      const label = LABEL.exec(line.text.slice(next, next + 60))?.[1];
      const bar = /[|·]/.test(gap[0]);
      if (label === undefined || (!bar && knownLabel(label) === undefined)) continue;
      parts.push(line.slice(from, gap.index));
      from = next;
    }
    return [...parts, line.slice(from)];
  });
}

function linesOf(prose: Prose): Prose[] {
  const cuts = [0];
  for (let at = prose.text.indexOf('\n'); at >= 0; at = prose.text.indexOf('\n', at + 1)) {
    const line = prose.text.slice(at + 1, at + 200);
    const label = LABEL.exec(line)?.[1] ?? /^[^\n?]{1,160}\?/.exec(line)?.[0];
    if (label !== undefined && knownLabel(label) !== undefined) cuts.push(at + 1);
  }
  return cuts.map((from, i) => prose.slice(from, cuts[i + 1])).filter(({ text }) => text !== '');
}

/** `Decide by: 2026-04-30`, `Is the budget approved? Yes, …`, `[x] Budget approved by …`. */
function fromLine(line: Prose, checked: boolean | undefined, more: readonly Prose[]): GateEntry | undefined {
  const base = { source: 'field' as const, more, checked };
  const question = /^[^\n?]{1,160}\?/.exec(line.text)?.[0];
  const asked = question === undefined ? undefined : gateQuestion(question);
  if (question !== undefined && asked !== undefined) {
    const from = question.length + (/^\s*[:→–—-]*/u.exec(line.text.slice(question.length))?.[0].length ?? 0);
    return { ...base, kind: asked, label: line.slice(0, question.length), value: line.slice(from) };
  }
  const label = LABEL.exec(line.text);
  const kind = label?.[1] === undefined ? undefined : knownLabel(label[1]);
  if (label?.[1] !== undefined && kind !== undefined)
    return { ...base, kind, label: line.slice(0, label[1].length), value: line.slice(label[0].length) };
  return fromDash(line, base) ?? fromTick(line, base);
}

type Base = Pick<GateEntry, 'source' | 'more' | 'checked'>;

/** `Budget approved — yes, EUR 240,000`. */
function fromDash(line: Prose, base: Base): GateEntry | undefined {
  const dash = /\s+(?:—|–|->|→|-)\s+/u.exec(line.text);
  if (!dash) return undefined;
  const kind = gateQuestion(line.text.slice(0, dash.index));
  const from = dash.index + dash[0].length;
  if (kind === undefined || !readAnswer(line.text.slice(from))) return undefined;
  return { ...base, kind, label: line.slice(0, dash.index), value: line.slice(from) };
}

/** A ticked or unticked item that states one of the three. */
function fromTick(line: Prose, base: Base): GateEntry | undefined {
  const lead = /^(?:✅|✔|✓|☑|❌|✗|✘|☒)️?\s*/u.exec(line.text)?.[0];
  if (base.checked === undefined && lead === undefined) return undefined;
  const statement = line.slice(lead?.length ?? 0);
  const kind = gateQuestion(statement.text);
  if (kind === undefined) return undefined;
  const checked = base.checked ?? readAnswer(lead ?? '')?.yes;
  return {
    ...base,
    kind,
    label: statement,
    value: line.slice(0, 0),
    more: [statement, ...base.more],
    checked,
  };
}

/** A question as a sub-heading, its answer in the first text below. */
function fromHeading(reading: Reading, region: Region): GateEntry[] {
  const { heading } = region;
  if (!heading || (region.own && region.kind === 'gate')) return [];
  const kind = gateQuestion(heading.prose.text);
  if (kind === undefined) return [];
  const [first, ...more] = reading.outline.texts
    .filter((text) => text.region === region)
    .map(({ prose }) => prose);
  const value = first ?? heading.prose.slice(heading.prose.text.length);
  return [{ kind, label: heading.prose, value, source: 'field', more, checked: undefined }];
}

function childrenOf(blocks: readonly Block[]): Prose[] {
  const out: Prose[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') out.push(block.prose);
    else if (block.kind === 'list') for (const item of block.items) out.push(item.prose);
  }
  return out;
}

/** Rows `label | value | …`, or a record written across: a header of labels above one row of values. */
function fromTable({ table }: Pick<TableInRegion, 'table' | 'region'>): GateEntry[] {
  const heads = table.header.cells.map(({ prose }) => prose);
  const kinds = heads.map(({ text }) => gateLabel(text));
  const asked = table.rows.some((row) => rowQuestion(row) !== undefined);
  const [only] = table.rows;
  if (!asked && only && heads.length > 2 && kinds.filter((kind) => kind !== undefined).length >= 2) {
    return heads.flatMap((label, i): GateEntry[] => {
      const [kind, value] = [kinds[i], only.cells[i]?.prose];
      return kind && value ? [{ kind, label, value, source: 'table', more: [], checked: undefined }] : [];
    });
  }
  const answerAt = heads.findIndex(({ text }) =>
    /^(?:answer|yes|status|result|met|y\/n|outcome)\b/i.test(text.trim()),
  );
  // A record of two columns often begins in the header row itself.
  const rows = heads.length === 2 ? [table.header, ...table.rows] : table.rows;
  return rows.flatMap((row): GateEntry[] => {
    const at = row.cells.findIndex(
      ({ prose }) => prose.text !== '' && !/^[#Qq]?\d{1,2}[.)]?$/.test(prose.text),
    );
    const [label, ...rest] = row.cells.slice(Math.max(0, at)).map(({ prose }) => prose);
    const kind = label && gateLabel(label.text);
    if (!label || kind === undefined || rest.length === 0) return [];
    const said = answerAt > at ? row.cells[answerAt]?.prose : rest.find(({ text }) => readAnswer(text));
    const value = said ?? rest[0] ?? label;
    return [
      {
        kind,
        label,
        value,
        source: 'table',
        more: rest.filter((cell) => cell !== value),
        checked: undefined,
      },
    ];
  });
}

function rowQuestion(row: Row): string | undefined {
  return row.cells.map(({ prose }) => gateQuestion(prose.text)).find((kind) => kind !== undefined);
}
