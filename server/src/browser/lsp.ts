import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import manifest from '../../package.json' with { type: 'json' };
import type { Host } from '../lsp/host.ts';
import { start } from '../lsp/server.ts';

/** A worker has no files of its own: the client reads them (initialization option `readFile`). */
const host: Host = {
  canRead: () => false,
  readFile: () => Promise.resolve(undefined),
  readHead: () => Promise.resolve(undefined),
  exists: () => Promise.resolve(false),
  list: () => Promise.resolve(undefined),
  now: Date.now,
  defer: (callback) => void setTimeout(callback, 0),
  every: (ms, callback) => void setInterval(callback, ms),
};

const worker = self as unknown as DedicatedWorkerGlobalScope;
start(
  createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)),
  host,
  manifest.version,
);
