import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inWorkspace, type Ran, Workspace } from '../support/cli.ts';

/** Runs with a fresh cache beside the workspace: nothing in it but what the tests write. */
async function both(workspace: Workspace, args: readonly string[]): Promise<Ran> {
  const without = await workspace.run(args);
  const cached = await workspace.run([...args, '--cache', '--cache-location=c.cache']);
  assert.deepEqual(cached, without, args.join(' '));
  return cached;
}

function doc(initiative: string, more = ''): string {
  return `---\ntype: decision-rights\ninitiative: ${initiative}\n${more}---\n\n# ${initiative}\n`;
}

describe('check --cache', () => {
  it('prints the same bytes with and without it, cold and warm, in every format', async function () {
    this.timeout(120_000);
    const workspace = new Workspace({ '.git/HEAD': '' });
    try {
      cpSync(fileURLToPath(new URL('../../examples', import.meta.url)), workspace.folder, {
        recursive: true,
      });
      for (const today of ['2026-11-01', '2027-01-01', '2026-11-01'])
        await both(workspace, ['check', '--format=json', `--today=${today}`]);
      for (const format of ['text', 'sarif', 'github', 'junit'])
        await both(workspace, ['check', `--format=${format}`, '--today=2026-11-01']);
      await both(workspace, ['check', 'initiatives/fraud-alerts.md', '--format=json']);
      await both(workspace, ['check', '--rule', 'owner=off', '--format=json']);
      await both(workspace, ['check', '--format=json']);
      await both(workspace, ['fix', '--dry-run']);
    } finally {
      workspace.dispose();
    }
  });

  it('takes what it knows from the cache', () =>
    inWorkspace({ 'a.md': doc('a'), 'b.md': doc('b') }, async (workspace) => {
      await both(workspace, ['check', '--format=json']);
      // A lie in the cache shows that it is read.
      const text = workspace.read('c.cache').replace(/"m":"[^"]*"/, '"m":"kept"');
      workspace.write('c.cache', text);
      const damaged = await workspace.run(['check', '--format=json', '--cache', '--cache-location=c.cache']);
      assert.doesNotMatch(damaged.out, /"kept"/, 'a line whose checksum is wrong counts for nothing');
    }));

  it('checks again what another file changes: initiative, register, link, configuration, people, day', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        'a.md': doc('a', 'status: production\nowner: {name: Dana Whitfield, evidence: e.md#yes}\n'),
        'b.md': doc('b', 'gate: {decide_by: 2026-03-10}\n'),
      },
      async (workspace) => {
        const rules = async (...args: string[]): Promise<string> =>
          JSON.stringify(
            (
              JSON.parse((await both(workspace, ['check', '--format=json', ...args])).out) as {
                files: { path: string; findings: { rule: string }[] }[];
              }
            ).files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
          );
        let last = await rules();
        const changes = async (what: string, ...args: string[]): Promise<void> => {
          const now = await rules(...args);
          assert.notEqual(now, last, what);
          last = now;
        };
        workspace.write('e.md', '# Yes\n');
        await changes('a link that leads somewhere');
        workspace.write('e.md', '# No\n');
        await changes('a heading that is gone');
        workspace.write('c.md', doc('a', 'owner: Tom Berg\n'));
        await changes('a second document of the initiative');
        workspace.write(
          'r.md',
          '---\ntype: ai-system-register\n---\n\n| System | First call |\n| --- | --- |\n| x | Dana Whitfield |\n',
        );
        await changes('a register');
        workspace.write('.decision-rights.yaml', 'people: people.yaml\n');
        workspace.write('people.yaml', 'people: [{id: dana, name: Dana Whitfield, title: VP Claims}]\n');
        await changes('a configuration with people');
        workspace.write('people.yaml', 'people: [{id: dana, name: Dana Whitfield, title: CTO}]\n');
        await changes('other people');
        await changes('the day', '--today=2026-03-11');
        rmSync(join(workspace.folder, 'c.md'));
        await changes('a file that is gone', '--today=2026-03-11');
      },
    ));

  it('knows when a disagreement runs out of time within the day', () =>
    inWorkspace(
      {
        'a.md': `${doc('a', 'escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n')}
## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-28T12:00 | Raise it? | Dana Whitfield, Priya Nair | | | |
`,
      },
      async (workspace) => {
        const at = async (hour: number, cache: boolean): Promise<string> =>
          (
            await workspace.run(
              ['check', '--format=json', ...(cache ? ['--cache', '--cache-location=c.cache'] : [])],
              {
                now: Date.UTC(2026, 2, 2, hour),
              },
            )
          ).out;
        for (const hour of [9, 11, 12, 13, 9])
          assert.equal(await at(hour, true), await at(hour, false), String(hour));
        assert.doesNotMatch(await at(11, true), /escalation-overdue/);
        assert.match(await at(12, true), /escalation-overdue/);
      },
    ));

  it('ignores a damaged cache, and never overwrites a file that is none', () =>
    inWorkspace({ 'a.md': doc('a'), 'notes.txt': 'mine\n' }, async (workspace) => {
      await both(workspace, ['check']);
      const good = workspace.read('c.cache');
      for (const bad of [
        '',
        good.slice(0, good.length / 2),
        good.replace(/\t\{/g, '\t['),
        `${good.split('\n')[0]}\nrubbish\n`,
      ]) {
        workspace.write('c.cache', bad);
        await both(workspace, ['check', '--format=json']);
        assert.equal(workspace.read('c.cache').split('\n')[0], good.split('\n')[0]);
      }
      workspace.write('c.cache', good.replace(/^(decision-rights cache 1).*/, '$1 0.0.0-other'));
      await both(workspace, ['check', '--format=json']);
      assert.equal(workspace.read('c.cache'), good);
      const foreign = await workspace.run(['check', '--cache', '--cache-location=notes.txt']);
      assert.match(foreign.err, /notes\.txt is no cache/);
      assert.equal(workspace.read('notes.txt'), 'mine\n');
    }));

  it('lies in node_modules/.cache where there is one, and writes nothing without being asked', () =>
    inWorkspace({ '.git/HEAD': '', 'sub/a.md': doc('a') }, async (workspace) => {
      mkdirSync(join(workspace.folder, 'node_modules'));
      await workspace.run(['check']);
      await workspace.run(['check', '--cache', '--no-cache']);
      assert.deepEqual(readdirSync(join(workspace.folder, 'node_modules')), []);
      await workspace.run(['check', '--cache'], { cwd: 'sub' });
      const folder = join(workspace.folder, 'node_modules/.cache/decision-rights');
      assert.equal(readdirSync(folder).length, 1);
      await workspace.run(['check', '--cache'], {});
      assert.equal(readdirSync(folder).length, 2, 'one for each current directory');
    }));

  it('takes a folder for a location, and forgets files that are gone', () =>
    inWorkspace({ 'a.md': doc('a'), 'b.md': doc('b') }, async (workspace) => {
      const args = ['check', '--cache', '--cache-location=kept/'];
      await workspace.run(args);
      const [name = ''] = readdirSync(join(workspace.folder, 'kept'));
      assert.match(workspace.read(`kept/${name}`), /"b\.md"/);
      rmSync(join(workspace.folder, 'b.md'));
      await workspace.run([...args, 'a.md']);
      assert.match(workspace.read(`kept/${name}`), /"b\.md"/, 'nobody looked');
      await workspace.run(args);
      assert.doesNotMatch(workspace.read(`kept/${name}`), /"b\.md"/);
      assert.ok(existsSync(join(workspace.folder, 'kept')));
    }));

  it('checks on when the cache cannot be written', () =>
    inWorkspace({ 'a.md': doc('a'), file: 'x' }, async (workspace) => {
      const { code, err } = await workspace.run(['check', '--cache', '--cache-location=file/below/c.cache']);
      assert.equal(code, 1);
      assert.match(err, /the cache could not be written/);
    }));
});
