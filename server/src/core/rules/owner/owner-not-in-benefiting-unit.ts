import { benefitingUnit } from '../../document/benefiting-unit.ts';
import { ownerOf } from '../../document/owner.ts';
import { soundOwner } from '../../document/owner-verdict.ts';
import { titleOf } from '../../document/people.ts';
import { personOf, sameUnit } from '../../document/seniority.ts';
import { isCeoOrCoo } from '../../parties/titles.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { nameOf, unitLeadFixes, written } from './shared.ts';

export const ownerNotInBenefitingUnit = defineRule({
  id: 'owner-not-in-benefiting-unit',
  group: 'owner',
  severity: 'warning',
  needs: 'whole',
  summary: 'The owner is not of the unit that gets most of the output, or that unit is not said.',
  why:
    'The owner should lead the unit that receives the largest share of what the system produces. ' +
    'Somebody from another unit cannot change how the work is done, and will not feel it when the result stays away. ' +
    'Say which unit benefits, and name its senior leader. Whoever stands above all units (a CEO or COO) may own in any of them.',
  source: [94, 95, 116],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner:\n  name: Tom Reed\n  title: VP Marketing\n  unit: ⟦Marketing⟧\n---\n',
        people:
          'people:\n  - {id: tom, name: Tom Reed, title: VP Marketing, unit: Marketing}\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims Operations}\n',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner: ⟦Tom Reed⟧\n---\n',
        people: 'people:\n  - {id: tom, name: Tom Reed, title: VP Marketing, unit: Marketing}\n',
        note: 'the unit stands in the people register',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n',
        note: 'nothing says which unit benefits',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  unit: Claims\n---\n',
        note: 'a shorter name of the same unit',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner:\n  name: Ines Moreau\n  title: COO\n  unit: Executive Office\n---\n',
        note: 'a COO stands above the units',
      },
    ],
  },
  check(reading, report) {
    const mention = soundOwner(reading);
    const { frontmatter } = reading;
    if (!mention || !frontmatter.present || frontmatter.invalid('benefiting_unit')) return;
    const benefits = benefitingUnit(reading);
    const name = nameOf(mention);
    if (!benefits) {
      report({
        span: frontmatterPlace(reading.doc),
        message: `Nothing says which unit gets most of the output, so nobody can tell whether ${name} is the right owner. Add \`benefiting_unit\`.`,
      });
      return;
    }
    const said = ownerOf(reading)?.unit;
    const unit = said?.value ?? personOf(reading, mention.party)?.unit;
    const title = titleOf(reading, mention.party);
    if (unit === undefined || sameUnit(unit, benefits.value) || (title !== undefined && isCeoOrCoo(title)))
      return;
    report({
      span: said?.span ?? mention.span,
      message: `${name} belongs to ${unit}, and ${benefits.value} gets most of the output. Name a senior leader of ${benefits.value} as owner.`,
      related: [{ span: benefits.span, message: `${benefits.value} benefits.` }],
      fixes: () => unitLeadFixes(reading, (person) => `Make ${written(person)} the owner`),
    });
  },
});
