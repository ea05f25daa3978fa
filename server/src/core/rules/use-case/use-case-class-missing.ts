import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

export const useCaseClassMissing = defineRule({
  id: 'use-case-class-missing',
  group: 'use-case',
  severity: 'info',
  needs: 'whole',
  summary: 'the document does not say whether the use case is back-office or customer-facing',
  why: 'Back-office systems (document processing, contract review, internal search) reach production more often than customer-facing ones: the owner sits close to the result, a failure stays inside the company and can be put right, and success is easy to measure. Customer-facing systems need more voices and more control. Saying which one this is sets the checks that fit, and lets the company see its mix.',
  source: [63, 64],
  examples: {
    bad: [
      {
        raises: ['customer-facing-no-quality-control', 'back-office-metric-hint'],
        text: `⟦---⟧
type: decision-rights
initiative: contract-review
---

# Contract review
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
---

# Contract review
`,
      },
      {
        note: 'a value that is not valid is reported as such, and not as missing too',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: internal
---

# Contract review
`,
      },
    ],
  },
  check({ doc, frontmatter }, report) {
    if (!frontmatter.present || frontmatter.mayHave('use_case_class')) return;
    report({
      span: frontmatterPlace(doc),
      message:
        'The document does not say whether this is a back-office or a customer-facing use case. Set use_case_class: it decides how much consultation and control the system needs.',
      fixes: () =>
        ['back-office', 'customer-facing'].map((value) => ({
          title: `Set use_case_class to ${value}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['use_case_class'], value),
        })),
    });
  },
});
