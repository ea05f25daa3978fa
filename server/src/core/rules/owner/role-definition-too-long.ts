import { roleDefinition } from '../../document/role-definition.ts';
import { defineRule } from '../rule.ts';

export const roleDefinitionTooLong = defineRule({
  id: 'role-definition-too-long',
  group: 'owner',
  severity: 'info',
  needs: 'whole',
  summary: 'The owner’s role definition is longer than two sentences.',
  why:
    'The opening paragraph of the owner’s section defines the role, and two sentences hold all it needs: the metric, the right to stop, and the way out of a disagreement. ' +
    'A longer one is read by nobody in the hour it is needed. ' +
    'Keep the two sentences, and move the rest to the section it belongs to.',
  source: [39],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, owns cost per claim. She may pause the system or roll it back. ⟦If she and the CTO disagree, the CTO decides after 48 hours. She meets the team every week.⟧\n',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Role definition\n\nDana Whitfield is accountable for cost per claim. She joined in 2019. ⟦She may stop the system.⟧\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, owns cost per claim (approx. 14.20 EUR, i.e. all lines) and may stop the system. Dr. Nair, the CTO, decides after 48 hours if they disagree.\n',
        note: 'full stops inside numbers and abbreviations',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims. Since 2024. In Leeds.\n',
        note: 'a list is no role definition',
      },
    ],
  },
  check(reading, report) {
    const definition = roleDefinition(reading);
    const third = definition?.sentences[2];
    const last = definition?.sentences.at(-1);
    if (!definition || !third || !last) return;
    report({
      span: { start: third.span.start, end: last.span.end },
      message: `The owner’s role definition has ${definition.sentences.length} sentences. Keep two, and move the rest to the section it belongs to.`,
    });
  },
});
