import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client.ts';
import { BAD } from './documents.ts';

const CONFIG = '.decision-rights.yaml';
const OFF = 'rules:\n  autonomy-undeclared: off\n';

describe('language server: configuration', () => {
  let client: LspClient;
  beforeEach(() => {
    client = new LspClient();
  });
  afterEach(() => client.dispose());

  const has = (rule: string) => (diagnostics: { code?: unknown }[]) =>
    diagnostics.some(({ code }) => code === rule);
  const lacks = (rule: string) => (diagnostics: { code?: unknown }[]) => !has(rule)(diagnostics);
  const changed = (uri: string, type = 2): void =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

  it('is read again when it changes on disk, appears or goes, without a restart', async () => {
    await client.initialize();
    const file = client.open('docs/a.md', BAD);
    await file.pushed(has('autonomy-undeclared'));
    const uri = client.write(CONFIG, OFF);
    changed(uri, 1);
    await file.pushed(lacks('autonomy-undeclared'));
    client.write(CONFIG, 'rules:\n  autonomy-undeclared: info\n');
    changed(uri);
    const [finding] = (await file.pushed(has('autonomy-undeclared'))).filter(
      ({ code }) => code === 'autonomy-undeclared',
    );
    assert.equal(finding?.severity, 3);
    client.remove(CONFIG);
    changed(uri, 3);
    await file.pushed((d) =>
      d.some(({ code, severity }) => code === 'autonomy-undeclared' && severity === 2),
    );
  });

  it('counts from the nearest folder, and only that', async () => {
    client.write(CONFIG, OFF);
    client.write(`near/${CONFIG}`, 'company_size: 100\n');
    await client.initialize();
    const near = client.open('near/a.md', BAD);
    const far = client.open('far/a.md', BAD);
    assert.ok(has('autonomy-undeclared')(await near.pushed()));
    assert.ok(lacks('autonomy-undeclared')(await far.pushed()));
  });

  it('is not looked for above the workspace folder', async () => {
    client.write(CONFIG, OFF);
    const root = client.uri('inner');
    await client.request('initialize', {
      processId: null,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'inner' }],
      capabilities: {},
    });
    client.notify('initialized', {});
    await client.open('inner/a.md', BAD).pushed(has('autonomy-undeclared'));
  });

  it('makes files ours by a glob, and takes them out', async () => {
    client.write(CONFIG, 'documents: ["decisions/**"]\nexclude: ["decisions/old/**"]\n');
    await client.initialize();
    const plain = '# Something\n\nText.\n';
    const old = client.open('decisions/old/a.md', BAD);
    const ours = client.open('decisions/a.md', plain);
    await ours.pushed();
    assert.equal(client.shown.has(old.uri), false);
  });

  it('shows its own problems in its own file, and takes them back', async () => {
    const uri = client.write(CONFIG, 'rules:\n  autonomy-undeclard: off\n');
    await client.initialize();
    client.open('a.md', BAD);
    const { diagnostics } = await client.diagnostics(uri, (published) => published.diagnostics.length > 0);
    assert.equal(diagnostics[0]?.code, 'config-invalid');
    assert.deepEqual(diagnostics[0]?.range.start, { line: 1, character: 2 });
    client.write(CONFIG, OFF);
    changed(uri);
    await client.diagnostics(uri, (published) => published.diagnostics.length === 0);
  });

  it('keeps what last held while it is broken in the editor', async () => {
    client.write(CONFIG, OFF);
    await client.initialize();
    const file = client.open('a.md', BAD);
    await file.pushed(lacks('autonomy-undeclared'));
    const config = client.open(CONFIG, OFF, 'yaml');
    config.replace('rules:', 'rules: {');
    await client.diagnostics(config.uri, (published) => published.diagnostics.length > 0);
    file.replace('Übersicht', 'View');
    await file.pushed(lacks('autonomy-undeclared'));
    config.replace('rules: {\n  autonomy-undeclared: off', 'rules:\n  autonomy-undeclared: error');
    await client.diagnostics(config.uri, (published) => published.diagnostics.length === 0);
    await file.pushed((d) =>
      d.some(({ code, severity }) => code === 'autonomy-undeclared' && severity === 1),
    );
  });

  it('reads the people register it names, and says what is wrong in it', async () => {
    client.write(CONFIG, 'people: people.yaml\n');
    const uri = client.write(
      'people.yaml',
      'people:\n  - name: Dana Whitfield\n    title: VP Claims\n    rnak: vp\n',
    );
    await client.initialize();
    const file = client.open('a.md', BAD.replace('status: production', 'status: production\nowner: '));
    await file.pushed();
    await client.diagnostics(uri, (published) => published.diagnostics.length > 0);
    const items = await file.complete(file.at('owner: ', 'owner: '.length));
    const dana = items.find(({ label }) => label === 'Dana Whitfield');
    assert.equal(dana?.detail, 'VP Claims');
    client.write('people.yaml', 'people:\n  - name: Lena Roth\n');
    changed(uri);
    await client.diagnostics(uri, (published) => published.diagnostics.length === 0);
    const later = await file.complete(file.at('owner: ', 'owner: '.length));
    assert.ok(later.some(({ label }) => label === 'Lena Roth'));
  });

  it('reads no register outside the workspace, not even through a link', async () => {
    const uri = client.write(CONFIG, 'people: ../../people.yaml\n');
    await client.initialize();
    client.open('a.md', BAD);
    const { diagnostics } = await client.diagnostics(uri, (published) => published.diagnostics.length > 0);
    assert.equal(diagnostics[0]?.code, 'config-invalid');
  });

  it('is each root’s own where several are open', async () => {
    client.write(`one/${CONFIG}`, OFF);
    const folders = ['one', 'two'].map((name) => ({ uri: client.uri(name), name }));
    await client.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders,
      capabilities: {},
    });
    client.notify('initialized', {});
    await client.open('one/a.md', BAD).pushed(lacks('autonomy-undeclared'));
    await client.open('two/a.md', BAD).pushed(has('autonomy-undeclared'));
  });

  it('is explained, completed and mended in its own file', async () => {
    const text = 'people: people.yaml\nrules:\n  autonomy-undeclard: off\n';
    client.write(CONFIG, text);
    client.write('people.yaml', 'people:\n  - name: Dana\n    ra\n');
    await client.initialize();
    const config = client.open(CONFIG, text, 'yaml');
    await client.diagnostics(config.uri);
    assert.match((await config.hover(config.at('rules', 1)))?.contents.value ?? '', /\*\*rules\*\*/);
    const severities = await config.complete(config.at('off', 1));
    assert.deepEqual(
      severities.map(({ label }) => label),
      ['off', 'info', 'warning', 'error'],
    );
    const people = client.open('people.yaml', 'people:\n  - name: Dana\n    ra\n', 'yaml');
    assert.ok((await people.complete(people.at('ra', 2))).some(({ label }) => label === 'rank'));
    const place = config.at('autonomy', 2);
    const [fix] = await config.actions({ start: place, end: place });
    assert.ok(fix);
    config.apply(fix);
    assert.match(config.text, /autonomy-undeclared: off/);
    config.edit({ start: config.lines.end, end: config.lines.end }, 'min_');
    const keys = await config.complete(config.at('min_', 4));
    assert.ok(keys.some(({ label }) => label === 'min_rank'));
  });
});
