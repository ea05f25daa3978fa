import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { loadConfig } from '../../server/src/core/config/load.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { csvReport } from '../../server/src/core/report/csv.ts';
import { portfolioEntry } from '../../server/src/core/report/entry.ts';
import { markdown, pathUrl, shownText } from '../../server/src/core/report/escape.ts';
import { htmlBody, htmlReport } from '../../server/src/core/report/html.ts';
import { jsonReport } from '../../server/src/core/report/json.ts';
import { markdownReport } from '../../server/src/core/report/md.ts';
import type { PortfolioEntry } from '../../server/src/core/report/model.ts';
import { distance, type Portfolio, portfolio } from '../../server/src/core/report/portfolio.ts';
import { REPORT_SCRIPT } from '../../server/src/core/report/script.ts';
import { sha256Base64 } from '../../server/src/core/report/sha256.ts';
import { REPORT_STYLE } from '../../server/src/core/report/style.ts';
import { KNOWN_RULES } from '../../server/src/core/rules/index.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';
import { factsFromFiles } from '../support/workspace.ts';

const NOW = Date.UTC(2026, 2, 2);

const CLAIMS = `---
type: decision-rights
initiative: claims-triage
title: Claims triage
status: gate
autonomy: advisory
use_case_class: back-office
benefiting_unit: Claims
owner: {name: Dana Whitfield, title: VP Claims}
stop_authority: {holder: Dana Whitfield, rights: [pause, roll-back]}
escalation: {parties: [Dana Whitfield, CTO], timebox: 48h, tie_breaker: "Omar Haddad, CTO"}
gate:
  decide_by: 2026-03-01
  decider: Ines Moreau, COO
  decision: pending
decisions:
  production-go-live: {accountable: Dana Whitfield}
---

# Claims triage

| Decision | Business owner | Omar Haddad |
| --- | --- | --- |
| Pilot go/no-go | A | R |
| Production go-live | A | R |
| Change the colours | R | A |

## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-03-01T12:00Z | Keep the threshold? | Dana Whitfield, Omar Haddad | | | |
| 2026-02-20 | Buy or build? | Dana Whitfield, Omar Haddad | | | |
| 2026-02-01 | Which vendor? | Dana Whitfield, Omar Haddad | 2026-02-02 | Omar Haddad | [r](r.md) |
`;

const REFUNDS = `---
type: decision-rights
initiative: refund-agent
title: Refund agent
status: production
autonomy: agentic
use_case_class: customer-facing
owner: Risk Committee
# decision-rights-disable-line metric-missing: the metric is being measured until May
---

# Refund agent
`;

const RETIRED = `---
type: decision-rights
initiative: old-bot
status: retired
owner: Dana Whitfield
gate: {decide_by: 2020-01-01, decision: pending}
---

# Old bot
`;

const REGISTER = `---
type: ai-system-register
---

| System | Unit | First call | Identified on | Owner | Assigned on | Document |
| --- | --- | --- | --- | --- | --- | --- |
| Claims triage | Claims | Dana Whitfield | 2026-01-05 | Dana Whitfield | 2026-01-10 | [c](claims.md) |
| Call notes | Service | Tom Berg | 2026-02-20 | | | |
| Shadow bot | Sales | | 2026-01-05 | | | |
| Price hints | Sales | Tom Berg | 2026-01-05 | Tom Berg | 2026-01-10 | |
`;

const TEMPLATE = '---\ntype: decision-rights\ntemplate: true\n---\n\n# [Title]\n';

/** The portfolio of these files, as a host would make it. */
async function reportOf(files: Record<string, string>, people?: string): Promise<Portfolio> {
  return portfolio(await entriesOf(files, people), NOW);
}

async function entriesOf(files: Record<string, string>, people?: string): Promise<PortfolioEntry[]> {
  const facts = factsFromFiles(files);
  const register =
    people === undefined
      ? emptyRegister
      : (
          await loadConfig(
            '/.decision-rights.yaml',
            'people: people.yaml\n',
            '/',
            async () => people,
            KNOWN_RULES,
          )
        ).people;
  return Object.entries(files).flatMap(([path, text]) => {
    const owned = ownership(path, text, { documents: false, excluded: false, named: false });
    if (!owned) return [];
    const doc = new DecisionRightsDocument(path, text, owned);
    const settings = { config: defaultConfig, people: register, now: NOW, workspace: facts };
    const lines = new LineIndex(text);
    const entry = portfolioEntry(
      new Reading(doc, settings),
      check(doc, settings),
      (offset) => lines.positionAt(offset).line + 1,
    );
    return entry ? [entry] : [];
  });
}

const FILES = {
  'claims.md': CLAIMS,
  'refunds.md': REFUNDS,
  'old.md': RETIRED,
  'register.md': REGISTER,
  'template.md': TEMPLATE,
};

/** The line, from 1, on which a text of a file stands first. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('portfolio figures', () => {
  it('count initiatives, owners, stop rights, clocks and systems', async () => {
    const { summary, stages, useCaseClasses, autonomy, today } = await reportOf(FILES);
    assert.equal(today, '2026-03-02');
    const { initiatives, retired, inProduction, withOwner, withStopRight, exceptions } = summary;
    assert.deepEqual(
      { initiatives, retired, inProduction, withOwner, withStopRight, exceptions },
      { initiatives: 2, retired: 1, inProduction: 1, withOwner: 1, withStopRight: 1, exceptions: 1 },
    );
    assert.equal(summary.systems, 4);
    assert.equal(summary.systemsInTriage, 3);
    assert.deepEqual(
      stages.map(({ status, count }) => `${status} ${count}`),
      ['pilot 0', 'gate 1', 'production 1', 'paused 0', 'retired 1', 'null 0'],
    );
    assert.deepEqual(useCaseClasses, { 'back-office': 1, 'customer-facing': 1, undeclared: 0 });
    assert.deepEqual(autonomy, { advisory: 1, agentic: 1, undeclared: 0 });
  });

  it('put every clock in the order of its end, with who decides now and where it stands', async () => {
    const { clocks, today } = await reportOf(FILES);
    assert.deepEqual(
      clocks.map((clock) => [
        clock.kind,
        clock.due,
        clock.state,
        distance(clock, today),
        clock.decides.join('; '),
        clock.line,
      ]),
      [
        ['triage', '2026-02-04', 'overdue', '26 days overdue', '', lineOf(REGISTER, 'Shadow bot')],
        // A bare date begins when the day is over.
        [
          'escalation',
          '2026-02-23T00:00Z',
          'overdue',
          '7 days overdue',
          'Omar Haddad',
          lineOf(CLAIMS, '2026-02-20'),
        ],
        ['gate', '2026-03-01', 'overdue', '1 day overdue', 'Ines Moreau', lineOf(CLAIMS, 'decide_by')],
        [
          'escalation',
          '2026-03-03T12:00Z',
          'running',
          'in 36 hours',
          'Dana Whitfield; Omar Haddad',
          lineOf(CLAIMS, '2026-03-01T12:00Z'),
        ],
        ['triage', '2026-03-22', 'running', 'in 20 days', 'Tom Berg', lineOf(REGISTER, 'Call notes')],
      ],
    );
    assert.equal(clocks[0]?.of, 'register.md');
    assert.equal(clocks[2]?.of, 'Claims triage');
  });

  it('say who holds what; the owner’s column is the owner, and what two sources say counts once', async () => {
    const { holders } = await reportOf(FILES);
    const dana = holders.find(({ name }) => name === 'Dana Whitfield');
    assert.deepEqual(
      dana?.seats.map(({ kind, line }) => [kind, line]),
      [
        ['owner', lineOf(CLAIMS, 'owner:')],
        ['pilot-go-no-go', lineOf(CLAIMS, '| Pilot')],
        ['production-go-live', lineOf(CLAIMS, '  production-go-live')],
        ['stop-right', lineOf(CLAIMS, 'stop_authority')],
      ],
    );
    assert.equal(dana?.title, 'VP Claims');
    assert.equal(dana?.initiatives, 1);
    const omar = holders.find(({ name }) => name === 'Omar Haddad');
    assert.deepEqual(
      omar?.seats.map(({ kind, what }) => [kind, what]),
      [
        ['other-decision', 'Change the colours'],
        ['tie-breaker', 'Decides a disagreement'],
      ],
    );
    assert.equal(holders.find(({ name }) => name === 'Risk Committee')?.kind, 'body');
  });

  it('know one person under id, handle and name, and the position somebody holds', async () => {
    const doc = (id: string, owner: string): string =>
      `---\ntype: decision-rights\ninitiative: ${id}\nowner: ${owner}\n---\n\n# ${id}\n`;
    const files = { 'a.md': doc('a', 'dana'), 'b.md': doc('b', '"@dw"'), 'c.md': doc('c', 'VP Claims') };
    const people = `people:
  - {id: dana, name: Dana Whitfield, handles: ["@dw"], title: VP Claims, rank: vp}
`;
    const { holders } = await reportOf(files, people);
    assert.equal(holders.length, 1);
    assert.deepEqual(
      [holders[0]?.name, holders[0]?.initiatives, holders[0]?.bottleneck],
      ['Dana Whitfield', 3, true],
    );
  });

  it('list gaps by rule with their files, and exceptions with their reasons', async () => {
    const { gaps, findings, exceptions, summary } = await reportOf(FILES);
    assert.equal(
      gaps.reduce((sum, { errors, warnings, infos }) => sum + errors + warnings + infos, 0),
      findings.length,
    );
    assert.equal(findings.filter(({ severity }) => severity === 'error').length, summary.errors);
    assert.ok(findings.some(({ rule, path }) => rule === 'owner-is-committee' && path === 'refunds.md'));
    assert.deepEqual(
      exceptions.map(({ rule, reason, of }) => [rule, reason, of]),
      [['metric-missing', 'the metric is being measured until May', 'Refund agent']],
    );
  });

  it('do not depend on the order of files', async () => {
    const entries = await entriesOf(FILES);
    const one = htmlReport(portfolio(entries, NOW));
    assert.equal(htmlReport(portfolio([...entries].reverse(), NOW)), one);
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '[x](javascript:alert(1))',
  '[x](command:workbench.action.quit)',
  '</title></svg></style><script>x</script>',
  '=cmd|calc!A1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  'a\u202eb\u200bc',
];

/** A document that says the text wherever a document can say something. */
function hostile(text: string): string {
  const yaml = JSON.stringify(text);
  return `---
type: decision-rights
initiative: ${yaml}
title: ${yaml}
status: pilot
benefiting_unit: ${yaml}
owner: {name: ${yaml}, title: ${yaml}}
stop_authority: {holder: ${yaml}}
escalation: {timebox: 48h, tie_breaker: ${yaml}}
gate: {decide_by: 2026-04-01, decider: ${yaml}}
decisions:
  ${yaml}: {accountable: ${yaml}}
# decision-rights-disable-line raci-category-missing: ${text}
---

# T
`;
}

describe('report renderings', () => {
  const files = Object.fromEntries(HOSTILE.map((text, i) => [`${i}.md`, hostile(text)]));

  it('let no document put markup, script or links of its own into the page', async () => {
    const page = htmlReport(
      await reportOf({ ...files, 'javascript:alert(1).md': CLAIMS, '"><b>.md': CLAIMS }),
    );
    const body = page.slice(page.indexOf('<main>'), page.indexOf('</main>'));
    const tags = new Set([...body.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]));
    for (const tag of ['script', 'img', 'iframe', 'style', 'b']) assert.ok(!tags.has(tag), tag);
    // Quotes of the text are escaped: what stands between two is an attribute's value.
    assert.doesNotMatch(body.replace(/"[^"]*"/g, '""'), /<[^>]*\son[a-z]+=/);
    for (const [, href = ''] of body.matchAll(/href="([^"]*)"/g)) assert.doesNotMatch(href, /^\s*[a-z]+:/i);
    assert.ok(body.includes('href="javascript%3Aalert%281%29.md#L'));
    assert.ok(!/[\u202e\u200b]/.test(body));
    assert.equal(body.split('"').length % 2, 1);
  });

  it('allow the page’s own script and style by hash or nonce, and nothing else', async () => {
    const report = await reportOf(FILES);
    const page = htmlReport(report);
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    assert.ok(page.includes(`default-src 'none'; style-src 'sha256-${hash(REPORT_STYLE)}'`));
    assert.ok(page.includes(`script-src 'sha256-${hash(REPORT_SCRIPT)}'`));
    assert.doesNotMatch(page, /\sstyle="|https?:\/\//);
    const nonced = htmlReport(report, { nonce: 'abc"123' });
    assert.ok(nonced.includes("style-src 'nonce-abc123'"));
    for (const text of ['', 'abc', 'x'.repeat(55), 'x'.repeat(64), 'é😀'.repeat(99)])
      assert.equal(sha256Base64(text), hash(text));
  });

  it('ask the host for addresses, and keep those that run something out', async () => {
    const report = await reportOf(FILES);
    const data = htmlBody(report, { data: true, link: () => '#' });
    assert.ok(data.includes(`data-path="claims.md" data-line="${lineOf(CLAIMS, 'decide_by')}"`));
    assert.ok(!htmlBody(report, { link: () => 'command:evil' }).includes('command:'));
    assert.ok(htmlReport(report, { theme: 'dark' }).includes('<body class="dark">'));
  });

  it('write CSV by RFC 4180 in which no cell is a formula', async () => {
    const csv = csvReport(await reportOf(files));
    const rows = parseCsv(csv);
    assert.equal(rows.length, HOSTILE.length + 1);
    for (const row of rows) {
      assert.equal(row.length, rows[0]?.length);
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }
    assert.ok(rows.some((row) => row.includes("'=cmd|calc!A1")));
    assert.ok(csv.endsWith('\r\n'));
  });

  it('write Markdown in which document text is text', async () => {
    const text = markdownReport(await reportOf(files));
    assert.doesNotMatch(text, /(?<!\\)<(?:script|img)/);
    assert.doesNotMatch(text, /(?<!\\)\]\((?:javascript|command)/);
    const tables = text.split('\n').filter((line) => line.startsWith('|'));
    for (const line of tables) assert.doesNotMatch(line, /cmd\|calc/);
    assert.equal(markdown('a|b'), 'a\\|b');
  });

  it('write the same bytes for the same input', async () => {
    const [one, two] = [await reportOf(FILES), await reportOf(FILES)];
    for (const render of [htmlReport, jsonReport, csvReport, markdownReport] as ((r: Portfolio) => string)[])
      assert.equal(render(one), render(two));
  });

  it('say when there is nothing', () => {
    const report = portfolio([], NOW);
    assert.ok(htmlReport(report).includes('There is no decision-rights document here.'));
    assert.ok(markdownReport(report).includes('None.'));
    assert.equal(parseCsv(csvReport(report)).length, 1);
  });

  it('shorten long text, show hidden characters, and encode every step of a path', () => {
    assert.equal(shownText('x'.repeat(400), 10), `${'x'.repeat(10)}…`);
    assert.equal(shownText('a\u202e\n b'), 'a\\u202e b');
    assert.equal(shownText('\ud800'), '\\ud800');
    assert.equal(pathUrl('../a b/ü#1.md', 3), '../a%20b/%C3%BC%231.md#L3');
  });
});

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
