import { operatingModelOf } from '../../document/operating-model.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import { seniorPeopleOf } from '../../document/seniority.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { heldCentrally, productionRows } from './shared.ts';

export const buNotAccountable = defineRule({
  id: 'bu-not-accountable',
  group: 'operating-model',
  severity: 'error',
  needs: 'whole',
  summary: 'a hybrid or central model in which nobody of a business unit is Accountable in production',
  why: 'When AI reaches a business unit as a service, the unit gets the benefit and answers for nothing. In the hybrid model the small central function supports, and a person of the unit is Accountable for what the system does in production. Name that person, and give them the Accountable of the production decisions.',
  source: [55, 57, 60, 123, 124],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: ⟦hybrid⟧
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI Centre of Excellence |
| --- | --- | --- |
| Production go-live | C | A |
| Production halt or rollback | I | A |
`,
      },
      {
        note: 'a central model, decided by technology; the people register knows who leads the unit',
        text: `---
type: decision-rights
initiative: claims-triage
benefiting_unit: Claims
owner: Dana Whitfield, VP Claims
operating_model:
  type: ⟦coe⟧
decisions:
  production-go-live:
    accountable: Omar Haddad, CTO
  production-halt-rollback:
    accountable: Head of Data Science
---

# Claims triage
`,
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
      {
        note: 'decided by engineering, in a table',
        text: `---
type: decision-rights
initiative: claims-triage
benefiting_unit: Claims
owner: Dana Whitfield, VP Claims
operating_model: ⟦hybrid⟧
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | Head of Engineering |
| --- | --- | --- |
| Changes in production | C | A |
`,
        people: 'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, unit: Claims}\n',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI Centre of Excellence |
| --- | --- | --- |
| Production go-live | A | R |
| Model retraining in production | C | A |
`,
      },
      {
        note: 'in a distributed model it is no matter of this rule',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: distributed
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI Centre of Excellence |
| --- | --- | --- |
| Production go-live | C | A |
`,
      },
      {
        note: 'an owner of the wrong kind is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Omar Haddad, CTO
---

# Claims triage

## Decision rights

| Decision | Omar Haddad |
| --- | --- |
| Production go-live | A |
`,
      },
      {
        note: 'no owner at all is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
---

# Claims triage
`,
      },
      {
        note: 'shared with a person of the unit: that is another finding',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI Centre of Excellence |
| --- | --- | --- |
| Production go-live | A | A |
`,
      },
      {
        note: 'nobody is Accountable at all: that is another finding',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI Centre of Excellence |
| --- | --- | --- |
| Production go-live | C | R |
`,
      },
    ],
  },
  check(reading, report) {
    const model = operatingModelOf(reading);
    if ((model?.type !== 'hybrid' && model?.type !== 'coe') || ownerVerdict(reading)) return;
    if (!heldCentrally(reading)) return;
    const holders = productionRows(reading).flatMap(({ accountable }) => accountable);
    const unit = reading.frontmatter.text('benefiting_unit');
    report({
      span: model.span,
      message:
        'Nobody of a business unit is Accountable in production: every decision is held by the central AI or technology function. Give the Accountable to the leader of the unit that gets the output.',
      related: holders.map(({ span, mention }) => ({ span, message: `Held by ${mention.party.text}.` })),
      fixes: () =>
        reading.frontmatter.has('decisions', 'production-go-live')
          ? seniorPeopleOf(reading, unit).map((person) => ({
              title: `Make ${person.name} Accountable for the go-live`,
              safety: 'manual',
              edits: setFrontmatter(
                reading.doc,
                ['decisions', 'production-go-live', 'accountable'],
                person.name,
              ),
            }))
          : [],
    });
  },
});
