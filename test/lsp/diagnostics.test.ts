import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { RULE_PAGE_BASE } from '../../server/src/core/rules/rule-url.ts';
import { FULL_CLIENT, LspClient, PULL_CLIENT } from '../support/lsp-client.ts';
import { BAD, ORDINARY, SECOND_A, SHARED_ROW } from './documents.ts';

const shared = (diagnostics: Diagnostic[]): Diagnostic | undefined =>
  diagnostics.find(({ code }) => code === 'raci-shared-accountable');

describe('language server: diagnostics', () => {
  let client: LspClient;
  beforeEach(() => {
    client = new LspClient();
  });
  afterEach(() => client.dispose());

  for (const [dress, text] of [
    ['LF', BAD],
    ['CRLF', BAD.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${BAD}`],
  ] as const)
    it(`point at the second A, with ${dress}`, async () => {
      await client.initialize();
      const file = client.open('a.md', text);
      const finding = shared(await file.pushed());
      assert.ok(finding, 'two in one row are reported');
      assert.deepEqual(finding.range.start, file.at(SHARED_ROW, SECOND_A));
      assert.equal(file.textOf(finding.range), 'A');
      assert.equal(finding.severity, 1);
      assert.equal(finding.source, 'decision-rights');
      assert.equal(finding.codeDescription?.href, `${RULE_PAGE_BASE}raci-shared-accountable`);
      const [related] = finding.relatedInformation ?? [];
      assert.ok(related, 'the other A is related');
      assert.equal(related.location.uri, file.uri);
      assert.equal(file.textOf(related.location.range), 'A');
    });

  it('count UTF-8 bytes where the client asks for it', async () => {
    const general = { positionEncodings: ['utf-8', 'utf-16'] };
    const { capabilities } = await client.initialize({ ...FULL_CLIENT, general });
    assert.equal(capabilities.positionEncoding, 'utf-8');
    const file = client.open('a.md', BAD);
    const finding = shared(await file.pushed());
    const line = BAD.slice(0, BAD.indexOf(SHARED_ROW)).split('\n').length - 1;
    const character = Buffer.byteLength(SHARED_ROW.slice(0, SECOND_A));
    assert.deepEqual(finding?.range, {
      start: { line, character },
      end: { line, character: character + 1 },
    });
    client.notify('textDocument/didChange', {
      textDocument: { uri: file.uri, version: 2 },
      contentChanges: [{ range: finding?.range, text: 'R' }],
    });
    await client.diagnostics(file.uri, ({ version, diagnostics }) => version === 2 && !shared(diagnostics));
  });

  it('follow the text', async () => {
    await client.initialize();
    const file = client.open('a.md', BAD);
    assert.ok(shared(await file.pushed()));
    file.replace(SHARED_ROW, SHARED_ROW.replace('| A | A |', '| A | R |'));
    assert.equal(shared(await file.pushed()), undefined);
    file.replace('| A | R | C |\n| In', '| A | A | C |\n| In');
    assert.ok(shared(await file.pushed()));
  });

  it('are made once for a burst of edits', async () => {
    await client.initialize();
    const file = client.open('a.md', BAD);
    await file.pushed();
    client.received.length = 0;
    for (let i = 0; i < 50; i++) file.edit({ start: file.at('Übersicht'), end: file.at('Übersicht') }, 'x');
    await file.pushed();
    const published = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    assert.ok(published.length < 10, `${published.length} times for 50 edits`);
  });

  it('leave ordinary Markdown alone, until it becomes ours and after it was', async () => {
    await client.initialize();
    const ordinary = client.open('notes.md', ORDINARY);
    const file = client.open('a.md', BAD);
    await file.pushed();
    assert.equal(client.shown.has(ordinary.uri), false);
    assert.equal(await ordinary.hover(ordinary.at('# Notes', 3)), null);
    assert.deepEqual(await ordinary.complete(ordinary.at('# Notes', 2)), []);
    const start = { line: 0, character: 0 };
    ordinary.edit({ start, end: start }, '---\ntype: decision-rights\n---\n');
    assert.ok((await ordinary.pushed()).length > 0);
    ordinary.replace('type: decision-rights', 'type: diary');
    assert.deepEqual(await ordinary.pushed(), []);
  });

  it('come to nothing for the other side of a diff', async () => {
    await client.initialize();
    client.notify('textDocument/didOpen', {
      textDocument: { uri: 'git:/work/a.md?ref', languageId: 'markdown', version: 1, text: BAD },
    });
    await client.open('a.md', BAD).pushed();
    assert.equal(client.shown.size, 1);
  });

  it('are cleared when a file outside the workspace is closed, and kept for one inside', async () => {
    await client.initialize();
    client.write('in.md', BAD);
    const inside = client.open('in.md', BAD);
    const outside = client.open('../elsewhere.md', BAD);
    await inside.pushed();
    await outside.pushed();
    outside.close();
    await client.diagnostics(outside.uri, ({ diagnostics }) => diagnostics.length === 0);
    inside.close();
    await client.diagnostics(inside.uri, ({ version }) => version === undefined);
    assert.ok(shared(client.shown.get(inside.uri)?.diagnostics ?? []));
  });

  it('are cleared when a file is deleted or renamed', async () => {
    await client.initialize();
    for (const [name, gone] of [
      [
        'deleted.md',
        (uri: string) => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] }),
      ],
      ['removed.md', (uri: string) => client.notify('workspace/didDeleteFiles', { files: [{ uri }] })],
      [
        'renamed.md',
        (uri: string) =>
          client.notify('workspace/didRenameFiles', { files: [{ oldUri: uri, newUri: client.uri('n.md') }] }),
      ],
    ] as const) {
      const uri = client.write(name, BAD);
      const file = client.open(name, BAD);
      await file.pushed();
      client.remove(name);
      gone(uri);
      file.close();
      await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    }
  });

  it('are given when asked for, and not pushed as well', async () => {
    const { capabilities } = await client.initialize(PULL_CLIENT);
    assert.ok(capabilities.diagnosticProvider);
    const file = client.open('a.md', BAD);
    const first = await file.pulled();
    assert.equal(first.kind, 'full');
    assert.ok(first.kind === 'full' && shared(first.items));
    const again = await file.pulled(first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    file.replace('| A | A |', '| A | R |');
    const third = await file.pulled(first.resultId);
    assert.ok(third.kind === 'full' && !shared(third.items));
    const ordinary = client.open('notes.md', ORDINARY);
    const none = await ordinary.pulled();
    assert.ok(none.kind === 'full' && none.items.length === 0);
    assert.equal(client.shown.size, 0);
  });

  it('tell the state of a document to clients that show it', async () => {
    await client.initialize(PULL_CLIENT, { documentState: true });
    const file = client.open('a.md', BAD);
    const state = await client.until('the state', () =>
      client.received.find(({ method }) => method === 'decisionRights/documentState'),
    );
    const { uri, type, initiative, errors } = state.params as Record<string, unknown>;
    assert.deepEqual([uri, type, initiative], [file.uri, 'decision-rights', 'claims-triage']);
    assert.ok(Number(errors) > 0);
  });
});
