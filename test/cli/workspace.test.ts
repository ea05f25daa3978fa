import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkspace } from '../support/cli.ts';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly type: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number; readonly column: number } };
      readonly related: readonly { readonly path: string; readonly range: { start: { line: number } } }[];
    }[];
  }[];
}

/** Rule, path and line of the findings of these rules. */
function found(out: string, ...rules: readonly string[]): string[] {
  return (JSON.parse(out) as Json).files.flatMap(({ path, findings }) =>
    findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, range, severity }) => `${path}:${range.start.line} ${severity} ${rule}`),
  );
}

function doc(initiative: string, more = '', body = ''): string {
  return `---\ntype: decision-rights\ninitiative: ${initiative}\n${more}---\n\n# ${initiative}\n${body}`;
}

function register(...rows: readonly string[]): string {
  return `---\ntype: ai-system-register\n---\n\n| System | Unit | First call | Identified on | Owner | Assigned on | Document |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const ROW = '| Claims | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 |';

describe('the workspace on the command line', () => {
  it('finds two documents for one initiative, in each, whatever PATH says', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        'a.md': doc('claims', 'owner: Dana Whitfield, VP Claims\n'),
        'sub/b.md': doc('CLAIMS', 'owner: Omar Haddad, VP Service\n'),
        'sub/c.md': doc('other'),
      },
      async (workspace) => {
        const all = await workspace.run(['check', '--format=json']);
        assert.deepEqual(found(all.out, 'initiative-duplicated'), [
          'a.md:3 error initiative-duplicated',
          'sub/b.md:3 error initiative-duplicated',
        ]);
        const one = await workspace.run(['check', 'b.md', '--format=json'], { cwd: 'sub' });
        const json = JSON.parse(one.out) as Json;
        assert.deepEqual(
          json.files.map(({ path }) => path),
          ['b.md'],
        );
        const finding = json.files[0]?.findings.find(({ rule }) => rule === 'initiative-duplicated');
        assert.equal(finding?.related[0]?.path, '../a.md');
        assert.equal(finding?.related[0]?.range.start.line, 3);
        assert.match(finding?.message ?? '', /\.\.\/a\.md/);
      },
    ));

  it('reads an owner from the body where two documents share an initiative', () =>
    inWorkspace(
      {
        'a.md': doc('claims', '', '\n## Owner\n\n**Owner:** Dana Whitfield, VP Claims\n'),
        'b.md': doc('claims', '', '\n## Owner\n\n**Owner:** Omar Haddad, VP Service\n'),
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=json']);
        assert.deepEqual(found(out, 'initiative-duplicated'), [
          'a.md:3 error initiative-duplicated',
          'b.md:3 error initiative-duplicated',
        ]);
      },
    ));

  it('misses systems in the register, and documents of listed systems', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        'docs/claims.md': doc('claims', 'status: production\n'),
        'docs/refunds.md': doc('refunds', 'status: production\n'),
        'ai-systems.md': register(
          `${ROW} [claims](docs/claims.md) |`,
          `${ROW.replace('Claims', 'Payouts')} [p](docs/payouts.md) |`,
        ),
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=json']);
        assert.deepEqual(found(out, 'system-not-in-register', 'initiative-without-document'), [
          'ai-systems.md:8 error initiative-without-document',
          'docs/refunds.md:4 error system-not-in-register',
        ]);
        const json = JSON.parse(out) as Json;
        assert.equal(json.files[0]?.type, 'ai-system-register');
        const below = await workspace.run(['check', '.', '--format=json'], { cwd: 'docs' });
        assert.deepEqual(found(below.out, 'system-not-in-register'), [
          'refunds.md:4 error system-not-in-register',
        ]);
      },
    ));

  it('leaves out what .gitignore and the configuration leave out', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        '.gitignore': 'drafts/\n',
        '.decision-rights.yaml': 'exclude: ["old/**"]\n',
        'a.md': doc('claims'),
        'drafts/a.md': doc('claims'),
        'old/a.md': doc('claims'),
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=json']);
        assert.deepEqual(found(out, 'initiative-duplicated'), []);
      },
    ));

  it('looks links up inside the workspace only, symbolic links resolved', () =>
    inWorkspace({ 'outside/secret.md': '# Secret\n' }, (outside) =>
      inWorkspace(
        {
          '.git/HEAD': '',
          '.gitignore': 'ignored/\n',
          'ignored/record.md': '# Record\n',
          'evidence/board minutes.md': '# Minutes\n\n## Claims\n',
          'claims.md': doc(
            'claims',
            '',
            `\n## Business case\n\n- [there](evidence/board%20minutes.md#claims)\n- [no heading](evidence/board%20minutes.md#refunds)\n- [ignored, but there](ignored/record.md)\n- [not there](evidence/minutes.md)\n- [leads out](link.md)\n`,
          ),
        },
        async (workspace) => {
          symlinkSync(join(outside.folder, 'outside/secret.md'), join(workspace.folder, 'link.md'));
          const { out } = await workspace.run(['check', 'claims.md', '--format=json']);
          assert.deepEqual(found(out, 'link-broken'), [
            'claims.md:11 warning link-broken',
            'claims.md:13 warning link-broken',
            'claims.md:14 warning link-broken',
          ]);
        },
      ),
    ));

  it('shows a portfolio that leans to customers on the configuration, within eighteen months', () =>
    inWorkspace(
      {
        '.git/HEAD': '',
        '.decision-rights.yaml': '# settings\nprogramme_started_on: 2025-01-05\n',
        'a.md': doc('a', 'use_case_class: customer-facing\n'),
        'b.md': doc('b', 'use_case_class: customer-facing\n'),
        'c.md': doc('c', 'use_case_class: back-office\n'),
        'd.md': doc('d', 'use_case_class: back-office\nstatus: retired\n'),
      },
      async (workspace) => {
        const rule = 'portfolio-customer-facing-heavy';
        const run = async (...args: string[]): Promise<string[]> =>
          found((await workspace.run(['check', '--format=json', ...args])).out, rule);
        assert.deepEqual(await run('c.md'), [`.decision-rights.yaml:2 info ${rule}`]);
        assert.deepEqual(await run('--today=2026-07-05'), [`.decision-rights.yaml:2 info ${rule}`]);
        assert.deepEqual(await run('--today=2026-07-06'), []);
        assert.deepEqual(await run('--today=2025-01-04'), []);
        assert.deepEqual(await run(`--rule=${rule}=off`), []);
        assert.deepEqual(await run(`--rule=${rule}=error`), [`.decision-rights.yaml:2 error ${rule}`]);
        workspace.write('e.md', doc('e', 'use_case_class: back-office\n'));
        assert.deepEqual(await run(), []);
      },
    ));

  it('checks a register with the triage rules', () =>
    inWorkspace(
      {
        'ai-systems.md': register(
          '| Claims | Claims | Dana Whitfield | 2026-01-05 |  |  |  |',
          '| Refunds | Service |  | 2026-02-20 |  |  |  |',
          '| Payouts | Claims | AI Board | 2026-02-05 |  |  |  |',
          '| Search | Claims | Omar Haddad | 2026-02-20 |  |  |  |',
          '| Routing | Claims | Omar Haddad |  | Omar Haddad |  |  |',
        ),
      },
      async (workspace) => {
        const { out } = await workspace.run(['check', '--format=json']);
        assert.deepEqual(
          (JSON.parse(out) as Json).files[0]?.findings.map(
            ({ rule, range }) => `${range.start.line} ${rule}`,
          ),
          [
            '7 triage-overdue',
            '8 triage-no-first-call',
            '9 triage-first-call-committee',
            '9 triage-due-soon',
            '10 triage-not-formalised',
            '11 triage-missing-date',
            '11 triage-owner-without-document',
          ],
        );
      },
    ));
});
