import { benefitingUnit } from '../../document/benefiting-unit.ts';
import { emptySections } from '../../document/empty-sections.ts';
import { ownerOf, ownerUnreadable } from '../../document/owner.ts';
import { seniorPeopleOf } from '../../document/seniority.ts';
import { lacksStructure } from '../../document/structure.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { addOwner, manual, ownerValue, written } from './shared.ts';

export const ownerMissing = defineRule({
  id: 'owner-missing',
  group: 'owner',
  severity: 'error',
  needs: 'whole',
  summary: 'Nobody is named as owner of the result.',
  why:
    'The document names no owner, and nobody is Accountable for taking the system live or for stopping it. ' +
    'Without one, the hard decisions (to fund, to accept a risk, to stop) fall to committees or to nobody, and a pilot that works goes no further. ' +
    'Ask which business unit gets most of what the system produces; its senior leader is the natural owner. Write down that person’s name.',
  source: [6, 14, 23, 34, 44, 77, 81, 110, 119],
  facts: ['nist-govern-2', 'iso-42001-a32'],
  examples: {
    bad: [
      {
        text: '⟦---⟧\ntype: decision-rights\ninitiative: claims-triage\ntechnical_owner: Omar Haddad\nbenefiting_unit: Claims Operations\n---\n\n# Claims triage\n\nSorts incoming claims by urgency.\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations}\n  - {id: omar, name: Omar Haddad, title: Head of Data Science, unit: Data}\n',
      },
      {
        text: '---\ntype: decision-rights\ntechnical_owner: Omar Haddad\n---\n\n# Claims triage\n\n⟦## Ownership⟧\n\nThe claims unit benefits most.\n',
        note: 'a section about the owner that names nobody',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n⟦## Ownership⟧\n\nThe claims unit benefits most.\n',
        note: 'a document without frontmatter',
        raises: ['technical-owner-missing'],
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims Operations\n---\n' },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, is accountable for cost per claim.\n',
        note: 'the owner is named in a sentence',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield, VP Claims\n---\n',
        note: 'whoever is Accountable for going live answers for the result',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n',
        note: 'a heading with nothing under it: doc-section-missing',
      },
    ],
  },
  check(reading, report) {
    if (lacksStructure(reading) || ownerOf(reading) || ownerUnreadable(reading)) return;
    // A heading with nothing under it is reported as such.
    if (emptySections(reading).has('owner')) return;
    const unit = benefitingUnit(reading)?.value;
    const advice =
      unit === undefined
        ? 'Ask which unit gets most of the output, and name its senior leader as owner.'
        : `Name the senior leader of ${unit} as owner.`;
    report({
      span: sectionPlace(reading, 'owner'),
      message: `Nobody is named as owner of the result. ${advice}`,
      fixes: () => {
        const people = seniorPeopleOf(reading, unit).map((person) =>
          manual(`Make ${written(person)} the owner`, addOwner(reading, ownerValue(person))),
        );
        const blank = { name: '[Name]', title: '[Title]', unit: unit ?? '[Unit]' };
        return [...people, manual('Insert an owner to be filled in', addOwner(reading, blank))];
      },
    });
  },
});
