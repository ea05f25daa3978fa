import { ownerVerdict } from '../../document/owner-verdict.ts';
import { defineRule } from '../rule.ts';
import { described, nameOf, technicalMoveFixes } from './shared.ts';

export const ownerIsDataOrEngineering = defineRule({
  id: 'owner-is-data-or-engineering',
  group: 'owner',
  severity: 'error',
  needs: 'whole',
  summary:
    'Somebody from data science, engineering, IT or an AI Centre of Excellence owns the business result.',
  why:
    'The owner belongs to those who build or run the system. ' +
    'They answer for accuracy and uptime; they have no say over the unit’s budget, its people or the risk it takes. ' +
    'Keep this person as technical owner or Responsible, and name a senior leader of the unit that gets the output.',
  source: [5, 26, 28, 36, 77],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Omar Haddad, Head of Data Science⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: ⟦Omar Haddad⟧\n  title: Machine Learning Lead\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Omar Haddad⟧\ntechnical_owner: Priya Nair, CTO\n---\n\n## Team\n\nOmar Haddad (Lead Data Scientist) built the pilot.\n',
        note: 'the title stands elsewhere',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: ⟦Omar Haddad, Head of Data Science⟧\n---\n',
        note: 'no owner is named, and data science is Accountable for going live',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ntechnical_owner: Omar Haddad, Head of Data Science\n---\n',
        note: 'data science as technical owner',
      },
      { text: '---\ntype: decision-rights\nowner: Tom Reed, VP Customer Operations\n---\n' },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-is-data-or-engineering' || !verdict.mention) return;
    const { mention, owner } = verdict;
    const seat = owner.from === 'outcome' ? 'Accountable for the outcome' : 'named as owner of the result';
    report({
      span: verdict.span,
      message: `${described(reading, mention)} is ${seat}, and builds or runs the system without a say over the business. Name a senior leader of the unit that gets the output, and keep ${nameOf(mention)} on the technical side.`,
      fixes: () => technicalMoveFixes(reading, mention),
    });
  },
});
