import type { LoadedConfig } from '../core/config/load.ts';
import { DecisionRightsDocument } from '../core/document/document.ts';
import { type Ownership, ownership } from '../core/document/ours.ts';
import { Reading } from '../core/document/reading.ts';
import { findFences } from '../core/frontmatter/fences.ts';
import { Company, registerFacts } from '../core/workspace/company.ts';
import type { DocumentFacts, LinkTarget, WorkspaceFacts } from '../core/workspace/facts.ts';
import { documentFacts } from '../core/workspace/gather.ts';
import { headFacts } from '../core/workspace/head-facts.ts';
import { headingAnchors, linkedPaths, linkTarget, resolveLink } from '../core/workspace/links.ts';
import { allFiles, isMarkdown } from './discover.ts';
import type { Host } from './host.ts';
import { shown } from './paths.ts';
import { decode, type Project } from './project.ts';

/** Files read at once: more gain nothing and can run out of descriptors. */
const POOL = 32;

/** Holds the frontmatter of any ordinary document, in bytes; a longer one is read whole. */
const HEAD = 8_192;

/** The documents and registers of one workspace root, and which files there are. */
interface Root {
  readonly folder: string;
  readonly real: string;
  readonly company: Company;
  /** Files that are not ignored, relative to the root. */
  readonly paths: readonly string[];
  readonly known: ReadonlySet<string>;
  /** The documents that each configuration with a programme holds for. */
  readonly governed: ReadonlyMap<LoadedConfig, readonly string[]>;
  /** The headings of files that links name one of. */
  readonly anchors: Map<string, Promise<ReadonlySet<string> | undefined>>;
  /** Whether a file that is not among the paths is there all the same. */
  readonly others: Map<string, Promise<boolean>>;
}

/** What documents need to know of other files. Each workspace root is gathered once, when first asked for. */
export class WorkspaceIndex {
  readonly #roots = new Map<string, Promise<Root>>();

  constructor(
    private readonly host: Host,
    private readonly project: Project,
  ) {}

  /** What the rest of its workspace tells a document: looked up before it is checked. */
  factsFor(doc: DecisionRightsDocument, path: string): Promise<WorkspaceFacts> {
    const urls = linkedPaths(doc).map(({ url }) => url);
    return this.factsForLinks(urls, path, doc.text);
  }

  /** The same for a document of which only the links are known; its text is read where one leads into it. */
  async factsForLinks(urls: readonly string[], path: string, text?: string): Promise<WorkspaceFacts> {
    const root = await this.#root(await this.project.rootOf(path));
    const self = path.slice(root.folder === '/' ? 1 : root.folder.length + 1);
    const link = await this.#links(urls, text, self, root);
    return root.company.facts(link, {
      self,
      shown: (relative) => shown(this.host.cwd, under(root.folder, relative)),
    });
  }

  /** All documents and registers below a workspace root. */
  async company(root: string): Promise<Company> {
    return (await this.#root(root)).company;
  }

  /** The documents in the workspace of a configuration that it holds for. */
  async governedBy(loaded: LoadedConfig): Promise<readonly DocumentFacts[]> {
    const found: DocumentFacts[] = [];
    for (const pending of this.#roots.values()) {
      const { company, governed } = await pending;
      for (const path of governed.get(loaded) ?? []) {
        const facts = company.at(path);
        if (facts) found.push(facts);
      }
    }
    return found;
  }

  #root(folder: string): Promise<Root> {
    let root = this.#roots.get(folder);
    if (!root) {
      root = this.#gather(folder);
      this.#roots.set(folder, root);
    }
    return root;
  }

  async #gather(folder: string): Promise<Root> {
    const { files } = this.host;
    const company = new Company();
    const paths: string[] = [];
    const governed = new Map<LoadedConfig, string[]>();
    const running = new Set<Promise<void>>();
    for await (const path of allFiles(files, folder, folder)) {
      const relative = path.slice(folder === '/' ? 1 : folder.length + 1);
      paths.push(relative);
      if (!isMarkdown(path)) continue;
      const task = this.#take(path, relative, company, governed).finally(() => running.delete(task));
      running.add(task);
      if (running.size >= POOL) await Promise.race(running);
    }
    await Promise.all(running);
    for (const relative of company.ownerWanted()) await this.#readOwner(folder, relative, company);
    const real = await files.real(folder);
    const known = new Set(paths);
    return { folder, real, company, paths, known, governed, anchors: new Map(), others: new Map() };
  }

  /** Takes in one Markdown file, if it is ours; a file that cannot be read tells nothing. */
  async #take(
    path: string,
    relative: string,
    company: Company,
    governed: Map<LoadedConfig, string[]>,
  ): Promise<void> {
    const loaded = await this.project.configFor(path);
    const rules = this.project.pathRules(path, loaded, false);
    if (rules.excluded) return;
    const head = await this.#head(path);
    const owned = head === undefined ? undefined : ownership(path, head, rules);
    if (!owned || head === undefined) return;
    if (owned.type === 'ai-system-register') {
      const text = await this.#text(path);
      if (text !== undefined)
        company.set(relative, registerFacts(new DecisionRightsDocument(relative, text, owned)));
      return;
    }
    company.set(relative, headFacts(relative, head));
    if (loaded.config.programmeStartedOn === undefined) return;
    const others = governed.get(loaded);
    if (others) others.push(relative);
    else governed.set(loaded, [relative]);
  }

  /** The text up to the end of the frontmatter, and perhaps more. */
  async #head(path: string): Promise<string | undefined> {
    try {
      const bytes = await this.host.files.head(path, HEAD);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const cut = bytes.length === HEAD && /^\uFEFF?---/.test(text) && findFences(text)?.closing !== 'dashes';
      return cut ? await this.#text(path) : text;
    } catch {
      return undefined;
    }
  }

  async #text(path: string): Promise<string | undefined> {
    try {
      return decode(await this.host.files.read(path)).text;
    } catch {
      return undefined;
    }
  }

  /** Looks for an owner in a document's body, where two documents share an initiative and the head names none. */
  async #readOwner(folder: string, relative: string, company: Company): Promise<void> {
    const path = under(folder, relative);
    const text = await this.#text(path);
    const loaded = await this.project.configFor(path);
    const owned = text === undefined ? undefined : ours(path, text, this.project, loaded);
    if (text === undefined || !owned) return;
    const settings = { config: loaded.config, people: loaded.people, now: 0, workspace: undefined };
    const { owner } = documentFacts(new Reading(new DecisionRightsDocument(relative, text, owned), settings));
    const facts = company.at(relative);
    if (facts && owner !== undefined) company.set(relative, { ...facts, owner });
  }

  /** Looks up the links of a document: inside the root only, symbolic links resolved. */
  async #links(
    urls: readonly string[],
    text: string | undefined,
    self: string,
    root: Root,
  ): Promise<(from: string, url: string) => LinkTarget | undefined> {
    const there = new Set([self]);
    const anchors = new Map<string, ReadonlySet<string> | undefined>();
    for (const url of urls) {
      const place = resolveLink(self, url);
      if (!place) continue;
      const { path, heading } = place;
      if (!root.known.has(path) && !there.has(path)) {
        if (!(await this.#exists(path, root))) continue;
        there.add(path);
      }
      if (heading === undefined || anchors.has(path) || !isMarkdown(path)) continue;
      const own = path === self ? text : undefined;
      anchors.set(path, own === undefined ? await this.#anchorsOf(path, root) : headingAnchors(own));
    }
    const files = {
      paths: root.paths,
      has: (path: string) => root.known.has(path) || there.has(path),
      anchors: (path: string) => anchors.get(path),
    };
    return (_from, url) => linkTarget(self, url, files);
  }

  /** What `.gitignore` leaves out, or a symbolic link leads to, may be there all the same. */
  #exists(path: string, { folder, real, others }: Root): Promise<boolean> {
    let known = others.get(path);
    if (!known) {
      known = (async () => {
        const target = await this.host.files.real(under(folder, path));
        if (target !== real && !target.startsWith(under(real, ''))) return false;
        return (await this.host.files.kind(target)) !== undefined;
      })();
      others.set(path, known);
    }
    return known;
  }

  #anchorsOf(path: string, { folder, anchors }: Root): Promise<ReadonlySet<string> | undefined> {
    let known = anchors.get(path);
    if (!known) {
      known = this.#text(under(folder, path)).then((text) =>
        text === undefined ? undefined : headingAnchors(text),
      );
      anchors.set(path, known);
    }
    return known;
  }
}

function ours(path: string, text: string, project: Project, loaded: LoadedConfig): Ownership | undefined {
  return ownership(path, text, project.pathRules(path, loaded, false));
}

function under(folder: string, relative: string): string {
  return folder === '/' ? `/${relative}` : `${folder}/${relative}`;
}
