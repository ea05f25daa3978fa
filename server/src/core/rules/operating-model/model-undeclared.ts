import { operatingModelOf } from '../../document/operating-model.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

export const modelUndeclared = defineRule({
  id: 'model-undeclared',
  group: 'operating-model',
  severity: 'info',
  needs: 'whole',
  summary: 'the document does not say which operating model it follows',
  why: 'There are two ways to organise AI, and a mixture. A Centre of Excellence holds the capability centrally and business units consume it; distributed ownership puts capability and accountability into the units; the hybrid keeps a small central capability and leaves accountability with the unit. Each can lose the owner in its own way, so the checks differ. For 50 to 500 people the hybrid usually fits best.',
  source: [52, 53, 121],
  examples: {
    bad: [
      {
        raises: ['distributed-no-oversight'],
        text: `⟦---⟧
type: decision-rights
initiative: claims-triage
---

# Claims triage
`,
      },
      {
        note: 'models are weighed, none is declared',
        raises: ['distributed-no-oversight'],
        text: `⟦---⟧
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

We considered a Centre of Excellence, and would prefer the hybrid model.
`,
      },
      {
        raises: ['distributed-no-oversight'],
        note: 'much is said of the model, but not which one it is',
        text: `---
type: decision-rights
initiative: claims-triage
⟦operating_model⟧:
  capability_team_size: 3
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
operating_model: hybrid
---

# Claims triage
`,
      },
      {
        note: 'the body says it, as a value',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

**Type:** hybrid
`,
      },
      {
        note: 'the body says it, in a sentence',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

The operating model is distributed. The risk office oversees what crosses the units.
`,
      },
      {
        note: 'a slip in the key is reported as such',
        text: `---
type: decision-rights
initiative: claims-triage
operating_modle: hybrid
---

# Claims triage
`,
      },
      {
        note: 'without frontmatter, that is the finding',
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n',
      },
      {
        note: 'the long form',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: distributed
  oversight: The CTO's office reviews shared models
---

# Claims triage
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (!frontmatter.present) return;
    const model = operatingModelOf(reading);
    if (!model && frontmatter.mayHave('operating_model')) return;
    if (model && (model.type !== undefined || frontmatter.invalid('operating_model'))) return;
    report({
      span: model?.span ?? frontmatterPlace(doc),
      message:
        'The document does not say how AI is organised around this system. Set operating_model to distributed, coe or hybrid.',
      fixes: () =>
        ['hybrid', 'distributed', 'coe'].map((value) => ({
          title: `Set operating_model to ${value}`,
          safety: 'manual',
          edits: setFrontmatter(doc, model ? ['operating_model', 'type'] : ['operating_model'], value),
        })),
    });
  },
});
