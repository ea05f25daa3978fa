import { defineRule } from '../rule.ts';
import { dateOf } from './shared.ts';

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
      {
        note: 'a date that cannot be read is reported as such',
        text: `---
type: decision-rights
status: production
dates:
  created_on: 2026-02-20
  go_live_on: last autumn
---
`,
      },
      {
        note: 'nobody has said when the document was written',
        text: `---
type: decision-rights
status: production
dates:
  go_live_on: 2025-11-03
---
`,
      },
    ],
  },
  check(reading, report) {
    const [created, live] = [dateOf(reading, 'created_on'), dateOf(reading, 'go_live_on')];
    if (!created || !live || created.day <= live.day) return;
    report({
      span: created.span,
      message: `The document was written on ${created.text}, after the system had gone live on ${live.text}. Read each part as if it were still open, and have the owner accept it anew.`,
      related: [{ span: live.span, message: 'The system went live here.' }],
    });
  },
});
