// What a large workspace costs the language server: time until its index is ready, time until the findings of every
// document have been delivered, and the most memory it held. The server is the built one, over standard input and output.
//   node ../shared/bench/gen.mjs docs DIR 10000          (documents to try it with)
//   node --import tsx bench/workspace.ts DIR [--server "COMMAND …"] [--cancel]
// With --cancel the scan is cancelled at its first report, and what can be had then and after starting again is printed.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const SERVER = fileURLToPath(new URL('../server/bin/decision-rights-language-server.cjs', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string' }, cancel: { type: 'boolean', default: false } },
});
const [dir] = positionals;
if (!dir) {
  console.error('bench/workspace.ts DIR [--server "COMMAND …"] [--cancel]');
  process.exit(2);
}
const root = pathToFileURL(resolve(dir)).href;
const command = values.server?.split(' ') ?? [process.execPath, SERVER, '--stdio'];

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Progress {
  readonly token: string | number;
  readonly value: {
    readonly kind?: 'begin' | 'report' | 'end';
    readonly title?: string;
    readonly message?: string;
    readonly items?: readonly { readonly uri: string; readonly items?: readonly unknown[] }[];
  };
}

/** A client that does nothing else while it waits, so that the server has a core of its own. */
class Client {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  #id = 0;
  #parts: Buffer[] = [];
  #size = 0;
  #wanted = -1;
  readonly started = performance.now();
  /** Takes every progress notification. */
  onProgress: (progress: Progress) => void = () => undefined;
  /** Answers a question with buttons, by its message. */
  onQuestion: (message: string, buttons: readonly string[]) => string | undefined = () => undefined;
  onLog: (message: string) => void = () => undefined;

  constructor() {
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: 'pipe' });
    this.#child.stderr.pipe(process.stderr);
    this.#child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /** Seconds since the server was started. */
  get seconds(): string {
    return ((performance.now() - this.started) / 1000).toFixed(2);
  }

  /** The most memory the server's process has held so far and holds now, in MiB; where there is no /proc, nothing. */
  get memory(): string {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const mib = (name: string): string =>
        (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024).toFixed(0);
      return `${mib('VmHWM')} MiB at most, ${mib('VmRSS')} MiB now`;
    } catch {
      return 'memory unknown on this system';
    }
  }

  /** CPU seconds the server has used; where there is no /proc, nothing. */
  get cpu(): string {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return `${((Number(fields[11]) + Number(fields[12])) / 100).toFixed(1)} s CPU`;
    } catch {
      return '';
    }
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.#id;
    const answer = new Promise<Message>((done) => this.#answers.set(id, done));
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    this.#child.stdin.end();
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Joins what came only when a message is complete: answers of many megabytes come in small parts. */
  #read(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#size += chunk.length;
    while (this.#size >= Math.max(this.#wanted, 1)) {
      const all = Buffer.concat(this.#parts);
      this.#parts = [all];
      const head = all.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(all.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      this.#wanted = end;
      if (all.length < end) return;
      this.#parts = [all.subarray(end)];
      this.#size = all.length - end;
      this.#wanted = -1;
      this.#take(JSON.parse(all.toString('utf8', head + 4, end)) as Message);
    }
  }

  #take(message: Message): void {
    if (message.method === undefined) {
      this.#answers.get(Number(message.id))?.(message);
      this.#answers.delete(Number(message.id));
      return;
    }
    if (message.method === '$/progress') this.onProgress(message.params as Progress);
    if (message.method === 'window/logMessage') this.onLog((message.params as { message: string }).message);
    if (message.id === undefined) return;
    let result: unknown = null;
    if (message.method === 'window/showMessageRequest') {
      const { message: said, actions } = message.params as {
        message: string;
        actions?: readonly { readonly title: string }[];
      };
      const chosen = this.onQuestion(
        said,
        (actions ?? []).map(({ title }) => title),
      );
      result = actions?.find(({ title }) => title === chosen) ?? null;
    }
    this.#send({ id: message.id, result });
  }
}

async function opened(client: Client): Promise<void> {
  await client.request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: basename(dir ?? '') }],
    capabilities: {
      window: { workDoneProgress: true },
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: { diagnostic: {} },
    },
  });
  client.notify('initialized', {});
}

/** Asks for the findings of all documents, in parts, and counts what comes. */
async function findings(client: Client): Promise<{ documents: number; findings: number; first: string }> {
  let [documents, count, first] = [0, 0, ''];
  const others = client.onProgress;
  client.onProgress = (progress) => {
    if (progress.token !== 'findings') return others(progress);
    if (documents === 0) first = client.seconds;
    for (const { items } of progress.value.items ?? []) {
      documents++;
      count += items?.length ?? 0;
    }
  };
  const { items } = await client.request<{ items: readonly { items?: readonly unknown[] }[] }>(
    'workspace/diagnostic',
    { previousResultIds: [], partialResultToken: 'findings' },
  );
  client.onProgress = others;
  for (const one of items) {
    documents++;
    count += one.items?.length ?? 0;
  }
  return { documents, findings: count, first };
}

const client = new Client();
let reports = 0;
let index = '';
let ended = (): void => undefined;
let done = new Promise<void>((resolve) => {
  ended = resolve;
});
client.onProgress = ({ token, value }) => {
  if (value.kind === 'begin') console.log(`${client.seconds} s  progress begins: ${value.title}`);
  if (value.kind === 'report') {
    if (reports++ === 0) console.log(`${client.seconds} s  first report: ${value.message}`);
    if (values.cancel && reports === 1) client.notify('window/workDoneProgress/cancel', { token });
  }
  if (value.kind !== 'end') return;
  index = client.seconds;
  console.log(
    `${index} s  progress ends${value.message ? `: ${value.message}` : ''} after ${reports} reports; ${client.memory}, ${client.cpu}`,
  );
  ended();
};
client.onLog = (message) => console.log(`${client.seconds} s  log: ${message}`);
client.onQuestion = (message, buttons) => {
  console.log(`${client.seconds} s  asked: ${message} [${buttons.join('] [')}]`);
  return undefined;
};

await opened(client);
console.log(`${client.seconds} s  initialized`);
await Promise.race([done, new Promise<void>((resolve) => setTimeout(resolve, 1_000).unref())]);

const print = (all: Awaited<ReturnType<typeof findings>>): void =>
  console.log(
    `${client.seconds} s  findings of ${all.documents} documents delivered: ${all.findings}, the first at ${all.first || '–'} s; ${client.memory}, ${client.cpu}`,
  );
print(await findings(client));
if (values.cancel) {
  done = new Promise<void>((resolve) => {
    ended = resolve;
  });
  reports = 1;
  await client.request('workspace/executeCommand', {
    command: 'decisionRights.who',
    arguments: ['who owns the first one'],
  });
  print(await findings(client));
}
await client.stop();
