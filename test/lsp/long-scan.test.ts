import assert from 'node:assert/strict';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { FULL_CLIENT, LspClient } from '../support/lsp-client.ts';

const document = (initiative: string, more = ''): string =>
  `---\ntype: decision-rights\ninitiative: ${initiative}\n${more}---\n\n# ${initiative}\n`;

const has = (rule: string) => (items: Diagnostic[]) => items.some(({ code }) => code === rule);
const lacks = (rule: string) => (items: Diagnostic[]) => !has(rule)(items);

const CLIENT = {
  ...FULL_CLIENT,
  window: { workDoneProgress: true },
  textDocument: { ...FULL_CLIENT.textDocument, diagnostic: { dynamicRegistration: false } },
};
const PUSHED = { ...FULL_CLIENT, window: { workDoneProgress: true } };
const DOCUMENTS = 900;

describe('language server: a long scan', () => {
  let client: LspClient;

  beforeEach(() => {
    client = new LspClient();
    for (let i = 0; i < DOCUMENTS; i++)
      client.write(`${i % 30}/${i}.md`, document(i < 2 ? 'claims' : `system-${i}`));
  });
  afterEach(() => client.dispose());

  interface Shown {
    readonly token: string;
    readonly value: { readonly kind: string; readonly percentage?: number; readonly message?: string };
  }

  const progress = (): Shown[] =>
    client.received.flatMap(({ method, params }) => (method === '$/progress' ? [params as never] : []));
  /** The nth begin or end of a scan, from 0. */
  const nth = (kind: string, n = 0): Promise<Shown> =>
    client.until(`${kind} ${n + 1}`, () => progress().filter(({ value }) => value.kind === kind)[n]);

  /** Starts the server and cancels its scan at once; `pressed` is what the person answers to the question then. */
  async function cancelled(pressed?: string, capabilities: object = CLIENT): Promise<string> {
    let asked = '';
    client.answers.set('window/showMessageRequest', (params) => {
      const { message, actions } = params as { message: string; actions: { title: string }[] };
      asked = message;
      return actions.find(({ title }) => title === pressed);
    });
    await client.initialize(capabilities);
    const { token } = await nth('begin');
    client.notify('window/workDoneProgress/cancel', { token });
    const end = await nth('end');
    assert.equal(end.value.message, 'cancelled');
    return client.until('the question', () => asked || undefined);
  }

  const execute = <T>(command: string, argument: unknown): Promise<T> =>
    client.request('workspace/executeCommand', { command, arguments: [argument] });

  interface Report {
    readonly partial: boolean;
    readonly portfolio: { readonly initiatives: readonly unknown[] };
  }

  it('shows how far it is', async () => {
    await client.initialize(PUSHED);
    await nth('end');
    const shown = progress().map(({ value }) => value);
    assert.deepEqual([shown[0]?.kind, shown[1]?.kind, shown.at(-1)?.kind], ['begin', 'report', 'end']);
    assert.deepEqual(
      shown.slice(1, -1).map(({ message, percentage }) => [message, percentage]),
      [200, 400, 600, 800].map((n) => [`${n} of 900`, Math.floor((n * 100) / DOCUMENTS)]),
    );
    await client.open('0/0.md', document('claims')).pushed(has('initiative-duplicated'));
  });

  it('ends when it is cancelled: documents are checked one by one, and what was not read is not told of', async () => {
    const question = await cancelled(undefined, PUSHED);
    assert.match(question, /^Not all decision-rights documents were read/);
    const file = client.open('0/0.md', document('claims'));
    assert.ok(lacks('initiative-duplicated')(await file.pushed()));
    const report = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.equal(report.partial, true);
    assert.equal(report.portfolio.initiatives.length, 1, 'the one that is open');
    // Typing does not begin again what somebody has just cancelled.
    file.replace('# claims', '# Claims');
    await file.pushed();
    assert.equal(progress().filter(({ value }) => value.kind === 'begin').length, 1);
  });

  it('has no findings of files it has not read for who asks for all', async () => {
    await cancelled();
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(items, []);
  });

  it('is begun again by the button of the question', async () => {
    await cancelled('Read them', PUSHED);
    const file = client.open('0/0.md', document('claims'));
    await file.pushed(has('initiative-duplicated'));
    const report = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.equal(report.partial, false);
    assert.equal(report.portfolio.initiatives.length, DOCUMENTS);
  });

  it('is begun again by whoever asks who may stop a system', async () => {
    await cancelled();
    const { text } = await execute<{ text: string }>('decisionRights.who', 'who owns system-899');
    assert.match(text, /system-899/);
    assert.match(text, /29\/899\.md/);
  });

  it('is begun again by a person who opens the portfolio, not by a view that follows it', async () => {
    await cancelled();
    const followed = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.deepEqual([followed.partial, followed.portfolio.initiatives.length], [true, 0]);
    const asked = await execute<Report>('decisionRights.report', { format: 'json', complete: true });
    assert.deepEqual([asked.partial, asked.portfolio.initiatives.length], [false, DOCUMENTS]);
  });

  it('is begun again when a file that says what to leave out has changed', async () => {
    await cancelled();
    const uri = client.write('.gitignore', '/1\n/2\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await nth('end', 1);
    const report = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.deepEqual([report.partial, report.portfolio.initiatives.length], [false, DOCUMENTS - 60]);
  });

  it('is begun again when the configuration says that other files are ours', async () => {
    await cancelled();
    const uri = client.write('.decision-rights.yaml', 'exclude: ["1/**"]\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await nth('end', 1);
    const report = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.deepEqual([report.partial, report.portfolio.initiatives.length], [false, DOCUMENTS - 30]);
  });

  it('can be cancelled again, and begun again after that', async () => {
    await cancelled();
    const asked = execute<Report>('decisionRights.report', { format: 'json', complete: true });
    const { token } = await nth('begin', 1);
    client.notify('window/workDoneProgress/cancel', { token });
    assert.equal((await asked).partial, true);
    const again = await execute<Report>('decisionRights.report', { format: 'json', complete: true });
    assert.deepEqual([again.partial, again.portfolio.initiatives.length], [false, DOCUMENTS]);
  });

  it('keeps what was known when a later one is cancelled', async () => {
    await client.initialize(CLIENT);
    await nth('end');
    const uri = client.write('.gitignore', '/1\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    const { token } = await nth('begin', 1);
    client.notify('window/workDoneProgress/cancel', { token });
    await nth('end', 1);
    const before = await execute<Report>('decisionRights.report', { format: 'json' });
    assert.deepEqual([before.partial, before.portfolio.initiatives.length], [true, DOCUMENTS]);
    const after = await execute<Report>('decisionRights.report', { format: 'json', complete: true });
    assert.deepEqual([after.partial, after.portfolio.initiatives.length], [false, DOCUMENTS - 30]);
  });
});
