import { GATE_QUESTIONS, type GateQuestion, gateOf } from '../../document/gate.ts';
import { listed } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import { manual, recordDecision } from './shared.ts';

const ABOUT: Readonly<Record<GateQuestion, string>> = {
  case: 'the business case',
  owner: 'the owner’s acceptance',
  budget: 'the budget',
};

export const gatePassedWithANo = defineRule({
  id: 'gate-passed-with-a-no',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The gate is recorded as passed although one of its answers is no.',
  why:
    'The three questions are not a score to be averaged: one no, and the pilot does not proceed. ' +
    'A gate that passes with a no sends a system into production without a case, an owner or money, and teaches everybody that the gate is a form. ' +
    'Record no-pass, or change the answer once it truly is yes.',
  source: [112],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-02-20\n  decided_on: 2026-02-20\n  decider: Ines Moreau, COO\n  decision: ⟦pass⟧\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n**Decision:** ⟦passed⟧ on 2026-02-20\n**Decider:** Ines Moreau, COO\n\n- Does pilot evidence support the business case in business terms: yes, saved 5.20 EUR per claim, signed by Dana Whitfield\n- Owner accepts: no\n- Budget approved: no\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-02-20\n  decision: no-pass\n  business_case: {answer: yes}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\n- Decision: pass\n- [x] Pilot evidence supports the business case: saved 5.20 EUR per claim\n- [ ] Privacy assessment signed\n',
        note: 'an empty box that is none of the three questions',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (gate?.decision?.verdict !== 'pass') return;
    const noes = GATE_QUESTIONS.flatMap((question) => {
      const { answer } = gate.questions[question];
      return answer?.value === false ? [{ question, span: answer.span }] : [];
    });
    if (noes.length === 0) return;
    report({
      span: gate.decision.span,
      message: `The gate is passed, although the answer on ${listed(noes.map(({ question }) => ABOUT[question]))} is no. Record no-pass, or change the answer once it is yes.`,
      related: noes.map(({ question, span }) => ({
        span,
        message: `The answer on ${ABOUT[question]} is no.`,
      })),
      fixes: () => [manual('Set the decision to no-pass', recordDecision(reading, gate, 'no-pass'))],
    });
  },
});
