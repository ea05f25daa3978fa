import { gateOf } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { allYes, manual, recordDecision } from './shared.ts';

export const gateNotBinary = defineRule({
  id: 'gate-not-binary',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The funding gate’s decision is neither a pass nor a no-pass.',
  why:
    'A gate has two answers: pass or no-pass. ' +
    'A conditional pass goes live while its conditions are forgotten, and a deferral or another review is a no that nobody has to defend. ' +
    'If a condition matters, the answer is no-pass until it is met; the pilot may then come back. ' +
    'Before the decision the value is pending, with the day by which it is made.',
  source: [47],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  decision: ⟦conditional pass⟧\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  business_case: {answer: no}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n  decision: ⟦deferred⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Decider: Ines Moreau, COO\n- Decision: ⟦pass with conditions⟧\n- Evidence: Saved 5.20 EUR per claim\n- Business case in business terms: no\n- Owner accepts: no\n- Budget approved: no\n',
      },
      {
        note: 'three times yes: a pass is offered, too',
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  decision: ⟦conditional pass⟧\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: yes, amount: "EUR 240,000", approved_by: Ines Moreau, approved_on: 2026-02-20}\n---\n',
        raises: ['readiness-link-missing'],
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decision: pending\n---\n',
        note: 'not decided yet, and a day is set',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decision: No-Pass\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\nThe gate is decided by Ines Moreau, COO, on 2026-04-30; a conditional pass is not allowed.\n',
        note: 'a sentence that rules the half answer out',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const decision = gate?.decision;
    if (!gate || decision?.verdict !== 'other') return;
    report({
      span: decision.span,
      message: `“${decision.value}” is neither a pass nor a no-pass. Record one of the two; while it is open, write pending and the day by which it is decided.`,
      fixes: () => [
        manual('Set the decision to no-pass', recordDecision(reading, gate, 'no-pass')),
        ...(allYes(gate) ? [manual('Set the decision to pass', recordDecision(reading, gate, 'pass'))] : []),
      ],
    });
  },
});
