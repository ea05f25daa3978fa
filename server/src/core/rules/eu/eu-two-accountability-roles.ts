import { readPartiesOf, samePerson } from '../../document/mentions.ts';
import { ownerMention } from '../../document/owner.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';

export const euTwoAccountabilityRoles = defineRule({
  id: 'eu-two-accountability-roles',
  group: 'eu',
  severity: 'info',
  needs: 'whole',
  summary: 'the person accountable for compliance is not the owner',
  why: 'Two people who each answer for a part of the same system end up pointing at each other. The outcome owner can be the person who answers for compliance as well: one role, not two. Nothing forbids two; if there is a reason, keep them and say who decides when they disagree.',
  source: [128],
  facts: ['eu-26-3'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  classification: high-risk
  accountable_person: ⟦Omar Haddad⟧
---

# Credit check
`,
      },
      {
        note: 'in scope',
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  in_scope: true
  accountable_person: ⟦Omar Haddad⟧
---

# Credit check
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  classification: high-risk
  accountable_person: Dana Whitfield
---

# Credit check
`,
      },
      {
        note: 'no owner to compare with: that is a finding of its own',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  accountable_person: Omar Haddad
---

# Credit check
`,
      },
      {
        note: 'out of scope',
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  in_scope: false
  accountable_person: Omar Haddad
---

# Credit check
`,
      },
      {
        note: 'a body is another finding',
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  accountable_person: Compliance Committee
---

# Credit check
`,
      },
      {
        note: 'an owner by position may be that person',
        text: `---
type: decision-rights
initiative: credit-check
owner: VP Lending
eu:
  accountable_person: Omar Haddad
---

# Credit check
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  accountable_person: [[Omar Haddad]]
---

# Credit check
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    const node = frontmatter.node('eu', 'accountable_person');
    if (
      !node ||
      frontmatter.bool('eu', 'in_scope') === false ||
      frontmatter.invalid('eu', 'accountable_person')
    )
      return;
    const owner = ownerMention(reading);
    const [person] = readPartiesOf(reading, node, 'one', 'frontmatter');
    if (!owner || !person || person.party.kind !== 'person') return;
    if (owner.party.kind !== 'person' || samePerson(reading, owner.party, person.party)) return;
    const name = owner.party.name ?? owner.party.text;
    report({
      span: person.span,
      message: `${person.party.text} answers for compliance, and ${name} owns the outcome. One person can hold both; keep two only with a reason.`,
      related: [{ span: owner.span, message: 'The owner is named here.' }],
      fixes: () => [
        {
          title: `Name the owner, ${name}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['eu', 'accountable_person'], name),
        },
      ],
    });
  },
});
