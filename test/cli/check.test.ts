import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inWorkspace } from '../support/cli.ts';

const SHARED = `---
type: decision-rights
initiative: claims-triage
owner: Dana Whitfield, VP Claims
---

# Claims triage

## Decision rights

| Decision | Dana Whitfield | Omar Haddad |
| --- | --- | --- |
| Production go-live | A | A |
`;

const RACI_ONLY = `# RACI

| Decision | VP Sales | VP Claims |
| --- | --- | --- |
| Release | A | R |
| Retire | A | A |
`;

interface Json {
  version: number;
  files: {
    path: string;
    type: string;
    initiative: string | null;
    findings: {
      rule: string;
      severity: string;
      message: string;
      range: { start: { line: number; column: number }; end: { line: number; column: number } };
      related: { path: string }[];
      fixes: { title: string; safety: string; edits: { newText: string }[] }[];
    }[];
  }[];
  summary: Record<string, number>;
}

describe('decision-rights check', () => {
  it('reports a shared Accountable at its place and exits with 1', () =>
    inWorkspace({ 'docs/claims.md': SHARED }, async (workspace) => {
      const { code, out } = await workspace.run(['check', '--format', 'json']);
      assert.equal(code, 1);
      const json = JSON.parse(out) as Json;
      assert.equal(json.version, 1);
      const [file] = json.files;
      assert.equal(file?.path, 'docs/claims.md');
      assert.equal(file?.initiative, 'claims-triage');
      const shared = file?.findings.find((finding) => finding.rule === 'raci-shared-accountable');
      assert.deepEqual(shared?.range, { start: { line: 13, column: 28 }, end: { line: 13, column: 29 } });
      assert.equal(shared?.severity, 'error');
      assert.ok((shared?.related.length ?? 0) >= 1);
      assert.ok((shared?.fixes.length ?? 0) >= 2);
    }));

  it('prints file, place, severity, message and rule for a person', () =>
    inWorkspace({ 'claims.md': SHARED }, async (workspace) => {
      const { out } = await workspace.run(['check', 'claims.md']);
      assert.match(out, /^claims\.md:13:28 {2}error {2}.*raci-shared-accountable$/m);
      assert.match(out, /13 \| \| Production go-live \| A \| A \|/);
    }));

  it('says on standard error when nothing is ours, and exits with 0', () =>
    inWorkspace({ 'README.md': RACI_ONLY }, async (workspace) => {
      const { code, out, err } = await workspace.run(['check']);
      assert.equal(code, 0);
      assert.equal(out, '');
      assert.match(err, /No decision-rights document/);
    }));

  it('checks a named file for what it says, not for what it lacks', () =>
    inWorkspace({ 'README.md': RACI_ONLY }, async (workspace) => {
      const { code, out } = await workspace.run(['check', 'README.md', '--format=json']);
      const rules = (JSON.parse(out) as Json).files[0]?.findings.map((finding) => finding.rule);
      assert.equal(code, 1);
      assert.ok(rules?.includes('raci-shared-accountable'));
      assert.ok(rules?.includes('frontmatter-missing'));
      assert.ok(!rules?.includes('owner-missing'));
    }));

  it('lists files without findings too, in path order, and relative paths upwards', () =>
    inWorkspace({ '.git/HEAD': '', 'b.md': SHARED, 'a.md': SHARED, 'sub/x': '' }, async (workspace) => {
      const { out } = await workspace.run(['check', '..', '--format=json'], { cwd: 'sub' });
      assert.deepEqual(
        (JSON.parse(out) as Json).files.map((file) => file.path),
        ['../a.md', '../b.md'],
      );
    }));

  it('honours .gitignore in folders, but not for files by name', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        '.gitignore': 'drafts/\n*.tmp.md\n',
        'drafts/a.md': SHARED,
        'b.tmp.md': SHARED,
        'c.md': SHARED,
      },
      async (workspace) => {
        const folder = JSON.parse((await workspace.run(['check', '--format=json'])).out) as Json;
        assert.deepEqual(
          folder.files.map((file) => file.path),
          ['c.md'],
        );
        const named = JSON.parse(
          (await workspace.run(['check', 'drafts/a.md', '--format=json'])).out,
        ) as Json;
        assert.equal(named.files.length, 1);
      },
    ));

  it('exits with 2 for a missing path, an unknown option and an unreadable configuration', () =>
    inWorkspace({ 'a.md': SHARED, 'bad.yaml': 'rules: [unclosed\n  - : :' }, async (workspace) => {
      for (const args of [
        ['check', 'nowhere.md'],
        ['check', '--nope'],
        ['nothing'],
        ['check', '--config', 'missing.yaml'],
      ]) {
        const { code, err } = await workspace.run(args);
        assert.equal(code, 2, args.join(' '));
        assert.notEqual(err, '');
      }
      assert.equal((await workspace.run(['check', 'a.md', '--config', 'bad.yaml'])).code, 2);
    }));

  it('reports a file that is not UTF-8 and still checks the others', () =>
    inWorkspace(
      { 'a.md': SHARED, 'b.md': new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]) },
      async (workspace) => {
        const { code, out } = await workspace.run(['check', 'a.md', 'b.md', '--format=json']);
        const json = JSON.parse(out) as Json;
        assert.equal(code, 1);
        assert.deepEqual(
          json.files[1]?.findings.map((finding) => finding.rule),
          ['file-unreadable'],
        );
        assert.ok((json.files[0]?.findings.length ?? 0) > 0);
      },
    ));

  it('puts problems of the configuration at their place, and uses what it could read', () =>
    inWorkspace(
      {
        'a.md': SHARED,
        '.decision-rights.yaml': 'timebx: 24h\nrules:\n  raci-shared-accountable: warning\n',
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=json']);
        const json = JSON.parse(out) as Json;
        const config = json.files.find((file) => file.type === 'configuration');
        assert.equal(config?.path, '.decision-rights.yaml');
        assert.equal(config?.findings[0]?.rule, 'config-invalid');
        assert.deepEqual(config?.findings[0]?.range.start, { line: 1, column: 1 });
        const shared = json.files[0]?.findings
          .concat(json.files[1]?.findings ?? [])
          .find((f) => f.rule === 'raci-shared-accountable');
        assert.equal(shared?.severity, 'warning');
      },
    ));

  it('takes severities from --rule and stops at --max-warnings', () =>
    inWorkspace({ 'README.md': RACI_ONLY }, async (workspace) => {
      const args = ['check', 'README.md', '--rule', 'raci-shared-accountable=warning'];
      assert.equal((await workspace.run(args)).code, 0);
      assert.equal((await workspace.run([...args, '--max-warnings', '0'])).code, 1);
      assert.equal((await workspace.run(['check', 'README.md', '--rule', 'raci=off'])).code, 0);
      assert.equal((await workspace.run(['check', 'README.md', '--rule', 'racy=off'])).code, 2);
    }));

  it('reads standard input under the name it is given', () =>
    inWorkspace({}, async (workspace) => {
      const { out } = await workspace.run(['check', '-', '--stdin-filename', 'x/y.md', '--format=json'], {
        stdin: SHARED,
      });
      assert.equal((JSON.parse(out) as Json).files[0]?.path, 'x/y.md');
      const bare = await workspace.run(['check', '-', '--format=json'], { stdin: SHARED });
      assert.equal((JSON.parse(bare.out) as Json).files[0]?.path, '<stdin>');
    }));
});

describe('decision-rights fix', () => {
  const TYPO = SHARED.replace('owner:', 'stauts: pilot\nowner:');

  it('writes safe fixes and keeps everything else byte for byte', () =>
    inWorkspace({ 'a.md': TYPO.replace(/\n/g, '\r\n') }, async (workspace) => {
      await workspace.run(['fix', 'a.md']);
      assert.equal(workspace.read('a.md'), TYPO.replace('stauts', 'status').replace(/\n/g, '\r\n'));
    }));

  it('prints a unified diff with --dry-run and writes nothing', () =>
    inWorkspace({ 'a.md': TYPO }, async (workspace) => {
      const { out } = await workspace.run(['fix', '--dry-run', 'a.md']);
      assert.match(out, /^-stauts: pilot$/m);
      assert.match(out, /^\+status: pilot$/m);
      assert.equal(workspace.read('a.md'), TYPO);
    }));
});

interface Manifest {
  contributes: { yamlValidation: { fileMatch: string | string[]; url: string }[] };
}

describe('decision-rights explain, schema, init', () => {
  it('prints a rule, a line per rule, a schema', () =>
    inWorkspace({}, async (workspace) => {
      assert.match(
        (await workspace.run(['explain', 'raci-shared-accountable'])).out,
        /^# raci-shared-accountable/,
      );
      assert.match(
        (await workspace.run(['explain', '--list'])).out,
        /^raci-shared-accountable +raci +error$/m,
      );
      const { code, err } = await workspace.run(['explain', 'raci-shared-acountable']);
      assert.equal(code, 2);
      assert.match(err, /Did you mean raci-shared-accountable/);
      for (const name of ['frontmatter', 'config', 'people'])
        JSON.parse((await workspace.run(['schema', name])).out);
      assert.equal((await workspace.run(['schema', 'nothing'])).code, 2);
    }));

  it('writes a configuration that is valid and overwrites nothing', () =>
    inWorkspace({ 'decision-rights-people.yaml': 'people: []\n' }, async (workspace) => {
      assert.equal((await workspace.run(['init'])).code, 0);
      assert.equal(workspace.read('decision-rights-people.yaml'), 'people: []\n');
      workspace.write('a.md', SHARED);
      const json = JSON.parse((await workspace.run(['check', '--format=json'])).out) as Json;
      assert.equal(json.files.filter((file) => file.type === 'configuration').length, 0);
    }));

  it('writes a people register that its configuration names and that VS Code gives the schema to', () =>
    inWorkspace({}, async (workspace) => {
      const { out } = await workspace.run(['init']);
      const written = [...out.matchAll(/^Wrote (.+)\.$/gm)].map(([, name]) => name ?? '');
      assert.equal(written.length, 2);
      const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
      const schemas = (JSON.parse(manifest) as Manifest).contributes.yamlValidation;
      assert.deepEqual(
        written.map((name) => schemas.find(({ fileMatch }) => [fileMatch].flat().includes(name))?.url),
        ['./schemas/config.schema.json', './schemas/people.schema.json'],
      );
      assert.match(workspace.read('.decision-rights.yaml'), new RegExp(`^people: ${written[1]}$`, 'm'));
      // What it writes is used: a mistake in it is reported.
      workspace.write(written[1] ?? '', 'people: [{id: dana, nmae: Dana}]\n');
      workspace.write('a.md', SHARED);
      const json = JSON.parse((await workspace.run(['check', '--format=json'])).out) as Json;
      assert.deepEqual(
        json.files.filter(({ type }) => type === 'configuration').map(({ path }) => path),
        [written[1]],
      );
    }));
});
