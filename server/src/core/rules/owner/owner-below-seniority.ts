import { ownerVerdict } from '../../document/owner-verdict.ts';
import { titleOf } from '../../document/people.ts';
import { personOf } from '../../document/seniority.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { described, managerWhoCanOwn, manual, replaceOwner, written } from './shared.ts';

const PEOPLE =
  'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n  - {id: tim, name: Tim Aldous, title: Team Lead Claims, unit: Claims, manager: dana}\n';

export const ownerBelowSeniority = defineRule({
  id: 'owner-below-seniority',
  group: 'owner',
  severity: 'error',
  severityNote: 'error; warning for a functional lead (silent with accept_functional_lead)',
  needs: 'whole',
  summary: 'The owner’s rank is below what the decisions take.',
  why:
    'The owner has to fund production, accept risk and stop the system, and a person of this rank usually may not. ' +
    'Every hard decision then goes up the line again, to somebody the document does not name. ' +
    'The least rank is VP unless `min_rank` says otherwise; the head or director of a function counts as senior enough unless `accept_functional_lead` is off. ' +
    'Name the manager, or record the exception with its reason and who approved it.',
  source: [26, 44, 89, 95],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Tim Aldous⟧\n---\n',
        people: PEOPLE,
      },
      { text: '---\ntype: decision-rights\nowner:\n  name: ⟦Tim Aldous⟧\n  title: Claims Analyst\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Lena Roth, Director Claims⟧\n---\n',
        config: 'accept_functional_lead: false\n',
        severity: 'warning',
        note: 'a functional lead, where the company does not accept one',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n## Owner\n\n- Owner: ⟦Tim Aldous, Claims Analyst⟧\n',
        people:
          'people:\n  - {id: tim, name: Tim Aldous, title: Claims Analyst, unit: Claims, manager: lena}\n  - {id: lena, name: Lena Roth, title: Team Lead, unit: Claims, manager: tom}\n  - {id: tom, name: Tom Reed, title: VP Claims, unit: Claims, manager: dana, left_on: 2026-01-31}\n  - {id: dana, name: Dana Whitfield, title: COO, unit: Claims}\n',
        note: 'three steps up the line: one too junior, one who has left',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Tim Aldous⟧\n---\n',
        people:
          'people:\n  - {id: tim, name: Tim Aldous, title: Claims Analyst, unit: Claims, manager: lena}\n  - {id: lena, name: Lena Roth, title: Team Lead, unit: Claims, manager: tim}\n',
        note: 'two who manage each other',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Lena Roth, VP Claims⟧\n---\n',
        config: 'min_rank: c-level\n',
        note: 'a company that asks for more',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦Lena Roth, VP Claims⟧\n---\n',
        config: 'min_rank: svp\n',
        note: 'or for one step more',
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: Lena Roth, Head of Claims\n---\n',
        note: 'the head of a function is accepted by default',
      },
      {
        text: '---\ntype: decision-rights\nowner: Lena Roth, Directora de Siniestros\n---\n',
        note: 'a title in another language',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: Tim Aldous\n  title: Team Lead Claims\n  exception:\n    reason: The unit has no VP until June\n    approved_by: Ines Moreau, COO\n---\n',
        note: 'an exception with a reason',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-below-seniority' || !verdict.mention) return;
    const { mention, owner } = verdict;
    const title = titleOf(reading, mention.party);
    const least = reading.config.minRank;
    const shown = least.length <= 3 ? least.toUpperCase() : least;
    report({
      span: verdict.span,
      ...(verdict.severity ? { severity: verdict.severity } : {}),
      message: `The owner ${described(reading, mention)} ranks below ${shown}, the least an owner needs here. Name a more senior person, or record the exception with its reason.`,
      related:
        owner.title && title === owner.title.value
          ? [{ span: owner.title.span, message: 'The title says the rank.' }]
          : [],
      fixes: () => {
        const entry = personOf(reading, mention.party);
        const manager = entry && managerWhoCanOwn(reading, entry);
        const replace = manager
          ? [manual(`Make ${written(manager)}, up the line, the owner`, replaceOwner(reading, manager))]
          : [];
        if (!reading.frontmatter.present) return replace;
        const exception = setFrontmatter(reading.doc, ['owner', 'exception'], {
          reason: '[Reason]',
          approved_by: '[Name]',
        });
        return [...replace, manual('Record an exception, with its reason to be filled in', exception)];
      },
    });
  },
});
