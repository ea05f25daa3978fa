import {
  type Assignment,
  type DecisionRow,
  decisionsOf,
  meansAccountable,
} from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { readParties } from '../../parties/read-parties.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellOfParty, withA, withoutA } from './letters.ts';
import { nameAccountable, nameConsulted } from './names.ts';
import { called, errorForFour, isShared, manual, quoted } from './shared.ts';

const START = '---\ntype: decision-rights\n---\n\n';
const BODIES =
  'people:\n  - id: omar\n    name: Omar Haddad\n    title: COO\nbodies:\n  - name: AI Steering Committee\n    chair: Omar Haddad\n';

export const raciCommitteeAccountable = defineRule({
  id: 'raci-committee-accountable',
  group: 'raci',
  severity: 'error',
  severityNote: 'error for the four categories, warning elsewhere',
  needs: 'said',
  summary: 'A committee, board, council or team is Accountable for a decision.',
  why:
    'A body of several people holds the A. ' +
    'Bodies discuss; they do not answer for an outcome, and nobody can call one at night to stop a system. ' +
    'Name the one person who decides, often the chair, and let the body be Consulted. ' +
    'For ordinary rows outside the four decisions this is only a warning.',
  source: [15, 16, 61, 106],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `${START}## RACI\n\n| Decision | AI Steering Committee | Dana Whitfield | Tom Reed |\n| --- | --- | --- | --- |\n| Production go-live | ⟦A⟧ | C | R |\n`,
        people: BODIES,
        note: 'the letter in the row, not the header',
      },
      {
        text: `${START}| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Pilot go/no-go | Tom Reed | ⟦AI Steering Committee⟧ | Legal |\n`,
        people: BODIES,
        note: 'a name in a cell',
      },
      {
        text: `${START}## RACI\n\n| Activity | Review Board | Tom Reed |\n| --- | --- | --- |\n| Glossary upkeep | ⟦A⟧ | R |\n| Data quality | I | A/R |\n`,
        severity: 'warning',
        note: 'an ordinary row',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  pilot-go-no-go:\n    accountable: ⟦AI Steering Committee⟧\n    responsible: [Tom Reed]\n---\n',
        people: BODIES,
        note: 'frontmatter',
      },
      {
        text: `${START}| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Pilot go/no-go | Tom Reed | ⟦AI Steering Committee⟧ |\n`,
        people: BODIES.replace('chair: Omar Haddad', 'chair: omar'),
        note: 'a table without a column for those Consulted',
      },
      {
        text: `${START}## RACI\n\n| Decision | AI Steering Committee | Lena Vogt | Tom Reed |\n| --- | --- | --- | --- |\n| Choice of vendor | ⟦A⟧/C | I | R |\n`,
        people: 'bodies:\n  - name: AI Steering Committee\n    chair: Lena Vogt\n',
        severity: 'warning',
        note: 'a chair of whom the register says nothing else',
      },
      {
        text: `${START}## RACI\n\n| Decision | AI Steering Committee | COO | Tom Reed |\n| --- | --- | --- | --- |\n| Choice of vendor | ⟦A⟧ | I | R |\n`,
        people: BODIES,
        severity: 'warning',
        note: 'the chair’s position has a column',
      },
      {
        text: `${START}## RACI\n\n| Decision | AI Steering Committee | Dana Whitfield | Omar Haddad |\n| --- | --- | --- | --- |\n| Production go-live | ⟦A⟧ | A | R |\n`,
        people: BODIES,
        note: 'beside a person: raci-shared-accountable offers to keep one of them',
      },
    ],
    good: [
      {
        text: `${START}## RACI\n\n| Decision | AI Steering Committee | Dana Whitfield | Tom Reed |\n| --- | --- | --- | --- |\n| Production go-live | C | A | R |\n`,
      },
      {
        text: `${START}## RACI\n\n| Decision | Board Chair | Team Lead | Legal |\n| --- | --- | --- | --- |\n| Production go-live | A | R | C |\n`,
        note: 'a chair is one human, and so is a team lead',
      },
      {
        text: `${START}## RACI\n\n| Decision | Legal | Tom Reed |\n| --- | --- | --- |\n| Production go-live | A | R |\n| Halt | C | A/R |\n`,
        note: 'a function is no body',
      },
      {
        text: `${START}## DACI\n\n| Decision | AI Steering Committee | Tom Reed |\n| --- | --- | --- |\n| Choice of vendor | A | D |\n| Choice of tool | A | D |\n`,
        note: 'a body may approve: the A of DACI is no Accountable',
      },
    ],
  },
  check(reading, report) {
    for (const row of decisionsOf(reading).rows) {
      if (!meansAccountable(row)) continue;
      for (const assignment of row.accountable) {
        if (assignment.mention.party.kind !== 'group') continue;
        report({
          span: assignment.span,
          severity: errorForFour(row),
          message: `${called(assignment.mention)} is a body of several people, and Accountable for ${quoted(row)}. Name the one person who answers for it; the body can be Consulted.`,
          fixes: () => byChair(reading, row, assignment),
        });
      }
    }
  },
});

/** The chair in place of the body, where the register or the text names one. */
function byChair(reading: Reading, row: DecisionRow, assignment: Assignment): Fix[] {
  const { party } = assignment.mention;
  const chair = reading.people.body(party.bodyName ?? party.text)?.chair;
  if (chair === undefined || isShared(reading, row)) return [];
  const person = reading.people.byId(chair) ?? reading.people.byName(chair);
  const name = person?.name ?? chair;
  const title = `Make ${name}, who chairs it, Accountable`;
  if (!assignment.header) {
    const place = nameAccountable(reading, row, name) ?? [];
    const consulted = nameConsulted(reading, row, [party.text]);
    return [
      manual(consulted ? `${title}; ${called(assignment.mention)} becomes Consulted` : title, [
        ...place,
        ...(consulted ?? []),
      ]),
    ];
  }
  const [holder] = readParties(name, { mode: 'header' });
  const cell =
    holder &&
    cellOfParty(reading, row, {
      ...assignment.mention,
      party: { ...holder, ...(person ? { personId: person.id } : {}) },
    });
  if (!cell) return [];
  const { edit, keeps } = withoutA(row, assignment);
  return [
    manual(
      `${title}; ${called(assignment.mention)} ${keeps === 'Consulted' ? 'becomes' : 'stays'} ${keeps}`,
      [edit, withA(cell)],
    ),
  ];
}
