import { actionsOf } from '../../document/actions.ts';
import { isAgentic } from '../../document/stage.ts';
import { insertSection } from '../../edits/body-edits.ts';
import { sectionOf, sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

const TABLE = `## Agent actions

| Action | Limit | Reversible | Time to reverse |
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
    ],
  },
  check(reading, report) {
    if (!isAgentic(reading) || reading.frontmatter.invalid('actions')) return;
    const { doc, frontmatter } = reading;
    const actions = actionsOf(reading);
    if (actions.length === 0) {
      const section = sectionOf(reading, 'actions');
      report({
        span:
          section?.heading?.prose.span ??
          frontmatter.node('autonomy')?.span ??
          sectionPlace(reading, 'actions'),
        message:
          'The system acts by itself, and the document does not list what it may do. List its actions, each with a limit and whether it can be undone.',
        fixes: () =>
          section
            ? []
            : [
                {
                  title: 'Insert a table of actions',
                  safety: 'manual',
                  edits: insertSection(doc, 'actions', TABLE),
                },
              ],
      });
      return;
    }
    for (const { action, span, limited, reversibility } of actions) {
      if (limited && reversibility) continue;
      const lacks = [limited ? '' : 'a limit', reversibility ? '' : 'whether it can be undone']
        .filter(Boolean)
        .join(' and ');
      report({
        span,
        message: `The system does this by itself: "${clip(action)}", and the document does not state ${lacks}. Add it, or take the action off the list.`,
      });
    }
  },
});

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
