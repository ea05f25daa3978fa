import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { customerFacing } from './shared.ts';

export const customerFacingNoQualityControl = defineRule({
  id: 'customer-facing-no-quality-control',
  group: 'use-case',
  severity: 'warning',
  needs: 'whole',
  summary: 'a customer-facing system without a word on how its outputs are controlled',
  why: 'What a system says to a customer cannot be taken back, and its quality is harder to keep in hand than that of an internal tool. So a customer-facing system carries more governance by design: the document says how outputs are controlled, for instance by sampling, by review before sending, or by limits on what it may say.',
  source: [72],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: ⟦customer-facing⟧
---

# Refund agent
`,
      },
      {
        note: 'a heading and a label with nothing behind them',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: ⟦customer-facing⟧
---

# Refund agent

The agent answers refund requests.

- **Output control:**

| Handled in | Team |
| --- | --- |
| Cologne | Refunds |

## Quality control
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
quality_control: Support leads read 5 % of the answers every day.
---

# Refund agent
`,
      },
      {
        note: 'said in a section of the body',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent

## Quality control

Support leads read 5 % of the answers every day.
`,
      },
      {
        note: 'in a table',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent

## Quality control

| Check | By | How often |
| --- | --- | --- |
| 5 % of the answers | Support leads | every day |
`,
      },
      {
        note: 'behind a label',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent

- **Output control:** Support leads read 5 % of the answers every day.
`,
      },
    ],
  },
  check(reading, report) {
    const span = customerFacing(reading);
    if (!span) return;
    const { doc, frontmatter, outline } = reading;
    if (frontmatter.has('quality_control')) return;
    const said =
      outline.texts.some(({ region, prose }) => region.kind === 'quality' && prose.text.trim() !== '') ||
      outline.tables.some(({ region }) => region.kind === 'quality') ||
      outline.fields.some(
        ({ label, value }) =>
          /\bquality (?:control|assurance)\b|\boutput control\b/i.test(label) && value.text !== '',
      );
    if (said) return;
    report({
      span,
      message:
        'Customers receive what this system produces, and the document does not say how its outputs are controlled. Add how they are checked, by whom and how often.',
      fixes: () => [
        {
          title: 'Add quality_control for you to fill in',
          safety: 'manual',
          edits: setFrontmatter(doc, ['quality_control'], '[How outputs are checked, by whom, how often]'),
        },
      ],
    });
  },
});
