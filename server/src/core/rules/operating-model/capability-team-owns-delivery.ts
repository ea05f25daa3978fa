import { modelTexts, operatingModelOf } from '../../document/operating-model.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import { isCoeParty } from '../../document/seniority.ts';
import { defineRule } from '../rule.ts';
import { heldCentrally, productionRows } from './shared.ts';

const OWNS_DELIVERY =
  /\b(?:capability (?:team|function|group)|ai (?:team|coe|function)|cent(?:re|er) of excellence|coe)\b(?:\s+(?!supports?\b)[\w'’-]+){0,3}\s+(?:owns?|is accountable for|is responsible for|runs?) (?:the |all |its )?(?:delivery|production|outcomes?|results?)\b/i;

export const capabilityTeamOwnsDelivery = defineRule({
  id: 'capability-team-owns-delivery',
  group: 'operating-model',
  severity: 'warning',
  needs: 'whole',
  summary:
    'a hybrid model in which the capability function is Accountable for production, or said to own delivery',
  why: 'In the hybrid model a small AI function supports the business units; it does not own delivery for them. When it becomes Accountable, or the text says that it owns delivery, the model has turned into a Centre of Excellence without anybody deciding so, and the unit stops feeling responsible.',
  source: [60],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Operating model

The ⟦capability team owns delivery⟧ of the model; Claims Operations uses it.
`,
      },
      {
        note: 'one of the production decisions',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Operating model

The capability team supports Claims Operations.

## Decision rights

| Decision | Dana Whitfield | AI capability team | AI CoE |
| --- | --- | --- | --- |
| Production go-live | A | R |  |
| Changes in production | I | ⟦A⟧ | A |
| Production halt or rollback | I | A |  |
`,
      },
      {
        note: 'said in the text and in the table: one finding',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Operating model

Our ⟦AI team is responsible for all results⟧. The CoE runs production.

## Decision rights

| Decision | Dana Whitfield | AI CoE |
| --- | --- | --- |
| Production go-live | A | R |
| Production halt or rollback | I | A |
`,
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

## Operating model

The capability team supports Claims Operations, which owns delivery.
`,
      },
      {
        note: 'an ordinary decision of the team',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | AI capability team |
| --- | --- | --- |
| Production go-live | A | R |
| Choice of model library | I | A |
`,
      },
      {
        note: 'an owner of the wrong kind is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: AI Steering Committee
---

# Claims triage

## Operating model

The capability team owns delivery.
`,
      },
      {
        note: 'nobody of the business in production is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
owner: Dana Whitfield, VP Claims Operations
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | CTO | AI CoE |
| --- | --- | --- | --- |
| Production go-live | C | A | R |
| Production halt or rollback | C | I | A |
`,
      },
    ],
  },
  check(reading, report) {
    if (operatingModelOf(reading)?.type !== 'hybrid' || ownerVerdict(reading)) return;
    for (const prose of modelTexts(reading)) {
      const found = prose.find(OWNS_DELIVERY);
      if (!found) continue;
      report({
        span: found.span,
        message:
          'The model is hybrid, and the text gives delivery to the capability function. Say that the business unit owns delivery and the function supports it.',
      });
      return;
    }
    // Where nobody of the business holds a production decision, that is the finding.
    if (heldCentrally(reading)) return;
    for (const row of productionRows(reading)) {
      const held = row.accountable.find(({ mention }) => isCoeParty(reading, mention.party, undefined));
      if (!held) continue;
      report({
        span: held.span,
        message: `The model is hybrid, and ${held.mention.party.text} is Accountable for "${row.label}". Give the Accountable to the business unit; the capability function supports.`,
      });
      return;
    }
  },
});
