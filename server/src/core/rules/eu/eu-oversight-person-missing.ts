import { readPartiesOf } from '../../document/mentions.ts';
import { listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { entryOf, type YamlNode } from '../../yaml/node.ts';
import { defineRule } from '../rule.ts';
import { euPlace, isHighRisk } from './shared.ts';

const QUALITIES = ['competence', 'training', 'authority'] as const;

export const euOversightPersonMissing = defineRule({
  id: 'eu-oversight-person-missing',
  group: 'eu',
  severity: 'warning',
  needs: 'whole',
  summary:
    'a high-risk system without a natural person for human oversight who has competence, training and authority',
  why: 'The EU AI Act asks deployers of high-risk systems to give human oversight to natural persons who know what they look at, were trained for it and may act on it. Write down who they are and what makes them fit. They watch the system day by day; the owner answers for the result.',
  source: [127],
  facts: ['eu-26-2', 'eu-14-4', 'eu-27-1', 'eu-26-6'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: ⟦high-risk⟧
  accountable_person: Dana Whitfield
---

# Credit check
`,
      },
      {
        note: 'a person of whom nothing is said',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  oversight_persons:
    - name: ⟦Omar Haddad⟧
      competence: Ten years of credit decisions
---

# Credit check
`,
      },
      {
        note: 'a body oversees nothing',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: ⟦high-risk⟧
  oversight_persons: [Credit Committee]
---

# Credit check
`,
      },
      {
        note: 'a name alone, and blanks',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  oversight_persons:
    - ⟦Omar Haddad⟧
    - name: Lena Roth
      competence: Ten years of credit decisions
      training: " "
      authority: May stop the system
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
eu:
  classification: high-risk
  oversight_persons:
    - name: Omar Haddad
      competence: Ten years of credit decisions
      training: Model training of March 2026
      authority: May override any decision and stop the system
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
  classification: limited
---

# Ticket routing
`,
      },
      {
        note: 'one of several is fit for it',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  oversight_persons:
    - Omar Haddad
    - name: Lena Roth
      competence: Ten years of credit decisions
      training: Model training of March 2026
      authority: May stop the system
---

# Credit check
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  oversight_persons: [[Omar Haddad]]
---

# Credit check
`,
      },
      {
        note: 'one person, without a list',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  classification: high-risk
  oversight_persons:
    name: Lena Roth
    competence: Ten years of credit decisions
    training: Model training of March 2026
    authority: May stop the system
---

# Credit check
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (!isHighRisk(reading) || frontmatter.invalid('eu', 'oversight_persons')) return;
    const node = frontmatter.node('eu', 'oversight_persons');
    const items: readonly YamlNode[] = node?.kind === 'list' ? node.items : node ? [node] : [];
    const persons = items.flatMap((item) => {
      const [mention] = readPartiesOf(reading, item, 'one', 'frontmatter');
      const human = mention && ['person', 'position', 'placeholder', 'unknown'].includes(mention.party.kind);
      return human ? [{ item, mention }] : [];
    });
    const [first] = persons;
    if (!first) {
      report({
        span: euPlace(reading, 'eu', 'classification'),
        message:
          'The system is classified high-risk, and no person is named for human oversight. Name at least one, with their competence, training and authority.',
        fixes: () => [
          {
            title: 'Insert a person for human oversight for you to fill in',
            safety: 'manual',
            edits: setFrontmatter(
              doc,
              ['eu', 'oversight_persons'],
              [
                {
                  name: '[Name]',
                  competence: '[What they know]',
                  training: '[What they were trained in]',
                  authority: '[What they may do]',
                },
              ],
            ),
          },
        ],
      });
      return;
    }
    if (persons.some(({ item }) => lacking(item).length === 0)) return;
    const lacks = lacking(first.item);
    report({
      span: first.mention.span,
      message: `${first.mention.party.text} oversees a high-risk system, and the document does not state their ${listed(lacks)}. Add what makes them fit to oversee it.`,
    });
  },
});

function lacking(item: YamlNode): readonly string[] {
  return QUALITIES.filter((key) => {
    const value = entryOf(item, key)?.value;
    return value?.kind !== 'scalar' || value.text.trim() === '';
  });
}
