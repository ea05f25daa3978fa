import { defineRule } from '../rule.ts';
import { addToPath, INTERIM_SENTENCE, pathPlace, pathToJudge } from './shared.ts';

export const escalationInterimState = defineRule({
  id: 'escalation-interim-state',
  group: 'escalation',
  severity: 'info',
  needs: 'whole',
  summary: 'no word on what the system does while the disagreement runs',
  why: 'The clock runs for hours, and the system does something all that time: it goes on, it is paused, or it keeps to its last safe settings. Say which, so that nobody gains by waiting. This goes beyond the source. It matters where the EU AI Act applies: a deployer who sees a risk suspends the use of a high-risk system, and that duty neither waits for the tie-breaker nor for one person who holds the stop right.',
  source: [46, 131],
  facts: ['eu-26-5', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
---

⟦## Escalation⟧

If unresolved in 48 hours, the CTO makes the call and documents it.
`,
      },
      {
        text: `---
type: decision-rights
⟦escalation⟧: {timebox: 48h, tie_breaker: CTO}
---
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
        note: 'the time that the role definition gives stays',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Owner

⟦If Dana Whitfield and the CTO cannot agree in 24 hours, the CTO makes the call and documents it.⟧
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
---

## Escalation

If unresolved in 48 hours, the CTO makes the call and documents it. Until then the system stays paused.
`,
      },
      {
        note: 'in frontmatter',
        text: `---
type: decision-rights
escalation: {timebox: 48h, interim_state: The system goes on without automatic refunds}
---
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
  interim_state: {paused: true}
---
`,
      },
    ],
  },
  check(reading, report) {
    const path = pathToJudge(reading, 'interim_state');
    if (!path || path.interim) return;
    report({
      span: pathPlace(reading),
      message:
        'Nothing says what the system does while the disagreement runs. Say whether it is paused or goes on, and in which form.',
      fixes: () =>
        addToPath(
          reading,
          'Add that the system stays paused until it is decided',
          'interim_state',
          'The system stays paused',
          INTERIM_SENTENCE,
        ),
    });
  },
});
