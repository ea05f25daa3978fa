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
      {
        note: 'the owner hands over to a steering group',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: Dana Whitfield, COO
operating_model:
  type: hybrid
  cross_functional: ⟦true⟧
---

# Knowledge assistant

## Operating model

Three units share the assistant.

A steering group takes over in September.
`,
      },
      {
        note: 'a steering group decides',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: Dana Whitfield, COO
operating_model:
  type: hybrid
  cross_functional: ⟦true⟧
---

# Knowledge assistant

## Decision rights

| Decision | Dana Whitfield | Omar Haddad | Steering Committee |
| --- | --- | --- | --- |
| Production go-live | A | R |  |
| Production halt or rollback | A |  | A |
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
      {
        note: 'the chair of a steering group is one person; another group may advise',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: Dana Whitfield, COO
operating_model:
  type: hybrid
  cross_functional: true
---

# Knowledge assistant

## Decision rights

| Decision | Chair of the Steering Committee | Works Council | Steering Committee |
| --- | --- | --- | --- |
| Production go-live | A |  | I |
| Working hours | I | A |  |
`,
      },
      {
        note: 'not cross-functional',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Centre of Excellence
operating_model:
  type: hybrid
  cross_functional: false
---

# Knowledge assistant
`,
      },
      {
        note: 'a committee that owns is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Steering Committee
operating_model:
  type: hybrid
  cross_functional: true
---

# Knowledge assistant
`,
      },
      {
        note: 'no owner',
        text: `---
type: decision-rights
initiative: knowledge-assistant
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
    const declared = frontmatter.node('operating_model', 'cross_functional');
    if (!declared || !isCrossFunctional(reading) || frontmatter.has('operating_model', 'named_executive'))
      return;
    const owner = ownerOf(reading);
    // No owner at all, or a committee, is a finding of its own.
    if (!owner || ownerVerdict(reading)?.rule === 'owner-is-committee') return;
    const person = owner.mentions.some(({ party }) => party.kind === 'person' || party.kind === 'position');
    const steering =
      modelTexts(reading).some((prose) => STEERING.test(prose.text)) ||
      decisionsOf(reading).rows.some((row) =>
        row.accountable.some(({ mention: { party } }) => party.kind === 'group' && STEERING.test(party.text)),
      );
    // A person who owns is the named executive, unless a steering group comes into it.
    if (person && !steering) return;
    report({
      span: declared.span,
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
