import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { Related } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { euPlace, inEuScope } from './shared.ts';

/** Words that point at Annex III uses. Fraud detection is expressly not one. */
const HINTS =
  /\bcredit[- ]?(?:worthiness|limits?|scor(?:e|es|ing)|decisions?)\b|\b(?:life|health) insurance\b|\binsurance (?:pricing|premiums?)\b|\b(?:patient|emergency) triage\b|\btriage of patients\b/i;

export const euHighRiskUnclassified = defineRule({
  id: 'eu-high-risk-unclassified',
  group: 'eu',
  severity: 'warning',
  needs: 'whole',
  summary: 'in EU scope and not classified: high-risk, limited or minimal',
  why: 'Under the EU AI Act the duties follow the class of the use: judging creditworthiness, pricing life or health insurance and sorting emergency patients are among the high-risk ones; detecting fraud is not. Write the class down while the facts are fresh, with the part of the annex it rests on. Where it is high-risk, a named person and human oversight follow.',
  source: [125, 127],
  facts: ['eu-annex-iii-5', 'eu-113'],
  examples: {
    bad: [
      {
        raises: ['eu-accountable-person-missing', 'eu-oversight-person-missing'],
        text: `---
type: decision-rights
initiative: credit-check
eu:
  in_scope: ⟦true⟧
---

# Credit check

The model proposes credit limits for new customers.
`,
      },
      {
        note: 'in scope by the configuration, without a word that hints at the risk',
        text: `⟦---⟧
type: decision-rights
initiative: ticket-routing
---

# Ticket routing

The model sorts tickets.
`,
        config: 'eu_in_scope: true\n',
        raises: ['eu-accountable-person-missing', 'eu-oversight-person-missing'],
      },
      {
        note: 'with a part of the block; the words stand further down',
        text: `---
type: decision-rights
initiative: triage
⟦eu⟧:
  in_scope:
  role: deployer
---

# Triage

The model sorts the calls of the day.

It supports the emergency triage of patients.
`,
        config: 'eu_in_scope: true\n',
        raises: ['eu-accountable-person-missing', 'eu-oversight-person-missing'],
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: credit-check
eu:
  in_scope: true
  classification: high-risk
---

# Credit check
`,
      },
      {
        note: 'out of scope by default',
        text: `---
type: decision-rights
initiative: credit-check
---

# Credit check

The model proposes credit limits for new customers.
`,
      },
      {
        note: 'a class that is not known is reported as such',
        text: `---
type: decision-rights
initiative: credit-check
eu:
  in_scope: true
  classification: dangerous
---

# Credit check
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (!frontmatter.present || !inEuScope(reading) || frontmatter.has('eu', 'classification')) return;
    const hint = findHint(reading);
    const why = hint ? ' Words in it point at a high-risk use.' : '';
    report({
      span: euPlace(reading, 'eu', 'in_scope'),
      message: `The system is in scope of the EU AI Act, and the document does not classify it.${why} Set eu.classification to high-risk, limited or minimal.`,
      related: hint ? [hint] : [],
      fixes: () =>
        ['high-risk', 'limited', 'minimal'].map((value) => ({
          title: `Set eu.classification to ${value}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['eu', 'classification'], value),
        })),
    });
  },
});

function findHint({ outline }: Reading): Related | undefined {
  for (const { prose } of outline.texts) {
    const found = prose.find(HINTS);
    if (found)
      return { span: found.span, message: `"${found.text}" can be a high-risk use under Annex III.` };
  }
  return undefined;
}
