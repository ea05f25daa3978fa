import { type Assignment, CATEGORIES, type DecisionRow, distinct, rowsOf } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { ownerOf } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellOfParty, withA, withoutA } from './letters.ts';
import { nameAccountable, nameConsulted } from './names.ts';
import { called, manual, nameOf, ownerToName, quoted, surelyDifferent } from './shared.ts';

const START = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## RACI\n\n';
const HEAD = '| Decision | Dana Whitfield | Tom Reed | Legal |\n| --- | --- | --- | --- |\n';

export const raciAccountableNotOwner = defineRule({
  id: 'raci-accountable-not-owner',
  group: 'raci',
  severity: 'error',
  severityNote: 'error for production rows, warning for pilot go/no-go and modifications',
  needs: 'whole',
  summary:
    'Somebody other than the owner is Accountable for going live, halting, or another of the four decisions.',
  why:
    'The owner answers for the result, so the decisions that make or break it have to be theirs. ' +
    'When another person is Accountable for going live or for halting, the owner carries a result they cannot decide on. ' +
    'Give the owner the A in these rows, or name the other person as owner. ' +
    'For the pilot’s go/no-go and for modifications a different Accountable can make sense, so that is a warning.',
  source: [31, 45, 91, 101, 132],
  examples: {
    bad: [
      {
        text: `${START}${HEAD}| Production go-live | C | ⟦A⟧ | R |\n| Halt | A | R | I |\n`,
        note: 'going live',
      },
      {
        text: `${START}${HEAD}| Pilot go/no-go | R | ⟦A⟧ | C |\n| Halt | A | R | I |\n`,
        severity: 'warning',
        note: 'the pilot',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ndecisions:\n  production-halt-rollback:\n    accountable: ⟦Tom Reed⟧\n    responsible: [Ben Ito]\n---\n',
        note: 'frontmatter',
      },
      {
        text: `${START}| Decision | VP Claims | CTO |\n| --- | --- | --- |\n| Production go-live | R | ⟦A⟧ |\n`,
        note: 'a position the owner does not hold',
      },
      {
        note: 'one row for the pilot and for going live',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Pilot go/no-go and production go-live | C | ⟦A⟧ |\n',
      },
      {
        note: '`roles` says who holds the position',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield\nroles:\n  COO: Omar Haddad\n---\n\n## RACI\n\n| Decision | COO | Tom Reed |\n| --- | --- | --- |\n| Production go-live | ⟦A⟧ | R |\n',
      },
      {
        note: 'a table without a column for those Consulted',
        text: `${START}| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Ada Okafor | ⟦Tom Reed⟧ |\n`,
      },
      {
        note: 'the frontmatter speaks of one of the two decisions in a row',
        text: `---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ndecisions:\n  pilot-go-no-go:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n---\n\n## RACI\n\n${HEAD}| Pilot go/no-go and production go-live | C | ⟦A⟧ | R |\n`,
      },
      {
        note: 'an owner who cannot stay: no fix makes the CTO Accountable',
        text: '---\ntype: decision-rights\nowner: Ada Okafor, CTO\n---\n\n## RACI\n\n| Decision | Ada Okafor | Tom Reed |\n| --- | --- | --- |\n| Production go-live | R | ⟦A⟧ |\n',
      },
    ],
    good: [
      { text: `${START}${HEAD}| Production go-live | A | R | C |\n| Halt | A | R | I |\n` },
      {
        text: `${START}| Decision | VP Claims | CTO |\n| --- | --- | --- |\n| Production go-live | A | R |\n`,
        note: 'the owner’s own title',
      },
      {
        text: `${START}${HEAD}| Feature engineering | C | A | R |\n| Halt | A | R | I |\n`,
        note: 'an ordinary row',
      },
      {
        text: `---\ntype: decision-rights\nowner: Dana Whitfield\n---\n\n## RACI\n\n| Decision | VP Claims | CTO |\n| --- | --- | --- |\n| Production go-live | A | R |\n`,
        note: 'it cannot be told whether Dana Whitfield is the VP Claims',
      },
      {
        text: `---\ntype: decision-rights\n---\n\n## RACI\n\n${HEAD}| Production go-live | A | R | I |\n| Halt | R | A | I |\n`,
        note: 'nobody is named as owner',
      },
      {
        text: `---\ntype: decision-rights\nowner: VP Claims\n---\n\n## RACI\n\n${HEAD}| Production go-live | R | A | I |\n`,
        note: 'nor by name: owner-unnamed',
      },
      {
        text: `---\ntype: decision-rights\nowner: [Dana Whitfield, Ada Okafor]\n---\n\n## RACI\n\n${HEAD}| Production go-live | R | A | I |\n`,
        note: 'two owners: owner-shared',
      },
      {
        text: `${START}| Decision | AI Steering Committee | Dana Whitfield | Tom Reed |\n| --- | --- | --- | --- |\n| Production go-live | A | R | C |\n| Halt | R | A | A |\n`,
        note: 'a body, and a shared A: they have rules of their own',
      },
      {
        text: `${START}| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Tom Reed | [Name] |\n`,
        note: 'still to be filled in',
      },
      {
        text: `${START}| Decision | Business owner | VP Claims Operations |\n| --- | --- | --- |\n| Production go-live | A | R |\n| Halt | R | A |\n`,
        note: '“Business owner” means the owner, and “VP Claims Operations” may be the VP Claims',
      },
    ],
  },
  check(reading, report) {
    const owner = namedOwner(reading);
    if (!owner) return;
    const strangers = new Map<string, boolean>();
    // One row may speak of two decisions.
    const rows = new Set(CATEGORIES.flatMap((category) => rowsOf(reading, category)));
    for (const row of rows) {
      const assignment = strangerIn(reading, row, owner, strangers);
      if (!assignment) continue;
      const production = row.categories.some(
        (one) => one === 'production-go-live' || one === 'production-halt-rollback',
      );
      report({
        span: assignment.span,
        severity: production ? 'error' : 'warning',
        message: `${called(assignment.mention)} is Accountable for ${quoted(row)}, but ${nameOf(owner)} owns the result. Make the owner Accountable, or name ${called(assignment.mention)} as owner.`,
        related: [{ span: owner.span, message: `${nameOf(owner)} is named as owner here.` }],
        fixes: () => toOwner(reading, row, assignment),
      });
    }
  },
});

/** The owner by name; not one who only stands in because of these very rows. */
function namedOwner(reading: Reading): Mention | undefined {
  const owner = ownerOf(reading);
  const [only, second] = owner?.from === 'owner' ? owner.mentions : [];
  return only?.party.kind === 'person' && !second ? only : undefined;
}

/** The one Accountable of the row, where it is surely not the owner. Shared and collective ones have rules of their own. */
function strangerIn(
  reading: Reading,
  row: DecisionRow,
  owner: Mention,
  known: Map<string, boolean>,
): Assignment | undefined {
  const [only, second] = distinct(reading, row.accountable);
  if (!only || second || only.mention.party.kind === 'group') return undefined;
  // Headers repeat from table to table.
  const { kind, text } = only.mention.party;
  const key = `${kind} ${text}`;
  let stranger = known.get(key);
  if (stranger === undefined) {
    stranger = surelyDifferent(reading, owner, only.mention);
    known.set(key, stranger);
  }
  return stranger ? only : undefined;
}

function toOwner(reading: Reading, row: DecisionRow, assignment: Assignment): Fix[] {
  const owner = ownerToName(reading);
  if (!owner) return [];
  const name = nameOf(owner);
  const other = called(assignment.mention);
  if (assignment.header) {
    const cell = cellOfParty(reading, row, owner);
    if (!cell) return [];
    const { edit, keeps } = withoutA(row, assignment);
    return [
      manual(`Make ${name} Accountable; ${other} ${keeps === 'Consulted' ? 'becomes' : 'stays'} ${keeps}`, [
        edit,
        withA(cell),
      ]),
    ];
  }
  const edits = nameAccountable(reading, row, name);
  if (!edits) return [];
  const moved = nameConsulted(reading, row, [assignment.mention.party.text]);
  return [
    manual(
      moved
        ? `Make ${name} Accountable; ${other} becomes Consulted`
        : `Make ${name} Accountable instead of ${other}`,
      [...edits, ...(moved ?? [])],
    ),
  ];
}
