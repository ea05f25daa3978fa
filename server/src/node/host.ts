import { randomBytes } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { FileKind, FileSystem, Host } from '../cli/host.ts';
import { watchTree } from './watch.ts';

/** The command line's world on Node. */
export function nodeHost(serve: Host['serve']): Host {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return {
    cwd: slashes(process.cwd()),
    env: process.env,
    out: output(process.stdout),
    err: output(process.stderr),
    files,
    now: () => Date.now(),
    readStandardInput,
    ask: interactive ? ask : undefined,
    serve,
    cacheFolder: cacheFolder(),
    watch: watchTree,
    every(ms, callback) {
      const timer = setInterval(callback, ms).unref();
      return () => clearInterval(timer);
    },
    interrupted: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  };
}

function output(stream: NodeJS.WriteStream): Host['out'] {
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true };
}

/** Paths are spoken of with `/` everywhere above this file. */
export function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function kindOf(entry: Stats | Dirent): FileKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

const files: FileSystem = {
  async kind(path) {
    try {
      return kindOf(await stat(path));
    } catch {
      return undefined;
    }
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      throw new Error(reason(error));
    }
  },
  async head(path, length) {
    try {
      const handle = await open(path, 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw new Error(reason(error));
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  },
  async real(path) {
    try {
      return slashes(await realpath(path));
    } catch {
      return path;
    }
  },
  async replace(path, text, before) {
    // Through the link, so that a linked document stays a link.
    const target = await realpath(path);
    const { mode } = await lstat(target);
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const handle = await open(temporary, 'wx', mode);
      try {
        await handle.writeFile(text);
        await handle.chmod(mode);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!(await readFile(target)).equals(before))
        throw new Error('it was changed by somebody else meanwhile');
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw new Error(reason(error));
    }
  },
  async store(path, text) {
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary, text);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw new Error(reason(error));
    }
  },
  async create(path, text) {
    try {
      await writeFile(path, text, { flag: 'wx' });
    } catch (error) {
      throw new Error(reason(error));
    }
  },
};

/** Where the system keeps what can be made again. */
function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if (platform === 'win32') return env['LOCALAPPDATA'] ? slashes(env['LOCALAPPDATA']) : undefined;
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  const home = homedir();
  if (home === '') return undefined;
  return platform === 'darwin' ? `${home}/Library/Caches` : `${home}/.cache`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'the file exists already',
  EMFILE: 'too many files are open',
  ELOOP: 'its links go round in a circle',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return REASONS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
