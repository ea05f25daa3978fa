import { gateOf, gateUnreadable } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { DAYS_TO_ASK, dayAhead, manual, namesOf, writeRecord } from './shared.ts';

export const gateAskNotTimeBound = defineRule({
  id: 'gate-ask-not-time-bound',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'Somebody is asked for the blocked funding, without a day for the answer.',
  why:
    'An ask without a day is a conversation: it can go on without ever being refused. ' +
    'The point of going to the CEO or COO is an answer, so say by when you need it, and what happens to the pilot if none comes.',
  source: [83],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  blocked:\n    reason: No budget left this year\n    ask_to: ⟦Ines Moreau, COO⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Blocked by: no budget left this year\n- Ask to: ⟦Ines Moreau, COO⟧\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  blocked:\n    reason: No budget left this year\n    ask_to: Ines Moreau, COO\n    ask_by: 2026-03-20\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Blocked by: no budget left this year\n- Ask to: Ines Moreau, COO, by 20 March 2026\n',
        note: 'the day stands with the ask',
      },
      {
        note: 'the gate has been passed since',
        text: `---
type: decision-rights
gate:
  decided_on: 2026-02-20
  decision: pass
  blocked: {reason: no budget, ask_to: "Ines Moreau, COO"}
---
`,
      },
      {
        note: 'a day that cannot be read is reported as such',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  blocked: {reason: no budget, ask_to: "Ines Moreau, COO", ask_by: soon}
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const { askTo, askBy } = gate?.blocked ?? {};
    if (!gate || !askTo || askBy || gateUnreadable(reading, 'blocked', 'ask_by')) return;
    if (gate.decision?.verdict === 'pass') return;
    const day = dayAhead(reading, DAYS_TO_ASK);
    report({
      span: askTo.span,
      message: `${namesOf(askTo)} is asked for the funding, without a day for the answer. Say by when it is needed.`,
      fixes: () => [
        manual(
          `Ask for the answer by ${day}`,
          writeRecord(reading, gate, [{ path: ['blocked', 'ask_by'], label: 'ask-by', value: day }]),
        ),
      ],
    });
  },
});
