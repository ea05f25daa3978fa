import { timeboxMinutes } from '../../document/escalation-log.ts';
import { formatHours } from '../../text/duration.ts';
import { defineRule } from '../rule.ts';
import { addToPath, pathPlace, pathToJudge, theTieBreaker, tieBreakerName } from './shared.ts';

export const escalationNoTiebreaker = defineRule({
  id: 'escalation-no-tiebreaker',
  group: 'escalation',
  severity: 'error',
  needs: 'whole',
  summary: 'nobody decides when the time is over',
  why: 'A time limit without somebody who decides at its end only says when the two give up. One person makes the call then, and both accept it. In a company of this size that is the CTO: not as owner of the result, but because a fast answer is worth more than a perfect one. Another position can be set in the configuration as `tie_breaker`.',
  source: [46],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
⟦escalation⟧:
  parties: [the owner, the CTO]
  timebox: 48h
---
`,
      },
      {
        text: `---
type: decision-rights
---

⟦## Escalation⟧

The owner and the CTO resolve disagreements within 48 hours. The outcome is documented.
`,
      },
      {
        note: 'the role definition holds a part of the path',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Owner

⟦If Dana Whitfield and the CTO cannot agree, the question is hers to raise.⟧
`,
      },
      {
        note: 'the company leaves the decision to a person',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

⟦## Escalation⟧

The owner and Ines Moreau resolve disagreements within 48 hours.
`,
        config: 'tie_breaker: Ines Moreau\n',
      },
      {
        note: 'or to an officer',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

⟦## Escalation⟧

The owner and the Chief Risk Officer resolve disagreements within 48 hours.
`,
        config: 'tie_breaker: Chief Risk Officer\n',
      },
      {
        note: 'or to a position written small',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
⟦escalation⟧: {timebox: 48h}
---
`,
        config: 'tie_breaker: coo\n',
      },
      {
        note: 'or to a head',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
⟦escalation⟧: {timebox: 48h}
---
`,
        config: 'tie_breaker: Head of Risk\n',
      },
    ],
    good: [
      {
        note: 'whose call it is',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

If Dana Whitfield and the CTO disagree, they have 48 hours. Then the call is the CTO's, documented in the decision log.
`,
      },
      {
        text: `---
type: decision-rights
---

## Escalation

If unresolved in 48 hours, the CTO makes the call and documents it.
`,
      },
      {
        note: 'the last step of a list decides',
        text: `---
type: decision-rights
---

## Escalation path

1. The owner and the CTO meet within 24 hours.
2. **Ines Moreau** (COO) decides within 48 hours.
`,
      },
      {
        note: 'it goes to somebody at the end',
        text: `---
type: decision-rights
---

## Escalation

After 48 hours without agreement the question goes to the CTO.
`,
      },
      {
        note: 'a section in a language that is not read here',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

Jika pemilik bisnis dan CTO tidak sepakat, keputusan diambil oleh direktur utama.
`,
      },
      {
        note: 'no path at all is one finding, and not this one too',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
escalation:
  tie_breaker: [[CTO]]
---
`,
      },
    ],
  },
  check(reading, report) {
    const path = pathToJudge(reading, 'tie_breaker');
    if (!path || path.tieBreakers.length > 0) return;
    const who = theTieBreaker(reading);
    report({
      span: pathPlace(reading),
      message: `Nobody decides when the time is over. Say that ${who} makes the call.`,
      fixes: () =>
        addToPath(
          reading,
          `Let ${who} decide`,
          'tie_breaker',
          tieBreakerName(reading),
          `If it is unresolved after ${formatHours(timeboxMinutes(reading))}, ${who} makes the call and documents it.`,
        ),
    });
  },
});
