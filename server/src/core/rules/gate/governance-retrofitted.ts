import { parseDate } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';

export const governanceRetrofitted = defineRule({
  id: 'governance-retrofitted',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'The document was written after the system had gone live.',
  why:
    'The rules for production belong at the gate, before the first real case, and not behind the first problem. ' +
    'A document written afterwards tends to describe what has become usual and to call it a decision. ' +
    'The date cannot be changed: read each part as if it were still open, above all who may stop the system, and have the owner accept it anew.',
  source: [49],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: production\ndates:\n  created_on: ⟦2026-02-20⟧\n  go_live_on: 2025-11-03\n---\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: production\ndates:\n  created_on: 2025-09-01\n  go_live_on: 2025-11-03\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\ndates:\n  created_on: 2025-11-03\n  go_live_on: 2025-11-03\n---\n',
        note: 'written on the day itself',
      },
    ],
  },
  check({ frontmatter }, report) {
    const created = frontmatter.text('dates', 'created_on');
    const live = frontmatter.text('dates', 'go_live_on');
    const [node, liveNode] = [
      frontmatter.node('dates', 'created_on'),
      frontmatter.node('dates', 'go_live_on'),
    ];
    if (created === undefined || live === undefined || node?.kind !== 'scalar') return;
    const [createdDay, liveDay] = [parseDate(created), parseDate(live)];
    if (createdDay === undefined || liveDay === undefined || createdDay <= liveDay) return;
    report({
      span: node.inner,
      message: `The document was written on ${created}, after the system had gone live on ${live}. Read each part as if it were still open, and have the owner accept it anew.`,
      related: liveNode ? [{ span: liveNode.span, message: 'The system went live here.' }] : [],
    });
  },
});
