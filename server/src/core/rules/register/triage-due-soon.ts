import { placeIn, registerOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { assignFixes, groupNamed, systemName, triageDaysLeft } from './shared.ts';
import { SOON_DAYS } from './triage-not-formalised.ts';

export const triageDueSoon = defineRule({
  id: 'triage-due-soon',
  group: 'register',
  severity: 'warning',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'a system without an owner has seven days or fewer of its triage time left',
  why: 'A running system that was found without an owner gets one within thirty days (`triage_days` in the configuration). A week or less is left for this one. Assigning an owner takes one meeting, so put it on the calendar now; the document that belongs to it is a matter of days, not months.',
  source: [142, 144],
  examples: {
    bad: [
      {
        text: registerWith('| Claims triage | Claims | Dana Whitfield, VP Claims | 2026-02-05 | ⟦⟧ |  |  |'),
      },
      {
        note: 'the last day',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-01-31 | ⟦⟧ |  | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'one day, and seven',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | ⟦⟧ |  | [claims-triage](claims-triage.md) |',
          '| Refund agent | Service | Omar Haddad | 2026-02-07 | ⟦⟧ |  | [refund-agent](refund-agent.md) |',
        ),
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'eight days left',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-08 |  |  | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'past its time, the row is overdue and no longer due soon',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-01-30 |  |  | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
  },
  check(reading, report) {
    for (const row of registerOf(reading)) {
      const left = triageDaysLeft(reading, row);
      if (left === undefined || left < 0 || left > SOON_DAYS) continue;
      const time =
        left === 0 ? 'today is the last day' : left === 1 ? 'one day is left' : `${left} days are left`;
      report({
        span: placeIn(row, 'owner'),
        message: `${systemName(row)} has no owner yet${groupNamed(row)}, and ${time} to assign one. Name the person who answers for its results.`,
        related: [{ span: placeIn(row, 'identifiedOn'), message: 'found on this day' }],
        fixes: () => assignFixes(reading, row),
      });
    }
  },
});
