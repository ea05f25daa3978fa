import { placeIn, registerOf, registerTablesOf } from '../../document/register.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { onePerson, ownerInDocument, rowFix, systemName, tablesWithout, written } from './shared.ts';

export const triageNoFirstCall = defineRule({
  id: 'triage-no-first-call',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  documents: ['ai-system-register'],
  summary: 'a system in the register has nobody who would be called first',
  why: 'The register asks one question of every system that is already in use: if it produced a bad output today, who would be called first? Whoever that is owns the system in fact, whatever any chart says. A blank means that nobody would be called, and so nobody would stop it: a shadow AI risk. Ask the people who use the system and write down one name.',
  source: [141, 142],
  examples: {
    bad: [
      {
        text: registerWith(
          '| Claims triage | Claims | ⟦⟧ | 2026-02-01 | Dana Whitfield, VP Claims | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'a dash, and a name still to be filled in',
        text: registerWith(
          '| Claims triage | Claims | ⟦—⟧ | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
          '| Refund agent | Service | ⟦TBD⟧ | 2026-02-01 | Omar Haddad | 2026-02-10 | [refund-agent](refund-agent.md) |',
        ),
      },
      {
        note: 'the document says who owns it; a committee as its owner is not called',
        raises: ['triage-not-formalised'],
        path: 'ai-systems.md',
        text: registerWith(
          '| Claims triage | Claims | ⟦⟧ | 2026-02-20 |  |  | [claims-triage](claims-triage.md) |',
          '| Refund agent | Service | ⟦⟧ | 2026-02-20 |  |  | [refund-agent](refund-agent.md) |',
        ),
        files: {
          'claims-triage.md':
            '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield\n---\n',
          'refund-agent.md': '---\ntype: decision-rights\ninitiative: refund-agent\nowner: AI Board\n---\n',
        },
      },
      {
        note: 'the whole table does not ask',
        text: `---
type: ai-system-register
---

| ⟦System⟧ | Identified on | Owner | Document |
| --- | --- | --- | --- |
| Claims triage | 2026-02-01 | Dana Whitfield | [claims-triage](claims-triage.md) |
`,
      },
    ],
    good: [
      { text: registerWith(COMPLETE) },
      {
        note: 'a position that one person holds',
        text: registerWith(
          '| Claims triage | Claims | VP Claims | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
      },
      {
        note: 'columns in another order and other words',
        text: `---
type: ai-system-register
---

| Who would be called first? | AI system | Date identified | Business owner | Decision-rights document |
| --- | --- | --- | --- | --- |
| Ines Moreau | Contract review | 2026-01-12 | Ines Moreau | [contract-review](contract-review.md) |
`,
      },
    ],
  },
  check(reading, report) {
    for (const span of tablesWithout(registerTablesOf(reading), 'firstCall'))
      report({
        span,
        message:
          'This table does not say who would be called first. Add a column First call with one name for each system.',
      });
    for (const row of registerOf(reading)) {
      if (!row.table.columns.has('firstCall') || row.firstCall.length > 0) continue;
      report({
        span: placeIn(row, 'firstCall'),
        message: `${systemName(row)} has nobody who would be called first if it produced a bad output. Write down the one person who would be.`,
        fixes: () => {
          const owner = onePerson(row.owner);
          const name = owner ? written(reading, owner) : ownerInDocument(reading, row);
          if (name === undefined) return [];
          return rowFix(reading, row, `Write that ${name}, the owner, would be called first`, [
            'firstCall',
            name,
          ]);
        },
      });
    }
  },
});
