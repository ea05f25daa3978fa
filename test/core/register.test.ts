import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { cellOf, registerOf, registerTablesOf } from '../../server/src/core/document/register.ts';
import { registerColumn } from '../../server/src/core/document/register-words.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { formatDay } from '../../server/src/core/text/dates.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';

const NOW = Date.UTC(2026, 2, 2);
const SETTINGS = { config: defaultConfig, people: emptyRegister, now: NOW, workspace: undefined };

function documentOf(body: string): DecisionRightsDocument {
  return new DecisionRightsDocument('ai-systems.md', `---\ntype: ai-system-register\n---\n\n${body}`, {
    type: 'ai-system-register',
    by: 'frontmatter',
  });
}

function rowsOf(body: string) {
  return registerOf(new Reading(documentOf(body), SETTINGS));
}

describe('the production register', () => {
  it('matches headers by meaning', () => {
    const expected: Readonly<Record<string, string>> = {
      system: 'system',
      'ai system': 'system',
      'use case': 'system',
      unit: 'unit',
      'business unit': 'unit',
      department: 'unit',
      'first call': 'firstCall',
      'who would be called first?': 'firstCall',
      'called first': 'firstCall',
      'de facto owner': 'firstCall',
      'first contact': 'firstCall',
      'identified on': 'identifiedOn',
      'date identified': 'identifiedOn',
      'found on': 'identifiedOn',
      owner: 'owner',
      'business owner': 'owner',
      'assigned owner': 'owner',
      'owner (vp or above)': 'owner',
      'assigned on': 'assignedOn',
      'owner assigned on': 'assignedOn',
      'owner since': 'assignedOn',
      document: 'document',
      'decision-rights document': 'document',
      link: 'document',
    };
    for (const [header, column] of Object.entries(expected))
      assert.equal(registerColumn(header), column, header);
    for (const header of ['status', 'version', 'risk', 'technical owner', 'notes', ''])
      assert.equal(registerColumn(header), undefined, header);
  });

  it('reads several tables, in any order of columns, with exact places', () => {
    const body = `# Systems 👩🏽‍💼

| Document | First call | System | Identified on | Owner |
| --- | --- | --- | --- | --- |
| [claims](docs/claims.md) | **Dana Whitfield**, VP Claims | Claims \\| triage | 2026-02-01 | Omar Haddad |

## Elsewhere

| System | Unit | Called first | Found on | Owner | Assigned on | Document |
|---|---|---|---|---|---|---|
| Refunds | Service | TBD | 3 March 2026 | – | | docs/refunds.md |
`;
    const doc = documentOf(body);
    const rows = registerOf(new Reading(doc, SETTINGS));
    const [claims, refunds] = rows;
    assert.equal(rows.length, 2);
    assert.equal(claims?.system, 'Claims | triage');
    assert.equal(doc.text.slice(claims?.systemSpan.start, claims?.systemSpan.end), 'Claims \\| triage');
    assert.equal(claims?.firstCall[0]?.party.name, 'Dana Whitfield');
    assert.equal(claims?.owner[0]?.party.name, 'Omar Haddad');
    assert.equal(claims?.link?.url, 'docs/claims.md');
    const { start, end } = claims?.link?.span ?? { start: 0, end: 0 };
    assert.equal(doc.text.slice(start, end), 'docs/claims.md');
    assert.equal(formatDay(claims?.identifiedOn ?? 0), '2026-02-01');
    assert.deepEqual([refunds?.firstCall, refunds?.owner], [[], []]);
    assert.equal(formatDay(refunds?.identifiedOn ?? 0), '2026-03-03');
    assert.equal(refunds?.link?.url, 'docs/refunds.md');
    assert.equal(refunds?.unit, 'Service');
  });

  it('leaves other tables, headings in bold, totals and blank rows alone', () => {
    const rows = rowsOf(`
| Version | Date | Author | Document |
| --- | --- | --- | --- |
| 1 | 2026-01-01 | Dana | x |

| System | Unit |
| --- | --- |
| Claims | Claims |

| System | First call | Owner |
| --- | --- | --- |
| **Retail** | | |
| Claims | Dana Whitfield | |
| | | |
| Total | 1 | |
`);
    assert.deepEqual(
      rows.map(({ system }) => system),
      ['Claims'],
    );
  });

  it('reads rows that end early, or have no name', () => {
    const rows = rowsOf(
      '| System | First call | Owner | Document |\n| --- | --- | --- | --- |\n| Claims |\n| | Dana Whitfield |\n',
    );
    assert.deepEqual(
      rows.map(({ system }) => system),
      ['Claims', ''],
    );
    assert.equal(rows[0] && cellOf(rows[0], 'owner'), undefined);
  });

  it('takes a system that leads to its own document for linked', () => {
    const [own, vendor] = rowsOf(
      '| System | First call | Owner |\n| --- | --- | --- |\n| [Claims](claims.md) | A | B |\n| [GPT](https://example.com) | A | B |\n',
    );
    assert.equal(own?.link?.url, 'claims.md');
    assert.equal(vendor?.link, undefined);
  });

  it('reads HTML tables', () => {
    const [row] = rowsOf(
      '<table><tr><th>System</th><th>First call</th><th>Owner</th></tr><tr><td>Claims</td><td>Dana Whitfield</td><td></td></tr></table>\n',
    );
    assert.equal(row?.system, 'Claims');
    assert.equal(row?.firstCall[0]?.party.name, 'Dana Whitfield');
  });

  it('has no tables in a document without any', () => {
    assert.deepEqual(registerTablesOf(new Reading(documentOf('Nothing yet.\n'), SETTINGS)), []);
    assert.deepEqual(check(documentOf('Nothing yet.\n'), SETTINGS).findings, []);
  });

  it('fills in rows that are too short, and rows without room', () => {
    for (const row of ['| Claims | Dana Whitfield | 2026-01-05 |', '|Claims|Dana Whitfield|2026-01-05||||']) {
      const doc = documentOf(
        `| System | First call | Identified on | Owner | Assigned on | Document |\n| --- | --- | --- | --- | --- | --- |\n${row}\n`,
      );
      const { findings } = check(doc, SETTINGS);
      const [overdue] = findings.filter(({ rule }) => rule === 'triage-overdue');
      const [fix] = overdue?.fixes() ?? [];
      assert.ok(fix, row);
      const fixed = applyEdits(doc.text, fix.edits);
      const again = new DecisionRightsDocument(doc.path, fixed, doc.ownership);
      const [read] = registerOf(new Reading(again, SETTINGS));
      assert.equal(read?.owner[0]?.party.name, 'Dana Whitfield', fixed);
      assert.ok(!check(again, SETTINGS).findings.some(({ rule }) => rule === 'triage-overdue'), fixed);
    }
  });

  it('offers the owner that a document names, where that is one human', () => {
    const doc = documentOf(
      `| System | First call | Owner | Document |
| --- | --- | --- | --- |
| Claims |  |  | [claims](claims.md) |
| Refunds |  |  | [refunds](refunds.md) |
| Search |  |  | [search](search.md) |
| Payouts |  |  | [payouts](payouts.md) |
`,
    );
    const facts = (path: string, owner: string) => ({
      path,
      initiative: undefined,
      title: undefined,
      status: undefined,
      useCaseClass: undefined,
      owner,
      span: { start: 0, end: 1 },
    });
    const workspace = {
      documents: [
        facts('claims.md', 'Dana Whitfield, VP Claims'),
        facts('refunds.md', 'AI Board'),
        facts('search.md', 'Tom Reed and Ines Moreau'),
        facts('payouts.md', 'VP Claims'),
      ],
      registers: [],
      link: () => undefined,
    };
    const findings = check(doc, { ...SETTINGS, workspace }).findings.filter(
      ({ rule }) => rule === 'triage-no-first-call',
    );
    assert.deepEqual(
      findings.map((finding) => finding.fixes().map(({ title }) => title)),
      [
        ['Write that Dana Whitfield, VP Claims, the owner, would be called first'],
        [],
        [],
        ['Write that VP Claims, the owner, would be called first'],
      ],
    );
  });

  it('dates an assignment where there is no date, and where the table has a place for it', () => {
    const fixed = (head: string, row: string): string => {
      const doc = documentOf(`${head}\n${head.replace(/[^|]+/g, ' --- ')}\n${row}\n`);
      const overdue = check(doc, SETTINGS).findings.find(({ rule }) => rule === 'triage-overdue');
      return (
        applyEdits(doc.text, overdue?.fixes()[0]?.edits ?? [])
          .split('\n')
          .at(-2) ?? ''
      );
    };
    const head = '| System | First call | Identified on | Owner | Assigned on |';
    assert.equal(
      fixed(head, '| Claims | Dana Whitfield | 2026-01-05 |  | 2026-02-01 |'),
      '| Claims | Dana Whitfield | 2026-01-05 | Dana Whitfield | 2026-02-01 |',
    );
    assert.equal(
      fixed(head, '| Claims | Dana Whitfield | 2026-01-05 |'),
      '| Claims | Dana Whitfield | 2026-01-05 | Dana Whitfield | 2026-03-02 |',
    );
    assert.equal(
      fixed('| System | First call | Identified on | Owner |', '| Claims | Dana Whitfield | 2026-01-05 |  |'),
      '| Claims | Dana Whitfield | 2026-01-05 | Dana Whitfield |',
    );
    assert.equal(
      fixed('| System | First call | Identified on |', '| Claims | Dana Whitfield | 2026-01-05 |'),
      '| Claims | Dana Whitfield | 2026-01-05 |',
    );
  });

  it('escapes what would part a cell', () => {
    const doc = documentOf(
      '| System | First call | Owner | Document |\n| --- | --- | --- | --- |\n| A \\| B [x] | Dana Whitfield | Dana Whitfield |  |\n',
    );
    const finding = check(doc, SETTINGS).findings.find(
      ({ rule }) => rule === 'triage-owner-without-document',
    );
    const [fix] = finding?.fixes() ?? [];
    const fixed = applyEdits(doc.text, fix?.edits ?? []);
    const [row] = registerOf(
      new Reading(new DecisionRightsDocument(doc.path, fixed, doc.ownership), SETTINGS),
    );
    assert.equal(row?.link?.url, 'a-b-x.md', fixed);
  });

  it('looks at the names in its cells, and says of a committee in the owner’s place what it is', () => {
    const doc = documentOf(
      '| System | First call | Identified on | Owner |\n| --- | --- | --- | --- |\n| Claims | Dаna Whitfield | 2026-01-05 | AI Board |\n',
    );
    const { findings } = check(doc, SETTINGS);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['name-suspicious', 'triage-overdue'],
    );
    assert.match(findings[1]?.message ?? '', /no owner \(AI Board is a group of people\)/);
  });
});
