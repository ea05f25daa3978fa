import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { checkText } from '../support/check-rule.ts';

const RULE = 'customer-facing-no-consultation';
const HEAD = 'type: decision-rights\ninitiative: refund-agent\nuse_case_class: customer-facing\n';

/** What the fix of the one finding makes of a document. */
function consulted(text: string): string {
  const { findings } = checkText(text, { text });
  const fixes = findings.filter(({ rule }) => rule === RULE).flatMap((finding) => finding.fixes());
  assert.equal(fixes.length, 1);
  return applyEdits(text, fixes[0]?.edits ?? []);
}

/** What it makes of lines of the frontmatter's decisions, and of a table. */
const inFrontmatter = (decision: string): string =>
  consulted(`---\n${HEAD}decisions:\n  production-go-live:\n${decision}---\n\n# Refund agent\n`).slice(
    `---\n${HEAD}decisions:\n  production-go-live:\n`.length,
    -'---\n\n# Refund agent\n'.length,
  );
const inTable = (table: string): string =>
  consulted(`---\n${HEAD}---\n\n## RACI\n\n${table}`).slice(`---\n${HEAD}---\n\n## RACI\n\n`.length);

describe('the fix that consults functions on the go-live', () => {
  it('keeps in frontmatter who is consulted, however that is written', () => {
    const accountable = '    accountable: Dana Whitfield\n';
    assert.equal(
      inFrontmatter(
        `${accountable}    consulted:\n      - name: Ann Lee\n        title: General Counsel\n      - Sales\n`,
      ),
      `${accountable}    consulted:\n      - name: Ann Lee\n        title: General Counsel\n      - Sales\n      - Compliance\n      - Customer Success\n`,
    );
    assert.equal(
      inFrontmatter(`${accountable}    consulted: [Legal, Compliance]\n`),
      `${accountable}    consulted: [Legal, Compliance, Customer Success, Sales]\n`,
    );
    assert.equal(
      inFrontmatter(`${accountable}    consulted: Head of Compliance\n`),
      `${accountable}    consulted:\n      - Head of Compliance\n      - Legal\n      - Customer Success\n      - Sales\n`,
    );
  });

  it('uses the column that a function has, and adds one for each of the others', () => {
    assert.equal(
      inTable(`| Decision | Dana Whitfield | Legal | CX | Compliance |
| --- | --- | --- | --- | --- |
| Pilot go/no-go | A/R |  | I | C |
| Production go-live | A/R | - |  |  |
`),
      `| Decision | Dana Whitfield | Legal | CX | Compliance | Sales |
| --- | --- | --- | --- | --- | --- |
| Pilot go/no-go | A/R |  | I | C |  |
| Production go-live | A/R | C |  |  | C |
`,
    );
  });

  it('adds no column where all have one', () => {
    assert.equal(
      inTable(
        '| Decision | Dana Whitfield | Legal, Compliance | Customer Care | Sales |\n|---|---|---|---|---|\n| Go-live | A |\n',
      ),
      '| Decision | Dana Whitfield | Legal, Compliance | Customer Care | Sales |\n|---|---|---|---|---|\n| Go-live | A | C | C | C |\n',
    );
  });

  it('puts letters under their heads in short rows, in rows that are too long, and without outer bars', () => {
    assert.equal(
      inTable(
        `Decision | Dana Whitfield | Legal, Compliance, Sales\n--- | --- | ---\nPilot go/no-go | A | C | x  \nProduction go-live | A`,
      ),
      `Decision | Dana Whitfield | Legal, Compliance, Sales |  | Customer Success |\n--- | --- | --- | --- | --- |\nPilot go/no-go | A | C | x |  |  \nProduction go-live | A |  |  | C |`,
    );
  });

  it('is not offered for a table in HTML or without a row for the go-live', () => {
    for (const table of [
      '<table><tr><th>Decision</th><th>Dana Whitfield</th></tr><tr><td>Production go-live</td><td>A</td></tr></table>\n',
      '| Decision | Dana Whitfield |\n|---|---|\n| Pilot go/no-go | A |\n',
      '| Decision | Accountable |\n|---|---|\n| Production go-live | Dana Whitfield |\n',
    ])
      assert.throws(() => inTable(table), /0 !== 1/);
  });
});
