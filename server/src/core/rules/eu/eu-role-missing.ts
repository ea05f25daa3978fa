import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { euPlace, inEuScope } from './shared.ts';

const SECTOR =
  /\bfin-?tech\b|\bhealth-?tech\b|\bbank|\bcredit\b|\blending\b|\binsur|\bhealth|\bmedical|\bpayments?\b/i;

export const euRoleMissing = defineRule({
  id: 'eu-role-missing',
  group: 'eu',
  severity: 'warning',
  needs: 'whole',
  summary:
    'in EU scope, in finance or health, and no word on whether the company deploys or provides the system',
  why: 'The EU AI Act puts most duties of everyday use on the deployer: whoever uses the system under its own authority, which is usually the company. Whoever builds it, or puts its own brand on it, is a provider and owes more. In finance and health the answer decides which duties apply, so it belongs in the document.',
  source: [125, 126],
  facts: ['eu-3-4', 'eu-25-1', 'eu-113'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: credit-check
sector: ⟦fintech⟧
eu:
  in_scope: true
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
sector: fintech
eu:
  in_scope: true
  role: deployer
---

# Credit check
`,
      },
      {
        note: 'the document says it is out of scope, whatever the configuration says',
        config: 'eu_in_scope: true\n',
        text: `---
type: decision-rights
initiative: credit-check
sector: fintech
eu:
  in_scope: false
---

# Credit check
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    const sector = frontmatter.text('sector');
    if (!inEuScope(reading) || sector === undefined || !SECTOR.test(sector) || frontmatter.has('eu', 'role'))
      return;
    report({
      span: euPlace(reading, 'sector'),
      message:
        'The system is in scope of the EU AI Act, and the document does not say whether the company deploys it or provides it. Set eu.role; a company that only uses the system is its deployer.',
      fixes: () =>
        ['deployer', 'provider'].map((value) => ({
          title: `Set eu.role to ${value}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['eu', 'role'], value),
        })),
    });
  },
});
