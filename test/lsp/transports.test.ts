import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { LspClient, serverCommand } from '../support/lsp-client.ts';

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};

describe('language server: transports', () => {
  it('speaks over Node’s own channel, and ends with it', async () => {
    const [, script = '', ...rest] = serverCommand();
    const server = fork(script, [...rest, '--node-ipc'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const answer = new Promise<{ id: number; result: { serverInfo: { name: string } } }>((done) =>
      server.once('message', (message) => done(message as never)),
    );
    const ended = new Promise<number | null>((done) => server.once('exit', done));
    server.send(INITIALIZE);
    assert.equal((await answer).result.serverInfo.name, 'decision-rights');
    server.disconnect();
    assert.equal(await ended, 1);
  });

  for (const form of ['--socket=', '--socket '])
    it(`speaks over a socket, given as ${form}PORT`, async () => {
      const listener = createServer();
      const connected = new Promise<Socket>((done) => listener.once('connection', done));
      await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
      const address = listener.address();
      assert.ok(address && typeof address === 'object');
      const client = new LspClient(`${form}${address.port}`.split(' '));
      try {
        const socket = await connected;
        const body = JSON.stringify(INITIALIZE);
        const answer = new Promise<string>((done) => socket.once('data', (data) => done(data.toString())));
        socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        assert.match(await answer, /^Content-Length: /);
        socket.end();
        assert.equal(await client.exited, 1);
      } finally {
        client.dispose();
        listener.close();
      }
    });

  it('says so when there is nobody at the socket', async () => {
    const client = new LspClient(['--socket=1']);
    assert.equal(await client.exited, 1);
    assert.match(client.stderr, /cannot start/);
    client.dispose();
  });
});
