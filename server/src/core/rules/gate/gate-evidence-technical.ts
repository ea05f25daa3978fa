import { businessCaseOf } from '../../document/business-case.ts';
import { listed } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import { manual } from './shared.ts';
import { withEffect } from './translation.ts';

export const gateEvidenceTechnical = defineRule({
  id: 'gate-evidence-technical',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The evidence for the business case is technical only.',
  why:
    'The gate asks whether the pilot supports the business case in business terms. ' +
    'Accuracy, F1 or latency say that the model works, not what the company gets for its money. ' +
    'Turning technical performance into business impact is the CTO’s job at this gate: how many cases, minutes, euros or losses does each figure change? ' +
    'Accuracy beside a figure of money, time or risk is fine.',
  source: [79, 82, 109],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  business_case:\n    evidence: ⟦The model reached 94 % accuracy and an F1 of 0.91⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Does pilot evidence support the business case in business terms: yes, ⟦AUC of 0.93 on the holdout set⟧\n',
        note: 'said with the question in the body',
      },
      {
        note: 'a sentence with its full stop, beside a section about the case',
        text: `---
type: decision-rights
---

## Funding gate

- Decide by: 2026-04-30
- Evidence: ⟦AUC of 0.93 on the holdout set.⟧
`,
      },
      {
        note: 'in frontmatter, beside a section about the case',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  business_case:
    evidence: ⟦AUC of 0.93, F1 of 0.91, recall of 0.9, precision of 0.92, latency of 80 ms⟧
---

## Notes

The holdout set is from 2025.

## Business case

See the report.
`,
      },
      {
        note: 'many figures',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  business_case:
    evidence: ⟦AUC of 0.93, F1 of 0.91, recall of 0.9, precision of 0.92, latency of 80 ms⟧
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  business_case:\n    evidence: At 94 % accuracy the pilot saved EUR 5.20 per claim over 8 weeks\n---\n',
        note: 'accuracy beside money',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  business_case:\n    evidence: reports/accuracy.md\n---\n',
        note: 'a file, whose name tells nothing about what it says',
      },
    ],
  },
  check(reading, report) {
    const { evidence, technicalEvidence } = businessCaseOf(reading);
    if (!evidence || technicalEvidence.length === 0) return;
    report({
      span: evidence.span,
      message: `The evidence for the business case is technical only (${listed([...new Set(technicalEvidence)].slice(0, 3))}). Say what it changes in money, time or risk.`,
      fixes: () => [
        manual(
          'Add places for what these figures mean in money, time or risk',
          withEffect(reading, evidence, technicalEvidence),
        ),
      ],
    });
  },
});
