import { isCrossFunctional, operatingModelOf } from '../../document/operating-model.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';

export const fullCoeAtMidSize = defineRule({
  id: 'full-coe-at-mid-size',
  group: 'operating-model',
  severity: 'info',
  needs: 'whole',
  summary: 'a full Centre of Excellence in a company of 50 to 500 people',
  why: 'A company of 50 to 500 people can rarely staff a Centre of Excellence that has the authority its model needs. The hybrid keeps a small central function and leaves accountability with the business unit, which is usually the better fit. The size of the company comes from the configuration (company_size).',
  source: [59, 60, 124],
  examples: {
    bad: [
      {
        note: 'said in the body',
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

**Model:** ⟦Centre of Excellence⟧
`,
      },
      {
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

AI runs in a ⟦centralised⟧ structure under the CTO.
`,
      },
      {
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: ⟦coe⟧
---

# Claims triage
`,
      },
      {
        config: 'company_size: 50\n',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: ⟦coe⟧
  handoff_on: 2026-09-01
---

# Claims triage
`,
      },
      {
        config: 'company_size: 500\n',
        note: 'a cross-functional case without a date of handoff',
        text: `---
type: decision-rights
initiative: knowledge-assistant
operating_model:
  type: ⟦coe⟧
  cross_functional: true
---

# Knowledge assistant
`,
      },
    ],
    good: [
      {
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
---

# Claims triage
`,
      },
      {
        note: 'a cross-functional case, on loan until the handoff',
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: knowledge-assistant
operating_model:
  type: coe
  cross_functional: true
  handoff_on: 2026-09-01
---

# Knowledge assistant
`,
      },
      {
        note: 'a large company',
        config: 'company_size: 4000\n',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: coe
---

# Claims triage
`,
      },
    ],
  },
  check(reading, report) {
    const { companySize } = reading.config;
    const model = operatingModelOf(reading);
    if (model?.type !== 'coe' || companySize === undefined || companySize < 50 || companySize > 500) return;
    // On loan for a cross-functional case, until a handoff: that is how a centre is meant to own.
    if (isCrossFunctional(reading) && reading.frontmatter.has('operating_model', 'handoff_on')) return;
    report({
      span: model.span,
      message: `A full Centre of Excellence is rarely feasible for ${companySize} people. Consider the hybrid model: a small central function, accountability in the business unit.`,
      // In a sentence, the words around it have to change with it.
      fixes: () =>
        model.by === 'sentence'
          ? []
          : offer('Set the operating model to hybrid', [{ span: model.span, newText: 'hybrid' }]),
    });
  },
});
