import { ownerVerdict } from '../../document/owner-verdict.ts';
import { defineRule } from '../rule.ts';
import { described, nameOf, technicalMoveFixes } from './shared.ts';

export const ownerIsCto = defineRule({
  id: 'owner-is-cto',
  group: 'owner',
  severity: 'error',
  needs: 'whole',
  summary: 'The CTO, CIO or head of engineering owns the business result.',
  why:
    'The owner of the result is the person who leads technology. ' +
    'That person is measured by whether the system works, so a technical success can be reported while the business result stays away; ' +
    'and the authority over business figures, adoption and risk sits with the unit. ' +
    'Name the leader of the unit that benefits, and keep the CTO as technical owner. ' +
    'As technical owner, tie-breaker or the one who carries out a stop, the CTO is in the right place.',
  source: [77, 113, 114, 115, 116],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Priya Nair, CTO⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: ⟦Priya Nair⟧\n  title: Chief Technology Officer\n---\n',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: ⟦Priya Nair, CTO⟧\n---\n',
        note: 'no owner is named, and the CTO is Accountable for going live',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n- Owner: ⟦Priya Nair, CTO⟧\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'named in the text',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\n---\n\n## Owner\n\n- Owner: ⟦Priya Nair, CTO⟧\n',
        note: 'and nobody known who could own it',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n## Owner\n\n- Owner: ⟦Priya Nair, CTO⟧\n',
        note: 'a document without frontmatter',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Ben Ito | ⟦Priya Nair, CTO⟧ |\n',
        note: 'and without a word about the owner',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦CTO⟧\ntechnical_owner: Ben Ito\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'the technical side has an owner already',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦CTO⟧\n---\n',
        note: 'the position alone',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\ndecisions:\n  production-go-live:\n    accountable: ⟦Priya Nair, CTO⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'the same where the register knows who leads the unit',
        raises: ['raci-accountable-not-owner'],
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ntechnical_owner: Priya Nair, CTO\nescalation:\n  tie_breaker: CTO\n---\n',
        note: 'the CTO as technical owner and tie-breaker',
      },
      {
        text: '---\ntype: decision-rights\nowner: Tom Reed, Director of Technology Sales\n---\n',
        note: 'a business title with a technical word',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-is-cto' || !verdict.mention) return;
    const { mention, owner } = verdict;
    const seat =
      owner.from === 'outcome' ? 'is Accountable for the outcome' : 'is named as owner of the result';
    report({
      span: verdict.span,
      message: `${described(reading, mention)} leads technology and ${seat}. Name the leader of the unit that benefits, and keep ${nameOf(mention)} as technical owner.`,
      fixes: () => technicalMoveFixes(reading, mention),
    });
  },
});
