import { MEASURES, type Measure } from '../../document/measures.ts';
import type { Metric } from '../../document/metrics.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter, type YamlValue, yamlScalar } from '../../edits/frontmatter-edits.ts';
import { addDays, dayOf, formatDay } from '../../text/dates.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at } from '../../text/span.ts';

/** The kinds of result a metric may stand for, with the words of a fix's title. */
export const OUTCOME_TYPES: readonly (readonly [string, string])[] = [
  ['cost-reduction', 'less cost or time'],
  ['revenue', 'more revenue'],
  ['risk-reduction', 'less risk'],
];

/** Half a year from now, as a date to start from. */
export function halfAYearOn({ settings }: Reading): string {
  return formatDay(addDays(dayOf(settings.now), 182));
}

/** A business metric to be filled in. */
export function blankMetric(reading: Reading, type: string): { readonly [key: string]: YamlValue } {
  return {
    name: '[Business metric]',
    type,
    unit: '[unit]',
    baseline: '[figure today]',
    target: '[figure to reach]',
    by: halfAYearOn(reading),
  };
}

/** The same as a line of a list. */
export function blankMetricLine(reading: Reading, type: string): string {
  return `- [Business metric], ${type}: from [figure today] to [figure to reach] [unit] by ${halfAYearOn(reading)}`;
}

/** Sets keys of a metric in frontmatter; one written as a text becomes a map that keeps it as its name. */
export function setMetricKeys(
  reading: Reading,
  metric: Metric,
  keys: { readonly [key: string]: string },
): readonly TextEdit[] {
  const { doc, frontmatter } = reading;
  const index = String(metric.index ?? 0);
  const list = frontmatter.node('metrics');
  const item = list?.kind === 'list' ? frontmatter.node('metrics', index) : list;
  if (list?.kind !== 'list') return setFrontmatter(doc, ['metrics'], [{ name: metric.name, ...keys }]);
  if (item?.kind === 'map')
    return Object.entries(keys).flatMap(([key, value]) =>
      setFrontmatter(doc, ['metrics', index, key], value),
    );
  if (item?.kind !== 'scalar') return [];
  const said = doc.text.slice(item.span.start, item.span.end);
  const pairs = Object.entries(keys).map(([key, value]) => `${key}: ${yamlScalar(value)}`);
  if (list.flow) return [{ span: item.span, newText: `{ ${[`name: ${said}`, ...pairs].join(', ')} }` }];
  const lineStart =
    Math.max(
      doc.text.lastIndexOf('\n', item.span.start - 1),
      doc.text.lastIndexOf('\r', item.span.start - 1),
    ) + 1;
  const indent = ' '.repeat(item.span.start - lineStart);
  return [{ span: item.span, newText: [`name: ${said}`, ...pairs].join(`${doc.lineEnd}${indent}`) }];
}

/** The measures a metric lacks, in order. */
export function missingMeasures(metric: Metric): readonly Measure[] {
  return MEASURES.filter((measure) => !metric.has.has(measure));
}

/** Adds words behind a metric of the body. */
export function behind(metric: Metric, text: string): readonly TextEdit[] {
  return metric.end === undefined ? [] : [{ span: at(metric.end), newText: text }];
}
