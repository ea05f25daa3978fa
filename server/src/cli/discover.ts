import { filesBelow, GitIgnore, isMarkdown, readIgnore, type Tree } from '../core/workspace/tree.ts';
import type { FileSystem } from './host.ts';

export { isMarkdown };

/**
 * Markdown files below a folder in path order, leaving out what `.gitignore` files between `root` and the file
 * leave out. Links are not followed, so the walk ends and never leaves the folder.
 */
export async function* markdownFiles(
  files: FileSystem,
  folder: string,
  root: string,
): AsyncGenerator<string> {
  for await (const path of allFiles(files, folder, root)) if (isMarkdown(path)) yield path;
}

/** The same for files of every kind. */
export async function* allFiles(files: FileSystem, folder: string, root: string): AsyncGenerator<string> {
  const above = foldersBetween(root, folder);
  const rules = new GitIgnore(above[0] ?? folder);
  const tree = treeOf(files);
  for (const parent of above) await readIgnore(tree, parent, rules);
  yield* filesBelow(tree, folder, rules);
}

function treeOf(files: FileSystem): Tree {
  return {
    list: (folder) => files.list(folder),
    read: async (path) => {
      try {
        return new TextDecoder().decode(await files.read(path));
      } catch {
        return undefined;
      }
    },
  };
}

/** The folders above `folder` from `root` down, without `folder` itself. */
function foldersBetween(root: string, folder: string): string[] {
  if (folder !== root && !folder.startsWith(root === '/' ? '/' : `${root}/`)) return [];
  const out: string[] = [];
  let current = folder;
  while (current !== root && current.length > root.length) {
    current = current.slice(0, current.lastIndexOf('/')) || '/';
    out.unshift(current);
  }
  return out;
}
