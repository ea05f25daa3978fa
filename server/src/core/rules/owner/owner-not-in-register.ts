import { soundOwner } from '../../document/owner-verdict.ts';
import { isActive, personOf } from '../../document/seniority.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Fix } from '../rule.ts';
import { managerWhoCanOwn, manual, nameOf, replaceOwner, unitLeadFixes, written } from './shared.ts';

export const ownerNotInRegister = defineRule({
  id: 'owner-not-in-register',
  group: 'owner',
  severity: 'warning',
  needs: 'whole',
  summary: 'The owner is not in the people register, or has left.',
  why:
    'The company keeps a register of its people, and the owner is not in it or is no longer active. ' +
    'An owner who has moved on leaves the system without one, and nobody notices until something goes wrong. ' +
    'Correct the name, add the person to the register, or name the person who took over. Without a register this is not checked.',
  source: [95, 141],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Dana Whitfeld, VP Claims⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'a slip in the name',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Dana Whitfield⟧\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims, manager: ines, left_on: 2026-01-31}\n  - {id: ines, name: Ines Moreau, title: COO, unit: Executive Office}\n',
        note: 'the owner has left',
      },
      {
        note: 'two could take over: up the line, and in the unit',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Dana Whitfield⟧\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims, manager: ines, left_on: 2026-01-31}\n  - {id: ines, name: Ines Moreau, title: COO, unit: Claims}\n  - {id: tom, name: Tom Reed, title: VP Claims, unit: Claims}\n',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Dana Whitfeld, VP Claims⟧\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims, left_on: 2025-01-01}\n  - {id: anna, name: Dana Whitfields, title: VP Legal, unit: Legal}\n  - {id: tom, name: Tom Reed, title: SVP Claims, unit: Claims}\n',
        note: 'the nearest name of those who are there, whatever the unit',
        raises: ['owner-not-in-benefiting-unit'],
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦Ada Okafor, VP Claims⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
        note: 'no name is near',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nowner: D. Whitfield\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, aliases: [D. Whitfield], title: VP Claims, unit: Claims}\n',
        note: 'an alias of the register',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n',
        note: 'no register at all',
      },
    ],
  },
  check(reading, report) {
    const mention = soundOwner(reading);
    const { people } = reading;
    if (!mention || people.people.length === 0) return;
    const entry = personOf(reading, mention.party);
    if (entry && isActive(reading, entry)) return;
    const name = nameOf(mention);
    report({
      span: mention.span,
      message: entry
        ? `${name} is the owner and, by the people register, has left${entry.leftOn ? ` on ${entry.leftOn}` : ''}. Name the person who takes over.`
        : `${name} is the owner and is not in the people register. Correct the name, or add the person to the register.`,
      fixes: (): Fix[] => {
        const active = people.people.filter((person) => isActive(reading, person));
        const near = entry
          ? undefined
          : nearest(
              name,
              active.map((person) => person.name),
            );
        const meant = near && active.find((person) => person.name === near.text);
        if (meant) return [manual(`Make ${written(meant)} the owner`, replaceOwner(reading, meant))];
        const manager = entry && managerWhoCanOwn(reading, entry);
        const up = manager
          ? [manual(`Make ${written(manager)}, up the line, the owner`, replaceOwner(reading, manager))]
          : [];
        const leads = unitLeadFixes(reading, (person) => `Make ${written(person)} the owner`);
        return [...up, ...leads.filter(({ title }) => !manager || !title.includes(written(manager)))];
      },
    });
  },
});
