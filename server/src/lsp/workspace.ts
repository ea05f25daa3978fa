import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import { Reading } from '../core/document/reading.ts';
import { findFences } from '../core/frontmatter/fences.ts';
import { type FileFacts, registerFacts } from '../core/workspace/company.ts';
import type { DocumentFacts, WorkspaceFacts } from '../core/workspace/facts.ts';
import { documentFacts } from '../core/workspace/gather.ts';
import { headFacts } from '../core/workspace/head-facts.ts';
import { headingAnchors } from '../core/workspace/links.ts';
import { filesBelow, isMarkdown, type Tree } from '../core/workspace/tree.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import type { Progress, Task } from './progress.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import { partsOf, uriOf } from './uri.ts';
import { Root, type Wanted } from './workspace-root.ts';

/** Holds the frontmatter of any ordinary document, in bytes; a longer one is read whole. */
const HEAD = 8_192;

/** Scans of fewer Markdown files are over before a progress bar could be read. */
const LONG_SCAN = 200;
const LONG_LIST = 5_000;
const TITLE = 'Reading decision-rights documents';

/** A file of ours in the workspace, open or not. */
export interface Member {
  readonly root: Root;
  readonly path: string;
  readonly uri: string;
}

/** What happened to a file, as watchers tell it. */
export type FileEvent = 'created' | 'changed' | 'deleted';

/** Who wants to hear of changes. */
export interface Listener {
  /** The findings of these files may have changed because of other files. */
  affected(uris: readonly string[]): void;
  /** Which documents there are, or what they are about, has changed. */
  portfolioChanged(): void;
}

/**
 * Everything of ours in the client's workspace folders: heads are read once, then kept right by what the client
 * and its watchers tell. What an editor holds goes before what is on disk. A document is checked with what is
 * known of its folder only when all of that folder has been seen: until then rules about other files are silent.
 */
export class WorkspaceIndex {
  /** Complete roots by `prefix path`. */
  #roots = new Map<string, Root>();
  /** Counts changes: whatever is touched later has a higher number. */
  #clock = 0;
  #work: Promise<void> = Promise.resolve();
  readonly #pending = new Map<string, FileEvent>();
  #looking: Promise<void> | undefined;
  /** The globs that were in force when files were judged, by root. */
  readonly #globs = new WeakMap<Root, string>();
  /** Called when anything but the text of an open document has changed. */
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly progress: Progress,
    private readonly log: (message: string) => void,
    private readonly listener: Listener,
  ) {}

  get roots(): Iterable<Root> {
    return this.#roots.values();
  }

  /** Resolves when all that was heard of has been taken in. */
  async settled(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    await this.#looking;
  }

  /** Resolves when something changes other than the text of an open document. */
  changed(): Promise<void> {
    return new Promise((done) => this.#waiting.add(done));
  }

  /** Resolves when everything that checks so far wanted to know has been read; undefined when nothing is missing. */
  get looking(): Promise<void> | undefined {
    return this.#looking;
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const done of waiting) done();
  }

  /** Brings the roots in line with the client's folders, and reads those that are new. */
  foldersChanged(): void {
    this.#then('Reading the workspace', async () => {
      // The documents that are opened at once go first.
      await new Promise<void>((done) => this.host.defer(() => this.host.defer(done)));
      const wanted = new Map(
        this.settings.roots.map((folder) => [`${folder.prefix} ${folder.path}`, folder]),
      );
      for (const key of [...this.#roots.keys()]) if (!wanted.has(key)) this.#roots.delete(key);
      const fresh = [...wanted].filter(([key]) => !this.#roots.has(key));
      await this.#scan(fresh.map(([, { prefix, path }]) => this.#newRoot(prefix, path)));
    });
  }

  /** Configurations or registers may have changed: other files may be ours now. */
  settingsChanged(): void {
    this.#then('Reading the configuration', async () => {
      const changed: Root[] = [];
      for (const root of this.#roots.values())
        if ((await this.#globsOf(root)) !== this.#globs.get(root))
          changed.push(this.#newRoot(root.prefix, root.path));
      await this.#scan(changed);
      this.#wake();
    });
  }

  /** Takes in what watchers and the client tell of files and folders. */
  filesChanged(events: Iterable<readonly [uri: string, event: FileEvent]>): void {
    const idle = this.#pending.size === 0;
    for (const [uri, event] of events) this.#pending.set(uri, event);
    if (idle && this.#pending.size > 0) this.#then('Taking in changed files', () => this.#takeEvents());
  }

  /** The root that holds a document and knows all of its folder. */
  place(uri: string): { root: Root; path: string } | undefined {
    const { prefix, path } = partsOf(uri);
    for (const root of this.#roots.values()) {
      const relative = root.relative(prefix, path);
      if (relative !== undefined) return { root, path: relative };
    }
    return undefined;
  }

  /** When findings of a file may last have changed because of others: compare with an earlier answer. */
  stamp(uri: string): number {
    const place = this.place(uri);
    return place ? Math.max(place.root.touchedAll, place.root.touched.get(place.path) ?? 0) : 0;
  }

  /** What the rest of the workspace tells a document; undefined as long as not all of it is known. */
  factsFor(uri: string, doc: DecisionRightsDocument): WorkspaceFacts | undefined {
    const place = this.place(uri);
    return place?.root.factsFor(place.path, doc);
  }

  /** Takes in what an open document says now; undefined when it is not (or no longer) ours. */
  take(document: OpenDocument, doc: DecisionRightsDocument | undefined, settings: DocumentSettings): void {
    const place = this.place(document.uri);
    if (!place) return;
    const { root, path } = place;
    if (!doc || root.rules.hides(document.path)) {
      if (root.company.has(path)) this.#touch(root, root.company.remove(path));
      return;
    }
    if (root.headingsAre(path, () => headingAnchors(doc.markdown))) this.#touch(root, root.linkersOf(path));
    const before = root.company.at(path);
    let facts = factsOf(doc, path);
    if (isDocument(facts)) {
      const { owner, initiative, status, useCaseClass } = facts;
      const rivals = initiative === undefined ? [] : root.company.ofInitiative(initiative);
      if (owner === undefined && rivals.some((other) => other.path !== path))
        facts = withOwner(facts, doc, settings);
      if (before?.status !== status || before?.useCaseClass !== useCaseClass)
        this.listener.portfolioChanged();
    }
    this.#touch(root, root.company.set(path, facts));
  }

  /** All our files, in path order within each root. */
  *members(): Generator<Member> {
    for (const root of this.#roots.values()) {
      const { documents, registers } = root.company;
      const paths = [...documents, ...registers].map(({ path }) => path);
      if (registers.length > 0) paths.sort();
      for (const path of paths) yield { root, path, uri: root.uriOf(path) };
    }
  }

  /** The documents that a configuration file, given by its path, holds for. */
  governedBy(prefix: string, configPath: string): DocumentFacts[] {
    const found: DocumentFacts[] = [];
    for (const root of this.#roots.values()) {
      if (root.prefix !== prefix) continue;
      for (const facts of root.company.documents)
        if (this.settings.peek(root.uriOf(facts.path))?.loaded.files[0]?.path === configPath)
          found.push(facts);
    }
    return found;
  }

  #touch(root: Root, paths: Iterable<string>): void {
    const uris: string[] = [];
    for (const path of paths) {
      root.touched.set(path, ++this.#clock);
      uris.push(root.uriOf(path));
    }
    if (uris.length === 0) return;
    this.#wantOwners(root);
    this.#wake();
    this.listener.affected(uris);
  }

  /** Two documents with one initiative: whether their owners differ decides how grave that is. */
  #wantOwners(root: Root): void {
    for (const path of root.company.ownerWanted())
      if (!root.ownersRead.has(path) && !this.documents.get(root.uriOf(path))) root.want('owner', path, path);
  }

  #newRoot(prefix: string, path: string): Root {
    return new Root(prefix, path, () => this.#look());
  }

  /** Work on the index is done in turn, and the failure of one piece stays its own. */
  #then(what: string, work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
  }

  async #scan(roots: readonly Root[]): Promise<void> {
    for (const root of roots) {
      const entries = await this.host.list(root.uri);
      // A folder that cannot be listed is one nobody can know all of.
      if (!entries) continue;
      if (!(await this.#scanRoot(root))) {
        this.log(`Reading ${root.uri} was cancelled: documents are checked one by one, without each other.`);
        continue;
      }
      root.touchedAll = ++this.#clock;
      this.#roots.set(`${root.prefix} ${root.path}`, root);
      for (const document of this.documents.all()) {
        const settings = this.place(document.uri)?.root === root && this.settings.peek(document.uri);
        if (settings) this.take(document, document.ours(settings.rules, settings.shownPath), settings);
      }
      this.#wantOwners(root);
      this.#wake();
      const open = [...this.documents.all()].filter(({ uri }) => this.place(uri)?.root === root);
      this.listener.affected(open.map(({ uri }) => uri));
    }
    if (roots.length > 0) this.listener.portfolioChanged();
  }

  async #scanRoot(root: Root): Promise<boolean> {
    const markdown: string[] = [];
    let task: Task | undefined;
    let seen = 0;
    try {
      for await (const path of filesBelow(this.#tree(root), root.path, root.rules)) {
        const relative = root.relative(root.prefix, path);
        if (relative === undefined) continue;
        root.addPath(relative);
        if (isMarkdown(relative)) markdown.push(relative);
        if (++seen === LONG_LIST) task = await this.progress.begin(TITLE);
        if (task?.cancelled) break;
      }
      if (markdown.length >= LONG_SCAN) task ??= await this.progress.begin(TITLE);
      let done = 0;
      await pooled(
        markdown,
        async (path) => {
          const facts = await this.#read(root, path);
          if (facts) root.company.set(path, facts);
          done++;
          if (done % LONG_SCAN === 0) report(task, done, markdown.length);
        },
        () => task?.cancelled === true,
      );
      this.#globs.set(root, await this.#globsOf(root));
    } finally {
      task?.end(task.cancelled ? 'cancelled' : undefined);
    }
    return task?.cancelled !== true;
  }

  #tree({ prefix }: Root): Tree {
    return {
      list: async (folder) => (await this.host.list(uriOf(prefix, folder))) ?? [],
      read: (path) => this.host.readFile(uriOf(prefix, path)),
    };
  }

  /** Which globs decide over the files of a root, put in one text. */
  async #globsOf(root: Root): Promise<string> {
    const found = new Set<string>();
    for (const path of root.markdownFolders().values()) {
      const { config, folder } = (await this.settings.load(root.uriOf(path))).loaded;
      if (folder !== undefined) found.add(JSON.stringify([folder, config.documents, config.exclude]));
    }
    return [...found].sort().join('\n');
  }

  /** What a file on disk says, if it is ours; a file that cannot be read says nothing. */
  async #read(root: Root, path: string): Promise<FileFacts | undefined> {
    const uri = root.uriOf(path);
    const head = await this.host.readHead(uri, HEAD);
    if (!head) return undefined;
    const { rules } = await this.settings.load(uri);
    const isCut = !head.whole && /^\uFEFF?---/.test(head.text) && findFences(head.text)?.closing !== 'dashes';
    const text = isCut ? await this.host.readFile(uri) : head.text;
    const owned = text === undefined ? undefined : ownership(path, text, rules);
    if (!owned || text === undefined) return undefined;
    if (owned.type === 'decision-rights') return headFacts(path, text);
    const whole = head.whole ? text : await this.host.readFile(uri);
    return whole === undefined ? undefined : registerFacts(new DecisionRightsDocument(path, whole, owned));
  }

  async #takeEvents(): Promise<void> {
    const events = [...this.#pending];
    this.#pending.clear();
    const rescan = new Set<Root>();
    const affected = new Map<Root, Set<string>>();
    const reread: { root: Root; path: string }[] = [];
    const concern = (root: Root, paths: Iterable<string>): void => {
      const set = affected.get(root) ?? new Set();
      affected.set(root, set);
      for (const path of paths) set.add(path);
    };
    const remove = (root: Root, path: string): void => {
      root.removePath(path);
      concern(root, root.linkersOf(path));
      const open = this.documents.get(root.uriOf(path));
      // What somebody has typed and not saved keeps it alive.
      if (open && !open.gone) return;
      concern(root, root.company.remove(path));
      root.forgetLinks(path);
    };
    const exists = async (root: Root, path: string): Promise<void> => {
      if (root.rules.hides(root.absolute(path))) remove(root, path);
      else {
        if (!root.has(path)) concern(root, root.linkersOf(path));
        root.addPath(path);
        if (isMarkdown(path)) reread.push({ root, path });
      }
    };
    for (const [uri, event] of events) {
      const place = this.place(uri);
      if (!place) continue;
      const { root, path } = place;
      if (path === '.gitignore' || path.endsWith('/.gitignore')) rescan.add(root);
      if (event === 'deleted') {
        for (const inside of root.below(path)) remove(root, inside);
        remove(root, path);
      } else if (event === 'changed' || /\.[^/]+$/.test(path)) await exists(root, path);
      else {
        // A folder that was moved here comes as one event.
        const tree = this.#tree(root);
        for await (const file of filesBelow(tree, root.absolute(path), root.rules)) {
          const inside = root.relative(root.prefix, file);
          if (inside !== undefined) await exists(root, inside);
        }
        if (!root.isFolder(path) && (await this.host.exists(uri, root.uri))) await exists(root, path);
      }
    }
    await pooled(reread, async ({ root, path }) => {
      root.textChanged(path);
      concern(root, root.linkersOf(path));
      const facts = await this.#read(root, path);
      if (this.documents.get(root.uriOf(path))) return;
      if (!facts && !(await this.host.exists(root.uriOf(path), root.uri))) {
        remove(root, path);
        return;
      }
      // Its own findings are made of its text, which is another now.
      if (facts || root.company.has(path)) concern(root, [path]);
      concern(root, facts ? root.company.set(path, facts) : root.company.remove(path));
    });
    for (const [root, paths] of affected) this.#touch(root, paths);
    this.#wake();
    if (reread.length > 0 || affected.size > 0) this.listener.portfolioChanged();
    await this.#scan([...rescan].map(({ prefix, path }) => this.#newRoot(prefix, path)));
  }

  /** Reads what documents want to know, and has them looked at again. */
  #look(): void {
    this.#looking ??= this.#lookUp().finally(() => {
      this.#looking = undefined;
      for (const { wanted } of this.#roots.values()) if (wanted.size > 0) this.#look();
    });
  }

  async #lookUp(): Promise<void> {
    // Once the check that asks is done, so that all it asks for is looked up together.
    await Promise.resolve();
    for (const root of this.#roots.values()) {
      const wanted = [...root.wanted.values()];
      root.wanted.clear();
      const affected = new Set<string>();
      await pooled(wanted, async (one) => {
        for (const path of await this.#learn(root, one)) affected.add(path);
        if (one.what !== 'owner') for (const path of one.by) affected.add(path);
      });
      this.#touch(root, affected);
    }
  }

  async #learn(root: Root, { what, path }: Wanted): Promise<Iterable<string>> {
    const uri = root.uriOf(path);
    if (what === 'exists') root.learnExists(path, await this.host.exists(uri, root.uri));
    else if (what === 'anchors')
      root.learnAnchors(path, this.documents.get(uri)?.text ?? (await this.host.readFile(uri, root.uri)));
    else {
      root.ownersRead.add(path);
      const [text, settings] = [await this.host.readFile(uri), await this.settings.load(uri)];
      const facts = root.company.at(path);
      const owned = text === undefined ? undefined : ownership(path, text, settings.rules);
      if (text !== undefined && facts && owned && !this.documents.get(uri))
        return root.company.set(
          path,
          withOwner(facts, new DecisionRightsDocument(path, text, owned), settings),
        );
    }
    return [];
  }
}

function report(task: Task | undefined, done: number, all: number): void {
  task?.report(`${done} of ${all}`, Math.floor((done * 100) / all));
}

function isDocument(facts: FileFacts): facts is DocumentFacts {
  return !('rows' in facts);
}

function factsOf(doc: DecisionRightsDocument, path: string): FileFacts {
  return doc.type === 'decision-rights' ? headFacts(path, doc.text) : registerFacts(doc, path);
}

/** The facts with an owner that only the body names. */
function withOwner(
  facts: DocumentFacts,
  doc: DecisionRightsDocument,
  { loaded }: DocumentSettings,
): DocumentFacts {
  const settings = { config: loaded.config, people: loaded.people, now: 0, workspace: undefined };
  const { owner } = documentFacts(new Reading(doc, settings), facts.path);
  return owner === undefined ? facts : { ...facts, owner };
}
