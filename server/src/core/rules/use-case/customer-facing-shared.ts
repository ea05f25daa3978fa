import { decisionsOf, meansAccountable } from '../../document/decisions.ts';
import { isOwner } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import { customerFacing, functionsOf, ownFunctions } from './shared.ts';

export const customerFacingShared = defineRule({
  id: 'customer-facing-shared',
  group: 'use-case',
  severity: 'warning',
  needs: 'whole',
  summary:
    'a customer-facing system where legal, compliance, customer success or sales holds, or shares, the Accountable',
  why: 'A failure in front of customers is something nobody wants to own, so accountability tends to slide to whoever was consulted: legal, compliance, customer success or sales. They know a part of the risk, not the whole result. Keep the business owner Accountable and give them a C.',
  source: [67, 68, 69],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Claims Operations
owner: Dana Whitfield, VP Claims Operations
---

# Refund agent

## Decision rights

| Decision | Dana Whitfield | General Counsel |
| --- | --- | --- |
| Production go-live | R | ⟦A⟧ |
`,
      },
      {
        note: 'shared with a function that should be consulted',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Claims Operations
owner: Dana Whitfield, VP Claims Operations
---

# Refund agent

## Decision rights

| Decision | Dana Whitfield | Head of Compliance |
| --- | --- | --- |
| Production go-live | A | ⟦A⟧ |
`,
      },
      {
        note: 'known by the title given elsewhere; in RASCI, too',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Claims Operations
owner: Dana Whitfield, VP Claims Operations
---

# Refund agent

Advised by Ann Lee, General Counsel.

## RASCI

| Decision | Dana Whitfield | Ann Lee | Head of Compliance |
| --- | --- | --- | --- |
| Production go-live | S | ⟦A⟧ | A |
`,
      },
    ],
    good: [
      {
        note: 'the benefiting unit is one of the four',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Customer Success
---

# Refund agent

## Decision rights

| Decision | VP Customer Success | General Counsel |
| --- | --- | --- |
| Production go-live | A | C |
`,
      },
      {
        note: 'back-office',
        text: `---
type: decision-rights
initiative: contract-review
use_case_class: back-office
---

# Contract review

## Decision rights

| Decision | Dana Whitfield | General Counsel |
| --- | --- | --- |
| Production go-live | R | A |
`,
      },
      {
        note: 'in DACI the A is the Approver',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent

## DACI

| Decision | Dana Whitfield | General Counsel |
| --- | --- | --- |
| Production go-live | D | A |
`,
      },
      {
        note: 'ordinary rows are their own business',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent

## Decision rights

| Decision | Dana Whitfield | General Counsel |
| --- | --- | --- |
| Wording of the terms of service | C | A |
`,
      },
    ],
  },
  check(reading, report) {
    if (!customerFacing(reading)) return;
    const own = new Set(ownFunctions(reading));
    for (const row of decisionsOf(reading).rows) {
      if (row.category === undefined || !meansAccountable(row)) continue;
      const held = row.accountable.find(
        ({ mention }) =>
          functionsOf(reading, mention.party).some((name) => !own.has(name)) && !isOwner(reading, mention),
      );
      if (!held) continue;
      const who = held.mention.party.text;
      const shared = row.accountable.length > 1;
      report({
        span: held.span,
        message: `${who} ${shared ? 'shares the Accountable' : 'is Accountable'} for "${row.label}" of a customer-facing system, where it should be consulted. Keep the business owner Accountable and give ${who} a C.`,
      });
    }
  },
});
