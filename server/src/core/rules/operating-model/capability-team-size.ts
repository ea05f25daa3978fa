import { teamSizeOf } from '../../document/operating-model.ts';
import { defineRule } from '../rule.ts';

export const capabilityTeamSize = defineRule({
  id: 'capability-team-size',
  group: 'operating-model',
  severity: 'info',
  needs: 'whole',
  summary: 'a central capability function that is not two to four people',
  why: 'At 50 to 500 people the central AI function of a hybrid model works at two to four people: enough to support the units, too few to take delivery over from them. Another size is no fault; look whether the function still supports rather than owns.',
  source: [60],
  examples: {
    bad: [
      {
        note: 'said in the body',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

## Operating model

- Type: hybrid
- Capability team size: ⟦9⟧ people
`,
      },
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: hybrid
  capability_team_size: ⟦12⟧
---

# Claims triage
`,
      },
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: hybrid
  capability_team_size: "⟦1⟧"
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
  type: hybrid
  capability_team_size: 3
---

# Claims triage
`,
      },
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: hybrid
  capability_team_size: 2
---

# Claims triage
`,
      },
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: hybrid
  capability_team_size: 4
---

# Claims triage
`,
      },
      {
        note: 'no whole number: another finding',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model:
  type: hybrid
  capability_team_size: a dozen
---

# Claims triage
`,
      },
      {
        note: 'no number given',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
---

# Claims triage
`,
      },
    ],
  },
  check(reading, report) {
    const said = teamSizeOf(reading);
    if (!said) return;
    const { text, span } = said;
    const size = Number(text);
    if (size >= 2 && size <= 4) return;
    report({
      span,
      message: `The capability function has ${text} ${size === 1 ? 'person' : 'people'}; two to four is what usually works beside business units that own delivery. Check that it supports rather than owns.`,
    });
  },
});
