import ignore, { type Ignore } from 'ignore';
import type { FileSystem } from './host.ts';

/** Folders nobody keeps documents in, and which are large. */
const NEVER = new Set(['.git', '.hg', '.svn', 'node_modules']);

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

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
  const above: IgnoreFile[] = [];
  for (const parent of foldersBetween(root, folder)) {
    const rules = await readIgnore(files, parent);
    if (rules) above.push({ folder: parent, rules });
  }
  yield* walk(files, folder, above);
}

async function* walk(
  files: FileSystem,
  folder: string,
  above: readonly IgnoreFile[],
): AsyncGenerator<string> {
  const entries = await files.list(folder);
  const own = entries.some((entry) => entry.name === '.gitignore')
    ? await readIgnore(files, folder)
    : undefined;
  const rules = own ? [...above, { folder, rules: own }] : above;
  for (const { name, kind } of entries) {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    if (kind === 'folder') {
      if (!NEVER.has(name) && !ignored(rules, `${path}/`)) yield* walk(files, path, rules);
    } else if (kind === 'file' && !ignored(rules, path)) yield path;
  }
}

export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function ignored(rules: readonly IgnoreFile[], path: string): boolean {
  // The nearest file that has an opinion decides, as in Git.
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i];
    if (!rule) continue;
    const relative = path.slice(rule.folder === '/' ? 1 : rule.folder.length + 1);
    const verdict = rule.rules.test(relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

async function readIgnore(files: FileSystem, folder: string): Promise<Ignore | undefined> {
  try {
    const bytes = await files.read(`${folder === '/' ? '' : folder}/.gitignore`);
    return ignore().add(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
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
