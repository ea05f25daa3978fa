import { isAboutDecisions } from '../../document/about-decisions.ts';
import { escalationOf, unreadable } from '../../document/escalation.ts';
import { formatHours, type Unclear } from '../../text/duration.ts';
import { defineRule } from '../rule.ts';
import { convertTime, limitOf } from './shared.ts';

const WHY: Readonly<Record<Unclear, string>> = {
  'business-days': 'counts working time, which stands still at night and at the weekend',
  range: 'names two ends, so that nobody knows when the time is over',
  vague: 'names no moment at which the time is over',
};

export const escalationTimeboxUnclear = defineRule({
  id: 'escalation-timebox-unclear',
  group: 'escalation',
  severity: 'warning',
  needs: 'said',
  summary: 'a time limit that sets no exact moment: business days, ranges, “promptly”',
  why: 'When the time is over, the tie-breaker decides, so everybody has to agree on when that is. Business days stop at the weekend while the system goes on; a range has two ends; “promptly” has none. Write hours. A missing start of the clock is no finding: it counts from the moment either party raises the question in writing.',
  source: [46],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
escalation:
  timebox: ⟦2 business days⟧
---
`,
      },
      {
        text: `---
type: decision-rights
---

## Escalation

If the owner and the CTO disagree, it is resolved ⟦promptly⟧ by the CTO.
`,
      },
      {
        note: 'a range',
        text: `---
type: decision-rights
---

## Escalation

If it is unresolved after ⟦24 to 48 hours⟧, the CTO decides.
`,
      },
      {
        note: 'no figure at all',
        text: `---
type: decision-rights
escalation: {timebox: ⟦asap⟧}
---
`,
      },
      {
        note: 'a promise behind “within”; all of them are vague',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

If the owner and the CTO cannot agree within ⟦a reasonable time⟧, the CTO decides promptly.
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
escalation:
  timebox: 48h
---
`,
      },
      {
        note: 'the limit is exact, what is done promptly is something else',
        text: `---
type: decision-rights
---

## Escalation

Raise the question promptly. If it is unresolved in 48 hours, the CTO decides; the record follows in two business days.
`,
      },
      {
        note: 'a README says nothing about decision rights',
        text: `# Support

## Escalation

If a ticket is unresolved, the team lead decides promptly.
`,
        path: 'README.md',
        named: true,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
escalation: {timebox: [soon]}
---

## Escalation

If it is unresolved, the CTO decides promptly.
`,
      },
      {
        note: 'frontmatter is vague, and the section exact',
        text: `---
type: decision-rights
escalation: {timebox: asap}
---

## Escalation

If it is unresolved after 48 hours, the CTO decides.
`,
      },
      {
        note: 'no path, no time-box',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
      },
    ],
  },
  check(reading, report) {
    const path = escalationOf(reading);
    if (!isAboutDecisions(reading) || unreadable(reading, 'timebox')) return;
    const [first, ...others] = path.timeboxes;
    const unclear = first?.value.unclear;
    if (!first || !unclear || others.some(({ value }) => !value.unclear)) return;
    const limit = limitOf(reading);
    const hours = formatHours(limit);
    report({
      span: first.span,
      message: `“${first.value.text}” ${WHY[unclear]}. Write a number of hours, at most ${formatHours(limit).replace(/ hours?$/, '')}.`,
      fixes: () => [
        {
          title: `Replace “${first.value.text}” by ${hours}`,
          safety: 'manual',
          edits: [convertTime(reading, first, limit)],
        },
      ],
    });
  },
});
