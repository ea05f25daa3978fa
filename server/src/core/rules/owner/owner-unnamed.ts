import type { Mention } from '../../document/mention.ts';
import { type OwnerVerdict, ownerVerdict } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { holderOfPosition } from '../../document/seniority.ts';
import type { Person } from '../../people/register.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual, nameOf, replaceOwner, unitLeadFixes, written } from './shared.ts';

const PEOPLE =
  'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations}\nroles:\n  VP Claims Operations: dana\n';

export const ownerUnnamed = defineRule({
  id: 'owner-unnamed',
  group: 'owner',
  severity: 'error',
  severityNote: 'error; warning where the position resolves in the register',
  needs: 'whole',
  summary: 'The owner is a position, a function, a mailbox, a placeholder or a blank, not a person.',
  why:
    'The owner’s place does not hold a person’s name. ' +
    'A position changes hands, a function or a mailbox is nobody, and a placeholder was to be filled in later: none of them can accept anything. ' +
    'Write the name of one person, with the title. ' +
    'If the people register says who holds the position, this is only a warning, because the person can be found.',
  source: [14, 18, 26, 44, 77],
  facts: ['eu-26-2'],
  examples: {
    bad: [
      { text: '---\ntype: decision-rights\nowner: ⟦TBD⟧\n---\n', note: 'a placeholder' },
      { text: '---\ntype: decision-rights\nowner: ⟦VP Claims Operations⟧\n---\n', note: 'a position' },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner: ⟦VP Claims Operations⟧\n---\n',
        people: PEOPLE,
        severity: 'warning',
        note: 'a position whose holder the register knows',
      },
      {
        text: '---\ntype: decision-rights\nowner: ⟦claims-team@example.com⟧\n---\n',
        note: 'the mailbox of a team',
      },
      { text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: ⟦Sales⟧\n', note: 'a function' },
      { text: '---\ntype: decision-rights\n⟦owner⟧:\n---\n', note: 'a blank' },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\n---\n\n## Owner\n\n- Owner:⟦⟧\n- Deputy: Tom Reed\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: "VP Claims | Motor", unit: Claims Operations}\n',
        note: 'a label with nothing behind it; the register knows who leads the unit',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\n---\n\n## Owner\n\n| Role | Name |\n| --- | --- |\n| Owner | ⟦TBD⟧ |\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: "VP Claims | Motor", unit: Claims Operations}\n',
        note: 'in a table; the holder’s title has a bar in it',
      },
      {
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims Operations\nowner:\n  name: ⟦TBD⟧\n---\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, rank: vp, unit: Claims Operations}\n  - {id: lena, name: Lena Vogt, title: SVP Claims, unit: Claims Operations, left_on: 2026-01-31}\n',
        note: 'the register gives no title; somebody has left',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\n---\n\n## Accountability\n\nOur VP Claims, Dana Whitfield of the Claims unit, is accountable for the outcome.\n',
        note: 'a name between its title and its unit',
      },
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims Operations\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: VP Claims Operations\nroles:\n  VP Claims Operations: Dana Whitfield\n---\n',
        note: 'the document itself says who holds the position',
      },
      { text: '---\ntype: decision-rights\nowner: Dana\n---\n', note: 'a person known by the first name' },
      {
        text: '---\ntype: decision-rights\nowner: dana.whitfield@example.com\n---\n',
        note: 'a person’s own address',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-unnamed') return;
    report({
      span: verdict.span,
      message: message(reading, verdict),
      ...(verdict.severity ? { severity: verdict.severity } : {}),
      fixes: () => fixes(reading, verdict.mention),
    });
  },
});

function message(reading: Reading, { instead, mention }: OwnerVerdict): string {
  const text = mention ? nameOf(mention) : '';
  const holder = mention && holderOfPosition(reading, mention.party);
  switch (instead) {
    case 'blank':
      return 'The place for the owner is blank. Write the name and title of the person who answers for the result.';
    case 'placeholder':
      return `The owner is still to be filled in (${text}). Write the name and title of the person who answers for the result.`;
    case 'alias':
      return `The owner is a shared mailbox (${text}), not a person. Name the one person who answers for the result.`;
    case 'function':
      return `The owner is a function (${text}), not a person. Name the person in it who answers for the result.`;
    default:
      return holder
        ? `The owner is given as a position (${text}), not by name. Write ${holder.name}, who holds it, so that it is clear who accepted.`
        : `The owner is given as a position (${text}), not by name. Write the name of the person who holds it.`;
  }
}

function fixes(reading: Reading, mention: Mention | undefined): Fix[] {
  const holder = mention && holderOfPosition(reading, mention.party);
  const title = (person: Person): string => `Name ${written(person)} as the owner`;
  if (holder) return [manual(title(holder), replaceOwner(reading, holder))];
  return unitLeadFixes(reading, title);
}
