import { decisionsOf } from '../../document/decisions.ts';
import { isCrossFunctional, modelTexts } from '../../document/operating-model.ts';
import { ownerOf } from '../../document/owner.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';

const STEERING = /\bsteering (?:group|committee|board|team)\b/i;

export const crossFunctionalNoExecutive = defineRule({
  id: 'cross-functional-no-executive',
  group: 'operating-model',
  severity: 'error',
  needs: 'whole',
  summary: 'a steering group for a cross-functional case, without one named executive',
  why: 'A steering group can advise across functions; it cannot answer for an outcome. The group that takes over a cross-functional case therefore has one executive by name who does. With that name a steering group is fine.',
  source: [61, 106],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Centre of Excellence
operating_model:
  type: hybrid
  cross_functional: ⟦true⟧
  handoff_on: 2026-09-01
---

# Knowledge assistant
`,
      },
    ],
    good: [
      {
        note: 'a steering group with one named executive',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Centre of Excellence
operating_model:
  type: hybrid
  cross_functional: true
  handoff_on: 2026-09-01
  named_executive: Dana Whitfield, COO
---

# Knowledge assistant

## Operating model

A steering group takes over in September.
`,
      },
      {
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: Dana Whitfield, COO
operating_model:
  type: hybrid
  cross_functional: true
---

# Knowledge assistant
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter } = reading;
    if (!isCrossFunctional(reading) || frontmatter.has('operating_model', 'named_executive')) return;
    if (ownerVerdict(reading)?.rule === 'owner-is-committee') return;
    const owner = ownerOf(reading);
    const person =
      owner?.mentions.some(({ party }) => party.kind === 'person' || party.kind === 'position') === true;
    const steering =
      modelTexts(reading).some((prose) => STEERING.test(prose.text)) ||
      decisionsOf(reading).rows.some((row) =>
        row.accountable.some(
          ({ mention }) => mention.party.kind === 'group' && STEERING.test(mention.party.text),
        ),
      );
    // No owner at all is a finding of its own; a person who owns is the named executive.
    if (!owner || (person && !steering)) return;
    const node = frontmatter.node('operating_model', 'cross_functional');
    if (!node) return;
    report({
      span: node.span,
      message:
        'The case is cross-functional, and no executive is named who answers for it. Name one person under operating_model.named_executive.',
      fixes: () => [
        {
          title: 'Add named_executive for you to fill in',
          safety: 'manual',
          edits: setFrontmatter(doc, ['operating_model', 'named_executive'], '[Name]'),
        },
      ],
    });
  },
});
