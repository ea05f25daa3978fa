import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Host } from '../../server/src/cli/host.ts';
import { nodeHost } from '../../server/src/node/host.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder on disk with these files, and the command line standing in it. Removed by `dispose`. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'decision-rights-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Runs a command in the folder (or in `cwd` below it), with the date 2026-03-02 unless `--today` is given. */
  async run(
    args: readonly string[],
    more: { stdin?: string; cwd?: string; answers?: readonly string[]; now?: number } = {},
  ): Promise<Ran> {
    const out: string[] = [];
    const err: string[] = [];
    const answers = [...(more.answers ?? [])];
    const host: Host = {
      ...nodeHost(async () => 0),
      cwd: more.cwd ? join(this.folder, more.cwd) : this.folder,
      env: {},
      out: { write: (text) => void out.push(text), isTerminal: false },
      err: { write: (text) => void err.push(text), isTerminal: false },
      now: () => more.now ?? Date.UTC(2026, 2, 2),
      readStandardInput: async () => new TextEncoder().encode(more.stdin ?? ''),
      ask: more.answers ? async () => answers.shift() ?? '' : undefined,
    };
    // As the command itself loads its parts: Mocha requires test files, and what is required has errors of its own.
    const { run } = await import('../../server/src/cli/run.ts');
    const code = await run(args, host);
    return { code, out: out.join(''), err: err.join('') };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs `body` with a workspace and removes it afterwards. */
export async function inWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  body: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const workspace = new Workspace(files);
  try {
    await body(workspace);
  } finally {
    workspace.dispose();
  }
}
