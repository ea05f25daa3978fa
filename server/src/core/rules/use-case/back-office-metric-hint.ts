import { metricsOf } from '../../document/metrics.ts';
import { addToFrontmatterList } from '../../edits/frontmatter-edits.ts';
import { isBackOfficeMetric } from '../../lexicon/metrics.ts';
import { defineRule } from '../rule.ts';

export const backOfficeMetricHint = defineRule({
  id: 'back-office-metric-hint',
  group: 'use-case',
  severity: 'info',
  needs: 'whole',
  summary: 'a back-office use case without a metric such as processing time, error rate or cost per document',
  why: 'Back-office work is easy to measure without argument: how long a case takes, how often it goes wrong, what a document costs. A metric of that kind makes the result plain to everybody, the finance department included. This is a hint; other business metrics are fine.',
  source: [66],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
metrics:
  - name: ⟦Revenue per customer⟧
    type: revenue
    unit: EUR
    baseline: 100
    target: 110
    by: 2026-12-31
---

# Contract review
`,
      },
      {
        note: 'in the body, beside a technical metric',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
---

# Contract review

## Success metrics

- ⟦Model accuracy⟧: 96 %
- Revenue per customer: from EUR 100 to EUR 110 by 2026-12-31
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
metrics:
  - name: Processing time per contract
    type: cost-reduction
    unit: minutes
    baseline: 90
    target: 30
    by: 2026-12-31
---

# Contract review
`,
      },
      {
        note: 'no metric at all is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
---

# Contract review
`,
      },
      {
        note: 'nor are technical metrics only',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
metrics: [Model accuracy, Latency]
---

# Contract review
`,
      },
      {
        note: 'one that is still to be filled in may become what is asked for',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
metrics: [Revenue per customer, "[Metric]"]
---

# Contract review
`,
      },
      {
        note: 'a customer-facing use case',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
metrics: [Revenue per customer]
---

# Refund agent
`,
      },
    ],
  },
  check(reading, report) {
    if (reading.frontmatter.text('use_case_class') !== 'back-office') return;
    const metrics = metricsOf(reading);
    const [first] = metrics;
    if (!first || metrics.some(({ placeholder }) => placeholder)) return;
    // With technical ones only, that is the finding.
    if (metrics.every(({ kind }) => kind === 'technical')) return;
    if (metrics.some(({ name, source }) => source === 'prose' || isBackOfficeMetric(name))) return;
    report({
      span: first.span,
      message:
        'This is a back-office use case, and no metric says how long a case takes, how often it goes wrong or what it costs. Consider one of these: it makes the result plain.',
      fixes: () =>
        first.source === 'frontmatter'
          ? [
              {
                title: 'Insert a processing-time metric for you to fill in',
                safety: 'manual',
                edits: addToFrontmatterList(reading.doc, ['metrics'], {
                  name: 'Processing time per case',
                  type: 'cost-reduction',
                  unit: 'minutes',
                  baseline: '[figure today]',
                  target: '[figure to reach]',
                  by: '[Date]',
                }),
              },
            ]
          : [],
    });
  },
});
