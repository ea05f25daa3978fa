import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../lsp/host.ts';

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
  now: Date.now,
  defer: (callback) => void setImmediate(callback),
  every: (ms, callback) => void setInterval(callback, ms).unref(),
};

/** True when the file, all links followed, lies in the folder. */
async function staysIn(path: string, folder: string): Promise<boolean> {
  const [file, root] = await Promise.all([realpath(path), realpath(folder)]);
  return file.startsWith(root.endsWith(sep) ? root : root + sep);
}
