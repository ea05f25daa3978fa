import { isAboutDecisions } from '../../document/about-decisions.ts';
import { isAgentic } from '../../document/stage.ts';
import { defineRule } from '../rule.ts';
import { reportTooLong } from './shared.ts';

export const escalationTimeboxTooLong = defineRule({
  id: 'escalation-timebox-too-long',
  group: 'escalation',
  severity: 'error',
  needs: 'said',
  summary: 'a disagreement may run longer than the limit',
  why: 'Forty-eight hours are long enough to hear both sides and short enough that nothing stalls. A longer limit lets a disagreement outlive the problem it is about. Shorten it, or set another limit for the whole company in the configuration (`timebox`), where it is a decision that everybody can see. No law sets this figure. Where the EU AI Act requires a deployer to suspend a high-risk system, that duty does not wait for the time-box.',
  source: [46],
  facts: ['eu-26-5'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
escalation:
  timebox: ⟦72h⟧
---
`,
      },
      {
        text: `---
type: decision-rights
---

## Escalation

The owner and the CTO talk within 4 hours. If it is unresolved after ⟦five days⟧, the CTO makes the call and documents it.
`,
      },
      {
        note: 'a step of a list',
        text: `---
type: decision-rights
---

## Escalation path

1. **Dana Whitfield** (VP Claims) decides within 24 hours.
2. **Priya Nair** (CTO) decides within ⟦3 days⟧; deputy: Omar Haddad.
`,
      },
      {
        note: 'said twice, and one finding',
        text: `---
type: decision-rights
escalation: {timebox: ⟦PT96H⟧}
---

## Escalation

A 96-hour time-box applies; then the CTO decides.
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
escalation:
  timebox: 2d
---
`,
      },
      {
        note: 'durations outside the path, and those of other duties, are not read',
        text: `---
type: decision-rights
---

## Stop authority

A rollback takes 72 hours.

## Escalation

If unresolved in 48 hours, the CTO decides, and the decision is documented within 5 days.
`,
      },
      {
        note: 'the company allows more',
        text: `---
type: decision-rights
escalation: {timebox: 72h}
---
`,
        config: 'timebox: 72h\n',
      },
      {
        note: 'for an agentic system there is a rule of its own',
        text: `---
type: decision-rights
autonomy: agentic
escalation: {timebox: 72h}
---
`,
      },
      {
        note: 'a length that cannot be told is another finding',
        text: `---
type: decision-rights
escalation: {timebox: 5 to 9 business days}
---
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
escalation: {timebox: [72h]}
---

## Escalation

If it is unresolved after 72 hours, the CTO decides.
`,
      },
      {
        note: 'a README says nothing about decision rights',
        text: `# Support

## Escalation

If a ticket is unresolved after 5 days, the team lead decides.
`,
        path: 'README.md',
        named: true,
      },
    ],
  },
  check(reading, report) {
    if (!isAboutDecisions(reading) || isAgentic(reading)) return;
    reportTooLong(
      reading,
      report,
      (length, limit) =>
        `The disagreement may run for ${length}, and the limit is ${limit}. Shorten the time-box to ${limit}.`,
    );
  },
});
