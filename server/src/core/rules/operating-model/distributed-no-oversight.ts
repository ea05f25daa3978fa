import { modelTexts, operatingModelOf } from '../../document/operating-model.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';

const OVERSIGHT = /\boversight\b|\bcentral(?:ly)?\b|\bcross-cutting\b|\boversees?\b/i;

export const distributedNoOversight = defineRule({
  id: 'distributed-no-oversight',
  group: 'operating-model',
  severity: 'warning',
  needs: 'whole',
  summary: 'a distributed model without central oversight of what crosses the units',
  why: 'When every unit holds its own decision rights, some things still concern all of them: shared data, a shared vendor, security, law. A distributed model therefore says who watches those centrally. It need not be more than one person with a mandate to look.',
  source: [123, 124],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: ⟦distributed⟧
---

# Claims triage
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: distributed
  oversight: The CTO's office reviews shared models and vendors
---

# Claims triage
`,
      },
      {
        note: 'said in the section about the model',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: distributed
---

# Claims triage

## Operating model

Claims owns the system. The CTO's office oversees shared data and vendors.
`,
      },
    ],
  },
  check(reading, report) {
    const model = operatingModelOf(reading);
    if (model?.type !== 'distributed' || reading.frontmatter.has('operating_model', 'oversight')) return;
    if (modelTexts(reading).some((prose) => OVERSIGHT.test(prose.text))) return;
    report({
      span: model.span,
      message:
        'The model is distributed, and nobody is named who watches what crosses the units. Add operating_model.oversight: shared data, vendors, security, law.',
      fixes: () => [
        {
          title: 'Add oversight for you to fill in',
          safety: 'manual',
          edits: setFrontmatter(
            reading.doc,
            ['operating_model', 'oversight'],
            '[Who watches shared data, vendors, security and law]',
          ),
        },
      ],
    });
  },
});
