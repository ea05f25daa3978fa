import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { jsonSchema } from '../../server/src/core/config/json-schemas.ts';
import type { Portfolio } from '../../server/src/core/report/portfolio.ts';
import { KNOWN_RULES } from '../../server/src/core/rules/index.ts';
import { inWorkspace } from '../support/cli.ts';

const DOC = `---
type: decision-rights
initiative: claims-triage
title: Claims triage
status: pilot
owner: Dana Whitfield, VP Claims
gate: {decide_by: 2026-03-20, decision: pending}
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | Omar Haddad |
| --- | --- | --- |
| Production go-live | A | A |
`;
const REGISTER = `---
type: ai-system-register
---

| System | First call | Identified on | Owner | Document |
| --- | --- | --- | --- | --- |
| Shadow bot | | 2026-01-05 | | |
`;

const validate = new Ajv({ strict: false, allErrors: true }).compile(jsonSchema('report', KNOWN_RULES));

/** The report's JSON, held against its schema. */
function parsed(out: string): Report {
  const report: unknown = JSON.parse(out);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report as Report;
}

type Report = Portfolio & { readonly version: number };

describe('decision-rights report', () => {
  it('reads every marked document and register under the path, and no other file', () =>
    inWorkspace(
      { 'docs/claims.md': DOC, 'docs/register.md': REGISTER, 'README.md': '# Hi\n' },
      async (workspace) => {
        const { code, out, err } = await workspace.run(['report', '--format', 'json']);
        assert.equal(err, '');
        assert.equal(code, 0);
        const report = parsed(out);
        assert.equal(report.version, 1);
        assert.equal(report.summary.initiatives, 1);
        assert.equal(report.summary.systemsInTriage, 1);
        assert.deepEqual(
          report.clocks.map((clock) => `${clock.path}:${clock.line}`),
          ['docs/register.md:7', 'docs/claims.md:7'],
        );
        assert.ok(report.findings.some((one) => one.rule === 'raci-shared-accountable'));
      },
    ));

  it('writes a page by default, and what the output’s name says', () =>
    inWorkspace({ 'claims.md': DOC }, async (workspace) => {
      assert.match((await workspace.run(['report'])).out, /^<!doctype html>/);
      for (const [name, start] of [
        ['r.html', /^<!doctype html>/],
        ['r.md', /^# Decision rights portfolio/],
        ['r.csv', /^record,id,title/],
        ['r.json', /^\{\n {2}"version": 1/],
      ] as const) {
        const { code, out } = await workspace.run(['report', '--output', name]);
        assert.equal(code, 0);
        assert.equal(out, '');
        assert.match(workspace.read(name), start);
      }
      // Written again: replaced.
      assert.equal((await workspace.run(['report', '--output', 'r.csv', '--format', 'json'])).code, 0);
      assert.match(workspace.read('r.csv'), /^\{/);
    }));

  it('links from where the page is written to file and line', () =>
    inWorkspace({ 'docs/claims.md': DOC, 'out/x': '' }, async (workspace) => {
      await workspace.run(['report', 'docs', '--output', 'out/r.html']);
      assert.ok(workspace.read('out/r.html').includes('href="../docs/claims.md#L7"'));
      await workspace.run(['report', 'docs', '--output', 'out/r.md']);
      assert.ok(workspace.read('out/r.md').includes('(<../docs/claims.md#L7>)'));
    }));

  it('measures by the day it is given', () =>
    inWorkspace({ 'claims.md': DOC }, async (workspace) => {
      const overdue = async (today: string): Promise<number> => {
        const { out } = await workspace.run(['report', '--format=json', '--today', today]);
        return parsed(out).summary.clocksOverdue;
      };
      assert.equal(await overdue('2026-03-20'), 0);
      assert.equal(await overdue('2026-03-21'), 1);
    }));

  it('counts unreadable files and broken settings among the gaps', () =>
    inWorkspace(
      {
        'a.decision-rights.md': new Uint8Array([0x23, 0xff, 0xfe]),
        'b.md': DOC,
        '.decision-rights.yaml': 'timebx: 24h\n',
      },
      async (workspace) => {
        const { code, out } = await workspace.run(['report', '--format=json']);
        const report = parsed(out);
        assert.equal(code, 0);
        const rules = report.findings.map((one) => one.rule);
        assert.ok(rules.includes('file-unreadable'));
        assert.ok(rules.includes('config-invalid'));
      },
    ));

  it('says when nothing is ours, and exits with 2 when it cannot do its work', () =>
    inWorkspace(
      { 'README.md': '# Hi\n', 'b.md': DOC, 'bad.yaml': 'rules: [\n  - : :' },
      async (workspace) => {
        const { code, err, out } = await workspace.run(['report', '.', '--config', 'bad.yaml']);
        assert.equal(code, 2);
        assert.match(err, /not valid YAML/);
        assert.match(out, /<!doctype html>/);
        for (const args of [
          ['nowhere'],
          ['--format', 'pdf'],
          ['--output', 'no/such/folder/r.html'],
          ['b.md', '--output', 'b.md'],
        ]) {
          const ran = await workspace.run(['report', ...args]);
          assert.equal(ran.code, 2, args.join(' '));
          assert.notEqual(ran.err, '');
        }
        assert.equal(workspace.read('b.md'), DOC);
      },
    ));

  it('is empty, and says so, where there is no document', () =>
    inWorkspace({ 'README.md': '# Hi\n' }, async (workspace) => {
      const { code, err, out } = await workspace.run(['report', '--format=json']);
      assert.equal(code, 0);
      assert.match(err, /report is empty/);
      assert.equal(parsed(out).initiatives.length, 0);
    }));

  it('prints the schema of its JSON', () =>
    inWorkspace({}, async (workspace) => {
      const { code, out } = await workspace.run(['schema', 'report']);
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).title, 'Decision-rights report');
    }));

  it('copes with a hundred documents and shows each', () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `d/${i}.md`,
        DOC.replace('claims-triage', `claims-${i}`).replace('title: Claims triage', `title: Claims ${i}`),
      ]),
    );
    return inWorkspace(files, async (workspace) => {
      const report = parsed((await workspace.run(['report', '--format=json'])).out);
      assert.equal(report.initiatives.length, 100);
      const dana = report.holders.find(({ name }) => name === 'Dana Whitfield');
      assert.equal(dana?.initiatives, 100);
      assert.equal(dana?.bottleneck, true);
      const { out } = await workspace.run(['report']);
      assert.equal([...out.matchAll(/<tr data-status=/g)].length, 100);
      assert.ok(out.length < 1_500_000, `${out.length}`);
    });
  }).timeout(60_000);
});
