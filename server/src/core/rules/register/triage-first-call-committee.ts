import { placeIn, registerOf } from '../../document/register.ts';
import type { Party } from '../../parties/party.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { onePerson, rowFix, systemName, written } from './shared.ts';

export const triageFirstCallCommittee = defineRule({
  id: 'triage-first-call-committee',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'the first call goes to a committee, a mailbox or a rota',
  why: 'Who would be called first is meant to find the person who answers for a running system. A committee, a shared mailbox or an on-call rota takes the call, but nobody there has taken on the result, so a bad output waits until somebody feels responsible. Name one person and give the system an owner within the triage time.',
  source: [142],
  examples: {
    bad: [
      {
        text: registerWith(
          '| Claims triage | Claims | ⟦AI Governance Board⟧ | 2026-02-01 | Dana Whitfield, VP Claims | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'a shared mailbox, and a rota',
        text: registerWith(
          '| Claims triage | Claims | ⟦claims-team@example.com⟧ | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
          '| Refund agent | Service | ⟦Platform on-call rota⟧ | 2026-02-01 | Omar Haddad | 2026-02-10 | [refund-agent](refund-agent.md) |',
        ),
      },
      {
        note: 'two bodies; the owner is a function',
        text: registerWith(
          '| Claims triage | Claims | ⟦AI Board, Risk Committee⟧ | 2026-02-20 | Legal | 2026-02-25 | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'a committee whose chair the people register knows',
        text: registerWith(
          '| Claims triage | Claims | AI Board | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
        people:
          'people:\n  - {id: ines, name: Ines Moreau, title: COO}\nbodies:\n  - {name: AI Board, chair: ines}\n',
      },
      {
        note: 'the named chair of a committee is one person',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield, Chair of the AI Board | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'a person beside a mailbox',
        text: registerWith(
          '| Claims triage | Claims | claims-team@example.com<br>Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'a blank is reported as one, and not as a committee too',
        text: registerWith(
          '| Claims triage | Claims |  | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
  },
  check(reading, report) {
    for (const row of registerOf(reading)) {
      const [mention] = row.firstCall;
      if (!mention || !row.firstCall.every((one) => manyBehind(one.party))) continue;
      const { party } = mention;
      report({
        span: placeIn(row, 'firstCall'),
        message: `If ${systemName(row, 'this system')} produced a bad output, the first call would go to ${party.text}, ${manyBehind(party)}. Name the one person who would be called.`,
        fixes: () => {
          const owner = onePerson(row.owner);
          if (!owner) return [];
          const name = written(reading, owner);
          return rowFix(reading, row, `Write that ${name} would be called first`, ['firstCall', name]);
        },
      });
    }
  },
});

/** How a body or a mailbox is called that no one person stands behind; undefined for everybody else. */
function manyBehind({ kind, chair, name, email }: Party): string | undefined {
  if (kind === 'group') return chair === undefined ? 'a group of people' : undefined;
  return email?.shared && name === undefined ? 'a shared mailbox' : undefined;
}
