import { readPartiesOf } from '../../document/mentions.ts';
import { ownerMention } from '../../document/owner.ts';
import { called } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { euPlace, isHighRisk } from './shared.ts';

export const euAccountablePersonMissing = defineRule({
  id: 'eu-accountable-person-missing',
  group: 'eu',
  severity: 'error',
  needs: 'whole',
  summary: 'a high-risk system without a named individual who is accountable for compliance',
  why: 'Somebody by name answers for compliance of a high-risk system. This is good practice from our source, not a duty of the EU AI Act: the Act knows no such office, its duty-holder is the deployer, usually the company, and it asks for natural persons for oversight. One name still helps everybody: regulators, auditors and colleagues know whom to ask. The outcome owner can be that person: one role, not two.',
  source: [127, 128],
  facts: ['eu-3-4', 'eu-26-2', 'eu-26-3', 'eu-99'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  in_scope: true
  classification: ⟦high-risk⟧
---

# Credit check
`,
      },
      {
        note: 'a body is nobody in particular',
        text: `---
type: decision-rights
initiative: credit-check
owner: Dana Whitfield, VP Lending
eu:
  classification: high-risk
  accountable_person: ⟦Compliance Committee⟧
---

# Credit check
`,
      },
      {
        note: 'a dash, and an owner by position',
        text: `---
type: decision-rights
initiative: credit-check
owner: VP Lending
eu:
  classification: ⟦high-risk⟧
  accountable_person: "-"
---

# Credit check
`,
      },
      {
        note: 'nobody owns it',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: ⟦high-risk⟧
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
        note: 'not high-risk',
        text: `---
type: decision-rights
initiative: ticket-routing
eu:
  in_scope: true
  classification: minimal
---

# Ticket routing
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  accountable_person: [[Dana Whitfield]]
---

# Credit check
`,
      },
      {
        note: 'out of scope by its own word',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  in_scope: false
  classification: high-risk
---

# Credit check
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (!isHighRisk(reading) || frontmatter.invalid('eu', 'accountable_person')) return;
    const node = frontmatter.node('eu', 'accountable_person');
    const mentions = node ? readPartiesOf(reading, node, 'one', 'frontmatter') : [];
    if (mentions.some(({ party }) => ['person', 'placeholder', 'unknown'].includes(party.kind))) return;
    const [said] = mentions;
    const named = said && said.party.kind !== 'nobody';
    const owner = ownerMention(reading);
    report({
      span: named ? said.span : euPlace(reading, 'eu', 'classification'),
      message: named
        ? `"${said.party.text}" is not a person who can answer for compliance of a high-risk system. Name one individual; the owner can be that person.`
        : 'The system is classified high-risk, and nobody is named who answers for compliance. Name one individual; the owner can be that person.',
      fixes: () =>
        owner?.party.kind === 'person'
          ? [
              {
                title: `Name the owner, ${called(owner)}`,
                safety: 'manual',
                edits: setFrontmatter(doc, ['eu', 'accountable_person'], called(owner)),
              },
            ]
          : [],
    });
  },
});
