import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { buildSync } from 'esbuild';
import { Workspace } from '../support/cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const DOC = `---
type: decision-rights
initiative: refund-agent
stop_authority: {holder: "Dana Whitfield, VP Claims", rights: [pause], reach_within: 30min}
---
`;

describe('decision-rights mcp', function () {
  this.timeout(60_000);
  const bundles = mkdtempSync(join(tmpdir(), 'decision-rights-mcp-'));
  const workspace = new Workspace({
    '.git/HEAD': '',
    'docs/refund.md': DOC,
    '-x.md': DOC.replace('refund-agent', 'x'),
  });
  const client = new Client({ name: 'test', version: '1.0.0' });

  before(async () => {
    buildSync({
      absWorkingDir: ROOT,
      entryPoints: ['server/src/node/cli.ts'],
      outfile: join(bundles, 'cli.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20.9',
      logLevel: 'error',
    });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(bundles, 'cli.cjs'), 'mcp'],
        cwd: workspace.folder,
        stderr: 'pipe',
      }),
    );
  });
  after(async () => {
    await client.close();
    workspace.dispose();
    rmSync(bundles, { recursive: true, force: true });
  });

  async function call(
    name: string,
    args: Record<string, unknown>,
  ): Promise<{ text: string; data: unknown; failed: boolean }> {
    const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
    const [first] = result.content;
    return {
      text: first?.type === 'text' ? first.text : '',
      data: result.structuredContent,
      failed: result.isError === true,
    };
  }

  it('offers three tools, all of them read-only', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['who', 'check', 'portfolio'],
    );
    for (const { annotations, inputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(inputSchema.type, 'object');
    }
    assert.match(client.getInstructions() ?? '', /who/);
  });

  it('answers who may stop a system, with place and data', async () => {
    const { text, data, failed } = await call('who', { question: 'stop refund agent' });
    assert.equal(failed, false);
    assert.match(text, /^Dana Whitfield, VP Claims, may pause refund-agent\./);
    assert.match(text, /docs\/refund\.md:4/);
    assert.equal((data as { status: string }).status, 'answered');
    assert.match((await call('who', { question: 'stop nothing' })).text, /No system here/);
  });

  it('checks a folder, a file, and a text that is not saved', async () => {
    const paths = async (args: Record<string, unknown>): Promise<string[]> =>
      ((await call('check', args)).data as { files: { path: string }[] }).files.map(({ path }) => path);
    assert.deepEqual(await paths({}), ['-x.md', 'docs/refund.md']);
    assert.deepEqual(await paths({ path: 'docs' }), ['docs/refund.md']);
    assert.deepEqual(await paths({ path: '-x.md' }), ['-x.md']);
    assert.deepEqual(await paths({ text: DOC }), ['<stdin>']);
    const { data } = await call('check', { text: DOC, errorsOnly: true });
    const [file] = (data as { files: { findings: { severity: string }[] }[] }).files;
    assert.ok(file?.findings.every(({ severity }) => severity === 'error'));
  });

  it('gives the portfolio', async () => {
    const { data, failed } = await call('portfolio', {});
    assert.equal(failed, false);
    assert.match(JSON.stringify(data), /refund-agent/);
  });

  it('reads nothing outside the workspace, and writes nothing', async () => {
    for (const path of ['..', '/', '../../etc/passwd', 'docs/../..'])
      for (const tool of ['check', 'portfolio']) {
        const { text, failed } = await call(tool, { path });
        assert.equal(failed, true, path);
        assert.match(text, /outside the workspace/);
      }
    for (const path of ['--fix', '--config=/etc/hosts', 'none.md'])
      assert.match((await call('check', { path })).text, /There is no file or folder/);
    assert.equal(workspace.read('docs/refund.md'), DOC);
  });

  it('says what is wrong with a call', async () => {
    for (const [name, args, why] of [
      ['who', {}, /needs "question"/],
      ['who', { question: 1 }, /must be a string/],
      ['check', { fix: true }, /takes no "fix"/],
      ['check', { __proto__x: 1 }, /takes no/],
      ['delete', {}, /no tool "delete"/],
    ] as const) {
      const { text, failed } = await call(name, args);
      assert.equal(failed, true);
      assert.match(text, why);
    }
  });
});
