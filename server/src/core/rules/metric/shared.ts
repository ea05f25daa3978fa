import { MEASURES, type Measure } from '../../document/measures.ts';
import type { Metric } from '../../document/metrics.ts';
import type { Reading } from '../../document/reading.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
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

/** The same as a line of the metrics section, or as that section where there is none to add to. */
export function insertMetricLine(reading: Reading, type: string): TextEdit[] {
  const { doc, outline } = reading;
  const line = `- [Business metric], ${type}: from [figure today] to [figure to reach] [unit] by ${halfAYearOn(reading)}`;
  const sections = outline.regions.filter(({ own, kind }) => own && kind === 'metrics');
  const section = sections.find(({ blocks }) => blocks.length > 0) ?? sections[0];
  return section
    ? appendToRegion(doc, section, line)
    : insertSection(doc, 'metrics', `## Metrics\n\n${line}`);
}

/** Sets keys of a metric in frontmatter; one written as a text becomes a map that keeps it as its name. */
export function setMetricKeys(
  reading: Reading,
  metric: Metric,
  keys: { readonly [key: string]: string },
): readonly TextEdit[] {
  const { doc, frontmatter } = reading;
  const list = frontmatter.node('metrics');
  if (list?.kind !== 'list') return setFrontmatter(doc, ['metrics'], [{ name: metric.name, ...keys }]);
  const index = String(metric.index);
  const item = frontmatter.node('metrics', index);
  if (item?.kind !== 'scalar')
    return Object.entries(keys).flatMap(([key, value]) =>
      setFrontmatter(doc, ['metrics', index, key], value),
    );
  const said = doc.text.slice(item.span.start, item.span.end);
  const pairs = Object.entries(keys).map(([key, value]) => `${key}: ${yamlScalar(value)}`);
  if (list.flow) return [{ span: item.span, newText: `{ ${[`name: ${said}`, ...pairs].join(', ')} }` }];
  const line =
    doc.text
      .slice(0, item.span.start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const indent = ' '.repeat(line.length);
  return [{ span: item.span, newText: [`name: ${said}`, ...pairs].join(`${doc.lineEnd}${indent}`) }];
}

/** The measures a metric lacks, in order. */
export function missingMeasures(metric: Metric): readonly Measure[] {
  return MEASURES.filter((measure) => !metric.has.has(measure));
}

/** Adds words behind a metric of the body. */
export function behind(metric: Metric, text: string): readonly TextEdit[] {
  return [{ span: at(metric.end ?? metric.span.end), newText: text }];
}
