import { gateOf } from '../../document/gate.ts';
import type { Said } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';
import { listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { type DiagnosticQuestion, openDiagnosis } from './diagnosis.ts';
import { manual } from './shared.ts';

const BUDGET = /\b(?:budget|funding|funds?|money|cost|costs|financ\w*|capex|opex|spend|spending|unfunded)\b/i;

const LACKS: Readonly<Record<DiagnosticQuestion, string>> = {
  owner: 'a named business owner',
  gate: 'a gate defined before the pilot',
  case: 'a business case in business terms',
};
/** What blocks the pilot instead, as a reason. */
const REASONS: Readonly<Record<DiagnosticQuestion, string>> = {
  owner: 'No named business owner',
  gate: 'No gate was defined before the pilot',
  case: 'No business case in business terms',
};

export const diagnosisOrder = defineRule({
  id: 'diagnosis-order',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'A blocked pilot blames the budget while owner, gate or business case is open.',
  why:
    'When a pilot that works gets no money, look at who owns it before you touch the budget: the funding talk is where missing ownership shows. ' +
    'Ask three questions in this order. Is there a named business owner, who is neither the CTO nor the lead of data science? Was a gate defined before the pilot started? Is the business case in business terms? ' +
    'If one of them is no, mend that first; only then is the budget the problem, and it goes to the CEO or COO.',
  source: [74, 75, 76, 77, 78, 79],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  defined_on: 2026-01-20\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}\n  blocked:\n    reason: ⟦No budget left this year⟧\n    ask_to: Ines Moreau, COO\n    ask_by: 2026-03-20\n---\n',
        note: 'no owner',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nowner: {name: Dana Whitfield, title: VP Claims}\n---\n\n## Funding gate\n\n- Defined on: 2026-01-20\n- Decide by: 2026-04-30\n- Blocked by: ⟦funding was refused⟧\n- Evidence: F1 of 0.91 on the holdout set\n',
        note: 'a case in technical terms',
      },
      {
        note: 'a gate that was defined after the pilot had started',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
dates: {pilot_started_on: 2026-01-10}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: ⟦No budget left this year⟧
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'no gate to speak of',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: ⟦No budget left this year⟧
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'no case, told in a sentence',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
---

## Funding gate

- Defined on: 2026-01-20
- Decide by: 2026-04-30

⟦The pilot is blocked because there is no budget.⟧
`,
      },
      {
        note: 'a case that was answered with no',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: no, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: ⟦No budget left this year⟧
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'a case in technical terms',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  blocked:
    reason: ⟦No budget left this year⟧
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---

## Business case

The model reaches an F1 score of 0.91.
`,
      },
      {
        note: 'an owner who is none',
        text: `---
type: decision-rights
owner: AI Board
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: ⟦No budget left this year⟧
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nowner: {name: Dana Whitfield, title: VP Claims}\ngate:\n  defined_on: 2026-01-20\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}\n  blocked:\n    reason: No budget left this year\n    ask_to: Ines Moreau, COO\n    ask_by: 2026-03-20\n---\n',
        note: 'owner, gate and case stand: it truly is the budget',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  blocked:\n    reason: No named business owner\n---\n',
        note: 'the reason given is the ownership',
      },
      {
        note: 'defined on the day the pilot started; a junior owner is an owner',
        text: `---
type: decision-rights
owner: Dana Whitfield, Team Lead Claims
dates: {pilot_started_on: 2026-01-20}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'nobody wrote down when the gate was defined, but it has a day',
        text: `---
type: decision-rights
owner: Dana Whitfield
dates: {pilot_started_on: 2026-01-20}
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'defined, without a day to decide by',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  defined_on: 2026-01-20
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'an answer alone is a case',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: yes}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'text alone is a case, too',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'an owner that cannot be read may be one',
        text: `---
type: decision-rights
owner: {name: [Dana Whitfield]}
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
      {
        note: 'the gate is passed: the money came',
        text: `---
type: decision-rights
gate:
  defined_on: 2026-01-20
  decide_by: 2026-04-30
  decided_on: 2026-02-20
  decision: pass
  blocked:
    reason: No budget left this year
    ask_to: Ines Moreau, COO
    ask_by: 2026-03-20
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const reason = gate?.blocked?.reason;
    if (!gate || !reason || gate.decision?.verdict === 'pass' || !BUDGET.test(reason.value)) return;
    const open = openDiagnosis(reading, gate);
    const [first] = open;
    if (!first) return;
    report({
      span: reason.span,
      message: `The pilot is said to be blocked by the budget, but it lacks ${listed(open.map((question) => LACKS[question]))}. Settle that first, then ask for the money.`,
      fixes: () => [
        manual(
          `Run the three questions: give “${REASONS[first]}” as the reason`,
          otherReason(reading, reason, REASONS[first]),
        ),
      ],
    });
  },
});

function otherReason(reading: Reading, reason: Said<string>, text: string): TextEdit[] {
  if (reason.source === 'frontmatter')
    return setFrontmatter(reading.doc, ['gate', 'blocked', 'reason'], text);
  return [{ span: reason.span, newText: reason.source === 'prose' ? `Blocked because: ${text}.` : text }];
}
