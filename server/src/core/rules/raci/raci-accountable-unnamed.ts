import { decisionsOf, meansAccountable, samePerson } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { ownerOf } from '../../document/owner.ts';
import { roleHolder } from '../../document/people.ts';
import { firstNames } from '../../document/raci/first-names.ts';
import type { Reading } from '../../document/reading.ts';
import { holderOfPosition } from '../../document/seniority.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { foldPosition } from '../../parties/names.ts';
import type { Party } from '../../parties/party.ts';
import { defineRule, type Fix } from '../rule.ts';
import { called, callsTheOwner, isOneOfFour, manual, quoted } from './shared.ts';

const START = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## RACI\n\n';
const REGISTER = 'people:\n  - id: omar\n    name: Omar Haddad\n    title: Head of Underwriting\n';

export const raciAccountableUnnamed = defineRule({
  id: 'raci-accountable-unnamed',
  group: 'raci',
  severity: 'info',
  severityNote:
    'info; warning for the four categories when a register exists and the position does not resolve',
  needs: 'whole',
  summary: 'The Accountable is a position or a function, and nothing says who holds it.',
  why:
    'The A belongs to a title such as “Head of Underwriting” or to a function such as “Legal”. ' +
    'A reader who needs the decision now has to find out first who that is today. ' +
    'Say it once under `roles` in the frontmatter, or in the people register; then every table can go on using the title. ' +
    'It is reported once for each column or position. Single names such as “Dana, Sven” are named in full for the same reason.',
  source: [26, 77, 141],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `${START}| Decision | Head of Underwriting | Dana Whitfield |\n| --- | --- | --- |\n| Pilot go/no-go | ⟦A⟧ | R |\n| Underwriting rules | A | R |\n| Halt | R | A |\n`,
        note: 'a position, once',
      },
      {
        text: `${START}| Decision | Legal | Dana Whitfield |\n| --- | --- | --- |\n| Privacy review | ⟦A⟧ | R |\n| Halt | C | A/R |\n`,
        note: 'a function',
      },
      {
        text: `${START}| Decision | Chief Actuary | Dana Whitfield |\n| --- | --- | --- |\n| Pilot go/no-go | ⟦A⟧ | R |\n| Halt | R | A |\n`,
        people: REGISTER,
        severity: 'warning',
        note: 'a register exists and does not know the position',
      },
      {
        text: `${START}| Decision | Claims Director | Dana Whitfield |\n| --- | --- | --- |\n| Data quality | ⟦A⟧ | R |\n| Pilot go/no-go | A | R |\n`,
        people:
          'people:\n  - id: omar\n    name: Omar Haddad\n    title: Claims Director\n  - id: lena\n    name: Lena Vogt\n    title: Claims Director\n  - id: tom\n    name: Tom Reed\n    title: Claims Director\n    active: false\n',
        severity: 'warning',
        note: 'two people hold the position; a row further down is one of the four decisions',
      },
      {
        text: `${START}| Decision | Chief Actuary | Dana Whitfield |\n| --- | --- | --- |\n| Data quality | ⟦A⟧ | R |\n| Pilot go/no-go | R | A |\n`,
        people: REGISTER,
        severity: 'info',
        note: 'an ordinary decision',
      },
      {
        text: `---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nroles:\n  Tester: Ben Ito\n---\n\n## RACI\n\n| Decision | Head of Underwriting, Claims Handling and Reinsurance in Motor | Dana Whitfield |\n| --- | --- | --- |\n| Underwriting rules | ⟦A⟧ | R |\n| Halt | R | A |\n`,
        note: '`roles` names others',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | Head of Underwriting | Legal |\n| --- | --- | --- |\n| Pilot go/no-go | ⟦A⟧ | R |\n',
        note: 'no owner is named either',
      },
      {
        text: `${START}| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Pilot go/no-go | Ben Ito | ⟦Dana, Sven⟧ |\n| Halt | Ben Ito | ⟦Dana + Sven⟧ |\n`,
        note: 'single names, of which the document knows one',
      },
    ],
    good: [
      {
        text: `---\ntype: decision-rights\nroles:\n  Head of Underwriting: Omar Haddad\n---\n\n## RACI\n\n| Decision | Head of Underwriting | Tom Reed |\n| --- | --- | --- |\n| Pilot go/no-go | A | R |\n| Halt | A | R |\n`,
        note: '`roles` says who it is',
      },
      {
        text: `${START}| Decision | VP Claims | Tom Reed |\n| --- | --- | --- |\n| Pilot go/no-go | A | R |\n| Halt | A | R |\n`,
        note: 'the owner’s title is given in the document',
      },
      {
        text: `${START}| Decision | Legal | Dana Whitfield |\n| --- | --- | --- |\n| Halt | C | A/R |\n| Go-live | R | A |\n`,
        note: 'functions may be Responsible and Consulted',
      },
      {
        text: `${START}| Decision | Head of Underwriting | Dana Whitfield |\n| --- | --- | --- |\n| Underwriting rules | A | R |\n| Halt | R | A |\n`,
        people: REGISTER,
        note: 'the register says who it is',
      },
      {
        text: `${START}| Decision | Head of Underwriting | Dana Whitfield |\n| --- | --- | --- |\n| Underwriting rules | A | R |\n| Halt | R | A |\n`,
        people: `${REGISTER}roles:\n  Head of Underwriting: omar\n`,
        note: 'by its `roles`, too',
      },
      {
        text: `---\ntype: decision-rights\nroles:\n  Tester: Ben Ito\n  Head of Underwriting: "[Name]"\n---\n\n## RACI\n\n| Decision | Head of Underwriting | Tom Reed |\n| --- | --- | --- |\n| Underwriting rules | A | R |\n`,
        note: 'still to be filled in: doc-placeholder',
      },
      {
        text: `${START}| Decision | Business owner | Legal |\n| --- | --- | --- |\n| Pilot go/no-go | A | R |\n`,
        note: '“Business owner” is the owner named above',
      },
      {
        text: '---\ntype: decision-rights\nowner: [Tom Reed, VP Claims]\n---\n\n## RACI\n\n| Decision | VP Claims | Legal |\n| --- | --- | --- |\n| Pilot go/no-go | A | R |\n',
        note: 'the owner is named by this position: owner-unnamed or owner-shared',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## DACI\n\n| Decision | Legal | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | D |\n| Choice of tool | A | D |\n',
        note: 'the A of another model is no Accountable',
      },
    ],
  },
  check(reading, report) {
    // One header stands over many letters, and again in the next table.
    const seen = new Set<string>();
    for (const row of decisionsOf(reading).rows) {
      if (!meansAccountable(row)) continue;
      for (const assignment of row.accountable) {
        const { party } = assignment.mention;
        if (party.kind === 'unknown' && !assignment.header && firstNames(reading, party.text) === 'some') {
          report({
            span: assignment.span,
            message: `“${called(assignment.mention)}” is Accountable for ${quoted(row)}, and nobody can tell whether that is one person or more. Write one person’s full name.`,
          });
          continue;
        }
        if (party.kind !== 'position' && party.kind !== 'function') continue;
        const position = party.title ?? party.text;
        const key = foldPosition(position);
        if (seen.has(key)) continue;
        seen.add(key);
        if (isNamed(reading, party, position)) continue;
        const register = reading.people.people.length > 0;
        const inFour = register && (isOneOfFour(row) || laterInFour(reading, key));
        report({
          span: assignment.span,
          ...(inFour ? { severity: 'warning' as const } : {}),
          message: `${called(assignment.mention)} is Accountable for ${quoted(row)}, but nothing says who that is. Name the person under “roles” in the frontmatter.`,
          fixes: () => addRole(reading, position),
        });
      }
    }
  },
});

/** True when one of the four decisions has this position as Accountable, too: the one finding speaks for all. */
function laterInFour(reading: Reading, key: string): boolean {
  return decisionsOf(reading).rows.some(
    (row) =>
      isOneOfFour(row) &&
      meansAccountable(row) &&
      row.accountable.some(({ mention: { party } }) => foldPosition(party.title ?? party.text) === key),
  );
}

function isNamed(reading: Reading, party: Party, position: string): boolean {
  if (party.personId !== undefined || holderOfPosition(reading, party) || roleHolder(reading, position))
    return true;
  // A `roles` entry still to be filled in is left to doc-placeholder.
  const roles = reading.frontmatter.node('roles');
  if (roles?.kind === 'map' && roles.entries.some(({ key }) => foldPosition(key) === foldPosition(position)))
    return true;
  const owner = ownerOf(reading);
  if (owner?.from !== 'owner') return false;
  // The owner's own title, or an owner who is named by this very position (owner-unnamed speaks of that).
  const isOwner = ({ party: other }: Mention): boolean =>
    samePerson(reading, other, party) || foldPosition(other.text) === foldPosition(party.text);
  return owner.mentions.some(isOwner) || callsTheOwner(party);
}

/** One fix for each who holds the position by the register, and one to fill in. */
function addRole(reading: Reading, position: string): Fix[] {
  const name = position.replace(/\s+/g, ' ');
  const holders = reading.people.people.filter(
    ({ title, active }) => active && foldPosition(title ?? '') === foldPosition(position),
  );
  const known = holders.map((person) =>
    manual(`Say that ${person.name} is ${name}`, setFrontmatter(reading.doc, ['roles', name], person.name)),
  );
  return [
    ...known.slice(0, 5),
    manual(
      `Add “${name}” to the roles, with a name to fill in`,
      setFrontmatter(reading.doc, ['roles', name], '[Name]'),
    ),
  ];
}
