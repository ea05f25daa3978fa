import { type DecisionRow, decisionsOf } from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { ConsultedFunction } from '../../parties/titles.ts';
import { sectionPlace } from '../places.ts';
import { defineRule, type Fix } from '../rule.ts';
import { CONSULTED, functionsOf, isCustomerFacing, ownFunctions } from './shared.ts';

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
    ],
  },
  check(reading, report) {
    if (!isCustomerFacing(reading)) return;
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
      span: inTable
        ? sectionPlace(reading, 'raci')
        : (reading.frontmatter.node('use_case_class')?.span ?? sectionPlace(reading, 'raci')),
      message: `Customers see what this system does, but no decision consults or informs ${names}. Give ${missing.length === 1 ? 'it' : 'them'} a C or an I, so that the input comes before the decision.`,
      fixes: () => fixes(reading, rows, missing),
    });
  },
});

/** Adds the functions as Consulted to the go-live decision of frontmatter, or as columns to the go-live row's table. */
function fixes(reading: Reading, rows: readonly DecisionRow[], missing: readonly ConsultedFunction[]): Fix[] {
  const { doc } = reading;
  const title = `Consult ${listed(missing.map((name) => NAMES[name]))} on the go-live`;
  const row = rows.find((candidate) => candidate.category === 'production-go-live') ?? rows[0];
  if (!row) return [];
  if (row.source === 'frontmatter' && row.category) {
    const said = reading.frontmatter.texts('decisions', row.category, 'consulted').map(({ text }) => text);
    const value = [...said, ...missing.map((name) => NAMES[name])];
    return [
      {
        title,
        safety: 'manual',
        edits: setFrontmatter(doc, ['decisions', row.category, 'consulted'], value),
      },
    ];
  }
  const { table } = row;
  if (table?.shape !== 'matrix' || table.block.html) return [];
  const lines = [table.block.header, ...table.block.rows];
  const delimiter = delimiterLine(doc.text, table.block.header.span.end);
  const cells = (of: (name: ConsultedFunction) => string): string =>
    missing.map((name) => ` ${of(name)} |`).join('');
  const edits = lines.map((line) => {
    const header = line === table.block.header;
    const mine = line.span.start <= row.span.start && line.span.end >= row.span.end;
    return appendCells(
      doc.text,
      line.span.end,
      cells((name) => (header ? NAMES[name] : mine ? 'C' : ' ')),
    );
  });
  return [
    {
      title,
      safety: 'manual',
      edits: [
        ...edits,
        appendCells(
          doc.text,
          delimiter,
          cells(() => '---'),
        ),
      ],
    },
  ];
}

function appendCells(
  text: string,
  end: number,
  cells: string,
): { span: { start: number; end: number }; newText: string } {
  let at = end;
  while (at > 0 && /[ \t]/.test(text[at - 1] ?? '')) at--;
  const closed = text[at - 1] === '|';
  return { span: { start: at, end: at }, newText: closed ? cells : ` |${cells}` };
}

/** The end of the line below `offset`: a table's delimiter row. */
function delimiterLine(text: string, offset: number): number {
  let at = offset + (text.startsWith('\r\n', offset) ? 2 : 1);
  while (at < text.length && !/[\r\n]/.test(text[at] ?? '')) at++;
  return at;
}
