import { GATE_QUESTIONS, type GateQuestion, gateDue, gateOf } from '../../document/gate.ts';
import { listed } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import { answerQuestions, manual } from './shared.ts';

/** The questions as a message lists them. */
const ASKED: Readonly<Record<GateQuestion, string>> = {
  case: 'whether the pilot’s evidence supports the business case in business terms',
  owner: 'whether a named business owner accepts accountability',
  budget: 'whether a production budget is approved',
};

export const gateQuestionUnanswered = defineRule({
  id: 'gate-question-unanswered',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'One of the gate’s three questions has no answer.',
  why:
    'The gate answers three questions: does the evidence of the pilot support the business case in business terms, does a named business owner formally accept accountability, and is a production budget approved. ' +
    'A question that is left open is usually the one with the uncomfortable answer, and the system goes live without it. ' +
    'Answer each with yes or no. No is an answer, too: the pilot then does not proceed.',
  source: [109, 110, 111],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\n⟦gate⟧:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  ⟦budget⟧:\n---\n',
        note: 'one question without an answer',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-02-20\n  decider: Ines Moreau, COO\n  decision: pass\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {⟦answer⟧: , amount: "EUR 240,000"}\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\n---\n',
        note: 'decided all the same',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\nDecide by: 2026-04-30\nDecider: Ines Moreau, COO\n\n1. Does pilot evidence support the business case in business terms? No: saved 0.20 EUR per claim, signed by Dana Whitfield.\n2. Is there a named business owner formally accepting accountability? No\n3. ⟦Is there a production budget approved?⟧\n',
      },
      {
        note: 'asked in the body, and left open',
        text: `---
type: decision-rights
status: gate
---

⟦## Funding gate⟧

- **Decide by:** 2026-04-30
- Decider: Ines Moreau, COO
- **Does a named business owner formally accept accountability?**
- **Is a production budget approved?** [yes or no]
`,
      },
      {
        note: 'two left open, the first of them asked',
        text: `---
type: decision-rights
status: gate
---

⟦## Funding gate⟧

- Decide by: 2026-04-30
- Decider: Ines Moreau, COO
- Does pilot evidence support the business case in business terms?
- Does a named business owner formally accept accountability? No
`,
      },
      {
        note: 'a pass without its answers',
        text: `---
type: decision-rights
---

⟦## Funding gate⟧

Decided on: 2026-02-28
Decider: Ines Moreau, COO
Decision: pass
Does a named business owner formally accept accountability?
`,
      },
      {
        note: 'a pass in frontmatter, with a part of what the answers rest on',
        text: `---
type: decision-rights
⟦gate⟧:
  decided_on: 2026-02-28
  decider: Ines Moreau, COO
  decision: pass
  business_case:
    evidence: 12 minutes less per claim
  budget:
    answer:
    amount: EUR 80,000
---
`,
      },
      {
        note: 'a no-pass',
        text: `---
type: decision-rights
⟦gate⟧:
  decided_on: 2026-02-28
  decider: Ines Moreau, COO
  decision: no-pass
  budget: {answer: no}
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: no}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
        note: 'no is an answer',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n---\n',
        note: 'a pilot has time until its gate',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Production gate\n\n| # | Question | Answer | Evidence |\n| --- | --- | --- | --- |\n| 1 | Does pilot evidence support the business case in business terms? | Yes | Saved 5.20 EUR per claim |\n| 2 | Is there a named business owner formally accepting accountability? | Yes | Dana Whitfield, 2026-01-15 |\n| 3 | Is there a production budget approved? | No | |\n',
        note: 'answers in a table',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (!gate || !gateDue(reading)) return;
    const open = GATE_QUESTIONS.filter((question) => {
      const { answer, unreadable } = gate.questions[question];
      return !answer && !unreadable;
    });
    const [only] = open;
    if (!only) return;
    const place = open.length === 1 ? (gate.questions[only].blank ?? gate.questions[only].place) : undefined;
    const decided = gate.decision?.verdict;
    report({
      span: place ?? gate.place,
      message: `The gate leaves open ${listed(open.map((question) => ASKED[question]))}. Answer with yes or no; if an answer is no, the pilot does not proceed.`,
      fixes: () => {
        // An approved gate that says no would contradict itself: a yes, with places for what it rests on.
        const answer = decided === 'pass' ? 'yes' : 'no';
        const what = open.length === 1 ? 'the answer' : `the ${open.length} answers`;
        const until = answer === 'no' ? ' until it is shown to be yes' : ', with places for what it rests on';
        return [manual(`Insert ${what} ${answer}${until}`, answerQuestions(reading, gate, open, answer))];
      },
    });
  },
});
