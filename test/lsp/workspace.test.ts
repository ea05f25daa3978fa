import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { FULL_CLIENT, LspClient, PULL_CLIENT } from '../support/lsp-client.ts';

const document = (initiative: string, more = ''): string =>
  `---\ntype: decision-rights\ninitiative: ${initiative}\n${more}---\n\n# ${initiative}\n`;

const register = (...rows: string[]): string =>
  `---\ntype: ai-system-register\n---\n\n# AI systems\n\n| System | Unit | First call | Identified on | Owner | Assigned on | Document |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.map((row) => `${row}\n`).join('')}`;
const row = (system: string, link: string): string =>
  `| ${system} | Claims | Dana Whitfield | 2026-01-12 | Dana Whitfield | 2026-01-20 | [document](${link}) |`;

const has = (rule: string) => (items: Diagnostic[]) => items.some(({ code }) => code === rule);
const lacks = (rule: string) => (items: Diagnostic[]) => !has(rule)(items);
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const inOrder = <T extends { uri: string }>(items: T[]): T[] =>
  [...items].sort((a, b) => (a.uri < b.uri ? -1 : 1));

/** A diagnostic's text; the protocol also allows Markdown there, which we do not send. */
function said(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

describe('language server: workspace', () => {
  let client: LspClient;
  beforeEach(() => {
    client = new LspClient();
  });
  afterEach(() => client.dispose());

  const changed = (...changes: [uri: string, type: number][]): void =>
    client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([uri, type]) => ({ uri, type })),
    });

  /** Initializes with these folders below the client's own. */
  const inFolders = async (folders: string[], capabilities: object = FULL_CLIENT): Promise<void> => {
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((name) => ({ uri: client.uri(name), name })),
      capabilities,
    });
    client.notify('initialized', {});
  };

  describe('what one document says about another', () => {
    beforeEach(() => {
      client.write('a/claims.md', document('claims', 'owner: Dana Whitfield, VP Claims\n'));
      client.write('b/other.md', document('claims', 'owner: Omar Haddad, VP Service\n'));
    });

    it('appears in both, at the right place of the other, and goes when one is mended in the editor', async () => {
      await client.initialize();
      const a = client.open('a/claims.md', document('claims', 'owner: Dana Whitfield, VP Claims\n'));
      const [finding] = (await a.pushed(has('initiative-duplicated'))).filter(
        ({ code }) => code === 'initiative-duplicated',
      );
      assert.equal(finding?.severity, 1);
      assert.deepEqual(finding?.relatedInformation?.[0]?.location, {
        uri: client.uri('b/other.md'),
        range: { start: { line: 2, character: 12 }, end: { line: 2, character: 18 } },
      });
      const b = client.open('b/other.md', document('claims', 'owner: Omar Haddad, VP Service\n'));
      await b.pushed(has('initiative-duplicated'));
      b.replace('initiative: claims', 'initiative: refunds');
      await a.pushed(lacks('initiative-duplicated'));
      await b.pushed(lacks('initiative-duplicated'));
      // The file still says it: closed without saving, it counts again.
      b.close();
      await a.pushed(has('initiative-duplicated'));
    });

    it('goes when the other is deleted, and comes when one is created', async () => {
      await client.initialize();
      const a = client.open('a/claims.md', document('claims'));
      await a.pushed(has('initiative-duplicated'));
      client.remove('b/other.md');
      changed([client.uri('b/other.md'), DELETED]);
      await a.pushed(lacks('initiative-duplicated'));
      const uri = client.write('c/deep/new.md', document('claims'));
      changed([uri, CREATED]);
      await a.pushed(has('initiative-duplicated'));
      client.remove('c');
      changed([client.uri('c'), DELETED]);
      await a.pushed(lacks('initiative-duplicated'));
    });

    it('follows a rename of file and folder', async () => {
      await client.initialize();
      const a = client.open('a/claims.md', document('claims'));
      const names = (items: Diagnostic[]): string =>
        said(items.find(({ code }) => code === 'initiative-duplicated'));
      await a.pushed((items) => names(items).startsWith('b/other.md '));
      renameSync(join(client.folder, 'b'), join(client.folder, 'moved'));
      client.notify('workspace/didRenameFiles', {
        files: [{ oldUri: client.uri('b'), newUri: client.uri('moved') }],
      });
      await a.pushed((items) => names(items).startsWith('moved/other.md '));
    });

    it('is nobody’s business when the other is ignored, retired or taken out by the configuration', async () => {
      client.write('.gitignore', 'b/\n');
      await client.initialize();
      const a = client.open('a/claims.md', document('claims', 'use_case_class: back-office\n'));
      const third = client.write('c.md', document('claims'));
      changed([third, CREATED]);
      await a.pushed(has('initiative-duplicated'));
      client.write('c.md', document('claims', 'status: retired\n'));
      changed([third, CHANGED]);
      await a.pushed(lacks('initiative-duplicated'));
      // A file that appears where everything is ignored.
      changed([client.write('b/more.md', document('claims')), CREATED]);
      client.remove('.gitignore');
      changed([client.uri('.gitignore'), DELETED]);
      await a.pushed(has('initiative-duplicated'));
      changed([client.write('.decision-rights.yaml', 'exclude: ["b/**"]\n'), CREATED]);
      await a.pushed(lacks('initiative-duplicated'));
    });

    it('is told within each folder of a workspace, once for folders that overlap', async () => {
      client.write('a/sub/copy.md', document('claims'));
      await inFolders(['a', 'a/sub', 'b']);
      const b = client.open('b/other.md', document('claims'));
      const copy = client.open('a/sub/copy.md', document('claims'));
      const [finding] = (await copy.pushed(has('initiative-duplicated'))).filter(
        ({ code }) => code === 'initiative-duplicated',
      );
      assert.match(said(finding), /^claims\.md claims/);
      assert.ok(lacks('initiative-duplicated')(await b.pushed()));
    });
  });

  it('holds rows of a register against documents, both ways', async () => {
    client.write('ai-systems.md', register(row('Claims', 'claims.md')));
    client.write('claims.md', document('claims', 'title: Claims\nstatus: production\n'));
    client.write('refunds.md', document('refunds', 'title: Refunds\nstatus: production\n'));
    await client.initialize();
    const refunds = client.open('refunds.md', document('refunds', 'title: Refunds\nstatus: production\n'));
    await refunds.pushed(has('system-not-in-register'));
    const table = client.open('ai-systems.md', register(row('Claims', 'claims.md')));
    await table.pushed();
    table.replace(
      row('Claims', 'claims.md'),
      `${row('Claims', 'claims.md')}\n${row('Refunds', 'refunds.md')}`,
    );
    await refunds.pushed(lacks('system-not-in-register'));
  });

  it('looks links up on disk, and again when files come and go', async () => {
    const text = document('claims', 'contested:\n  record: records/decision.md#outcome\n');
    await client.initialize();
    const file = client.open('claims.md', text);
    await file.pushed(has('link-broken'));
    changed([client.write('records/decision.md', '# Decision\n\n## Outcome\n'), CREATED]);
    await file.pushed(lacks('link-broken'));
    changed([client.write('records/decision.md', '# Decision\n'), CHANGED]);
    await file.pushed(has('link-broken'));
    changed([client.write('records/decision.md', '# Outcome\n'), CHANGED]);
    await file.pushed(lacks('link-broken'));
    client.remove('records');
    changed([client.uri('records'), DELETED]);
    await file.pushed(has('link-broken'));
  });

  it('follows links to ignored files, but not out of the workspace', async () => {
    client.write('work/.gitignore', 'records/\n');
    client.write('work/records/a.pdf', 'x');
    client.write('outside.pdf', 'x');
    await inFolders(['work']);
    const file = client.open(
      'work/claims.md',
      document('claims', 'gate:\n  readiness: records/b.pdf\ncontested:\n  record: records/a.pdf\n'),
    );
    const items = await file.pushed(has('link-broken'));
    assert.equal(items.filter(({ code }) => code === 'link-broken').length, 1);
  });

  it('takes in a branch switch of thousands of files with few looks at what is open', async () => {
    for (let i = 0; i < 300; i++) client.write(`docs/${i}.md`, document(`system-${i}`));
    await client.initialize(PULL_CLIENT);
    const file = client.open('docs/0.md', document('system-0'));
    await file.pulled();
    const everything = (): Promise<WorkspaceDiagnosticReport> =>
      client.request('workspace/diagnostic', { previousResultIds: [] });
    await everything();
    const before = client.received.length;
    const events: [string, number][] = [];
    for (let i = 0; i < 300; i++)
      events.push([client.write(`docs/${i}.md`, document(`system-${i % 2 === 0 ? 0 : i}`)), CHANGED]);
    for (let i = 0; i < 5_000; i++)
      events.push([client.uri(`build/${i}.o`), i % 2 === 0 ? CREATED : DELETED]);
    changed(...events);
    await everything();
    const report = await file.pulled();
    const found = report.kind === 'full' ? report.items : [];
    const duplicated = found.find(({ code }) => code === 'initiative-duplicated');
    assert.equal(duplicated?.relatedInformation?.length, 149);
    await client.until('a refresh', () =>
      client.received.slice(before).find(({ method }) => method === 'workspace/diagnostic/refresh'),
    );
    const refreshes = client.received.filter(({ method }) => method === 'workspace/diagnostic/refresh');
    assert.ok(refreshes.length <= 4, `${refreshes.length} refreshes`);
  });

  describe('settings', () => {
    const CONFIG = '.decision-rights.yaml';

    it('a person renamed in the register, unsaved, changes the findings of open documents', async () => {
      const people = 'people:\n  - name: Dana Whitfield\n    title: VP Claims\n    rank: vp\n';
      client.write(CONFIG, 'people: people.yaml\n');
      client.write('people.yaml', people);
      await client.initialize();
      const file = client.open('a.md', document('claims', 'owner: Dana Whitfield\n'));
      await file.pushed(lacks('owner-not-in-register'));
      const open = client.open('people.yaml', people, 'yaml');
      open.replace('Dana Whitfield', 'Dana Whitman');
      await file.pushed(has('owner-not-in-register'));
      open.replace('Dana Whitman', 'Dana Whitfield');
      await file.pushed(lacks('owner-not-in-register'));
    });

    it('count from the nearest file in each folder of the workspace, unsaved too', async () => {
      client.write(`one/${CONFIG}`, 'rules:\n  autonomy-undeclared: off\n');
      client.write(`two/deep/${CONFIG}`, 'rules:\n  autonomy-undeclared: error\n');
      await inFolders(['one', 'two']);
      const severity = (level: number) => (items: Diagnostic[]) =>
        items.some((item) => item.code === 'autonomy-undeclared' && item.severity === level);
      const one = client.open('one/a.md', document('claims'));
      const two = client.open('two/a.md', document('claims'));
      const deep = client.open('two/deep/a.md', document('claims-2'));
      await one.pushed(lacks('autonomy-undeclared'));
      await two.pushed(severity(2));
      await deep.pushed(severity(1));
      const config = client.open(`two/deep/${CONFIG}`, 'rules:\n  autonomy-undeclared: error\n', 'yaml');
      const pushes = (): number =>
        client.received.filter(
          ({ method, params }) =>
            method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === one.uri,
        ).length;
      config.replace('error', 'info');
      await deep.pushed(severity(3));
      assert.ok(pushes() <= 4);
    });

    it('of a file nobody opened show what is wrong with them once the workspace was read', async () => {
      const uri = client.write(`deep/${CONFIG}`, 'rules:\n  no-such-rule: off\n');
      client.write('deep/a.md', document('claims'));
      await client.initialize();
      await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 1);
    });

    it('put the mix of the portfolio into the configuration, and follow it', async () => {
      const start = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
      const uri = client.write(CONFIG, `programme_started_on: ${start}\n`);
      client.write('a.md', document('claims', 'use_case_class: customer-facing\n'));
      await client.initialize();
      await client.diagnostics(uri, ({ diagnostics }) => has('portfolio-customer-facing-heavy')(diagnostics));
      client.open('a.md', document('claims', 'use_case_class: back-office\n'));
      await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    });
  });

  describe('asked for all of it', () => {
    const pull = (
      previousResultIds: { uri: string; value: string }[] = [],
      more: object = {},
    ): Promise<WorkspaceDiagnosticReport> =>
      client.request('workspace/diagnostic', { previousResultIds, ...more });
    const ids = (items: WorkspaceDocumentDiagnosticReport[]): { uri: string; value: string }[] =>
      items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));

    it('reports every document, open or not, unchanged ones by name, and gone ones as empty', async () => {
      client.write('a.md', document('claims'));
      client.write('b.md', document('claims'));
      client.write('notes.md', '# Notes\n');
      client.write('ai-systems.md', register(row('Claims', 'a.md')));
      await client.initialize(PULL_CLIENT);
      const open = client.open('b.md', document('claims'));
      const first = await pull();
      assert.deepEqual(
        inOrder(first.items).map(({ uri, version }) => [uri, version]),
        [
          [client.uri('a.md'), null],
          [client.uri('ai-systems.md'), null],
          [open.uri, 1],
        ],
      );
      const own = (await open.pulled()) as DocumentDiagnosticReport;
      assert.equal(own.resultId, first.items.find(({ uri }) => uri === open.uri)?.resultId);
      const second = await pull(ids(first.items));
      assert.deepEqual(
        second.items.map(({ kind }) => kind),
        ['unchanged', 'unchanged', 'unchanged'],
      );
      client.remove('a.md');
      changed([client.uri('a.md'), DELETED]);
      const third = await pull(ids(first.items));
      const gone = third.items.find(({ uri }) => uri === client.uri('a.md'));
      assert.ok(gone?.kind === 'full' && gone.items.length === 0);
      const left = third.items.find(({ uri }) => uri === open.uri);
      assert.ok(left?.kind === 'full' && lacks('initiative-duplicated')(left.items));
    });

    it('keeps whoever asks for ever waiting until there is news, and can be cancelled', async () => {
      client.write('a.md', document('claims'));
      client.write('b.md', document('refunds'));
      await client.initialize(PULL_CLIENT);
      const { items } = await pull();
      await pull(ids(items));
      const waiting = pull(ids(items));
      client.write('a.md', document('refunds'));
      changed([client.uri('a.md'), CHANGED]);
      const news = await waiting;
      assert.deepEqual(
        inOrder(news.items).map(({ uri, kind }) => [uri, kind]),
        [
          [client.uri('a.md'), 'full'],
          [client.uri('b.md'), 'full'],
        ],
      );
    });

    it('sends parts to whoever takes them', async () => {
      for (let i = 0; i < 250; i++) client.write(`${i}.md`, document(`system-${i}`));
      await client.initialize(PULL_CLIENT);
      const { items } = await pull([], { partialResultToken: 'parts' });
      assert.equal(items.length, 0);
      const parts = client.received.flatMap(({ method, params }) => {
        const { token, value } = (params ?? {}) as { token?: string; value?: WorkspaceDiagnosticReport };
        return method === '$/progress' && token === 'parts' ? [value?.items.length] : [];
      });
      assert.deepEqual(parts, [100, 100, 50]);
    });

    it('tells along with one document what became of those that depend on it', async () => {
      client.write('a.md', document('claims'));
      client.write('b.md', document('claims'));
      await client.initialize({
        ...PULL_CLIENT,
        textDocument: { ...PULL_CLIENT.textDocument, diagnostic: { relatedDocumentSupport: true } },
      });
      await pull();
      const a = client.open('a.md', document('claims'));
      const report = (await a.pulled()) as DocumentDiagnosticReport;
      const other = report.relatedDocuments?.[client.uri('b.md')];
      assert.ok(other?.kind === 'full' && has('initiative-duplicated')(other.items));
    });
  });
});
