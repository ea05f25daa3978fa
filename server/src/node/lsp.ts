import { createConnection } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { start } from '../lsp/server.ts';
import { nodeHost } from './lsp-host.ts';
import { openTransport } from './transport.ts';

/** Turns of the event loop in which messages that were already read are still answered once the client is gone. */
const LAST_TURNS = 2_000;

function complain(what: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`decision-rights-language-server: ${what}: ${detail}\n`);
}

/** Serves until the client says exit or is gone. Exit status 0 only after a proper shutdown. */
async function main(): Promise<void> {
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    complain('unexpected error', error);
    if (error.code === 'EPIPE') process.exit(1);
  });
  process.on('unhandledRejection', (reason) => complain('unexpected rejection', reason));
  const { reader, writer, onEnd } = await openTransport(process.argv.slice(2));
  // After a broken header or body the stream cannot be trusted any more: end, so that the client starts anew.
  reader.onError((error) => {
    complain('the input is not the language server protocol', error);
    process.exit(1);
  });
  const gate = start(createConnection(reader, writer), nodeHost, manifest.version);
  onEnd(() => {
    let turns = 0;
    const turn = (): void => {
      if (++turns > LAST_TURNS) process.exit(gate.isDown ? 0 : 1);
      setImmediate(turn);
    };
    turn();
  });
}

main().catch((error: unknown) => {
  complain('cannot start', error);
  process.exit(1);
});
