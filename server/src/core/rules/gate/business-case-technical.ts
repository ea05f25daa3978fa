import { businessCaseOf } from '../../document/business-case.ts';
import { listed } from '../../document/subjects.ts';
import { findBusinessFigures } from '../../lexicon/metrics.ts';
import { defineRule } from '../rule.ts';
import { manual } from './shared.ts';
import { insertTranslation } from './translation.ts';

export const businessCaseTechnical = defineRule({
  id: 'business-case-technical',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The business case speaks in technical terms and holds no figure of money, time or risk.',
  why:
    'A case that argues with accuracy, F1 or latency asks an executive to fund a measurement. ' +
    'Translate it: which work gets faster, which loss gets rarer, what does that come to in a year? ' +
    'Converting technical performance into business impact is the CTO’s job at this gate. ' +
    'Technical figures may stay; they need a figure of money, time or risk beside them.',
  source: [79, 82],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Business case\n\nThe model reaches 94 % ⟦accuracy⟧ and a median latency of 300 ms.\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Business case\n\nAt 94 % accuracy, 70 % of claims need no second reading; this saves EUR 240,000 a year.\n',
        note: 'accuracy beside money',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Business case\n\nSee the case of the claims unit.\n',
        note: 'nothing technical, and nothing to translate',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Monitoring\n\nWe watch accuracy and latency.\n',
        note: 'technical terms belong elsewhere in the document',
      },
      {
        note: "the gate's own record holds the figure",
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  business_case: {evidence: "EUR 80,000 saved in the pilot"}
---

## Business case

The model reaches an F1 score of 0.91.
`,
      },
    ],
  },
  check(reading, report) {
    const { technicalTerms, section, evidence } = businessCaseOf(reading);
    const [first] = technicalTerms;
    if (!first) return;
    // The gate's own record holds the figure already.
    if (evidence && findBusinessFigures(evidence.value).length > 0) return;
    const terms = [...new Set(technicalTerms.map(({ text }) => text.toLowerCase()))];
    report({
      span: first.span,
      message: `The business case speaks of ${listed(terms.slice(0, 3))}, and holds no figure of money, time or risk. Translate what the system achieves into business impact.`,
      related: technicalTerms
        .slice(1, 4)
        .map(({ span, text }) => ({ span, message: `“${text}” is a technical term, too.` })),
      fixes: () => [
        manual(
          'Insert a table that translates them into money, time or risk',
          insertTranslation(reading, terms, section),
        ),
      ],
    });
  },
});
