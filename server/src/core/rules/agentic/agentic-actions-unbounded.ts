import { actionsOf } from '../../document/actions.ts';
import { isAgentic } from '../../document/stage.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { sectionOf, sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

const TABLE = `| Action | Limit | Reversible | Time to reverse |
| --- | --- | --- | --- |
| [What the system does by itself] | [Amount, count or scope] | [yes, no or partly] | [How long undoing takes] |`;

export const agenticActionsUnbounded = defineRule({
  id: 'agentic-actions-unbounded',
  group: 'agentic',
  severity: 'error',
  needs: 'whole',
  summary: 'an agentic system without a list of its actions, each with a limit and whether it can be undone',
  why: 'A system that acts can do damage faster than anybody can call a meeting, and some of it cannot be taken back. The document therefore lists what the system may do by itself, how far each action may go (an amount, a count, a scope) and whether it can be undone. What is not on the list, the system may not do.',
  source: [136, 137],
  facts: ['eu-14-3', 'eu-14-4'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: ⟦agentic⟧
---

# Refund agent
`,
      },
      {
        note: 'an action without a limit',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
actions:
  - action: Approve a refund
    limit: 50 euros
    reversible: partly
  - action: ⟦Send the confirmation⟧
    reversible: no
---

# Refund agent
`,
      },
      {
        note: 'a heading with nothing under it',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
---

# Refund agent

⟦## Agent actions⟧
`,
      },
      {
        note: 'in a table: neither limit nor reversibility, and one of them',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
---

# Refund agent

## Agent actions

| Action | Limit | Reversible |
| --- | --- | --- |
| ⟦Write to the customer about the state of the refund and its next steps⟧ |  |  |
| ⟦Approve a refund that one of the colleagues of support proposed⟧ | 50 euros |  |
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
---

# Refund agent

## Agent actions

| Action | Limit | Reversible |
| --- | --- | --- |
| Approve a refund | 50 euros, 3 a day per customer | yes, within 14 days |
`,
      },
      {
        note: 'advisory systems do not act',
        text: `---
type: decision-rights
initiative: claims-triage
autonomy: advisory
---

# Claims triage
`,
      },
      {
        note: 'actions that cannot be read are reported as such',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
actions: 12
---

# Refund agent
`,
      },
    ],
  },
  check(reading, report) {
    const declared = reading.frontmatter.node('autonomy');
    if (!declared || !isAgentic(reading) || reading.frontmatter.invalid('actions')) return;
    const { doc } = reading;
    const actions = actionsOf(reading);
    if (actions.length === 0) {
      const section = sectionOf(reading, 'actions');
      report({
        span: section ? sectionPlace(reading, 'actions') : declared.span,
        message:
          'The system acts by itself, and the document does not list what it may do. List its actions, each with a limit and whether it can be undone.',
        fixes: () => [
          {
            title: 'Insert a table of actions',
            safety: 'manual',
            edits: section
              ? appendToRegion(doc, section, TABLE)
              : insertSection(doc, 'actions', `## Agent actions\n\n${TABLE}`),
          },
        ],
      });
    }
    for (const { action, span, limited, reversibility } of actions) {
      if (limited && reversibility) continue;
      const lacks = [...(limited ? [] : ['a limit']), ...(reversibility ? [] : ['whether it can be undone'])];
      report({
        span,
        message: `The system does this by itself: "${clip(action)}", and the document does not state ${lacks.join(' and ')}. Add it, or take the action off the list.`,
      });
    }
  },
});

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
