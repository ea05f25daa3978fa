import { statSync } from 'node:fs';
import { run } from '../cli/run.ts';
import { nodeHost } from './host.ts';

/** Loaded when asked for only: most runs of the command never need it. */
async function serve(args: readonly string[]): Promise<number> {
  process.argv = [process.argv[0] ?? 'node', 'decision-rights-language-server', ...args];
  // It starts the server when it is loaded.
  await import('./lsp.ts');
  return await new Promise<number>(() => undefined);
}

/** The same for the MCP server. */
async function mcp(): Promise<number> {
  const { serveOverStdio } = await import('./mcp.ts');
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
