import { accountableOf } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { operatingModelOf } from '../../document/operating-model.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { isCoeParty, seniorPeopleOf, sideOfParty } from '../../document/seniority.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';

const IN_PRODUCTION = ['production-go-live', 'in-production-modification', 'production-halt-rollback'];

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
        note: 'no owner at all is one finding, and not this one too',
        text: `---
type: decision-rights
initiative: claims-triage
operating_model: hybrid
---

# Claims triage
`,
      },
    ],
  },
  check(reading, report) {
    const model = operatingModelOf(reading);
    if ((model?.type !== 'hybrid' && model?.type !== 'coe') || ownerVerdict(reading)) return;
    const holders = IN_PRODUCTION.flatMap((category) => accountableOf(reading, category));
    // A side that cannot be told counts as business: no guess becomes an error.
    if (holders.length === 0 || !holders.every(({ mention }) => isCentral(reading, mention))) return;
    const unit = reading.frontmatter.text('benefiting_unit');
    report({
      span: model.span,
      message:
        'Nobody of a business unit is Accountable in production: every decision is held by the central AI or technology function. Give the Accountable to the leader of the unit that gets the output.',
      related: holders.map(({ span, mention }) => ({ span, message: `Held by ${mention.party.text}.` })),
      fixes: () =>
        reading.frontmatter.has('decisions')
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

function isCentral(reading: Reading, { party }: Mention): boolean {
  const side = sideOfParty(reading, party, undefined);
  return side === 'data' || side === 'technology' || isCoeParty(reading, party, undefined);
}
