import { placeIn, registerOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { assignedOwner, documentLink, rowFix, systemName, tablesWithout } from './shared.ts';

export const triageOwnerWithoutDocument = defineRule({
  id: 'triage-owner-without-document',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'a system has an owner in the register and no link to a decision-rights document',
  why: 'A name in a register says who, and nothing of what they may do. The decision-rights document says which metric the owner answers for, how they stop the system, and what happens when they and the CTO disagree. Two pages are enough, and they are a matter of days, not months. Write it, and link it in the Document column.',
  source: [143, 144],
  examples: {
    bad: [
      {
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield, VP Claims | 2026-02-10 | ⟦⟧ |',
        ),
      },
      {
        note: 'announced is not written',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | ⟦TBD⟧ |',
        ),
      },
      {
        note: 'there is one, and nobody has linked it; a row without a name',
        path: 'registers/ai-systems.md',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | ⟦⟧ |',
          '|  | Service | Omar Haddad | 2026-02-01 | Omar Haddad | 2026-02-10 | ⟦⟧ |',
        ),
        files: {
          'docs/claims (new).md': '---\ntype: decision-rights\ninitiative: claims triage\n---\n',
        },
      },
      {
        note: 'the whole table does not ask',
        text: `---
type: ai-system-register
---

| ⟦System⟧ | First call | Identified on | Owner |
| --- | --- | --- | --- |
| Claims triage | Dana Whitfield | 2026-02-01 | Dana Whitfield |

| System | First call | Identified on | Owner |
| --- | --- | --- | --- |
| Refund agent | Omar Haddad | 2026-02-20 |  |
`,
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'a document kept somewhere else',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [wiki](https://wiki.example.com/claims) |',
        ),
      },
      {
        note: 'no owner yet: that comes first',
        text: registerWith('| Claims triage | Claims | Dana Whitfield | 2026-02-20 |  |  |  |'),
      },
    ],
  },
  check(reading, report) {
    const owned = registerOf(reading).filter((row) => assignedOwner(row));
    const tables = new Set(owned.map(({ table }) => table));
    for (const span of tablesWithout(tables, 'document'))
      report({
        span,
        message:
          'This table has no column for the decision-rights documents. Add a column Document, with a link for each system that has an owner.',
      });
    for (const row of owned) {
      const owner = assignedOwner(row);
      if (!owner || !row.documentBlank || !row.table.columns.has('document')) continue;
      report({
        span: placeIn(row, 'document'),
        message: `${owner.party.name ?? owner.party.text} owns ${systemName(row, 'this system')}, and no decision-rights document is linked. Write the two pages, and link them here.`,
        fixes: () => {
          const link = documentLink(reading, row);
          if (!link) return [];
          const title = link.exists ? `Link ${link.path}` : `Link ${link.path}, a document to be written`;
          return rowFix(reading, row, title, ['document', link.text]);
        },
      });
    }
  },
});
