import { benefitingUnit } from '../../document/benefiting-unit.ts';
import { gateOf } from '../../document/gate.ts';
import { ownerOf } from '../../document/owner.ts';
import { titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { defineRule } from '../rule.ts';

/** Cost centres that belong to no department which gets the benefit. */
const CENTRAL =
  /\b(?:central(?:ly|ised|ized)?|corporate|innovation|innovations|transformation|digital (?:lab|office|fund)|r ?& ?d|research|labs?|incubator|strategic (?:fund|initiatives?)|head office|headquarters|hq|group[- ]wide|company[- ]wide|shared services|coe|cent(?:re|er) of excellence|(?:ai|ml|data(?: science)?) (?:team|lab|programme|program|fund|budget|office|hub|platform)|engineering|technology)\b/i;
/** Two letters that are words of their own in lower case. */
const CENTRAL_SHORT = /\b(?:AI|IT|ML)\b/;

export const gateBudgetOutsideDepartment = defineRule({
  id: 'gate-budget-outside-department',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'The budget comes from a central or innovation cost centre, not from the owner’s department.',
  why:
    'Programmes that reach production are paid for by the departments that gain from them. ' +
    'Whoever pays from their own budget looks hard at the return and takes the value seriously; a central innovation pot asks for neither, and dries up at the next cut. ' +
    'Move the cost to the owner’s cost centre, or agree on the day on which it moves.',
  source: [62],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nowner: {name: Dana Whitfield, title: VP Claims, unit: Claims Operations}\ngate:\n  decide_by: 2026-04-30\n  budget:\n    cost_centre: ⟦Central innovation fund⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nbenefiting_unit: Claims Operations\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Cost centre: ⟦AI CoE 9900⟧\n',
      },
      {
        note: 'nobody says which department it would be',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  budget:
    cost_centre: ⟦Central innovation fund⟧
---
`,
      },
      {
        note: 'a sign between words, a common word or a part of one is nothing in common',
        text: `---
type: decision-rights
benefiting_unit: Sales & IT Operations
gate:
  decide_by: 2026-04-30
  budget:
    cost_centre: ⟦Research & capITal operations⟧
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nowner: {name: Dana Whitfield, title: VP Claims, unit: Claims Operations}\ngate:\n  decide_by: 2026-04-30\n  budget:\n    cost_centre: Claims Operations 4410\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nowner: {name: Ada Okafor, title: VP Shared Services, unit: Shared Services}\ngate:\n  decide_by: 2026-04-30\n  budget:\n    cost_centre: Shared Services 7100\n---\n',
        note: 'a central department that is the owner’s own',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\nbenefiting_unit: Claims Operations\ngate:\n  decide_by: 2026-04-30\n  budget:\n    cost_centre: CC-4410\n---\n',
        note: 'a number does not say whose it is',
      },
      {
        note: "a word of the owner's title",
        text: `---
type: decision-rights
owner: Ada Okafor, VP Engineering
benefiting_unit: Plant 4
gate:
  decide_by: 2026-04-30
  budget:
    cost_centre: Engineering 7100
---
`,
      },
      {
        note: 'a word of the unit that benefits',
        text: `---
type: decision-rights
owner: {name: Dana Whitfield, title: VP Claims, unit: Claims}
benefiting_unit: Corporate Actions
gate:
  decide_by: 2026-04-30
  budget:
    cost_centre: Corporate actions desk
---
`,
      },
    ],
  },
  check(reading, report) {
    const cost = gateOf(reading)?.costCentre;
    const central = cost && (CENTRAL.test(cost.value) || CENTRAL_SHORT.test(cost.value));
    if (!cost || !central) return;
    const [unit, ...others] = departments(reading);
    const words = new Set(tellingWords(cost.value));
    if ([unit ?? '', ...others].some((text) => tellingWords(text).some((word) => words.has(word)))) return;
    report({
      span: cost.span,
      message: `The budget comes from “${cost.value}”, not from ${unit === undefined ? 'the owner’s department' : `the owner’s department, ${unit}`}. Move it to the owner’s cost centre, or agree on the day on which it moves.`,
    });
  },
});

const COMMON = new Set([
  'the',
  'and',
  'of',
  'for',
  'vp',
  'head',
  'director',
  'chief',
  'officer',
  'group',
  'operations',
  'services',
  'unit',
  'team',
  'senior',
  'department',
  'division',
]);

/** What tells the owner's department: its unit, the unit that benefits, and the owner's title. */
function departments(reading: Reading): string[] {
  const owner = ownerOf(reading);
  const [holder] = owner?.mentions ?? [];
  return [
    owner?.unit?.value,
    benefitingUnit(reading)?.value,
    holder && titleOf(reading, holder.party),
  ].filter((text) => text !== undefined);
}

function tellingWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word.length > 1 && !COMMON.has(word));
}
