import ignore, { type Ignore } from 'ignore';

/** An entry of a folder; symbolic links are told apart, not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Folders as a host offers them. Paths are absolute and use `/`. */
export interface Tree {
  /** The entries of a folder in name order; empty when it cannot be read. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The text of a file; undefined when it cannot be read. */
  read(path: string): Promise<string | undefined>;
}

/** Folders nobody keeps documents in, and which are large. */
const NEVER = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** What the `.gitignore` files of a tree leave out. Folders are absolute. */
export class GitIgnore {
  readonly #rules = new Map<string, Ignore>();

  constructor(
    /** Files above it have no say. */
    readonly root: string,
  ) {}

  set(folder: string, text: string): void {
    this.#rules.set(folder, ignore().add(text));
  }

  /** Whether the files leave out this very path; a folder's ends with `/`. The folders above it are not looked at. */
  leavesOut(path: string): boolean {
    // The nearest file that has an opinion decides, as in Git.
    for (let at = parent(path); ; at = parent(at)) {
      const verdict = this.#rules.get(at)?.test(path.slice(at === '/' ? 1 : at.length + 1));
      if (verdict?.ignored) return true;
      if (verdict?.unignored || at === this.root || at === '/' || at === '') return false;
    }
  }

  /** Whether a walk from the root would pass over this file, be it for a folder above it. */
  hides(path: string): boolean {
    for (let at = parent(path); at.length > this.root.length; at = parent(at))
      if (isNever(at.slice(at.lastIndexOf('/') + 1)) || this.leavesOut(`${at}/`)) return true;
    return this.leavesOut(path);
  }
}

/**
 * The files below a folder in path order, without those that `.gitignore` files leave out; `rules` holds those
 * above the folder, and takes in the ones found. Links are not followed, so the walk ends and never leaves the folder.
 */
export async function* filesBelow(tree: Tree, folder: string, rules: GitIgnore): AsyncGenerator<string> {
  const entries = await tree.list(folder);
  if (entries.some(({ name }) => name === '.gitignore')) await readIgnore(tree, folder, rules);
  for (const { name, kind } of entries) {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    if (kind === 'folder') {
      if (!isNever(name) && !rules.leavesOut(`${path}/`)) yield* filesBelow(tree, path, rules);
    } else if (kind === 'file' && !rules.leavesOut(path)) yield path;
  }
}

/** Takes in the `.gitignore` of one folder, if there is one. */
export async function readIgnore(tree: Tree, folder: string, rules: GitIgnore): Promise<void> {
  const text = await tree.read(`${folder === '/' ? '' : folder}/.gitignore`);
  if (text !== undefined) rules.set(folder, text);
}

export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function isNever(name: string): boolean {
  return NEVER.has(name);
}

/** The folder of a path, without the slash a folder's path may end with. */
function parent(path: string): string {
  const cut = path.lastIndexOf('/', path.length - 2);
  return cut > 0 ? path.slice(0, cut) : cut === 0 ? '/' : '';
}
