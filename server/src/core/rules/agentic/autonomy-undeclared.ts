import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

export const autonomyUndeclared = defineRule({
  id: 'autonomy-undeclared',
  group: 'agentic',
  severity: 'warning',
  needs: 'whole',
  summary: 'the document does not say whether the system advises or acts',
  why: 'An advisory system proposes and a person decides. An agentic system acts: it pays a refund, routes a complaint, changes a limit. When a system acts, mistakes spread faster and are harder to take back, so the document needs a plainer right to stop it, a shorter escalation and limits on every action. Say which it is, and the checks follow.',
  source: [133, 134],
  facts: ['eu-14-3'],
  examples: {
    bad: [
      {
        raises: ['agentic-actions-unbounded', 'stop-authority-missing'],
        text: `⟦---⟧
type: decision-rights
initiative: refund-agent
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
`,
      },
      {
        note: 'a value that is not valid is reported as such, and not as missing too',
        text: `---
type: decision-rights
initiative: refund-agent
autonomy: semi
---

# Refund agent
`,
      },
    ],
  },
  check({ doc, frontmatter }, report) {
    if (!frontmatter.present || frontmatter.mayHave('autonomy')) return;
    report({
      span: frontmatterPlace(doc),
      message:
        'The document does not say whether the system advises people or acts by itself. Set autonomy to advisory or agentic.',
      fixes: () =>
        ['advisory', 'agentic'].map((value) => ({
          title: `Set autonomy to ${value}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['autonomy'], value),
        })),
    });
  },
});
