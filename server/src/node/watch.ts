import { type FSWatcher, readdirSync, watch } from 'node:fs';

/** Folders whose changes mean nothing here, and which are large. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);

/**
 * Calls back with what changed below a folder; the function returned ends it. Where the system cannot watch a
 * tree, each folder is watched by itself, and folders that appear are taken in.
 */
export function watchTree(root: string, changed: (path: string) => void): () => void {
  return process.platform === 'darwin' || process.platform === 'win32'
    ? watchWhole(root, changed)
    : watchFolders(root, changed);
}

function watchWhole(root: string, changed: (path: string) => void): () => void {
  const watcher = watch(root, { recursive: true }, (_, name) => {
    const skipped = name?.split(/[\\/]/).some((part) => SKIPPED.has(part)) ?? false;
    if (!skipped) changed(`${root}/${name ?? ''}`);
  });
  watcher.on('error', () => undefined);
  return () => watcher.close();
}

function watchFolders(root: string, changed: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    for (const [path, watcher] of watchers)
      if (path === folder || path.startsWith(`${folder}/`)) {
        watcher.close();
        watchers.delete(path);
      }
  };
  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => {
        if (name !== null && SKIPPED.has(name)) return;
        // A folder that comes or goes shows as a rename in the one above it.
        if (event === 'rename') look(folder);
        changed(`${folder}/${name ?? ''}`);
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Gone meanwhile, or not ours to read: what lies there is not watched.
      return;
    }
    look(folder);
  };
  const look = (folder: string): void => {
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !SKIPPED.has(entry.name)) add(`${folder}/${entry.name}`);
    } catch {
      drop(folder);
    }
  };
  add(root);
  return () => drop(root);
}
