import { defineRule } from '../rule.ts';
import { addToPath, DUTY_SENTENCE, pathPlace, pathToJudge } from './shared.ts';

export const escalationNotDocumented = defineRule({
  id: 'escalation-not-documented',
  group: 'escalation',
  severity: 'warning',
  needs: 'whole',
  summary: 'no duty to write the decision down',
  why: 'A decision that is only spoken comes back as the next disagreement. Whoever decides writes down what was decided and why, in a place both sides can find: a line in the escalation log is enough. It protects the tie-breaker as much as the owner. NIST asks that roles and lines of communication are documented; that each decision is recorded is good practice.',
  source: [46],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
---

⟦## Escalation⟧

If the owner raises it in writing and it is unresolved in 48 hours, the CTO decides.
`,
      },
      {
        text: `---
type: decision-rights
⟦escalation⟧:
  timebox: 48h
  tie_breaker: the CTO
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
    ],
    good: [
      {
        text: `---
type: decision-rights
---

## Escalation

If unresolved in 48 hours, the CTO makes the call and documents it.
`,
      },
      {
        note: 'the log has a column for it',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: the CTO}
---

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
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
  documented_in: {log: here}
---
`,
      },
    ],
  },
  check(reading, report) {
    const path = pathToJudge(reading, 'documented_in');
    if (!path || path.documented) return;
    report({
      span: pathPlace(reading),
      message: 'Nothing says that the decision is written down. Add where it is recorded, with its reasons.',
      fixes: () =>
        addToPath(
          reading,
          'Add that the decision is written down',
          'documented_in',
          '[Where the decision is written down]',
          DUTY_SENTENCE,
        ),
    });
  },
});
