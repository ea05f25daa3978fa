import { decisionsOf } from '../../document/decisions.ts';
import { modelTexts, operatingModelOf } from '../../document/operating-model.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import { isCoeParty } from '../../document/seniority.ts';
import { defineRule } from '../rule.ts';

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
    const rows = decisionsOf(reading).rows.filter(
      (row) => row.category?.startsWith('production-') || row.category === 'in-production-modification',
    );
    // Where nobody of the business holds a production decision, that is the finding.
    if (
      rows.every((row) =>
        row.accountable.every(({ mention }) => isCoeParty(reading, mention.party, undefined)),
      )
    )
      return;
    for (const row of rows) {
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
