import { isCrossFunctional, operatingModelOf } from '../../document/operating-model.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
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
        config: 'company_size: 220\n',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: ⟦coe⟧
---

# Claims triage
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
    const short = reading.frontmatter.node('operating_model')?.kind === 'scalar';
    report({
      span: model.span,
      message: `A full Centre of Excellence is rarely feasible for ${companySize} people. Consider the hybrid model: a small central function, accountability in the business unit.`,
      fixes: () => [
        {
          title: 'Set the operating model to hybrid',
          safety: 'manual',
          edits: setFrontmatter(
            reading.doc,
            short ? ['operating_model'] : ['operating_model', 'type'],
            'hybrid',
          ),
        },
      ],
    });
  },
});
