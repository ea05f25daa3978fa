import { ownerVerdict } from '../../document/owner-verdict.ts';
import { isActive } from '../../document/seniority.ts';
import { defineRule } from '../rule.ts';
import { asConsulted, manual, nameOf, replaceOwner, unitLeadFixes, written } from './shared.ts';

export const ownerIsCommittee = defineRule({
  id: 'owner-is-committee',
  group: 'owner',
  severity: 'error',
  needs: 'whole',
  summary: 'A board, committee or team is named as owner.',
  why:
    'The owner is a body of several people. ' +
    'Bodies discuss, and what they do not decide is nobody’s; when the system does harm there is nobody to call. ' +
    'Name one person, for example the one who chairs it, and consult the body. ' +
    'A group with one named executive is fine.',
  source: [15, 16, 41, 50, 106],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner: ⟦AI Governance Board⟧\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n    consulted: [Legal]\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations}\nbodies:\n  - {name: AI Governance Board, chair: dana}\n',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n**Owner:** ⟦Claims Automation Team⟧\n',
        note: 'a team',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n**Owner:** ⟦AI Governance Board⟧\n\n## RACI\n\n| Decision | Dana Whitfield | AI Governance Board |\n| --- | --- | --- |\n| Halt | A | - |\n| Production go-live | A | - |\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'with a blank in the row for going live',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n**Owner:** ⟦AI Governance Board⟧\n\n## RACI\n\n| Decision | Dana Whitfield | AI Governance Board |\n| --- | --- | --- |\n| Halt | A | - |\n| Production go-live | A | I |\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'with a part in it',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦AI Governance Board⟧\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n    consulted: [AI Governance Board]\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'consulted already',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦AI Governance Board⟧\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n    consulted:\n      - name: Lena Vogt\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'beside somebody with details',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦AI Governance Board⟧\ndecisions:\n  production-go-live:\n    accountable: AI Governance Board\n    responsible: [Ben Ito]\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n  - {id: tom, name: Tom Reed, title: COO, unit: Executive Office, left_on: 2026-01-31}\nbodies:\n  - {name: AI Governance Board, chair: tom}\n',
        note: 'Accountable there, and its chair has left',
        raises: ['raci-accountable-not-owner'],
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims Operations\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: Claims Steering Committee (chair: Dana Whitfield, VP Claims)\n---\n',
        note: 'a steering group with one named executive',
      },
      {
        text: '---\ntype: decision-rights\nowner: Ines Moreau, Board Chair\n---\n',
        note: 'one human of a board',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-is-committee' || !verdict.mention) return;
    const { mention } = verdict;
    const name = nameOf(mention);
    report({
      span: verdict.span,
      message: `The owner is ${name}, a group of people. Name the one person in it who answers for the result, and consult the group.`,
      fixes: () => {
        const body = reading.people.body(mention.party.bodyName ?? name);
        const chair = body && reading.people.chairOf(body);
        const consulted = asConsulted(reading, mention);
        const rest = consulted.length > 0 ? `, and consult ${name}` : '';
        if (!chair || !isActive(reading, chair))
          return unitLeadFixes(reading, (person) => `Make ${written(person)} the owner${rest}`, consulted);
        return [
          manual(`Make ${written(chair)}, who chairs it, the owner${rest}`, [
            ...replaceOwner(reading, chair),
            ...consulted,
          ]),
        ];
      },
    });
  },
});
