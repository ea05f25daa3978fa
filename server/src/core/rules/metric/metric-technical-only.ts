import { metricsOf } from '../../document/metrics.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { findTechnicalTerms } from '../../lexicon/metrics.ts';
import type { TextEdit } from '../../text/edit.ts';
import { manual } from '../owner/shared.ts';
import { defineRule } from '../rule.ts';
import { blankMetric, insertMetricLine, OUTCOME_TYPES } from './shared.ts';

export const metricTechnicalOnly = defineRule({
  id: 'metric-technical-only',
  group: 'metric',
  severity: 'error',
  needs: 'whole',
  summary: 'Every metric says how well the model works, none what the business gets.',
  why:
    'Accuracy, latency and uptime tell whether the system works; they do not tell whether anybody is better off. ' +
    'A pilot can reach all of them and still save nothing, which is why such a case fails at the funding gate. ' +
    'Keep them as technical metrics, and add the money, time or risk that they are to change. ' +
    'A technical figure beside a business figure is fine.',
  source: [26, 27, 28, 79, 82],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nmetrics:\n  - name: ⟦Model accuracy⟧\n  - name: Latency p95\ntitle: Claims triage\n---\n',
      },
      { text: '---\ntype: decision-rights\nmetrics: [⟦F1 score⟧, AUC]\n---\n', note: 'a list of names' },
      {
        text: '---\ntype: decision-rights\n---\n\n## Success metrics\n\n- ⟦Uptime⟧: 99.9 %\n- Precision and recall above 0.9\n',
        note: 'in the body',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [⟦Model accuracy⟧, AUC]\ntechnical_metrics: [AUC, Uptime]\n---\n',
        note: 'one of them is among the technical metrics already',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n- Metric: ⟦Model accuracy⟧\n',
        note: 'in the owner’s section, and no section for metrics',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n### Success metrics\n\n- ⟦Model accuracy above 0.9⟧\n',
        note: 'the section that holds something gets the new line',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\n⟦Success is measured by F1, AUC and p95 latency.⟧\n',
        note: 'in a sentence',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\n---\n\n## Metrics\n\nSuccess is measured by F1 and by how gladly the branches use it.\n',
        note: 'a sentence that names something else, too',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Cost per claim, Model accuracy]\n---\n',
        note: 'accuracy beside a money metric',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Claims settled within a day]\ntechnical_metrics: [F1 at least 0.9]\n---\n',
        note: 'technical metrics where they belong',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Model accuracy, "[Latency, uptime or what the business gets]"]\n---\n',
        note: 'one still to be filled in: doc-placeholder',
      },
    ],
  },
  check(reading, report) {
    const metrics = metricsOf(reading);
    const [first, ...others] = metrics;
    if (
      !first ||
      metrics.some(
        (one) => one.kind !== 'technical' || one.placeholder || (one.source === 'prose' && !one.machineOnly),
      )
    )
      return;
    const named = metrics.flatMap(({ name, source }) =>
      source === 'prose' ? findTechnicalTerms(name).map(({ text }) => text) : name,
    );
    report({
      span: first.span,
      message: `${named.join(', ')}: ${named.length > 1 ? 'all metrics say' : 'the only metric says'} how well the system works, not what the business gets. Add the money, time or risk it is to change.`,
      related: others.map(({ span }) => ({ span, message: 'Technical, too.' })),
      fixes: () =>
        OUTCOME_TYPES.map(([type, words]) =>
          manual(
            first.source === 'frontmatter'
              ? `Move to technical metrics, and insert one for ${words}, to be filled in`
              : `Insert a metric for ${words}, to be filled in`,
            mend(
              reading,
              type,
              metrics.map(({ name }) => name),
            ),
          ),
        ),
    });
  },
});

function mend(reading: Reading, type: string, names: readonly string[]): readonly TextEdit[] {
  const { doc, frontmatter } = reading;
  if (frontmatter.has('metrics')) {
    const before = frontmatter.texts('technical_metrics').map(({ text }) => text);
    const all = [...before, ...names.filter((name) => !before.includes(name))];
    return [
      ...setFrontmatter(doc, ['metrics'], [blankMetric(reading, type)]),
      ...setFrontmatter(doc, ['technical_metrics'], all),
    ];
  }
  return insertMetricLine(reading, type);
}
