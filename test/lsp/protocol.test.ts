import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client.ts';
import { BAD } from './documents.ts';

describe('language server: protocol', () => {
  let client: LspClient;
  beforeEach(() => {
    client = new LspClient();
  });
  afterEach(() => client.dispose());

  it('exits with 0 after shutdown', async () => {
    await client.initialize();
    assert.equal(await client.stop(), 0);
  });

  it('exits with 1 when told to exit without shutdown', async () => {
    await client.initialize();
    client.notify('exit', undefined);
    assert.equal(await client.exited, 1);
  });

  it('exits when its input ends, answering first what it was asked', async () => {
    await client.initialize();
    const file = client.open('a.md', BAD);
    const answer = client.ask('textDocument/documentSymbol', { textDocument: file.document });
    client.endInput();
    assert.ok(Array.isArray((await answer).result));
    assert.equal(await client.exited, 1);
  });

  it('exits with 0 when its input ends after shutdown', async () => {
    await client.initialize();
    await client.ask('shutdown', undefined);
    client.endInput();
    assert.equal(await client.exited, 0);
  });

  it('refuses requests before initialize, after shutdown, and a second initialize', async () => {
    const params = { textDocument: { uri: client.uri('a.md') }, position: { line: 0, character: 0 } };
    assert.equal((await client.ask('textDocument/hover', params)).error?.code, -32002);
    assert.equal((await client.ask('no/such', {})).error?.code, -32002);
    await client.initialize();
    assert.equal((await client.ask('no/such', {})).error?.code, -32601);
    assert.equal(
      (await client.ask('initialize', { capabilities: {}, processId: null, rootUri: null })).error?.code,
      -32600,
    );
    await client.ask('shutdown', undefined);
    assert.equal((await client.ask('textDocument/hover', params)).error?.code, -32600);
    client.notify('exit', undefined);
    assert.equal(await client.exited, 0);
  });

  for (const [what, bytes] of [
    ['a header without a length', 'Content-Type: text\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a header that is none', 'hello there\r\n\r\n'],
    ['a body that is not JSON', 'Content-Length: 5\r\n\r\n{{{{{'],
  ] as const)
    it(`says so and exits on ${what}`, async () => {
      await client.initialize();
      client.raw(bytes);
      assert.equal(await client.exited, 1);
      assert.match(client.stderr, /not the language server protocol/);
    });

  it('lives on when a request makes no sense', async () => {
    await client.initialize();
    for (const params of [null, {}, { textDocument: null }, { textDocument: { uri: 7 }, position: 'here' }]) {
      const { error, result } = await client.ask('textDocument/hover', params);
      assert.ok(error !== undefined || result === null);
    }
    client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///no', version: 1 },
      contentChanges: [],
    });
    client.notify('textDocument/didOpen', {});
    client.notify('$/noSuch', {});
    const file = client.open('a.md', BAD);
    assert.ok((await file.pushed()).length > 0);
  });

  it('answers a cancelled request', async () => {
    await client.initialize();
    const file = client.open('a.md', BAD);
    const asked = Array.from({ length: 20 }, (_, i) => {
      const answer = client.ask('textDocument/documentSymbol', { textDocument: file.document });
      if (i % 2 === 1) client.notify('$/cancelRequest', { id: 2 + i });
      return answer;
    });
    const answers = await Promise.all(asked);
    answers.forEach(({ error, result }, i) => {
      if (i % 2 === 1) assert.ok(error?.code === -32800 || Array.isArray(result));
      else assert.ok(Array.isArray(result));
    });
  });

  it('takes every spelling of one URI for one file', async () => {
    await client.initialize();
    const file = client.open('with space ü.md', BAD);
    await file.pushed();
    const spelled = file.uri.replace('file:///', 'file:///').replaceAll('%20', ' ');
    client.notify('textDocument/didChange', {
      textDocument: { uri: spelled, version: 2 },
      contentChanges: [{ text: '# Nothing of ours\n' }],
    });
    await client.diagnostics(
      file.uri,
      ({ version, diagnostics }) => version === 2 && diagnostics.length === 0,
    );
  });
});
