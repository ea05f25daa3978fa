import { accountableOf, type DecisionRow, decisionsOf, meansAccountable } from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { overlaps } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellOfParty, withA } from './letters.ts';
import { nameAccountable } from './names.ts';
import { errorForFour, isOneOfFour, manual, nameOf, ownerToName, quoted } from './shared.ts';

const HEAD = '## RACI\n\n| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n';
const START = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n';

export const raciNoAccountable = defineRule({
  id: 'raci-no-accountable',
  group: 'raci',
  severity: 'error',
  severityNote: 'error for the four categories, warning for other rows',
  needs: 'said',
  summary: 'A decision has nobody Accountable.',
  why:
    'The row says who does the work and who is asked, but nobody answers for the decision. ' +
    'When it goes wrong, or when it has to be taken quickly, there is no one to take it. ' +
    'Give exactly one person the A; for the four decisions about the system that is normally its owner.',
  source: [29, 31, 101, 106],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `${START}${HEAD}| ⟦Production go-live⟧ | R | C | C |\n| Halt | A | R | I |\n`,
        note: 'work without anybody answering for it',
      },
      {
        text: `${START}${HEAD}| ⟦Feature engineering⟧ | I | R | C |\n| Halt | A | R | I |\n`,
        severity: 'warning',
        note: 'an ordinary row',
      },
      {
        text: `${START}| Decision | Responsible | Accountable | Consulted | Informed |\n| --- | --- | --- | --- | --- |\n| ⟦Roll back⟧ | Tom Reed | — | Legal | Finance |\n| Go-live | Tom Reed | Dana Whitfield | Legal | Finance |\n`,
        note: 'a dash is nobody',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ndecisions:\n  ⟦production-go-live⟧:\n    responsible: [Tom Reed]\n---\n',
        note: 'frontmatter',
      },
      {
        text: `${START}⟦## Go-live⟧\n\n- Accountable:\n- Responsible: Tom Reed\n- Consulted: Legal\n`,
        note: 'a list with a place for it',
      },
      {
        text: `${START}⟦## Halt⟧\n\n- Responsible: Tom Reed\n- Consulted: Legal\n`,
        note: 'a list that does not speak of it',
      },
      {
        text: `${START}${HEAD}| ⟦Production go-live⟧ | Responsible | Consulted | Informed |\n| ⟦Halt⟧ | Consulted | Responsible | Informed |\n`,
        note: 'words in place of letters',
      },
      {
        text: `${START}${HEAD}| ⟦Production go-live⟧ | R | X | C |\n| Halt | A→R | R | I |\n| Pilot go/no-go | A | R | I |\n`,
        note: 'a cell that cannot be read, and holds no A',
      },
    ],
    good: [
      {
        text: `${START}${HEAD}| Production go-live | A/R | C | C |\n`,
        note: 'one party does the work and answers for it',
      },
      {
        text: `${START}${HEAD}| **Production** | | | |\n| Production go-live | A | R | C |\n`,
        note: 'the heading of a group of rows',
      },
      {
        text: '| Letter | Meaning |\n| --- | --- |\n| R | Responsible |\n| A | Accountable |\n| C | Consulted |\n| I | Informed |\n',
        named: true,
        note: 'a legend is no decision',
      },
      {
        text: '## Risks\n\n| Risk | Impact | Grade |\n| --- | --- | --- |\n| Drift | C | A |\n| Bias | C | R |\n',
        named: true,
        note: 'letters that are grades',
      },
      {
        text: `---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    responsible: [Tom Reed]\n---\n\n${HEAD}| Production go-live | A | R | C |\n`,
        note: 'the table says what the frontmatter leaves out',
      },
      {
        text: `${START}${HEAD}| Production go-live | A→R | C | C |\n| Halt | A | R | I |\n`,
        note: 'something that begins with an A: raci-unreadable-cell',
      },
      {
        text: `${START}${HEAD}| Production go-live | Accountible | C | R |\n| Halt | Acc. | Cons. | Resp. |\n| Pilot go/no-go | **A** ⭐ | C | R |\n`,
        note: 'a word misspelt is left to raci-unreadable-cell; one cut short, or beside a sign, is read',
      },
      {
        text: `${START}## DACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | D |\n| Choice of tool | C | D |\n`,
        note: 'another model',
      },
    ],
  },
  check(reading, report) {
    for (const row of decisionsOf(reading).rows) {
      if (!meansAccountable(row) || row.accountable.length > 0) continue;
      // What frontmatter leaves out, a table may say.
      if (row.source === 'frontmatter' && accountableOf(reading, row.label).length > 0) continue;
      if (mayHoldA(row)) continue;
      report({
        span: row.labelSpan,
        severity: errorForFour(row),
        message: `${quoted(row)} has nobody Accountable. Give exactly one person the A.`,
        fixes: () => ownerAnswers(reading, row),
      });
    }
  },
});

/** Something in the row begins with an A and cannot be read: `raci-unreadable-cell` speaks of it. */
function mayHoldA({ table, span }: DecisionRow): boolean {
  const unreadable = table?.unreadable ?? [];
  return unreadable.some(
    (token) => overlaps(token.span, span) && /^[^\p{L}]*A(?:[Cc][Cc]\p{L}*)?(?!\p{L})/u.test(token.text),
  );
}

function ownerAnswers(reading: Reading, row: DecisionRow): Fix[] {
  const owner = ownerToName(reading);
  if (!owner || !isOneOfFour(row)) return [];
  const cell = cellOfParty(reading, row, owner);
  const edits = cell ? [withA(cell)] : nameAccountable(reading, row, nameOf(owner));
  return edits ? [manual(`Make ${nameOf(owner)}, the owner, Accountable`, edits)] : [];
}
