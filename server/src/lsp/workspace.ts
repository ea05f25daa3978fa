import type { DecisionRightsDocument } from '../core/document/document.ts';
import type { DocumentFacts, WorkspaceFacts } from '../core/workspace/facts.ts';
import { headingAnchors } from '../core/workspace/links.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import type { Progress } from './progress.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import { partsOf } from './uri.ts';
import { type FileEvent, FileEvents } from './workspace-events.ts';
import { factsOf, isDocument, withOwner } from './workspace-facts.ts';
import { Lookups } from './workspace-lookups.ts';
import { Root } from './workspace-root.ts';
import { Scanner } from './workspace-scan.ts';

/** A file of ours in the workspace, open or not. */
export interface Member {
  readonly root: Root;
  readonly path: string;
  readonly uri: string;
}

/** Who wants to hear of changes. */
export interface Listener {
  /** The findings of these files may have changed because of other files. */
  affected(uris: readonly string[]): void;
  /** Which documents there are, or what they are about, has changed. */
  portfolioChanged(): void;
  /** Somebody has cancelled the reading of a folder; resolves with true when it is to be read after all. */
  readingCancelled(): Promise<boolean>;
}

/**
 * Everything of ours in the client's workspace folders: heads are read once, then kept right by what the client
 * and its watchers tell. What an editor holds goes before what is on disk. A document is checked with what is
 * known of its folder only when all of that folder has been seen: until then rules about other files are silent.
 * A folder whose reading was cancelled stays unread until somebody asks for it or changes which files are ours in it.
 *
 * The parts: a `Root` holds what is known of a folder, the `Scanner` fills it, `FileEvents` keep it in line with the
 * disk, `Lookups` read what checks want to know besides. This class puts them in order, one after the other.
 */
export class WorkspaceIndex {
  /** Complete roots by `prefix path`. */
  #roots = new Map<string, Root>();
  /** Roots whose reading was cancelled, as far as it came. */
  readonly #cancelled = new Map<string, Root>();
  /** Counts changes: whatever is touched later has a higher number. */
  #clock = 0;
  #work: Promise<void> = Promise.resolve();
  readonly #pending = new Map<string, FileEvent>();
  /** Called when anything but the text of an open document has changed. */
  readonly #waiting = new Set<() => void>();
  readonly #scanner: Scanner;
  readonly #events: FileEvents;
  readonly #lookups: Lookups;

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    progress: Progress,
    private readonly log: (message: string) => void,
    private readonly listener: Listener,
  ) {
    this.#scanner = new Scanner(host, settings, progress);
    this.#events = new FileEvents(host, documents, this.#scanner, (uri) => this.place(uri));
    this.#lookups = new Lookups(
      host,
      documents,
      settings,
      () => this.#roots.values(),
      (root, paths) => this.#touch(root, paths),
    );
  }

  get roots(): Iterable<Root> {
    return this.#roots.values();
  }

  /** Resolves when all that was heard of has been taken in. */
  async settled(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    await this.#lookups.running;
  }

  /** Resolves when something changes other than the text of an open document. */
  changed(): Promise<void> {
    return new Promise((done) => this.#waiting.add(done));
  }

  /** Resolves when everything that checks so far wanted to know has been read; undefined when nothing is missing. */
  get looking(): Promise<void> | undefined {
    return this.#lookups.running;
  }

  /** True when the reading of a folder was cancelled: there may be documents nobody knows of. */
  get isPartial(): boolean {
    return this.#cancelled.size > 0;
  }

  /** Reads the folders after all whose reading was cancelled. */
  readCancelled(): void {
    const roots = [...this.#cancelled.values()];
    this.#cancelled.clear();
    if (roots.length > 0) this.#then('Reading the workspace', () => this.#scanAgain(roots));
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
      for (const known of [this.#roots, this.#cancelled])
        for (const key of [...known.keys()]) if (!wanted.has(key)) known.delete(key);
      const fresh = [...wanted].filter(([key]) => !this.#roots.has(key) && !this.#cancelled.has(key));
      await this.#scan(fresh.map(([, { prefix, path }]) => this.#newRoot(prefix, path)));
    });
  }

  /** Configurations or registers may have changed: other files may be ours now. */
  settingsChanged(): void {
    this.#then('Reading the configuration', async () => {
      const changed: Root[] = [];
      for (const root of new Map([...this.#roots, ...this.#cancelled]).values())
        if (await this.#scanner.isOutdated(root)) changed.push(root);
      await this.#scanAgain(changed);
      this.#wake();
    });
  }

  /** Takes in what watchers and the client tell of files and folders. */
  filesChanged(events: Iterable<readonly [uri: string, event: FileEvent]>): void {
    const idle = this.#pending.size === 0;
    for (const [uri, event] of events) {
      this.#pending.set(uri, event);
      // Whoever cancelled because there was too much may have said now what to leave out.
      if (this.isPartial && uri.endsWith('/.gitignore')) this.readCancelled();
    }
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
    return new Root(prefix, path, () => this.#lookups.start());
  }

  /** Work on the index is done in turn, and the failure of one piece stays its own. */
  #then(what: string, work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
  }

  #scanAgain(roots: readonly Root[]): Promise<void> {
    return this.#scan(roots.map(({ prefix, path }) => this.#newRoot(prefix, path)));
  }

  async #scan(roots: readonly Root[]): Promise<void> {
    let cancelled = false;
    for (const root of roots) {
      const key = `${root.prefix} ${root.path}`;
      const scanned = await this.#scanner.scan(root);
      if (scanned === 'cancelled') {
        cancelled = true;
        this.#cancelled.set(key, root);
        this.log(`Reading ${root.uri} was cancelled: its documents are checked without each other.`);
      } else this.#cancelled.delete(key);
      if (scanned !== 'read') continue;
      root.touchedAll = ++this.#clock;
      this.#roots.set(key, root);
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
    // Nothing waits for the answer: a client may give it hours later, or never.
    if (cancelled)
      void this.listener.readingCancelled().then(
        (again) => again && this.readCancelled(),
        () => undefined,
      );
  }

  async #takeEvents(): Promise<void> {
    const events = [...this.#pending];
    this.#pending.clear();
    const { affected, rescan, reread } = await this.#events.takeIn(events);
    for (const [root, paths] of affected) this.#touch(root, paths);
    this.#wake();
    if (reread || affected.size > 0) this.listener.portfolioChanged();
    await this.#scanAgain([...rescan]);
  }
}
