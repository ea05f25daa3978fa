import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import { Lines } from '../../server/src/lsp/position.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Long enough for a loaded machine; a test that waits this long has failed. */
const WAIT_MS = 20_000;

/** The server's command: what `DECISION_RIGHTS_LSP` says (`node server/dist/lsp.cjs`), else today's source, bundled once. */
export function serverCommand(): string[] {
  const given = process.env.DECISION_RIGHTS_LSP;
  if (given) return given.split(' ');
  bundle ??= bundleServer();
  return [process.execPath, bundle];
}

let bundle: string | undefined;

function bundleServer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'decision-rights-lsp-'));
  const outfile = join(folder, 'lsp.cjs');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/node/lsp.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.9',
    logLevel: 'error',
  });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return outfile;
}

interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** What a modern editor can do. */
export const FULL_CLIENT = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** The same, asking for diagnostics instead of being sent them. */
export const PULL_CLIENT = {
  ...FULL_CLIENT,
  textDocument: { ...FULL_CLIENT.textDocument, diagnostic: { dynamicRegistration: false } },
};

/** A language client over real standard input and output. It waits for events, never for a length of time. */
export class LspClient {
  readonly folder = mkdtempSync(join(tmpdir(), 'decision rights '));
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #watchers = new Set<() => void>();
  readonly received: Message[] = [];
  readonly shown = new Map<string, Published>();
  readonly exited: Promise<number | null>;
  /** What the client answers to requests of the server, by method; null to all others. */
  readonly answers = new Map<string, (params: unknown) => unknown>();
  stderr = '';
  #id = 0;
  #buffer = Buffer.alloc(0);

  constructor(args: readonly string[] = ['--stdio']) {
    const [program, ...rest] = serverCommand();
    this.#process = spawn(program ?? '', [...rest, ...args], { cwd: ROOT });
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#process.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.#process.stdin.on('error', () => undefined);
    this.exited = new Promise((done) => this.#process.on('close', (code) => done(code)));
  }

  get root(): string {
    return pathToFileURL(this.folder).href;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Writes a file of the workspace folder. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this.uri(name);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  async initialize(capabilities: object = FULL_CLIENT, options?: object): Promise<InitializeResult> {
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: this.root,
      workspaceFolders: [{ uri: this.root, name: 'work' }],
      capabilities,
      ...(options && { initializationOptions: options }),
    });
    this.notify('initialized', {});
    return result;
  }

  /** The raw answer, error or not. */
  async ask(method: string, params: unknown): Promise<Message> {
    const id = ++this.#id;
    const answer = new Promise<Message>((done) => this.#answers.set(id, done));
    this.send({ id, method, params });
    return orTimeout(answer, () => `no answer to ${method}; ${this.stderr}`);
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    const { result, error } = await this.ask(method, params);
    assert.equal(error, undefined, `${method}: ${error?.message}`);
    return result as T;
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  raw(text: string): void {
    this.#process.stdin.write(text);
  }

  endInput(): void {
    this.#process.stdin.end();
  }

  /** What `find` finds in what was received, now or later. */
  async until<T>(what: string, find: () => T | undefined): Promise<T> {
    const found = find();
    if (found !== undefined) return found;
    let watcher: () => void = () => undefined;
    const waiting = new Promise<T>((done) => {
      watcher = () => {
        const later = find();
        if (later !== undefined) done(later);
      };
      this.#watchers.add(watcher);
    });
    try {
      return await orTimeout(waiting, () => `${what} did not happen; ${this.stderr}`);
    } finally {
      this.#watchers.delete(watcher);
    }
  }

  open(name: string, text: string, languageId = 'markdown'): OpenFile {
    return new OpenFile(this, this.uri(name), text, languageId);
  }

  /** Published diagnostics of a file that satisfy the predicate. */
  diagnostics(uri: string, predicate: (published: Published) => boolean = () => true): Promise<Published> {
    return this.until(`diagnostics of ${uri}`, () => {
      const published = this.shown.get(uri);
      return published && predicate(published) ? published : undefined;
    });
  }

  /** Ends the server as an editor does; the exit status. */
  async stop(): Promise<number | null> {
    await this.ask('shutdown', undefined);
    this.notify('exit', undefined);
    return this.exited;
  }

  dispose(): void {
    this.#process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const body = this.#buffer.toString('utf8', head + 4, head + 4 + length);
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take(message: Message): void {
    if (message.method === undefined) {
      this.#answers.get(Number(message.id))?.(message);
      this.#answers.delete(Number(message.id));
      if (message.id === null) this.received.push(message);
    } else {
      this.received.push(message);
      if (message.id !== undefined)
        this.send({ id: message.id, result: this.answers.get(message.method)?.(message.params) ?? null });
      if (message.method === 'textDocument/publishDiagnostics') {
        const published = message.params as Published;
        this.shown.set(published.uri, published);
      }
    }
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** A document open in the client, with the client's own idea of its text. */
export class OpenFile {
  version = 1;

  constructor(
    readonly client: LspClient,
    readonly uri: string,
    public text: string,
    languageId: string,
  ) {
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version: this.version, text },
    });
  }

  get document(): { uri: string } {
    return { uri: this.uri };
  }

  get lines(): Lines {
    return new Lines(this.text, 'utf-16');
  }

  /** Types `newText` over the first occurrence of `from`. */
  replace(from: string, newText: string): void {
    const start = this.text.indexOf(from);
    assert.ok(start >= 0, `${from} is not in the text`);
    this.edit(this.lines.rangeOf({ start, end: start + from.length }), newText);
  }

  edit(range: Range, newText: string): void {
    const { start, end } = this.lines.spanOf(range);
    this.text = this.text.slice(0, start) + newText + this.text.slice(end);
    this.version++;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range, text: newText }],
    });
  }

  save(): void {
    this.client.notify('textDocument/didSave', { textDocument: this.document });
  }

  close(): void {
    this.client.notify('textDocument/didClose', { textDocument: this.document });
  }

  /** The diagnostics of the text as it is now, pushed. */
  async pushed(predicate: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    const { diagnostics } = await this.client.diagnostics(
      this.uri,
      (published) => published.version === this.version && predicate(published.diagnostics),
    );
    return diagnostics;
  }

  /** The same, asked for. */
  async pulled(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.request('textDocument/diagnostic', { textDocument: this.document, previousResultId });
  }

  /** The place of a text, or behind its first `within` units. */
  at(text: string, within = 0): Position {
    const start = this.text.indexOf(text);
    assert.ok(start >= 0, `${text} is not in the text`);
    return this.lines.positionAt(start + within);
  }

  textOf(range: Range): string {
    const { start, end } = this.lines.spanOf(range);
    return this.text.slice(start, end);
  }

  hover(position: Position): Promise<{ contents: { kind: string; value: string }; range: Range } | null> {
    return this.client.request('textDocument/hover', { textDocument: this.document, position });
  }

  complete(position: Position): Promise<CompletionItem[]> {
    return this.client.request('textDocument/completion', { textDocument: this.document, position });
  }

  actions(range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
    return this.client.request('textDocument/codeAction', {
      textDocument: this.document,
      range,
      context: { diagnostics, ...(only && { only }) },
    });
  }

  /** Applies an action's edit to the text, as one change of the whole. */
  apply(action: CodeAction): void {
    const changes = action.edit?.documentChanges?.[0];
    const edits =
      changes && 'edits' in changes ? (changes.edits as TextEdit[]) : action.edit?.changes?.[this.uri];
    assert.ok(edits, `the action "${action.title}" has no edit for the document`);
    this.applyEdits(edits);
  }

  applyEdits(edits: readonly TextEdit[]): void {
    const { lines } = this;
    const spans = edits.map(({ range, newText }) => ({ ...lines.spanOf(range), newText }));
    spans.sort((a, b) => b.start - a.start);
    let { text } = this;
    for (const { start, end, newText } of spans) text = text.slice(0, start) + newText + text.slice(end);
    this.text = text;
    this.version++;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ text }],
    });
  }
}

async function orTimeout<T>(promise: Promise<T>, what: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(what())), WAIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
