import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import { findFences } from '../core/frontmatter/fences.ts';
import { type FileFacts, registerFacts } from '../core/workspace/company.ts';
import { headFacts } from '../core/workspace/head-facts.ts';
import { filesBelow, isMarkdown, type Tree } from '../core/workspace/tree.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import type { Progress, Task } from './progress.ts';
import type { SettingsStore } from './settings.ts';
import { uriOf } from './uri.ts';
import type { Root } from './workspace-root.ts';

/** Holds the frontmatter of any ordinary document, in bytes; a longer one is read whole. */
const HEAD = 8_192;

/** Scans of fewer Markdown files are over before a progress bar could be read. */
const LONG_SCAN = 200;
const LONG_LIST = 5_000;
const TITLE = 'Reading decision-rights documents';

/** How a scan ended. A folder that cannot be listed is one nobody can know all of. */
export type Scanned = 'read' | 'cancelled' | 'unlisted';

/** Reads the heads of files on disk: those of a whole folder, with progress where that takes long, or of one file. */
export class Scanner {
  /** The globs that were in force when files were judged, by root. */
  readonly #globs = new WeakMap<Root, string>();

  constructor(
    private readonly host: Host,
    private readonly settings: SettingsStore,
    private readonly progress: Progress,
  ) {}

  /** Fills a new root. What a cancelled scan has read by then is not all, and no basis for any finding. */
  async scan(root: Root): Promise<Scanned> {
    if (!(await this.host.list(root.uri))) return 'unlisted';
    const markdown: string[] = [];
    let task: Task | undefined;
    let seen = 0;
    try {
      for await (const path of filesBelow(this.treeOf(root), root.path, root.rules)) {
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
          const facts = await this.read(root, path);
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
    return task?.cancelled === true ? 'cancelled' : 'read';
  }

  /** True when other globs are in force than when the root was scanned: other files may be ours now. */
  async isOutdated(root: Root): Promise<boolean> {
    return (await this.#globsOf(root)) !== this.#globs.get(root);
  }

  /** What a file on disk says, if it is ours; a file that cannot be read says nothing. */
  async read(root: Root, path: string): Promise<FileFacts | undefined> {
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

  treeOf({ prefix }: Root): Tree {
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
}

function report(task: Task | undefined, done: number, all: number): void {
  task?.report(`${done} of ${all}`, Math.floor((done * 100) / all));
}
