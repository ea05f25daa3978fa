import type { ListItem } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Field, Outline, Region, TextBlock } from './outline.ts';
import { perPart } from './per-part.ts';

/** A sentence of the body; for a labelled one, its value alone with what the label says it is. */
export interface Unit<Kind extends string> {
  readonly prose: Prose;
  /** What the label announces; undefined for a sentence without a label we know. */
  readonly kind: Kind | undefined;
  readonly label: string | undefined;
  readonly region: Region;
  /** The list item it stands in. */
  readonly item: ListItem | undefined;
  /** The paragraph, item or cell the sentence is part of. */
  readonly whole: Prose;
}

/** Says what a label announces; undefined for labels that mean nothing here. */
export type LabelReader<Kind extends string> = (label: string, region: Region) => Kind | undefined;

/** Longer sentences are nobody's; only their beginning is read, so that odd text costs little. */
const LONGEST = 1200;
/** The same for the number of sentences in one kind of section. */
const MOST = 400;
const LABEL = /^([^:\n]{1,80}?)\s*:\s+(?=\S)/;

/** The sentences of the regions that `wanted` picks, and the labelled values `labels` knows in them. */
export function unitsOf<Kind extends string>(
  outline: Outline,
  wanted: (region: Region) => boolean,
  labels: LabelReader<Kind>,
): Unit<Kind>[] {
  const units: Unit<Kind>[] = [];
  const inText = new Set<Field>();
  for (const block of outline.texts) {
    if (!wanted(block.region)) continue;
    const own =
      fieldsBelow(outline)
        .get(block.region)
        ?.filter((field) => within(field, block)) ?? [];
    for (const field of own) inText.add(field);
    units.push(...fromBlock(block, own, labels));
  }
  for (const field of outline.fields) {
    if (inText.has(field) || !wanted(field.region)) continue;
    const kind = labels(field.label, field.region);
    units.push(...fromValue(field.value, kind, field.label, field.region, undefined, field.value));
  }
  return units.slice(0, MOST).map((unit) => {
    // `### Triggers` below the section's heading labels everything under it.
    const heading = unit.region.own ? undefined : unit.region.heading?.prose.text;
    const kind = unit.kind ?? (heading === undefined ? undefined : labels(heading, unit.region));
    return kind === unit.kind ? unit : { ...unit, kind, label: heading };
  });
}

/** The labelled values that `labels` knows, wherever in the body they stand. */
export function labelledUnits<Kind extends string>(
  outline: Outline,
  wanted: (region: Region) => boolean,
  labels: LabelReader<Kind>,
): Unit<Kind>[] {
  return outline.fields.flatMap((field) => {
    const kind = wanted(field.region) ? labels(field.label, field.region) : undefined;
    return kind ? fromValue(field.value, kind, field.label, field.region, undefined, field.value) : [];
  });
}

/**
 * True for a section whose sentences are in a language we cannot read: several words, and none of the little
 * ones that English is never without. Nothing is then said of what it lacks.
 */
export function looksForeign(units: readonly Unit<string>[]): boolean {
  const text = units
    .filter(({ kind }) => kind === undefined)
    .map(({ prose }) => prose.text)
    .join(' ');
  return (
    text.split(/\s+/).length >= 5 &&
    !/\b(?:the|and|may|is|are|of|by|can|or|with|within|she|he|they|to|for|if|decides?|not|has|have|each|this|hours|days)\b/i.test(
      text,
    )
  );
}

const fieldsBelow = perPart(({ fields }: Outline): ReadonlyMap<Region, readonly Field[]> => {
  const found = new Map<Region, Field[]>();
  for (const field of fields) {
    const same = found.get(field.region);
    if (same) same.push(field);
    else found.set(field.region, [field]);
  }
  return found;
});

function within(field: Field, block: TextBlock): boolean {
  const { start } = field.labelSpan;
  return start >= block.prose.span.start && start < block.prose.span.end;
}

function fromBlock<Kind extends string>(
  block: TextBlock,
  fields: readonly Field[],
  labels: LabelReader<Kind>,
): Unit<Kind>[] {
  const { prose, region, item } = block;
  const units: Unit<Kind>[] = [];
  let from = 0;
  const starts = fields.map((field) => {
    const at = prose.text.indexOf(field.label, from);
    from = at < 0 ? from : at + field.label.length;
    return Math.max(at, 0);
  });
  const plain = (a: number, b: number): void => {
    for (const line of labelledLines(prose.slice(a, b), region, labels))
      for (const sentence of sentencesOf(line))
        units.push(sentenceUnit(sentence, region, item, prose, labels));
  };
  plain(0, starts[0] ?? prose.text.length);
  fields.forEach((field, i) => {
    const kind = labels(field.label, region);
    if (kind) units.push(...fromValue(field.value, kind, field.label, region, item, prose));
    else plain(starts[i] ?? 0, starts[i + 1] ?? prose.text.length);
  });
  return units;
}

function fromValue<Kind extends string>(
  value: Prose,
  kind: Kind | undefined,
  label: string,
  region: Region,
  item: ListItem | undefined,
  whole: Prose,
): Unit<Kind>[] {
  return sentencesOf(value).map((prose) => ({ prose, kind, label, region, item, whole }));
}

function sentencesOf(prose: Prose): Prose[] {
  return prose.sentences().map((one) => (one.text.length > LONGEST ? one.slice(0, LONGEST) : one));
}

/** A sentence that begins with a label we know, without bold: `Holder: Dana Whitfield.` */
function sentenceUnit<Kind extends string>(
  prose: Prose,
  region: Region,
  item: ListItem | undefined,
  whole: Prose,
  labels: LabelReader<Kind>,
): Unit<Kind> {
  const match = LABEL.exec(prose.text);
  const kind = match?.[1] === undefined ? undefined : labels(match[1], region);
  if (!match || !kind) return { prose, kind: undefined, label: undefined, region, item, whole };
  return { prose: prose.slice(match[0].length), kind, label: match[1], region, item, whole };
}

/** Splits a text at the lines that begin with a label we know. */
function labelledLines<Kind extends string>(
  prose: Prose,
  region: Region,
  labels: LabelReader<Kind>,
): Prose[] {
  if (!prose.text.includes('\n')) return [prose];
  const out: Prose[] = [];
  let from = 0;
  for (const match of prose.text.matchAll(/\n/g)) {
    const at = match.index + 1;
    const label = LABEL.exec(prose.text.slice(at, at + 100))?.[1];
    if (label === undefined || !labels(label.trim(), region)) continue;
    out.push(prose.slice(from, at));
    from = at;
  }
  out.push(prose.slice(from));
  return out;
}
