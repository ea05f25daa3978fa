import { type DecisionRow, decisionsOf } from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { listed } from '../../document/subjects.ts';
import { addToFrontmatterList } from '../../edits/frontmatter-edits.ts';
import { addColumns, columnCount } from '../../edits/table-edits.ts';
import type { ConsultedFunction } from '../../parties/titles.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps } from '../../text/span.ts';
import { sectionPlace } from '../places.ts';
import { defineRule, type Fix } from '../rule.ts';
import { CONSULTED, customerFacing, functionsOf, ownFunctions } from './shared.ts';

const GO_LIVE = 'production-go-live';

const NAMES: Readonly<Record<ConsultedFunction, string>> = {
  legal: 'Legal',
  compliance: 'Compliance',
  'customer-success': 'Customer Success',
  sales: 'Sales',
};

export const customerFacingNoConsultation = defineRule({
  id: 'customer-facing-no-consultation',
  group: 'use-case',
  severity: 'warning',
  needs: 'whole',
  summary:
    'a customer-facing system whose decisions do not consult or inform legal, compliance, customer success and sales',
  why: 'When customers are on the receiving end, legal, compliance, customer success and sales will want a say. Unless the table gives them their place as Consulted or Informed, they take it later, as a veto. Giving input is not sharing the decision: one person stays Accountable. The document is judged as a whole, so one row that consults Legal is enough, and a function that is itself the benefiting unit is not asked for.',
  source: [68, 72],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Customer Success
---

# Refund agent

⟦## Decision rights⟧

| Decision | Dana Whitfield | Omar Haddad | Legal |
| --- | --- | --- | --- |
| Production go-live | A | R | C |
`,
      },
      {
        note: 'decisions in frontmatter',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: ⟦customer-facing⟧
decisions:
  production-go-live:
    accountable: Dana Whitfield
    consulted: [Legal, Sales]
    informed: [Head of Customer Success]
---

# Refund agent
`,
      },
      {
        note: 'Sales has a column, and nothing in it',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Customer Success
---

# Refund agent

⟦## Decision rights⟧

Decision | Dana Whitfield | Legal | Sales
--- | --- | --- | ---
Pilot go/no-go | A/R
Production go-live | A/R | C
Production halt or rollback | A/R
`,
      },
      {
        note: 'decisions in frontmatter and under headings, judged together',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Customer Success
decisions:
  pilot-go-no-go:
    accountable: Dana Whitfield
    consulted: Legal
    informed: Sales
---

# Refund agent

⟦## Decision rights⟧

### Production go-live

- Accountable: Dana Whitfield
- Responsible: Omar Haddad
`,
      },
    ],
    good: [
      {
        note: 'judged over all rows, and the benefiting unit is not asked',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
benefiting_unit: Customer Success
---

# Refund agent

## Decision rights

| Decision | Dana Whitfield | General Counsel | Compliance Officer | Sales |
| --- | --- | --- | --- | --- |
| Pilot go/no-go | A/R | C |  | I |
| Production go-live | A/R |  | C |  |
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

| Decision | Dana Whitfield | Omar Haddad |
| --- | --- | --- |
| Production go-live | A | R |
`,
      },
      {
        note: 'no decisions at all are one finding, and not this one too',
        text: `---
type: decision-rights
initiative: refund-agent
use_case_class: customer-facing
---

# Refund agent
`,
      },
    ],
  },
  check(reading, report) {
    const declared = customerFacing(reading);
    if (!declared) return;
    const { rows } = decisionsOf(reading);
    if (rows.length === 0) return;
    const heard = new Set<ConsultedFunction>(ownFunctions(reading));
    for (const row of rows)
      for (const { mention } of [...row.consulted, ...row.informed, ...row.responsible, ...row.accountable])
        for (const name of functionsOf(reading, mention.party)) heard.add(name);
    const missing = CONSULTED.filter((name) => !heard.has(name));
    if (missing.length === 0) return;
    const names = listed(missing.map((name) => NAMES[name]));
    const inTable = rows.some((row) => row.source !== 'frontmatter');
    report({
      span: inTable ? sectionPlace(reading, 'raci') : declared,
      message: `Customers see what this system does, but no decision consults or informs ${names}. Give ${missing.length === 1 ? 'it' : 'them'} a C or an I, so that the input comes before the decision.`,
      fixes: () => fixes(reading, rows, missing),
    });
  },
});

/**
 * Gives the functions a C in the go-live decision: in the frontmatter's list, or in the row of its table, in the
 * column that a function has there or in a new one.
 */
function fixes(reading: Reading, rows: readonly DecisionRow[], missing: readonly ConsultedFunction[]): Fix[] {
  const row = rows.find(({ category }) => category === GO_LIVE);
  if (!row) return [];
  const edits =
    row.source === 'frontmatter'
      ? addToFrontmatterList(
          reading.doc,
          ['decisions', GO_LIVE, 'consulted'],
          ...missing.map((name) => NAMES[name]),
        )
      : editsOfTable(reading, row, missing);
  if (edits.length === 0) return [];
  return [
    {
      title: `Consult ${listed(missing.map((name) => NAMES[name]))} on the go-live`,
      safety: 'manual',
      edits,
    },
  ];
}

/** None where the decision does not stand in a matrix of Markdown. */
function editsOfTable(
  reading: Reading,
  { table, span }: DecisionRow,
  missing: readonly ConsultedFunction[],
): TextEdit[] {
  if (table?.shape !== 'matrix') return [];
  const { block, columns } = table;
  const row = block.rows.find((one) => overlaps(one.span, span));
  if (!row) return [];
  const columnOf = (name: ConsultedFunction): number | undefined =>
    columns.find(({ mention }) => mention && functionsOf(reading, mention.party).includes(name))?.index;
  const without = missing.filter((name) => columnOf(name) === undefined);
  const first = columnCount(block);
  const values = new Map(missing.map((name) => [columnOf(name) ?? first + without.indexOf(name), 'C']));
  return addColumns(
    reading.doc,
    block,
    without.map((name) => NAMES[name]),
    row,
    values,
  );
}
