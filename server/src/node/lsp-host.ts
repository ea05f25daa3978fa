import type { Dirent } from 'node:fs';
import { access, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FolderEntry } from '../core/workspace/tree.ts';
import type { Host } from '../lsp/host.ts';
import { relieve } from './relief.ts';

/** A document or register of this size is none: reading it would only cost memory. */
const MAX_BYTES = 16_000_000;

/** The language server's platform on Node. */
export const nodeHost: Host = {
  canRead: (scheme) => scheme === 'file',
  async readFile(uri, inside) {
    try {
      const path = fileURLToPath(uri);
      if (inside !== undefined && !(await staysIn(path, fileURLToPath(inside)))) return undefined;
      const { size } = await stat(path);
      if (size > MAX_BYTES) return undefined;
      const bytes = await readFile(path);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  async readHead(uri, length) {
    try {
      const handle = await open(fileURLToPath(uri), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, 0);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead));
        return { text, whole: bytesRead < length };
      } finally {
        await handle.close();
      }
    } catch {
      return undefined;
    }
  },
  async exists(uri, inside) {
    try {
      const path = fileURLToPath(uri);
      await access(path);
      return await staysIn(path, fileURLToPath(inside));
    } catch {
      return false;
    }
  },
  async list(uri) {
    try {
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return undefined;
    }
  },
  now: Date.now,
  defer: (callback) => void setImmediate(callback),
  every: (ms, callback) => void setInterval(callback, ms).unref(),
  relieve,
};

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** True when the file, all links followed, lies in the folder. */
async function staysIn(path: string, folder: string): Promise<boolean> {
  const [file, root] = await Promise.all([realpath(path), realpath(folder)]);
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
}
