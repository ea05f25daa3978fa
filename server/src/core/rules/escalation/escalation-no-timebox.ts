import { formatHours } from '../../text/duration.ts';
import { at } from '../../text/span.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';
import { addToPath, expirySentence, limitOf, pathPlace, pathToJudge, shortHours } from './shared.ts';

export const escalationNoTimebox = defineRule({
  id: 'escalation-no-timebox',
  group: 'escalation',
  severity: 'error',
  needs: 'whole',
  summary: 'an escalation path without a time limit',
  why: 'A disagreement without a limit lasts as long as nobody gives in, and the initiative stands still meanwhile. A limit of 48 hours turns it into a decision: the two have that long to agree, then one person decides. Write the limit into the sentence that says who decides. The time counts from the moment either party raises the question in writing, unless the document says otherwise.',
  source: [46],
  facts: ['eu-26-5'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
---

⟦## Escalation⟧

If the owner and the CTO disagree, the CTO decides and documents it.
`,
      },
      {
        text: `---
type: decision-rights
autonomy: agentic
⟦escalation⟧:
  parties: [the owner, the CTO]
  tie_breaker: the CTO
---
`,
      },
      {
        note: 'the duration limits something else',
        text: `---
type: decision-rights
---

⟦## Escalation⟧

If the owner and the CTO disagree, the CTO decides. The decision is recorded within 5 days and reviewed every 30 days.
`,
      },
      {
        note: 'the role definition holds the path',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Owner

⟦If Dana Whitfield and the CTO cannot agree, the CTO makes the call and documents it.⟧
`,
      },
      {
        note: 'the sentence that says who decides has no full stop of its own',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

⟦## Escalation⟧

- If the owner and the CTO disagree, the CTO decides
`,
      },
      {
        note: 'the time belongs into frontmatter, where the path begins',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
⟦escalation⟧: {tie_breaker: the CTO}
---

## Escalation

The CTO decides.
`,
      },
      {
        note: 'minutes, where the company allows no full hours',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
autonomy: agentic
⟦escalation⟧: {tie_breaker: the CTO}
---
`,
        config: 'agentic_timebox: 90min\n',
      },
    ],
    good: [
      {
        note: 'in a table of steps',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

| Step | Who | When |
| --- | --- | --- |
| They discuss it | Dana Whitfield, Priya Nair (CTO) | within 24 hours |
| CTO decides | Priya Nair (CTO) | after 48 hours |
| Decision recorded in the log | Priya Nair (CTO) | same day |
`,
      },
      {
        text: `---
type: decision-rights
---

## Escalation

If it is unresolved in forty-eight hours, the CTO makes the call and documents it.
`,
      },
      {
        note: 'a limit in words only is another finding',
        text: `---
type: decision-rights
---

## Escalation

If the owner and the CTO cannot agree within two business days, the CTO decides and documents it.
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
  timebox: [48h]
---
`,
      },
    ],
  },
  check(reading, report) {
    const path = pathToJudge(reading, 'timebox');
    if (!path || path.timeboxes.length > 0) return;
    const limit = limitOf(reading);
    const hours = formatHours(limit);
    report({
      span: pathPlace(reading),
      message: `The escalation path has no time limit. Say that it is decided within ${hours}.`,
      fixes: () => {
        const decision = path.entry ? undefined : path.decision;
        const title = `Insert “within ${hours}”`;
        // In the sentence that says who decides, before its full stop; what follows on a decision has other times.
        return decision && /[.!]$/.test(decision.text) && !/\bdocument|\brecord|\bwrit/i.test(decision.text)
          ? offer(title, [{ span: at(decision.span.end - 1), newText: ` within ${hours}` }])
          : addToPath(reading, title, 'timebox', shortHours(limit), expirySentence(reading, limit));
      },
    });
  },
});
