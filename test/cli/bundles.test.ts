import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Workspace } from '../support/cli.ts';

const bin = (name: string): string => fileURLToPath(new URL(`../../server/bin/${name}`, import.meta.url));

/** The same as everywhere else, but from the files that ship: what is in a part, or in data beside it, is found there. */
describe('the bundles that ship', function () {
  this.timeout(60_000);
  const doc =
    '---\ntype: decision-rights\nowner: Zo&euml; Mensah\nstatu: idea\n---\n# Claims triage &eacute;\n';
  const workspace = new Workspace({ '.git/HEAD': '', 'claims.md': doc });
  before(() => assert.ok(existsSync(bin('../dist/cli.cjs')), 'Run "npm run build" first.'));
  after(() => workspace.dispose());

  function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [bin('decision-rights.cjs'), ...args], {
      cwd: workspace.folder,
      encoding: 'utf8',
    });
  }

  it('check a document, names of characters included', () => {
    const { status, stdout, stderr } = run('check', 'claims.md', '--format', 'json');
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.match(stdout, /stop-authority-missing/);
  });

  it('hold the words and examples of every rule', () => {
    const { stdout } = run('explain', 'owner-missing');
    assert.match(stdout, /^# owner-missing\n/);
    assert.match(stdout, /```markdown/);
  });

  for (const [command, ...args] of [
    ['report', '--format', 'html'],
    ['report', '--format', 'csv'],
    ['who', 'claims'],
    ['diagnose', 'claims.md'],
    ['fix', 'claims.md', '--dry-run'],
    ['schema', 'config'],
    ['new', '--help'],
    ['explain', '--list'],
  ])
    it(`run ${[command, ...args].join(' ')}`, () => {
      const { status, stdout, stderr } = run(command ?? '', ...args);
      assert.notEqual(status, 2, stderr);
      assert.ok(stdout.length > 40, stdout);
    });

  for (const [name, ...args] of [['decision-rights-language-server.cjs'], ['decision-rights.cjs', 'lsp']])
    it(`serve an editor: ${[name, ...args].join(' ')}`, () => {
      const method = 'initialize';
      const params = { processId: null, rootUri: null, capabilities: {} };
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
      const { stdout } = spawnSync(process.execPath, [bin(name ?? ''), ...args, '--stdio'], {
        encoding: 'utf8',
        input: `Content-Length: ${body.length}\r\n\r\n${body}`,
      });
      assert.match(stdout, /"serverInfo":\{"name":"decision-rights"/);
    });

  it('serve MCP', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [bin('decision-rights.cjs'), 'mcp'],
        cwd: workspace.folder,
      }),
    );
    const { tools } = await client.listTools();
    await client.close();
    assert.equal(tools.length, 3);
  });
});
