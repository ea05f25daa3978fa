import {
  type Assignment,
  type DecisionRow,
  decisionsOf,
  meansAccountable,
  samePerson,
} from '../../document/decisions.ts';
import { ownerOf } from '../../document/owner.ts';
import { roleHolder, titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { foldPosition } from '../../parties/names.ts';
import { defineRule, type Fix } from '../rule.ts';
import { called, isOneOfFour, manual, quoted } from './shared.ts';

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
    'It is reported once for each column or position.',
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
    ],
  },
  check(reading, report) {
    const seen = new Set<string>();
    // One header stands over many letters, and again in the next table.
    const done = new Set<string>();
    for (const row of decisionsOf(reading).rows) {
      if (!meansAccountable(row)) continue;
      for (const assignment of row.accountable) {
        const { party } = assignment.mention;
        if (done.has(party.text)) continue;
        done.add(party.text);
        const key = foldPosition(party.title ?? party.text);
        if (seen.has(key) || isNamed(reading, assignment)) continue;
        seen.add(key);
        const register = reading.people.people.length > 0;
        const inFour = register && (isOneOfFour(row) || laterInFour(reading, key));
        report({
          span: assignment.span,
          ...(inFour ? { severity: 'warning' as const } : {}),
          message: `${called(assignment.mention)} is Accountable for ${quoted(row)}, but nothing says who that is. Name the person under “roles” in the frontmatter.`,
          fixes: () => addRole(reading, row, assignment),
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

function isNamed(reading: Reading, { mention }: Assignment): boolean {
  const { party } = mention;
  if (party.kind !== 'position' && party.kind !== 'function') return true;
  if (party.personId !== undefined || party.bodyName !== undefined) return true;
  const position = party.title ?? party.text;
  if (roleHolder(reading, position) || reading.people.role(position)) return true;
  // A `roles` entry still to be filled in is left to doc-placeholder.
  const roles = reading.frontmatter.node('roles');
  if (roles?.kind === 'map' && roles.entries.some(({ key }) => foldPosition(key) === foldPosition(position)))
    return true;
  const owner = ownerOf(reading);
  if (owner?.from !== 'owner') return false;
  // The owner's own title, or an owner who is named by this very position (owner-unnamed speaks of that).
  if (
    owner.mentions.some(
      (other) =>
        samePerson(reading, other.party, party) ||
        foldPosition(other.party.text) === foldPosition(party.text),
    )
  )
    return true;
  return /^(?:the )?(?:(?:business|outcome|ai|initiative|accountable) )?(?:outcome )?owner$/i.test(
    position.trim(),
  );
}

function addRole(reading: Reading, row: DecisionRow, { mention }: Assignment): Fix[] {
  const { party } = mention;
  const position = (party.title ?? party.text).replace(/\s+/g, ' ');
  const holders = reading.people.people.filter(
    ({ title, active }) => active && title !== undefined && foldPosition(title) === foldPosition(position),
  );
  const known = holders.map((person) =>
    manual(
      `Say that ${person.name} is ${position}`,
      setFrontmatter(reading.doc, ['roles', position], person.name),
    ),
  );
  const name = titleOf(reading, party) === undefined ? position : party.text;
  return [
    ...known,
    manual(
      `Add “${name}” to the roles, with a name to fill in`,
      setFrontmatter(reading.doc, ['roles', position], '[Name]'),
    ),
  ].slice(0, row ? 6 : 0);
}
