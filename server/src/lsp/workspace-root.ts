import type { DecisionRightsDocument } from '../core/document/document.ts';
import { Company } from '../core/workspace/company.ts';
import type { LinkTarget, WorkspaceFacts } from '../core/workspace/facts.ts';
import { headingAnchors, linkTarget, resolveLink } from '../core/workspace/links.ts';
import { GitIgnore, isMarkdown } from '../core/workspace/tree.ts';
import { isUnder, relativeTo, uriOf } from './uri.ts';

/** What has to be read before a document's findings are final. */
export interface Wanted {
  readonly what: 'exists' | 'anchors' | 'owner';
  /** Relative to the root, as all paths here. */
  readonly path: string;
}

/**
 * What is known of one workspace folder: which files there are, what our files tell each other, and where links
 * lead. Answers at once; what it does not know yet it notes in `wanted`, for somebody to read.
 */
export class Root {
  readonly company = new Company();
  readonly rules: GitIgnore;
  /** Files that are not ignored. */
  readonly #paths = new Set<string>();
  /** Folders by how many of these files lie in them, at any depth. */
  readonly #folders = new Map<string, number>();
  #list: readonly string[] | undefined;
  /** What was looked up of files that are no part of the list. */
  readonly #others = new Map<string, boolean>();
  readonly #anchors = new Map<string, ReadonlySet<string>>();
  readonly #targets = new Map<string, LinkTarget | undefined>();
  /** Documents by the paths their links lead to. */
  readonly #linkers = new Map<string, Set<string>>();
  readonly #linked = new Map<string, Set<string>>();
  /** Documents whose bodies were searched for an owner. */
  readonly ownersRead = new Set<string>();
  /** By `what path`: and who waits for it. */
  readonly wanted = new Map<string, Wanted & { readonly by: Set<string> }>();
  /** When findings of a document may last have changed, on the index's own clock. */
  readonly touched = new Map<string, number>();
  touchedAll = 0;

  constructor(
    readonly prefix: string,
    /** Decoded, without a slash at its end. */
    readonly path: string,
    private readonly onWanted: () => void,
  ) {
    this.rules = new GitIgnore(path);
  }

  get uri(): string {
    return uriOf(this.prefix, this.path);
  }

  uriOf(relative: string): string {
    return uriOf(this.prefix, this.absolute(relative));
  }

  absolute(relative: string): string {
    return this.path === '/' ? `/${relative}` : `${this.path}/${relative}`;
  }

  /** The path as this root knows it; undefined for what lies elsewhere. */
  relative(prefix: string, path: string): string | undefined {
    return prefix === this.prefix && path !== this.path && isUnder(this.path, path)
      ? relativeTo(this.path, path)
      : undefined;
  }

  get paths(): readonly string[] {
    this.#list ??= [...this.#paths];
    return this.#list;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** The folders in which Markdown files lie, each with one of them. */
  markdownFolders(): Map<string, string> {
    const found = new Map<string, string>();
    for (const path of this.#paths)
      if (isMarkdown(path)) found.set(path.slice(0, path.lastIndexOf('/') + 1), path);
    return found;
  }

  addPath(path: string): void {
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    this.#count(path, 1);
    this.#changed(path);
  }

  /** Also for paths that were never listed, such as ignored ones: links may lead there. */
  removePath(path: string): void {
    if (this.#paths.delete(path)) this.#count(path, -1);
    // Thousands of files that nobody knew come and go in a build.
    else if (!this.#others.has(path) && !this.#linkers.has(path)) return;
    this.#changed(path);
  }

  /** The file has another text. */
  textChanged(path: string): void {
    this.ownersRead.delete(path);
    if (this.#anchors.delete(path)) this.#targets.clear();
  }

  /** The listed files in a folder, at any depth. */
  below(folder: string): string[] {
    return this.#folders.has(folder) ? this.paths.filter((path) => path.startsWith(`${folder}/`)) : [];
  }

  #count(path: string, by: 1 | -1): void {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      const count = (this.#folders.get(folder) ?? 0) + by;
      if (count === 0) this.#folders.delete(folder);
      else this.#folders.set(folder, count);
    }
  }

  #changed(path: string): void {
    this.#list = undefined;
    this.#others.delete(path);
    this.#anchors.delete(path);
    this.#targets.clear();
    this.ownersRead.delete(path);
  }

  /** The documents with links to a path. */
  linkersOf(path: string): Iterable<string> {
    return this.#linkers.get(path) ?? [];
  }

  /** The document's links are about to be read again, or it is gone. */
  forgetLinks(self: string): void {
    for (const path of this.#linked.get(self) ?? []) {
      const linkers = this.#linkers.get(path);
      if (linkers?.delete(self) && linkers.size === 0) this.#linkers.delete(path);
    }
    this.#linked.delete(self);
  }

  /** What the rest of the workspace tells a document, for one check. */
  factsFor(self: string, doc: DecisionRightsDocument): WorkspaceFacts {
    this.forgetLinks(self);
    let own: ReadonlySet<string> | undefined;
    const anchors = (): ReadonlySet<string> => {
      own ??= headingAnchors(doc.markdown);
      return own;
    };
    return this.company.facts((_from, url) => this.#link(self, url, anchors), { self });
  }

  #link(self: string, url: string, own: () => ReadonlySet<string>): LinkTarget | undefined {
    const place = resolveLink(self, url);
    if (!place) return undefined;
    const { path, heading } = place;
    if (path === self) return this.#target(self, url, heading === undefined ? undefined : own());
    add(this.#linkers, path, self);
    add(this.#linked, self, path);
    if (!this.#paths.has(path) && !this.#folders.has(path)) {
      const there = this.#others.get(path);
      if (there === undefined) return this.want('exists', path, self);
      if (!there) return this.#known(self, url, undefined);
    }
    if (heading === undefined || !isMarkdown(path)) return this.#known(self, url, undefined);
    const anchors = this.#anchors.get(path);
    return anchors ? this.#known(self, url, anchors) : this.want('anchors', path, self);
  }

  #known(self: string, url: string, anchors: ReadonlySet<string> | undefined): LinkTarget | undefined {
    const key = `${self}\n${url}`;
    if (!this.#targets.has(key)) this.#targets.set(key, this.#target(self, url, anchors));
    return this.#targets.get(key);
  }

  #target(self: string, url: string, anchors: ReadonlySet<string> | undefined): LinkTarget | undefined {
    return linkTarget(self, url, {
      paths: this.paths,
      has: (path) =>
        path === self || this.#paths.has(path) || this.#folders.has(path) || this.#others.get(path) === true,
      anchors: () => anchors,
    });
  }

  /** Notes that something has to be read. */
  want(what: Wanted['what'], path: string, by: string): undefined {
    const key = `${what} ${path}`;
    const wanted = this.wanted.get(key);
    if (wanted) wanted.by.add(by);
    else this.wanted.set(key, { what, path, by: new Set([by]) });
    this.onWanted();
    return undefined;
  }

  /** Takes in the headings of a document that is being edited; true when links to them may fare otherwise now. */
  headingsAre(path: string, anchors: () => ReadonlySet<string>): boolean {
    const known = this.#anchors.get(path);
    if (!known) return false;
    const now = anchors();
    if (known.size === now.size && [...now].every((anchor) => known.has(anchor))) return false;
    this.#anchors.set(path, now);
    this.#targets.clear();
    return true;
  }

  /** Takes in whether a file that is not listed is there. */
  learnExists(path: string, there: boolean): void {
    this.#others.set(path, there);
    this.#targets.clear();
  }

  /** Takes in the headings of a file; none when it cannot be read, and then no heading is missing. */
  learnAnchors(path: string, text: string | undefined): void {
    this.#anchors.set(path, text === undefined ? ANY : headingAnchors(text));
    this.#targets.clear();
  }
}

/** Nobody can tell which headings there are: every one is. */
const ANY: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

function add(to: Map<string, Set<string>>, key: string, value: string): void {
  const set = to.get(key);
  if (set) set.add(value);
  else to.set(key, new Set([value]));
}
