import { isAgentic } from '../../document/stage.ts';
import { defineRule } from '../rule.ts';
import { reportTooLong } from './shared.ts';

export const escalationAgenticTooSlow = defineRule({
  id: 'escalation-agentic-too-slow',
  group: 'escalation',
  severity: 'error',
  needs: 'whole',
  summary: 'a system that acts by itself, and a disagreement that may run longer than 24 hours',
  why: 'While two people argue, a system that acts by itself goes on acting, and much of what it does cannot be undone. So its escalation is shorter than that of a system that only advises: 24 hours. The figure is ours; the source asks for shorter paths without naming one, and the company can set it in the configuration as `agentic_timebox`. A stop does not wait for it: the owner may pause the system at any time.',
  source: [137],
  facts: ['eu-14-3', 'eu-26-5'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
autonomy: agentic
escalation:
  timebox: ⟦48h⟧
---
`,
      },
      {
        note: 'far too long is one finding, too',
        text: `---
type: decision-rights
autonomy: agentic
---

## Escalation

If it is unresolved in ⟦72 hours⟧, the CTO decides.
`,
      },
      {
        note: 'said twice, and one finding',
        text: `---
type: decision-rights
autonomy: agentic
escalation: {timebox: ⟦36h⟧}
---

## Escalation

A 2-day time-box applies; then the CTO decides.
`,
      },
      {
        note: 'minutes, where the company allows no full hours',
        text: `---
type: decision-rights
autonomy: agentic
escalation: {timebox: ⟦PT2H⟧}
---
`,
        config: 'agentic_timebox: 90min\n',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
autonomy: agentic
escalation:
  timebox: 24h
---
`,
      },
      {
        note: 'an advisory system has 48 hours',
        text: `---
type: decision-rights
autonomy: advisory
escalation:
  timebox: 48h
---
`,
      },
      {
        note: 'a length that cannot be told is another finding',
        text: `---
type: decision-rights
autonomy: agentic
escalation: {timebox: 5 to 9 business days}
---
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
autonomy: agentic
escalation: {timebox: [72h]}
---

## Escalation

If it is unresolved after 72 hours, the CTO decides.
`,
      },
    ],
  },
  check(reading, report) {
    if (!isAgentic(reading)) return;
    reportTooLong(
      reading,
      report,
      (length, limit) =>
        `The system acts by itself, and a disagreement may run for ${length}. Shorten the time-box to ${limit}.`,
    );
  },
});
