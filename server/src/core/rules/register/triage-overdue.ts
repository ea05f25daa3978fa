import { placeIn, registerOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { assignFixes, groupNamed, systemName, triageDaysLeft } from './shared.ts';

export const triageOverdue = defineRule({
  id: 'triage-overdue',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'a system found without an owner still has none when the triage time is over',
  why: 'Once a running system without an owner has been found, the clock starts: thirty days (`triage_days` in the configuration) to give it one. After that it is no longer an oversight but a risk that everybody knows of and nobody carries. Assign the owner today, or stop the system.',
  source: [142],
  examples: {
    bad: [
      {
        text: registerWith('| Claims triage | Claims | Dana Whitfield, VP Claims | 2026-01-05 | ⟦⟧ |  |  |'),
      },
      {
        note: 'a shorter time in the configuration',
        config: 'triage_days: 14\n',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-15 | ⟦TBD⟧ |  | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'the last day: overdue begins the day after',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-01-31 |  |  | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'found long ago, and owned',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2024-01-05 | Dana Whitfield | 2024-01-20 | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
  },
  check(reading, report) {
    for (const row of registerOf(reading)) {
      const left = triageDaysLeft(reading, row);
      if (left === undefined || left >= 0) continue;
      const { triageDays } = reading.config;
      report({
        span: placeIn(row, 'owner'),
        message: `${systemName(row)} was found ${triageDays - left} days ago and still has no owner${groupNamed(row)}; ${triageDays} days were allowed. Assign one person now.`,
        related: [{ span: placeIn(row, 'identifiedOn'), message: 'found on this day' }],
        fixes: () => assignFixes(reading, row),
      });
    }
  },
});
