import type { Measure } from '../../document/measures.ts';
import { type Metric, metricsOf } from '../../document/metrics.ts';
import type { Reading } from '../../document/reading.ts';
import type { TextEdit } from '../../text/edit.ts';
import { manual } from '../owner/shared.ts';
import { defineRule } from '../rule.ts';
import { behind, halfAYearOn, missingMeasures, setMetricKeys } from './shared.ts';

const WORDS: Readonly<Record<Measure, string>> = {
  unit: 'a unit',
  baseline: 'a baseline',
  target: 'a target',
  date: 'a date',
};

export const metricNotMeasurable = defineRule({
  id: 'metric-not-measurable',
  group: 'metric',
  severity: 'warning',
  needs: 'whole',
  summary: 'A metric lacks its unit, baseline, target or date.',
  why:
    'A result can be checked only when it says what is counted, where it stands today, where it is to be, and by when. ' +
    'If one of the four is missing, the figure can be read as a success whatever happens. ' +
    'Add what is missing; a rough baseline is better than none.',
  source: [13, 34, 66],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: ⟦Cost per claim⟧\n    type: cost-reduction\n    unit: EUR per claim\n    target: 9.00\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - ⟦Customer complaints⟧\n---\n',
        note: 'only a name',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n- ⟦Handling time⟧: from 12 to 4 hours\n',
        note: 'no date',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: ⟦Cost per claim⟧\n---\n',
        note: 'one name in place of a list',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [⟦Cost per claim⟧, "⟦Complaints, all⟧"]\n---\n',
        note: 'names in one line',
      },
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - Model accuracy\n  - "[Business metric]"\n  - name: Claims paid twice\n    by: soon\n  - ⟦Handling time⟧\n---\n',
        note: 'beside a technical one, one to be filled in, and one that cannot be read',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n| Metric | Unit | Baseline | Target | By |\n| --- | --- | --- | --- | --- |\n| ⟦Cost per claim⟧ | EUR | | 9 | |\n',
        note: 'blank cells of a table',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n| Metric | Baseline | Target |\n| --- | --- | --- |\n| ⟦Handling time⟧ | 12 hours | |\n',
        note: 'a table without a column for the date',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: Cost per claim\n    type: cost-reduction\n    unit: EUR per claim\n    baseline: 14.20\n    target: 9.00\n    by: 2026-12-31\n---\n',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n- Cost per claim: from 14.20 EUR to 9.00 EUR by 31 December 2026\n',
        note: 'all four in one line',
      },
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: Cost per claim\n    baseline: 14.20 EUR\n    target: 9.00 EUR\n    by: 2026-12-31\n---\n',
        note: 'the unit stands with the figures',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Model accuracy]\n---\n',
        note: 'a technical metric alone: metric-technical-only',
      },
    ],
  },
  check(reading, report) {
    for (const metric of metricsOf(reading)) {
      if (metric.placeholder || metric.invalid || metric.kind === 'technical') continue;
      const missing = missingMeasures(metric);
      // Prose says the four in many ways: only where it holds no figure at all is one plainly missing.
      if (missing.length === 0 || metric.source === 'prose') continue;
      const list = missing.map((measure) => WORDS[measure]);
      const said =
        list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}` : (list[0] ?? '');
      report({
        span: metric.span,
        message: `The metric “${metric.name}” lacks ${said}. Add ${list.length > 1 ? 'them' : 'it'}, so that the result can be checked.`,
        fixes: () => {
          const edits = mend(reading, metric, missing);
          return edits.length > 0 ? [manual(`Add ${said}, to be filled in`, edits)] : [];
        },
      });
    }
  },
});

function mend(reading: Reading, metric: Metric, missing: readonly Measure[]): readonly TextEdit[] {
  const values: Readonly<Record<Measure, string>> = {
    unit: '[unit]',
    baseline: '[figure today]',
    target: '[figure to reach]',
    date: halfAYearOn(reading),
  };
  if (metric.source === 'frontmatter')
    return setMetricKeys(
      reading,
      metric,
      Object.fromEntries(missing.map((measure) => [measure === 'date' ? 'by' : measure, values[measure]])),
    );
  if (metric.source === 'table') {
    const edits = missing.flatMap((measure) => {
      const span = metric.places?.get(measure);
      return span ? [{ span, newText: values[measure] }] : [];
    });
    return edits.length === missing.length ? edits : [];
  }
  return behind(metric, ` (${missing.map((measure) => `${measure}: ${values[measure]}`).join(', ')})`);
}
