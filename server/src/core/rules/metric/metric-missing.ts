import { metricsOf, metricsUnreadable } from '../../document/metrics.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { manual } from '../owner/shared.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { blankMetric, insertMetricLine, OUTCOME_TYPES } from './shared.ts';

export const metricMissing = defineRule({
  id: 'metric-missing',
  group: 'metric',
  severity: 'error',
  needs: 'whole',
  summary: 'No business metric is named for the owner to answer for.',
  why:
    'The document does not say by which figure the business will see that the system works. ' +
    'Without one the owner cannot be held to anything, and at the funding gate nobody can say whether the pilot was worth it. ' +
    'Name one business figure with its unit, where it stands today, where it is to be, and by when.',
  source: [13, 34, 39, 96],
  examples: {
    bad: [
      { text: '⟦---⟧\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n' },
      {
        text: '---\ntype: decision-rights\ntechnical_metrics: [F1 at least 0.9]\n---\n\n⟦## Success metrics⟧\n',
        note: 'a heading and nothing under it',
      },
      {
        path: 'claims.decision-rights.md',
        text: '# Claims triage\n\n## Owner\n\nDana Whitfield, VP Claims\n\n⟦## Success metrics⟧\n\nTo be agreed with finance.\n\n## Gate\n\nDana Whitfield decides by 2026-04-30.\n',
        note: 'a section that names none, in a document without frontmatter',
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\nmetrics: [Cost per claim]\n---\n' },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, is accountable for the cost per claim.\n',
        note: 'the role definition names it',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## How we measure success\n\n| Metric | Unit | Baseline | Target | By |\n| --- | --- | --- | --- | --- |\n| Handling time | hours | 12 | 4 | 2026-12-31 |\n',
        note: 'a table',
      },
    ],
  },
  check(reading, report) {
    if (metricsUnreadable(reading) || metricsOf(reading).length > 0) return;
    report({
      span: sectionPlace(reading, 'metrics'),
      message:
        'No business metric is named for the owner to answer for. Add one, with its unit, where it stands today, and where it is to be by when.',
      fixes: () =>
        OUTCOME_TYPES.map(([type, words]) =>
          manual(
            `Insert a metric for ${words}, to be filled in`,
            reading.frontmatter.present
              ? setFrontmatter(reading.doc, ['metrics'], [blankMetric(reading, type)])
              : insertMetricLine(reading, type),
          ),
        ),
    });
  },
});
