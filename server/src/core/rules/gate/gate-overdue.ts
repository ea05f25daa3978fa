import { gateOf } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { allYes, deadline, escalateGate, isPast, manual, recordDecision } from './shared.ts';

export const gateOverdue = defineRule({
  id: 'gate-overdue',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The day of the funding gate has passed without a decision.',
  why:
    'The date of a gate is a promise that there will be an answer, and it has passed. ' +
    'Every week without one costs the pilot its people and its support, while the undecided system may spread on its own. ' +
    'Record what was decided; if nobody decides, take it to the CEO or COO with a day of its own rather than moving the date.',
  source: [47, 109],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: ⟦2026-03-01⟧\n  decider: Ines Moreau, COO\n  decision: pending\n  business_case: {answer: no, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- Decide by: ⟦28 February 2026⟧\n- Decider: Ines Moreau, COO\n- Evidence: Saved 5.20 EUR per claim\n- Signed by: Dana Whitfield\n- Business case in business terms: no\n- Owner accepts: no\n- Budget approved: no\n',
        note: 'a day written in words',
      },
      {
        note: 'in the body',
        text: `---
type: decision-rights
---

## Funding gate

- Decide by: ⟦2026-02-01⟧
- Decider: Ines Moreau, COO
- Decision: pending
`,
        raises: ['gate-question-unanswered'],
      },
      {
        note: 'asked already, and no answer came',
        text: `---
type: decision-rights
gate:
  decide_by: ⟦2026-02-01⟧
  decider: Ines Moreau, COO
  blocked: {reason: no budget this year, ask_to: "Ines Moreau, COO", ask_by: 2026-02-15}
---
`,
        raises: ['gate-question-unanswered'],
      },
      {
        note: 'three times yes',
        text: `---
type: decision-rights
gate:
  decide_by: ⟦2026-02-01⟧
  decider: Ines Moreau, COO
  business_case: {answer: yes}
  owner_accepts: {answer: yes}
  budget: {answer: yes}
---
`,
        raises: ['gate-budget-not-approved', 'readiness-link-missing'],
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-03-02\n  decision: pending\n---\n',
        note: 'on the day itself there is still time',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-01-31\n  decision: no-pass\n  decided_on: 2026-01-30\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-01-31\n  decision: conditional pass\n---\n',
        note: 'an outcome that is neither pass nor no-pass has its own finding',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const due = gate && deadline(gate);
    if (!gate || !due || !isPast(reading, due)) return;
    if (gate.decision !== undefined && gate.decision.verdict !== 'pending') return;
    report({
      span: due.span,
      message: `The gate was to be decided by ${due.value}, and no decision is recorded. Record pass or no-pass, or take it to the CEO or COO.`,
      fixes: () => [
        manual('Record the decision: no-pass', recordDecision(reading, gate, 'no-pass')),
        // A pass needs three times yes.
        ...(allYes(gate) ? [manual('Record the decision: pass', recordDecision(reading, gate, 'pass'))] : []),
        escalateGate(reading, gate, due),
      ],
    });
  },
});
