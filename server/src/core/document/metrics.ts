import { classifyMetric, type MetricClass, purelyTechnical } from '../lexicon/metrics.ts';
import type { Cell } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import { isPlaceholder } from '../parties/classify.ts';
import type { Span } from '../text/span.ts';
import { nodeAt, type YamlNode } from '../yaml/node.ts';
import { type Measure, measureLabel, measuresIn, outcomeTypeIn } from './measures.ts';
import type { Source } from './mention.ts';
import type { Field, Region } from './outline.ts';
import { once, type Reading } from './reading.ts';

/** A result the owner answers for, as the document says it. */
export interface Metric {
  readonly name: string;
  /** The name's place. */
  readonly span: Span;
  readonly source: Source;
  readonly kind: MetricClass;
  /** `[Business metric]`: to be filled in as a whole. */
  readonly placeholder: boolean;
  /** `revenue`, `cost-reduction`, `risk-reduction`, or what stands in their place. */
  readonly type: string | undefined;
  /** Which of unit, baseline, target and date are said. */
  readonly has: ReadonlySet<Measure>;
  /** Its place in the frontmatter's list; undefined in the body. */
  readonly index?: number;
  /** True when a part of the frontmatter value is invalid: what is missing cannot be told. */
  readonly invalid?: boolean;
  /** Blank cells and values where a measure or the type belongs. */
  readonly places?: ReadonlyMap<Measure | 'type', Span>;
  /** The end of the text that says it, for the body. */
  readonly end?: number;
  /** True for a sentence of a section that measures success by the machine alone. */
  readonly machineOnly?: boolean;
}

/** True when frontmatter `metrics` cannot be read as a list: the rules about metrics stay silent. */
export const metricsUnreadable = once(({ frontmatter }) =>
  frontmatter.node('metrics') === undefined
    ? frontmatter.invalid('metrics')
    : frontmatter.problems.some(
        ({ code, path }) =>
          code !== 'unknown-key' &&
          (path.length === 0 ? code === 'syntax' : path.length === 1 && path[0] === 'metrics'),
      ),
);

/**
 * The metrics of the result: frontmatter `metrics`, else the tables, fields, list items and paragraphs of the
 * metrics section and what the owner's section says. `technical_metrics` are not among them.
 */
export const metricsOf = once((reading): readonly Metric[] => {
  if (metricsUnreadable(reading)) return [];
  const said = fromFrontmatter(reading);
  if (said.length > 0) return said;
  const sure = [...fromTables(reading), ...fromFields(reading)];
  const items = fromItems(reading);
  // Beside metrics, an item without any figure or word of measure is a remark.
  const told = items.filter(({ kind, has }) => kind !== 'unknown' || has.size > 0);
  const found = [...sure, ...(sure.length + told.length > 0 ? told : items)];
  if (found.length > 0) return found.sort((a, b) => a.span.start - b.span.start);
  return fromProse(reading);
});

function fromFrontmatter(reading: Reading): Metric[] {
  const { frontmatter } = reading;
  const node = frontmatter.node('metrics');
  const items = node?.kind === 'list' ? node.items : node ? [node] : [];
  return items.flatMap((item, index): Metric[] => {
    const text = (key: string): string | undefined => textOf(nodeAt(item, key));
    const nameNode = item.kind === 'map' ? nodeAt(item, 'name') : item;
    const name = textOf(nameNode);
    if (item.kind === 'scalar' && name === undefined) return [];
    if (item.kind !== 'scalar' && item.kind !== 'map') return [];
    const values = ['unit', 'baseline', 'target', 'by'].map((key) => text(key));
    const [unit, baseline, target, by] = values;
    const has = new Set(measuresIn(`${name ?? ''}`));
    if (unit !== undefined || measuresIn(`${baseline ?? ''} ${target ?? ''}`).has('unit')) has.add('unit');
    if (baseline !== undefined) has.add('baseline');
    if (target !== undefined) has.add('target');
    if (by !== undefined || measuresIn(target ?? '').has('date')) has.add('date');
    const span = nameNode?.kind === 'scalar' && name !== undefined ? nameNode.inner : item.span;
    return [
      {
        name: name ?? '',
        span,
        source: 'frontmatter',
        kind: classifyMetric([name ?? '', unit ?? ''].join(' ')),
        placeholder: isPlaceholder(name ?? '') || name === undefined,
        type: text('type') ?? outcomeTypeIn(item.kind === 'scalar' ? (name ?? '') : ''),
        has,
        index,
        invalid: frontmatter.invalid('metrics', String(index)),
      },
    ];
  });
}

function textOf(node: YamlNode | undefined): string | undefined {
  const text = node?.kind === 'scalar' && !node.isNull ? node.text.trim() : '';
  return text === '' ? undefined : text;
}

/** True for a section about metrics; one about technical metrics has technical ones only. */
function isMetrics(region: Region): boolean {
  return region.kind === 'metrics';
}

function isTechnical(region: Region): boolean {
  return /\b(?:technical|engineering)\b|\b(?:model|system|platform) (?:metrics?|performance|quality|kpis?)\b/i.test(
    region.heading?.prose.text ?? '',
  );
}

interface Raw {
  readonly name: string;
  readonly span: Span;
  readonly text: string;
  readonly end: number;
  readonly region: Region;
  readonly source: Source;
  readonly has?: ReadonlySet<Measure>;
  readonly type?: string;
  readonly places?: ReadonlyMap<Measure | 'type', Span>;
}

function metric(raw: Raw): Metric {
  const { name, span, text, end, region, source, places } = raw;
  return {
    name,
    span,
    source,
    end,
    kind: isTechnical(region) ? 'technical' : classifyMetric(text),
    placeholder: isPlaceholder(name),
    type: raw.type ?? outcomeTypeIn(text),
    has: new Set([...measuresIn(text), ...(raw.has ?? [])]),
    ...(places ? { places } : {}),
  };
}

const NAME_HEAD =
  /^(?:(?:business|success|outcome|key) )?(?:metrics?|kpis?|measures?|indicators?|results?|outcomes?|names?)$/i;

function fromTables(reading: Reading): Metric[] {
  const out: Metric[] = [];
  for (const { table, region } of reading.outline.tables) {
    if (!isMetrics(region)) continue;
    const heads = table.header.cells.map(({ prose }) => prose.text.trim());
    const labels = heads.map(measureLabel);
    const named = heads.findIndex((head) => NAME_HEAD.test(head));
    const vertical =
      heads.length === 2 && table.rows.some(({ cells }) => measureLabel(cells[0]?.prose.text ?? ''));
    if (vertical) continue; // Rows of label and value are fields.
    const column = Math.max(0, named);
    for (const { cells } of table.rows) {
      const name = cells[column];
      if (!name || name.prose.text.trim() === '') continue;
      out.push(metric(fromCells(cells, name, labels, region)));
    }
  }
  return out;
}

function fromCells(
  cells: readonly Cell[],
  name: Cell,
  labels: readonly (Measure | 'type' | undefined)[],
  region: Region,
): Raw {
  const has = new Set<Measure>();
  const places = new Map<Measure | 'type', Span>();
  let type: string | undefined;
  cells.forEach((cell, i) => {
    const label = labels[i];
    const text = cell.prose.text.trim();
    if (!label) return;
    if (/^[-–—?]*$/.test(text)) places.set(label, cell.span);
    else if (label === 'type') type = text;
    else has.add(label);
  });
  const text = cells.map(({ prose }) => prose.text).join(' · ');
  const raw = {
    name: name.prose.text,
    span: name.span,
    text,
    end: name.span.end,
    region,
    source: 'table',
    has,
    places,
  } as const;
  return type === undefined ? raw : { ...raw, type };
}

const METRIC_LABEL =
  /^(?:(?:owned|business|success|outcome|primary|key|main) )*(?:metric|kpi|measure of success|success measure)s?(?: \d+| owned)?$/i;

/** `Metric: Cost per claim` with `Unit:`, `Baseline:` … below it. */
function fromFields(reading: Reading): Metric[] {
  const out: Metric[] = [];
  let open: { field: Field; more: Field[] } | undefined;
  const close = (): void => {
    if (!open) return;
    const { field, more } = open;
    const has = new Set<Measure>();
    const places = new Map<Measure | 'type', Span>();
    let type: string | undefined;
    for (const { label, value } of more) {
      const measure = measureLabel(label);
      if (!measure) continue;
      if (value.text === '') places.set(measure, value.span);
      else if (measure === 'type') type = value.text;
      else has.add(measure);
    }
    const raw = {
      name: nameIn(field.value.text),
      span: field.value.at(0, nameIn(field.value.text).length),
      text: [field.value, ...more.map(({ value }) => value)].map(({ text }) => text).join(' · '),
      end: field.value.span.end,
      region: field.region,
      source: 'field',
      has,
      places,
    } as const;
    out.push(metric(type === undefined ? raw : { ...raw, type }));
    open = undefined;
  };
  for (const field of reading.outline.fields) {
    const about = isMetrics(field.region) || field.region.kind === 'owner' || field.region.kind === undefined;
    const plain =
      about && (METRIC_LABEL.test(field.label) || (isMetrics(field.region) && /^name$/i.test(field.label)));
    if (plain && !/\btechnical\b/i.test(field.label)) {
      close();
      if (field.value.text !== '') open = { field, more: [] };
    } else if (open && measureLabel(field.label) && field.region === open.field.region) open.more.push(field);
  }
  close();
  return out;
}

/** List items of the metrics section that are no fields of a metric: `- Cost per claim: from 14.20 to 9.00 EUR`. */
function fromItems(reading: Reading): Metric[] {
  const out: Metric[] = [];
  for (const { prose, region, item, depth } of reading.outline.texts) {
    if (!isMetrics(region) || !item || depth > 1 || prose.text === '') continue;
    const label = /^([^:\n]{1,80}?)\s*:(?=\s|$)/.exec(prose.text)?.[1];
    if (
      label !== undefined &&
      (measureLabel(label) || METRIC_LABEL.test(label) || /^(?:name|owner|note)$/i.test(label))
    )
      continue;
    const name = nameIn(prose.text);
    const nested = item.children.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const has = new Set<Measure>();
    for (const child of nested) {
      const measure = measureLabel(/^([^:\n]{1,80}?)\s*:/.exec(child.prose.text)?.[1] ?? '');
      if (measure && measure !== 'type') has.add(measure);
    }
    const text = [prose, ...nested.map((child) => child.prose)].map((one) => one.text).join(' · ');
    out.push(
      metric({
        name,
        span: prose.at(0, name.length),
        text,
        end: prose.span.end,
        region,
        source: 'field',
        has,
      }),
    );
  }
  return out;
}

/** The name at the beginning of a longer text about a metric. */
function nameIn(text: string): string {
  const end = text.search(/\s?[:;(,]|\s[–—-]\s|\s(?:from|to|below|under|by)\s|\.\s/);
  return (end > 2 ? text.slice(0, end) : text).slice(0, 120).replace(/[.\s]+$/, '');
}

const OWNED = /\b(?:metrics?|kpis?|owns?|accountable for|answers for|measured by|responsible for)\b/i;

/** Sentences of the metrics section, and of the owner's section where they speak of a business result. */
function fromProse(reading: Reading): Metric[] {
  const out: Metric[] = [];
  const section = reading.outline.texts
    .filter(({ region }) => isMetrics(region))
    .flatMap(({ prose }) => prose.sentences());
  const machineOnly = section.every(({ text }) => purelyTechnical(text));
  for (const { prose, region } of reading.outline.texts) {
    if (!isMetrics(region) && region.kind !== 'owner') continue;
    for (const sentence of prose.sentences()) {
      const kind = classifyMetric(sentence.text);
      if (
        !isMetrics(region) &&
        !(OWNED.test(sentence.text) && (kind === 'business' || kind === 'mixed' || NAMED.test(sentence.text)))
      )
        continue;
      if (isMetrics(region) && kind === 'unknown' && !/\d|\bmetrics?\b/i.test(sentence.text)) continue;
      const one = fromSentence(sentence, region);
      out.push(machineOnly && isMetrics(region) ? { ...one, machineOnly } : one);
    }
  }
  return out;
}

/** `owns the metric claims per day`: what is named need not be in any lexicon. */
const NAMED = /\b(?:business |outcome )?(?:metric|kpi)\b\s{0,3}(?:is |: ?|“|")?\s{0,3}\p{L}/iu;

function fromSentence(sentence: Prose, region: Region): Metric {
  const name = sentence.text;
  return metric({ name, span: sentence.span, text: name, end: sentence.span.end, region, source: 'prose' });
}
