import { escalationOf } from '../../document/escalation.ts';
import { type EscalationEntry, escalationLogOf, timeboxMinutes } from '../../document/escalation-log.ts';
import type { Reading } from '../../document/reading.ts';
import { called, sameMention } from '../../document/subjects.ts';
import { intoCell } from '../../edits/table-edits.ts';
import { dayOf, formatDay } from '../../text/dates.ts';
import { formatHours } from '../../text/duration.ts';
import { offer } from '../offer.ts';
import { defineRule, type Fix } from '../rule.ts';
import { capital, isTieBreaker, theTieBreaker, tieBreakerName } from './shared.ts';

export const escalationOverdue = defineRule({
  id: 'escalation-overdue',
  group: 'escalation',
  severity: 'error',
  needs: 'whole',
  summary: 'a disagreement is open past its time-box, or its decision has no record',
  why: 'The time-box works only if somebody looks at the clock. When it is over, the two parties no longer decide: the tie-breaker does, now, and writes it down. An entry that only says a day starts counting at the end of that day, one with a time at that time. A decision of the tie-breaker without a record is as good as none, because nobody can hold on to it.',
  source: [46],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}
---

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-27 | Raise the refund limit? | Dana Whitfield, Priya Nair | ⟦⟧ | | |
`,
        today: '2026-03-02',
      },
      {
        note: 'decided by the tie-breaker, and not written down',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}
---

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-20T09:00 | Raise the refund limit? | Dana Whitfield, Priya Nair | 2026-02-22 | Priya Nair | ⟦⟧ |
`,
      },
      {
        note: 'still pending, with a time of day',
        text: `---
type: decision-rights
autonomy: agentic
---

## Escalation

If unresolved in 24 hours, the CTO decides and documents it.

### Escalation log

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-03-01T00:00Z | New model? | ⟦pending⟧ | | |
`,
        today: '2026-03-02',
      },
      {
        note: 'no path says who decides; one row ends early, and one does not say what the question is',
        text: `---
type: decision-rights
---

## Escalation log

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-02-20T09:05 |  | ⟦⟧ | | [minutes](m.md) |
| ⟦2026-02-20T00:00⟧ | Who? |
`,
        config: 'tie_breaker: Ines Moreau\n',
      },
      {
        note: 'decided by the CTO and another, and not written down',
        text: `---
type: decision-rights
---

## Escalation log

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-02-20 | Buy or build? | 2026-02-21 | Tom Becker; Priya Nair, CTO | ⟦⟧ |
`,
      },
      {
        note: 'decided by one of several who hold the last word',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: [Ines Moreau, Tom Becker]}
---

## Escalation log

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-02-20 | Buy or build? | 2026-02-21 | Tom Becker | ⟦⟧ |
`,
      },
    ],
    good: [
      {
        note: 'a bare date has its whole day: 48 hours end with 1 March',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}
---

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-27 | Raise the refund limit? | Dana Whitfield, Priya Nair | | | |
`,
        today: '2026-03-01',
      },
      {
        note: 'the two agreed: no record is asked of them',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}
---

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-20 | Raise the refund limit? | Dana Whitfield, Priya Nair | 2026-02-21 | Dana Whitfield | |
`,
      },
      {
        note: 'another table with dates',
        text: `---
type: decision-rights
---

## Escalation

If unresolved in 48 hours, the CTO decides and documents it.

## Incident list

| Opened | Question | Decided on | Decided by |
| --- | --- | --- | --- |
| 2025-01-01 | Why was it slow? | | |
`,
      },
      {
        note: 'decided by the CTO where another has the last word: no record is asked',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: Ines Moreau}
---

## Escalation log

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-02-20 | Buy or build? | 2026-02-21 | Priya Nair, CTO |  |
`,
      },
      {
        note: 'a log without a column for the record; a record that is given',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: CTO}
---

## Escalation log

| Opened | Question | Decided on | Decided by |
| --- | --- | --- | --- |
| 2026-02-20 | Buy or build? | 2026-02-21 | CTO |

### Escalation log of the board

| Opened | Question | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- |
| 2026-02-20 | Which vendor? | 2026-02-21 | CTO | [minutes](m.md) |
`,
      },
    ],
  },
  check(reading, report) {
    for (const entry of escalationLogOf(reading)) {
      const question = entry.question === '' ? 'A question' : `“${entry.question}”`;
      const { opened, deadline, cells } = entry;
      if (entry.state === 'overdue' && opened && deadline !== undefined) {
        const who =
          entry.decides.length > 0 ? entry.decides.map(called).join(' and ') : theTieBreaker(reading);
        report({
          span: (cells['decided-on'] ?? cells['decided-by'] ?? opened).span,
          message: `${question} was opened on ${entry.openedText}, and its ${formatHours(timeboxMinutes(reading))} ran out on ${moment(deadline)}. ${capital(who)} decides now and records it.`,
          related: [{ span: opened.span, message: 'The clock started here.' }],
          fixes: () => decideNow(reading, entry),
        });
      } else if (entry.state === 'decided' && !entry.record && cells.record && byTieBreaker(reading, entry)) {
        const { record } = cells;
        report({
          span: record.span,
          message: `${question} was decided by ${entry.decidedBy.map(called).join(' and ')}, and no record of it is given. Link the record, or write the decision here.`,
          fixes: () => [
            {
              title: 'Add the record, for you to fill in',
              safety: 'manual',
              edits: [intoCell(reading.doc, record, '[Decision and reasons, or a link to them]')],
            },
          ],
        });
      }
    }
  },
});

/** True when the one who decided is the tie-breaker: as the path says, or the CTO. */
function byTieBreaker(reading: Reading, entry: EscalationEntry): boolean {
  const { tieBreakers } = escalationOf(reading);
  return entry.decidedBy.some((mention) =>
    tieBreakers.length > 0
      ? tieBreakers.some((other) => sameMention(reading, other, mention))
      : isTieBreaker(reading, mention),
  );
}

function decideNow(reading: Reading, entry: EscalationEntry): Fix[] {
  const { cells, decides } = entry;
  const on = cells['decided-on'];
  const by = cells['decided-by'];
  const who = decides[0] ? called(decides[0]) : tieBreakerName(reading);
  const today = formatDay(dayOf(reading.settings.now));
  const edits = [
    ...(on ? [intoCell(reading.doc, on, today)] : []),
    ...(by ? [intoCell(reading.doc, by, who)] : []),
    ...(cells.record && !entry.record && (on ?? by)
      ? [intoCell(reading.doc, cells.record, '[Decision and reasons, or a link to them]')]
      : []),
  ];
  return offer(`Record a decision of ${today} by ${who}, for you to complete`, edits);
}

/** A moment in UTC to the minute; midnight as the end of the day before it. */
function moment(ms: number): string {
  const minutes = Math.floor(ms / 60_000) % 1440;
  if (minutes === 0) return `${formatDay(dayOf(ms) - 1)} at 24:00 UTC`;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatDay(dayOf(ms))} at ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} UTC`;
}
