import { type Metric, metricsOf } from '../../document/metrics.ts';
import type { Reading } from '../../document/reading.ts';
import type { TextEdit } from '../../text/edit.ts';
import { manual } from '../owner/shared.ts';
import { defineRule } from '../rule.ts';
import { behind, OUTCOME_TYPES, setMetricKeys } from './shared.ts';

export const outcomeTypeMissing = defineRule({
  id: 'outcome-type-missing',
  group: 'metric',
  severity: 'warning',
  needs: 'whole',
  summary: 'No metric says whether it stands for revenue, lower cost or lower risk.',
  why:
    'A business result is more revenue, less cost or less risk. ' +
    'Saying which one shows whether the initiative has a business result at all, and lets a portfolio be added up. ' +
    'Set `type` of the metric to `revenue`, `cost-reduction` or `risk-reduction`.',
  source: [26, 89],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: ⟦Cost per claim⟧\n    unit: EUR per claim\n    baseline: 14.20\n    target: 9.00\n    by: 2026-12-31\n---\n',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n| Metric | Type | Unit | Baseline | Target | By |\n| --- | --- | --- | --- | --- | --- |\n| ⟦Handling time⟧ |  | hours | 12 | 4 | 2026-12-31 |\n',
        note: 'a blank cell',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Model accuracy, ⟦Cost per claim⟧]\n---\n',
        note: 'beside a technical one',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n- ⟦Handling time⟧: from 12 to 4 hours by 2026-12-31\n',
        note: 'a line of the body',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n| Metric | Unit | Baseline | Target | By |\n| --- | --- | --- | --- | --- |\n| ⟦Handling time⟧ | hours | 12 | 4 | 2026-12-31 |\n',
        note: 'a table without a column for it',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: Cost per claim\n    type: cost-reduction\n  - name: Complaints\n---\n',
        note: 'one of two says it',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n- Cost reduction: from 14.20 EUR to 9.00 EUR per claim by 2026-12-31\n',
        note: 'said in the words of the metric',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, is accountable for the cost per claim.\n',
        note: 'a metric that only the owner’s section speaks of',
      },
    ],
  },
  check(reading, report) {
    const metrics = metricsOf(reading).filter(
      ({ kind, source }) => kind !== 'technical' && source !== 'prose',
    );
    const [first] = metrics;
    if (
      !first ||
      metrics.some(({ type, placeholder, invalid }) => type !== undefined || placeholder || invalid)
    )
      return;
    report({
      span: first.span,
      message: `Nothing says whether “${first.name}” stands for revenue, lower cost or lower risk. Set its type.`,
      fixes: () =>
        OUTCOME_TYPES.flatMap(([type, words]) => {
          const edits = mend(reading, first, type);
          return edits.length > 0 ? [manual(`Set the type to ${type} (${words})`, edits)] : [];
        }),
    });
  },
});

function mend(reading: Reading, metric: Metric, type: string): readonly TextEdit[] {
  if (metric.source === 'frontmatter') return setMetricKeys(reading, metric, { type });
  const place = metric.places?.get('type');
  if (place) return [{ span: place, newText: type }];
  return metric.source === 'table' ? [] : behind(metric, ` (${type})`);
}
