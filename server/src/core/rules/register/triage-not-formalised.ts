import { placeIn, registerOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { assignedOwner, assignFixes, calledFirst, systemName, triageDaysLeft } from './shared.ts';

/** From this many days before the end on, `triage-due-soon` speaks instead. */
export const SOON_DAYS = 7;

export const triageNotFormalised = defineRule({
  id: 'triage-not-formalised',
  group: 'register',
  severity: 'warning',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'the person who would be called first owns the system in fact, and nobody has made it formal',
  why: 'The person who would be called first when the system goes wrong already carries it. As long as that is not written down as ownership, they have the blame without the authority: no say in the budget, no right to stop the system. Make them the owner, or decide who else is, and write the two-page document that says so.',
  source: [141],
  examples: {
    bad: [
      {
        text: registerWith('| Claims triage | Claims | Dana Whitfield, VP Claims | 2026-02-20 | ⟦⟧ |  |  |'),
      },
      {
        note: 'a committee as owner makes nothing formal',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-20 | ⟦AI Governance Board⟧ |  | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'the owner of the document and the head of the unit could be it, too',
        path: 'registers/ai-systems.md',
        text: registerWith('| Claims triage | Claims | Dana Whitfield | 2026-02-20 | ⟦⟧ | | |'),
        files: {
          'docs/claims (new).md':
            '---\ntype: decision-rights\ninitiative: claims triage\nowner: Tom Reed, VP Service\n---\n',
        },
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n  - {id: ines, name: Ines Moreau, rank: vp, unit: Claims, function: business}\n',
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'the owner is somebody else: decided is decided',
        text: registerWith(
          '| Claims triage | Claims | Omar Haddad | 2026-02-20 | Dana Whitfield | 2026-02-25 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'with a week left, the row is due soon',
        text: registerWith('| Claims triage | Claims | Dana Whitfield | 2026-02-07 |  |  |  |'),
      },
      {
        note: 'past its time, the row is reported for that alone',
        text: registerWith('| Claims triage | Claims | Dana Whitfield | 2026-01-05 |  |  |  |'),
      },
    ],
  },
  check(reading, report) {
    for (const row of registerOf(reading)) {
      const first = calledFirst(row);
      const left = triageDaysLeft(reading, row);
      if (!first || assignedOwner(row) || (left !== undefined && left <= SOON_DAYS)) continue;
      const name = first.party.name ?? first.party.text;
      report({
        span: placeIn(row, 'owner'),
        message: `${name} would be called first about ${systemName(row, 'this system')}, and nobody has made that formal. Assign the owner, and write the decision-rights document.`,
        related: [{ span: first.span, message: `${name} owns it in fact` }],
        fixes: () => assignFixes(reading, row),
      });
    }
  },
});
