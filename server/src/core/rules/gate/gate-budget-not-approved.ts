import { type GateReading, gateDue, gateOf, gateUnreadable } from '../../document/gate.ts';
import type { Reading } from '../../document/reading.ts';
import { listed } from '../../document/subjects.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { AMOUNT_PLACE, dayAhead, manual, type RecordValue, writeRecord } from './shared.ts';

type Part = 'amount' | 'approver' | 'date';
const NAMES: Readonly<Record<Part, string>> = {
  amount: 'the amount',
  approver: 'the name of who approved it',
  date: 'the day of the approval',
};

export const gateBudgetNotApproved = defineRule({
  id: 'gate-budget-not-approved',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The gate says that a budget is approved, without its amount, approver or date.',
  why:
    'The third question of the gate is whether a production budget is approved. ' +
    'A budget is approved when somebody who may spend the money has said how much, on a day; anything less is a hope that ends at the next planning round. ' +
    'Write down the amount, the person who approved it, and the date.',
  source: [111],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  business_case: {answer: no, evidence: Saved 0.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget:\n    answer: ⟦yes⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  budget: {answer: ⟦yes⟧, amount: "EUR 240,000", approved_by: "Jonas Weber, CFO"}\n---\n',
        note: 'the day of the approval is missing',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Is there a production budget approved? ⟦Yes⟧, EUR 240,000\n',
      },
      {
        note: 'who approved it is missing',
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  budget: {answer: ⟦yes⟧, amount: "EUR 240,000", approved_on: 2026-02-20}\n---\n',
      },
      {
        note: 'only the amount is missing',
        text: `---
type: decision-rights
status: gate
---

## Funding gate

- Decide by: 2026-04-30
- Is a production budget approved? ⟦Yes⟧
- Approved by: Ines Moreau, COO
- Approved on: 2026-02-20
`,
      },
      {
        note: 'only the approver is missing',
        text: `---
type: decision-rights
status: gate
---

## Funding gate

- Decide by: 2026-04-30
- Is a production budget approved? ⟦Yes⟧
- Amount: EUR 80,000
- Approved on: 2026-02-20
`,
      },
      {
        note: 'only the day is missing',
        text: `---
type: decision-rights
status: gate
---

## Funding gate

- Decide by: 2026-04-30
- Is a production budget approved? ⟦Yes⟧
- Amount: EUR 80,000
- Approved by: Ines Moreau, COO
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  budget:\n    answer: yes\n    amount: EUR 240,000\n    approved_by: Jonas Weber, CFO\n    approved_on: 2026-02-20\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\n- Is there a production budget approved? Yes, EUR 240,000, approved by Jonas Weber, CFO, on 2026-02-20\n',
        note: 'all in one line',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  budget: {answer: no}\n---\n',
        note: 'a no needs no amount',
      },
      {
        note: 'a pilot may be told that there will be a budget',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  budget: {answer: yes}
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (!gate || !gateDue(reading)) return;
    const { answer } = gate.questions.budget;
    if (answer?.value !== true) return;
    const missing = missingParts(reading, gate);
    if (missing.length === 0) return;
    report({
      span: answer.span,
      message: `The gate says that a budget is approved, without ${listed(missing.map((part) => NAMES[part]))}. Add what is missing, or answer no until it is approved.`,
      fixes: () => [
        manual(
          `Insert ${listed(missing.map((part) => NAMES[part]))}, to be filled in`,
          answer.source === 'frontmatter'
            ? writeRecord(
                reading,
                gate,
                missing.map((part) => recordValue(reading, part)),
              )
            : inLine(reading, missing, answer.span.end),
        ),
      ],
    });
  },
});

function missingParts(reading: Reading, gate: GateReading): Part[] {
  const parts: Part[] = [];
  if (!gate.amount && !gateUnreadable(reading, 'budget', 'amount')) parts.push('amount');
  if (!gate.approvedBy && !gateUnreadable(reading, 'budget', 'approved_by')) parts.push('approver');
  if (!gate.approvedOn && !gateUnreadable(reading, 'budget', 'approved_on')) parts.push('date');
  return parts;
}

function recordValue(reading: Reading, part: Part): RecordValue {
  if (part === 'amount') return { path: ['budget', 'amount'], label: 'amount', value: AMOUNT_PLACE };
  if (part === 'approver') return { path: ['budget', 'approved_by'], label: 'approved-by', value: '[Name]' };
  return { path: ['budget', 'approved_on'], label: 'approved-on', value: dayAhead(reading) };
}

/** `Yes` becomes `Yes, [Amount], approved by [Name] on 2026-03-02`, as far as it is missing. */
function inLine(reading: Reading, missing: readonly Part[], end: number): TextEdit[] {
  const by = missing.includes('approver');
  const words: Readonly<Record<Part, string>> = {
    amount: `, ${AMOUNT_PLACE}`,
    approver: ', approved by [Name]',
    date: `${by ? '' : ', approved'} on ${dayAhead(reading)}`,
  };
  return [{ span: at(end), newText: missing.map((part) => words[part]).join('') }];
}
