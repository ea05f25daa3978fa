import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { BAD } from './documents.ts';

/** A worker of Node made to look like one of the browser: the few globals that the protocol library uses. */
const AS_IN_BROWSER = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.addEventListener = () => undefined;
globalThis.postMessage = (message) => parentPort.postMessage(message);
Object.defineProperty(globalThis, 'onmessage', {
  set: (take) => parentPort.on('message', (data) => take({ data })),
});
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
}

describe('language server: in the browser', () => {
  it('checks documents of a virtual folder, reading its configuration through the client', async () => {
    const { outputFiles } = buildSync({
      absWorkingDir: new URL('../..', import.meta.url).pathname,
      entryPoints: ['server/src/browser/lsp.ts'],
      bundle: true,
      write: false,
      platform: 'browser',
      target: 'es2022',
      conditions: ['worker'],
      format: 'iife',
      logLevel: 'error',
    });
    const worker = new Worker(AS_IN_BROWSER + (outputFiles[0]?.text ?? ''), { eval: true });
    const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
    const read: string[] = [];
    try {
      const published = new Promise<PublishDiagnosticsParams>((done, failed) => {
        worker.on('error', failed);
        worker.on('message', ({ id, method, params }: Message) => {
          if (method === 'decisionRights/readFile') {
            read.push((params as { uri: string }).uri);
            send({ id, result: 'rules:\n  autonomy-undeclared: off\n' });
          } else if (method === 'textDocument/publishDiagnostics') done(params as PublishDiagnosticsParams);
        });
      });
      const uri = 'vscode-vfs://github/acme/rights/a.md';
      send({
        id: 1,
        method: 'initialize',
        params: {
          processId: null,
          rootUri: 'vscode-vfs://github/acme/rights',
          capabilities: {},
          initializationOptions: { readFile: true },
        },
      });
      send({ method: 'initialized', params: {} });
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'markdown', version: 1, text: BAD } },
      });
      const { diagnostics } = await published;
      assert.deepEqual(read, ['vscode-vfs://github/acme/rights/.decision-rights.yaml']);
      assert.ok(diagnostics.some(({ code }) => code === 'raci-shared-accountable'));
      assert.ok(diagnostics.every(({ code }) => code !== 'autonomy-undeclared'));
    } finally {
      await worker.terminate();
    }
  });
});
