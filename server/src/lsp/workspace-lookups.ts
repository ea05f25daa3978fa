import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import type { SettingsStore } from './settings.ts';
import { withOwner } from './workspace-facts.ts';
import type { Root, Wanted } from './workspace-root.ts';

/** Reads what checks wanted to know of other files, and has the documents that asked looked at again. */
export class Lookups {
  #running: Promise<void> | undefined;

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly roots: () => Iterable<Root>,
    private readonly touch: (root: Root, paths: Iterable<string>) => void,
  ) {}

  /** Resolves when everything that checks so far wanted to know has been read; undefined when nothing is missing. */
  get running(): Promise<void> | undefined {
    return this.#running;
  }

  /** Something is wanted. */
  start(): void {
    this.#running ??= this.#all().finally(() => {
      this.#running = undefined;
      for (const { wanted } of this.roots()) if (wanted.size > 0) this.start();
    });
  }

  async #all(): Promise<void> {
    // Once the check that asks is done, so that all it asks for is looked up together.
    await Promise.resolve();
    for (const root of this.roots()) {
      const wanted = [...root.wanted.values()];
      root.wanted.clear();
      const affected = new Set<string>();
      await pooled(wanted, async (one) => {
        for (const path of await this.#learn(root, one)) affected.add(path);
        if (one.what !== 'owner') for (const path of one.by) affected.add(path);
      });
      this.touch(root, affected);
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
