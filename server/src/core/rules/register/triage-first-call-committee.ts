import { placeIn, registerOf } from '../../document/register.ts';
import { isActive } from '../../document/seniority.ts';
import { defineRule, type Fix } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { assignedOwner, fillCell, manual, systemName, written } from './shared.ts';

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
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'the named chair of a committee is one person',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield, Chair of the AI Board | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
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
      if (!mention) continue;
      const { party } = mention;
      const body = row.firstCall.every((one) => one.party.kind === 'group' && one.party.chair === undefined);
      const alias = party.email?.shared === true && party.name === undefined;
      if (!body && !alias) continue;
      const what = alias ? 'a shared mailbox' : 'a group of people';
      report({
        span: row.firstCall.length === 1 ? mention.span : placeIn(row, 'firstCall'),
        message: `If ${systemName(row)} produced a bad output, the first call would go to ${party.text}, ${what}. Name the one person who would be called.`,
        fixes: () => {
          const owner = assignedOwner(row);
          const known = reading.people.body(party.bodyName ?? party.text);
          const chair = known && reading.people.chairOf(known);
          const names = [
            ...(owner?.party.kind === 'person' ? [written(reading, owner)] : []),
            ...(chair && isActive(reading, chair) ? [chair.name] : []),
          ];
          return [...new Set(names)].flatMap(
            (name): Fix[] | Fix =>
              manual(`Write that ${name} would be called first`, fillCell(reading, row, 'firstCall', name)) ??
              [],
          );
        },
      });
    }
  },
});
