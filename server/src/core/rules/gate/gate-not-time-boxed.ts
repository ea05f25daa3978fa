import { gateDecided, gateOf, gateUnreadable } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { DAYS_TO_DECIDE, dayAhead, deadline, manual, writeRecord } from './shared.ts';

export const gateNotTimeBoxed = defineRule({
  id: 'gate-not-time-boxed',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The funding gate has no day on which it is decided.',
  why:
    'A gate is a decision on a date, not a cycle of reviews. ' +
    'Without a date nobody is late, so the answer can be put off for as long as anybody likes, and the pilot stays a pilot. ' +
    'Set the day by which it is a pass or a no-pass; if the evidence is not there on that day, the answer is no-pass, and a new case may come back.',
  source: [47, 109],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n⟦gate⟧:\n  decider: Ines Moreau, COO\n  decision: pending\n---\n',
        note: 'pending without a date',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n⟦## Production funding gate⟧\n\nThe steering group reviews the pilot every quarter.\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\n- **Decide by:** ⟦TBD⟧\n- **Decider:** Ines Moreau, COO\n',
      },
      {
        note: 'a label in bold with nothing behind it',
        text: `---
type: decision-rights
---

## Funding gate

**⟦Decide by⟧:**

Decider: Ines Moreau, COO
`,
      },
      {
        note: 'an empty cell',
        text: `---
type: decision-rights
---

## Funding gate

| Item | Value |
| --- | --- |
| ⟦Decide by⟧ | |
| Decider | Ines Moreau, COO |
`,
      },
      {
        note: 'a plain label with nothing behind it',
        text: `---
type: decision-rights
---

## Funding gate

⟦Decide by⟧:
Decider: Ines Moreau, COO
`,
      },
      {
        note: 'a place to fill in',
        text: `---
type: decision-rights
---

## Funding gate

- Decide by: ⟦TBD⟧
- Decider: Ines Moreau, COO
`,
      },
      {
        note: 'decided, and nobody says when',
        text: `---
type: decision-rights
---

⟦## Funding gate⟧

- Decider: Ines Moreau, COO
- Decision: pass
`,
      },
      {
        note: 'the same in frontmatter',
        text: `---
type: decision-rights
⟦gate⟧:
  decider: Ines Moreau, COO
  decision: no-pass
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decision: pending\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\ngate:\n  decision: pass\n  decided_on: 2025-11-03\n---\n',
        note: 'decided, and the day is recorded',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## Funding gate\n\nThe gate is decided by Ines Moreau, COO, by the end of April.\n',
        note: 'a day in words',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: end of April\n---\n',
        note: 'a date that cannot be read is reported as such',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (
      !gate ||
      deadline(gate) ||
      gateUnreadable(reading, 'decide_by') ||
      gateUnreadable(reading, 'decided_on')
    )
      return;
    const decided = gateDecided(reading);
    report({
      span: gate.undated ?? gate.place,
      message: decided
        ? 'The gate is decided, but no date says when. Record the day of the decision.'
        : 'The gate has no day on which it is decided. Set one: a gate without a date is a review that never ends.',
      fixes: () => {
        const day = decided ? dayAhead(reading) : dayAhead(reading, DAYS_TO_DECIDE);
        return [
          decided
            ? manual(
                `Set the day of the decision to ${day}`,
                writeRecord(reading, gate, [{ path: ['decided_on'], label: 'decided-on', value: day }]),
              )
            : manual(
                `Set the day to decide by to ${day}`,
                writeRecord(reading, gate, [{ path: ['decide_by'], label: 'decide-by', value: day }]),
              ),
        ];
      },
    });
  },
});
