import {
  GATE_QUESTIONS,
  type GatePeople,
  type GateReading,
  gateOf,
  gateUnreadable,
} from '../../document/gate.ts';
import { titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { isActive } from '../../document/seniority.ts';
import { fromGateOn } from '../../document/stage.ts';
import { isCeoOrCoo } from '../../parties/titles.ts';
import type { Span } from '../../text/span.ts';
import { written } from '../owner/shared.ts';
import { defineRule, type Fix } from '../rule.ts';
import { caseStands, ownerStands } from './diagnosis.ts';
import { DAYS_TO_ASK, dayAhead, manual, namesOf, type RecordValue, writeRecord } from './shared.ts';

export const gateBlockedNoEscalation = defineRule({
  id: 'gate-blocked-no-escalation',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'Owner and business case are clear, funding is blocked, and nobody has asked the CEO or COO.',
  why:
    'When there is an owner and a case in business terms, a blocked budget is no longer a question for the project: it is one for the people who set the company’s priorities. ' +
    'Waiting for the next planning round lets the pilot die without anybody having decided so. ' +
    'Ask the CEO or COO for a yes or no, by a day.',
  source: [83],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n  blocked:\n    reason: ⟦No budget left this year⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  blocked:\n    reason: No budget left this year\n    ask_to: ⟦Jonas Weber, CFO⟧\n    ask_by: 2026-03-20\n---\n',
        note: 'the ask goes to somebody else',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: ⟦no⟧}\n---\n',
        note: 'two answers are yes, the budget is no, and nothing is decided',
      },
      {
        note: 'two answers are yes and the money is a no; the people register knows whom to ask',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  owner_accepts: {answer: yes}
  budget: {answer: ⟦no⟧}
---
`,
        people:
          'people:\n  - {id: ines, name: Ines Moreau, title: COO}\n  - {id: tom, name: Tom Reed, title: CEO, active: false}\n  - {id: dana, name: Dana Whitfield, title: VP Claims}\n  - {id: omar, name: Omar Haddad}\n',
      },
      {
        note: 'the ask goes to somebody else',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Funding gate

- Decide by: 2026-04-30
- Evidence: EUR 80,000 saved
- Blocked by: no budget this year
- Ask to: ⟦Tom Reed, Head of Finance⟧
`,
        people:
          'people:\n  - {id: ines, name: Ines Moreau, title: COO}\n  - {id: tom, name: Tom Reed, title: CEO, active: false}\n  - {id: dana, name: Dana Whitfield, title: VP Claims}\n  - {id: omar, name: Omar Haddad}\n',
      },
      {
        note: 'or to a body',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year, ask_to: ⟦Budget Committee⟧, ask_by: 2026-03-20}
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  blocked:\n    reason: No budget left this year\n    ask_to: Ines Moreau, COO\n    ask_by: 2026-03-20\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}\n  blocked:\n    reason: No budget left this year\n---\n',
        note: 'without an owner the ask would come too early',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-02-20\n  decision: no-pass\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n---\n',
        note: 'the gate has decided: no-pass',
      },
      {
        note: 'a title that nobody has said, or a place to fill in',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year, ask_to: [Budget Committee, Tom Reed], ask_by: 2026-03-20}
---
`,
      },
      {
        note: 'to be filled in',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year, ask_to: TBD, ask_by: 2026-03-20}
---
`,
      },
      {
        note: 'the register says who is the CEO',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year, ask_to: Ines Moreau, ask_by: 2026-03-20}
---
`,
        people:
          'people:\n  - {id: ines, name: Ines Moreau, title: COO}\n  - {id: tom, name: Tom Reed, title: CEO, active: false}\n  - {id: dana, name: Dana Whitfield, title: VP Claims}\n  - {id: omar, name: Omar Haddad}\n',
      },
      {
        note: 'the gate is passed',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
gate:
  decided_on: 2026-02-20
  decision: pass
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year}
---
`,
      },
      {
        note: 'a pilot is not blocked yet',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  owner_accepts: {answer: yes}
  budget: {answer: no}
---
`,
      },
      {
        note: 'a no that has been decided',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  decision: no-pass
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  owner_accepts: {answer: yes}
  budget: {answer: no}
---
`,
      },
      {
        note: 'the owner has not accepted',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  owner_accepts: {answer: no}
  budget: {answer: no}
---
`,
      },
      {
        note: 'no business case',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  blocked: {reason: no budget this year}
---
`,
      },
      {
        note: 'a case that was answered with no',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: no, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year}
---
`,
      },
      {
        note: 'no owner who stands',
        text: `---
type: decision-rights
status: gate
owner: AI Board
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: {reason: no budget this year}
---
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved"}
  blocked: [[no budget]]
  owner_accepts: {answer: yes}
  budget: {answer: no}
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (!gate || gateUnreadable(reading, 'blocked')) return;
    const span = blockedAt(reading, gate);
    if (!span || !ownerStands(reading) || !caseStands(reading, gate)) return;
    const askTo = gate.blocked?.askTo;
    if (askTo && mayBeAsked(reading, askTo)) return;
    const asked = askTo ? ` The ask goes to ${namesOf(askTo)}.` : '';
    report({
      span: askTo?.span ?? span,
      message: `Owner and business case are clear and the funding is blocked, but the CEO or COO has not been asked.${asked} Ask one of them for a yes or no by a day.`,
      fixes: () => askFixes(reading, gate),
    });
  },
});

/** Where the document says that the money does not come; undefined when it does not. */
function blockedAt(reading: Reading, gate: GateReading): Span | undefined {
  const verdict = gate.decision?.verdict;
  if (gate.blocked) return verdict === 'pass' ? undefined : gate.blocked.span;
  const said = GATE_QUESTIONS.map((question) => gate.questions[question].answer?.value).join();
  const open = verdict === undefined || verdict === 'pending';
  return open && fromGateOn(reading) && said === 'true,true,false'
    ? gate.questions.budget.answer?.span
    : undefined;
}

/** True for the CEO or COO, and for people whose title nobody has said. */
function mayBeAsked(reading: Reading, { mentions }: GatePeople): boolean {
  return mentions.some(({ party }) => {
    if (party.kind === 'placeholder' || party.kind === 'unknown') return true;
    const title = titleOf(reading, party);
    return isCeoOrCoo(title ?? party.text) || (party.kind === 'person' && title === undefined);
  });
}

function askFixes(reading: Reading, gate: GateReading): Fix[] {
  const day = dayAhead(reading, DAYS_TO_ASK);
  const known = reading.people.people
    .filter((person) => isActive(reading, person) && isCeoOrCoo(person.title ?? ''))
    .map(written);
  const ask = (whom: string, value: string): Fix => {
    const { askTo, askBy } = gate.blocked ?? {};
    const replaced = askTo && askTo.source !== 'frontmatter' ? [{ span: askTo.span, newText: value }] : [];
    const values: RecordValue[] = [
      ...(replaced.length > 0 ? [] : [{ path: ['blocked', 'ask_to'], label: 'ask-to', value } as const]),
      ...(askBy ? [] : [{ path: ['blocked', 'ask_by'], label: 'ask-by', value: day } as const]),
    ];
    return manual(`Ask ${whom} for an answer by ${day}`, [
      ...replaced,
      ...writeRecord(reading, gate, values),
    ]);
  };
  return known.length > 0
    ? known.map((person) => ask(person, person))
    : [ask('the CEO or COO', '[CEO or COO]')];
}
