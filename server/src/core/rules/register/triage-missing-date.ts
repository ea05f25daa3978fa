import { cellOf, placeIn, registerOf, registerTablesOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { rowFix, systemName, tablesWithout, today } from './shared.ts';

export const triageMissingDate = defineRule({
  id: 'triage-missing-date',
  group: 'register',
  severity: 'warning',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'a system in the register has no date on which it was identified',
  why: 'The time for giving a system an owner counts from the day it was found. Without that day nothing is ever late, and a system can wait for its owner for good. Write the day as year, month and day.',
  source: [142],
  examples: {
    bad: [
      {
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | ⟦⟧ | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'not a day',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | ⟦last spring⟧ | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
          '| Refund agent | Service | Omar Haddad | ⟦2026-02-30⟧ | Omar Haddad | 2026-02-10 | [refund-agent](refund-agent.md) |',
        ),
      },
      {
        note: 'the row ends early, or begins without a name',
        text: registerWith('| ⟦Claims triage⟧ | Claims |', '|  | Service | Omar Haddad | ⟦soon⟧ |'),
      },
      {
        note: 'the whole table does not ask',
        text: `---
type: ai-system-register
---

| ⟦System⟧ | First call | Owner | Document |
| --- | --- | --- | --- |
| Claims triage | Dana Whitfield | Dana Whitfield | [claims-triage](claims-triage.md) |
| Refund agent | Omar Haddad | Omar Haddad | [refund-agent](refund-agent.md) |
`,
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'a table without systems asks for nothing',
        text: `---
type: ai-system-register
---

| System | First call | Owner | Document |
| --- | --- | --- | --- |
`,
      },
      {
        note: 'a date in words',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 1 February 2026 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
    ],
  },
  check(reading, report) {
    for (const span of tablesWithout(registerTablesOf(reading), 'identifiedOn'))
      report({
        span,
        message:
          'This table does not say when each system was found. Add a column Identified on: the time for assigning an owner counts from that day.',
      });
    for (const row of registerOf(reading)) {
      if (!row.table.columns.has('identifiedOn') || row.identifiedOn !== undefined) continue;
      const text = cellOf(row, 'identifiedOn')?.prose.text ?? '';
      report({
        span: placeIn(row, 'identifiedOn'),
        message: /[\p{L}\p{N}]/u.test(text)
          ? `"${text.slice(0, 60)}" is no day on which ${systemName(row, 'this system')} was identified. Write it as year, month and day, such as 2026-02-01.`
          : `${systemName(row)} has no date on which it was identified. Write it: the time for assigning an owner counts from that day.`,
        fixes: () => {
          const day = today(reading);
          return rowFix(reading, row, `Write that it was identified today, ${day}`, ['identifiedOn', day]);
        },
      });
    }
  },
});
