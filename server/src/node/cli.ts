import { statSync } from 'node:fs';
import { run } from '../cli/run.ts';
import { nodeHost } from './host.ts';

/** Loaded when asked for only: most runs of the command never need it. */
async function serve(args: readonly string[]): Promise<number> {
  process.argv = [process.argv[0] ?? 'node', 'decision-rights-language-server', ...args];
  // @ts-expect-error -- the bundle beside this one; it starts the server on import.
  await import('./lsp.cjs');
  return await new Promise<number>(() => undefined);
}

/** The same for the MCP server. */
async function mcp(): Promise<number> {
  // @ts-expect-error -- the bundle beside this one.
  const { serveOverStdio } = (await import('./mcp.cjs')) as { serveOverStdio: () => Promise<number> };
  return serveOverStdio();
}

/** Tells builds of one version apart: what a cache holds is of one engine. */
function build(): string {
  try {
    const { size, mtimeMs } = statSync(__filename);
    return `${size}-${Math.round(mtimeMs)}`;
  } catch {
    return '';
  }
}

// A reader that stops reading (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

run(process.argv.slice(2), { ...nodeHost(serve), mcp, build: build() }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`decision-rights: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
