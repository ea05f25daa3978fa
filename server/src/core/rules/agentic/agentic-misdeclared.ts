import { actingSentences } from '../../document/autonomy.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';

export const agenticMisdeclared = defineRule({
  id: 'agentic-misdeclared',
  group: 'agentic',
  severity: 'warning',
  needs: 'whole',
  summary: 'declared advisory, but the text says that the system itself approves, pays, changes or sends',
  why: 'Advice leaves the decision with a person. If the text says that the system approves a refund or changes a limit by itself, it is agentic whatever the declaration says, and it needs the tighter rules: limits on each action, a shorter escalation and an explicit right to stop it. Either the declaration or the sentence is wrong; a person has to say which.',
  source: [134, 135],
  facts: ['eu-14-3'],
  examples: {
    bad: [
      {
        raises: ['agentic-actions-unbounded'],
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: ⟦advisory⟧
---

# Refund agent

The agent approves refunds up to 50 euros and sends the confirmation.
`,
      },
      {
        note: 'said in many places: three of them are shown',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: ⟦advisory⟧
---

# Refund agent

The agent approves refunds up to 50 euros.

The agent sends the confirmation.

The agent closes the case by itself.

The agent changes the customer's record.

The agent sends a letter.
`,
        raises: ['agentic-actions-unbounded'],
      },
      {
        note: 'nobody stands between',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: ⟦advisory⟧
---

# Refund agent

The system approves refunds below 50 euros without a human in the loop.
`,
        raises: ['agentic-actions-unbounded'],
      },
    ],
    good: [
      {
        note: 'the act is denied',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: advisory
---

# Refund agent

The model sends nothing to customers. The system routes nothing without a click, and it issues no credits.
`,
      },
      {
        note: 'people approve what it proposes',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: advisory
---

# Refund agent

The agent proposes refunds; a support lead approves each one. The system never closes a case on its own.
`,
      },
      {
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: agentic
---

# Refund agent

The agent approves refunds up to 50 euros.
`,
      },
      {
        note: 'it hands cases to people, who decide',
        text: `---
type: decision-rights
initiative: claims-triage
autonomy: advisory
---

# Claims triage

The model routes incoming cases to a claims handler, who decides.
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (frontmatter.text('autonomy') !== 'advisory') return;
    const [first, ...others] = actingSentences(reading);
    const declared = frontmatter.node('autonomy');
    if (!first || !declared) return;
    report({
      span: declared.span,
      message:
        'The system is declared advisory, but the text says that it acts by itself. Set autonomy to agentic, or say in the text which person decides.',
      related: [first, ...others.slice(0, 2)].map(({ span }) => ({
        span,
        message: 'Here the system itself acts.',
      })),
      fixes: () => [
        {
          title: 'Set autonomy to agentic',
          safety: 'manual',
          edits: setFrontmatter(doc, ['autonomy'], 'agentic'),
        },
      ],
    });
  },
});
