import { filesBelow, isMarkdown } from '../core/workspace/tree.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import type { Root } from './workspace-root.ts';
import type { Scanner } from './workspace-scan.ts';

/** What happened to a file, as watchers tell it. */
export type FileEvent = 'created' | 'changed' | 'deleted';

/** What file events came to. */
export interface TakenIn {
  /** Files whose findings may be others now, by root. */
  readonly affected: ReadonlyMap<Root, ReadonlySet<string>>;
  /** Roots in which other files than before may be ignored. */
  readonly rescan: ReadonlySet<Root>;
  /** True when what some file says was read again. */
  readonly reread: boolean;
}

/** Brings roots in line with what happened on disk, and says whom that concerns. */
export class FileEvents {
  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly scanner: Scanner,
    private readonly place: (uri: string) => { root: Root; path: string } | undefined,
  ) {}

  async takeIn(events: Iterable<readonly [uri: string, event: FileEvent]>): Promise<TakenIn> {
    const batch = new Batch(this.documents);
    for (const [uri, event] of events) {
      const place = this.place(uri);
      if (place) await this.#takeOne(batch, place.root, place.path, uri, event);
    }
    await pooled(batch.reread, async ({ root, path }) => {
      root.textChanged(path);
      batch.concern(root, root.linkersOf(path));
      const facts = await this.scanner.read(root, path);
      if (this.documents.get(root.uriOf(path))) return;
      if (!facts && !(await this.host.exists(root.uriOf(path), root.uri))) {
        batch.remove(root, path);
        return;
      }
      // Its own findings are made of its text, which is another now.
      if (facts || root.company.has(path)) batch.concern(root, [path]);
      batch.concern(root, facts ? root.company.set(path, facts) : root.company.remove(path));
    });
    return { affected: batch.affected, rescan: batch.rescan, reread: batch.reread.length > 0 };
  }

  async #takeOne(batch: Batch, root: Root, path: string, uri: string, event: FileEvent): Promise<void> {
    if (path === '.gitignore' || path.endsWith('/.gitignore')) batch.rescan.add(root);
    if (event === 'deleted') {
      for (const inside of root.below(path)) batch.remove(root, inside);
      batch.remove(root, path);
    } else if (event === 'changed' || /\.[^/]+$/.test(path)) batch.exists(root, path);
    else {
      // A folder that was moved here comes as one event.
      for await (const file of filesBelow(this.scanner.treeOf(root), root.absolute(path), root.rules)) {
        const inside = root.relative(root.prefix, file);
        if (inside !== undefined) batch.exists(root, inside);
      }
      if (!root.isFolder(path) && (await this.host.exists(uri, root.uri))) batch.exists(root, path);
    }
  }
}

/** Events that are taken in together: each file is read once, whatever was heard of it. */
class Batch {
  readonly affected = new Map<Root, Set<string>>();
  readonly rescan = new Set<Root>();
  readonly reread: { root: Root; path: string }[] = [];

  constructor(private readonly documents: Documents) {}

  concern(root: Root, paths: Iterable<string>): void {
    const set = this.affected.get(root) ?? new Set();
    this.affected.set(root, set);
    for (const path of paths) set.add(path);
  }

  remove(root: Root, path: string): void {
    root.removePath(path);
    this.concern(root, root.linkersOf(path));
    const open = this.documents.get(root.uriOf(path));
    // What somebody has typed and not saved keeps it alive.
    if (open && !open.gone) return;
    this.concern(root, root.company.remove(path));
    root.forgetLinks(path);
  }

  exists(root: Root, path: string): void {
    if (root.rules.hides(root.absolute(path))) this.remove(root, path);
    else {
      if (!root.has(path)) this.concern(root, root.linkersOf(path));
      root.addPath(path);
      if (isMarkdown(path)) this.reread.push({ root, path });
    }
  }
}
