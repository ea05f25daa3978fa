import { missingAuthority, ownerVerdict } from '../../document/owner-verdict.ts';
import { listed } from '../../document/subjects.ts';
import { nameOf, unitLeadFixes, written } from '../owner/shared.ts';
import { defineRule } from '../rule.ts';

export const coeOwnsWithoutAuthority = defineRule({
  id: 'coe-owns-without-authority',
  group: 'operating-model',
  severity: 'error',
  needs: 'whole',
  summary:
    'a Centre of Excellence owns the outcome without stated authority over budget, adoption and integration',
  why: 'This is how a Centre of Excellence creates the ownership vacuum: it owns the pilot technically, but cannot spend the money, make people use the system or change the systems around it, while the business unit received AI as a service and owes nobody a result. Make the leader of the unit that gets the output the owner. Where the centre really holds all three kinds of authority, say so under operating_model.authority.',
  source: [54, 56, 57, 58],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
owner: ⟦AI Centre of Excellence⟧
operating_model: coe
---

# Claims triage
`,
      },
      {
        note: 'the people register knows who leads the unit',
        text: '---\ntype: decision-rights\nbenefiting_unit: Claims\nowner: ⟦AI Centre of Excellence⟧\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
      {
        note: 'said in the body, with one of the three kinds of authority',
        text: `---
type: decision-rights
initiative: claims-triage
benefiting_unit: Claims
operating_model:
  type: coe
  authority: [budget]
---

# Claims triage

**Owner:** ⟦Omar Haddad, AI Centre of Excellence⟧
`,
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
owner: Dana Whitfield, VP Claims Operations
operating_model: coe
---

# Claims triage
`,
      },
      {
        note: 'on loan for a cross-functional case, until the handoff',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Centre of Excellence
operating_model:
  type: hybrid
  cross_functional: true
  handoff_on: 2026-09-01
  named_executive: Dana Whitfield
---

# Knowledge assistant
`,
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'coe-owns-without-authority' || !verdict.mention) return;
    const lacks = missingAuthority(reading);
    report({
      span: verdict.span,
      message: `${nameOf(verdict.mention)} owns the outcome, and the document does not give it authority over ${listed(lacks)}. Name the leader of the unit that gets the output, or state the authority.`,
      fixes: () => unitLeadFixes(reading, (person) => `Make ${written(person)} the owner`),
    });
  },
});
