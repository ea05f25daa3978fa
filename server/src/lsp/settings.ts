import { matchesGlob } from '../core/config/globs.ts';
import {
  CONFIG_NAME,
  configFolders,
  type LoadedConfig,
  loadConfig,
  NO_CONFIG,
  parentOf,
} from '../core/config/load.ts';
import type { PathRules } from '../core/document/ours.ts';
import { RULES } from '../core/rules/index.ts';
import { RULE_GROUPS } from '../core/rules/rule.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { isUnder, keyOf, normalize, partsOf, relativeTo, uriOf } from './uri.ts';

const KNOWN = { rules: RULES.map((rule) => rule.id), groups: [...RULE_GROUPS] };

/** A folder the client has open. */
interface Folder {
  readonly prefix: string;
  readonly path: string;
}

/** What one document is checked with, and how it is called. */
export interface DocumentSettings {
  readonly loaded: LoadedConfig;
  readonly rules: PathRules;
  /** Relative to the workspace folder, else absolute. */
  readonly shownPath: string;
  /** `scheme://authority` of the document, to turn paths of its workspace into URIs. */
  readonly prefix: string;
  /** The workspace root; the file's own folder when none is open. */
  readonly root: string;
  /** True when a workspace folder of the client holds the document. */
  readonly inWorkspace: boolean;
}

/**
 * Finds and keeps the configuration of each folder. Everything known is thrown away when a configuration or
 * register changes; documents ask again, and what they had stays in use until the new one is there.
 */
export class SettingsStore {
  #folders: Folder[] = [];
  /** By `prefix path` of a configuration file. */
  readonly #files = new Map<string, Promise<LoadedConfig | undefined>>();
  readonly #lastGood = new Map<string, LoadedConfig>();
  readonly #known = new Map<string, DocumentSettings>();
  /** Raised whenever what was known may no longer hold. */
  generation = 0;
  /** Raised when deadlines may have passed. */
  ticks = 0;

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.map((uri) => {
      const { prefix, path } = partsOf(uri);
      return { prefix, path: path.length > 1 ? path.replace(/\/$/, '') : path };
    });
    this.reset();
  }

  /** The workspace folders that lie in no other one, each once: folders that overlap are one workspace. */
  get roots(): readonly Folder[] {
    const outer = this.#folders.map(({ prefix, path }) => this.folderOf(prefix, path));
    return this.#folders.filter((folder, index) => outer[index] === folder);
  }

  reset(): void {
    this.#files.clear();
    this.#known.clear();
    this.generation++;
  }

  /** True when a file's content matters to other files: a configuration, or the register one of them names. */
  concerns(uri: string): boolean {
    const { prefix, path } = partsOf(uri);
    if (path.endsWith(`/${CONFIG_NAME}`)) return true;
    for (const known of this.#lastGood.values())
      if (known.files.some((file) => file.path === path)) return prefix !== '';
    return false;
  }

  /** The configuration files in use, each by the place it was read from. */
  *configurations(): Generator<{ readonly uri: string; readonly loaded: LoadedConfig }> {
    for (const [key, loaded] of this.#lastGood) {
      const cut = key.indexOf(' ');
      yield { uri: uriOf(key.slice(0, cut), key.slice(cut + 1)), loaded };
    }
  }

  /** What is known of a document's settings without waiting; undefined before `load` has found them. */
  peek(uri: string): DocumentSettings | undefined {
    return this.#known.get(keyOf(uri));
  }

  /** The settings of a document, read from disk or from open editors if they are not known. */
  async load(uri: string): Promise<DocumentSettings> {
    const key = keyOf(uri);
    for (;;) {
      const known = this.#known.get(key);
      if (known) return known;
      const { generation } = this;
      const settings = await this.#find(uri);
      if (generation !== this.generation) continue;
      this.#known.set(key, settings);
      return settings;
    }
  }

  /** The outermost workspace folder that holds the path, of equal ones the first. */
  folderOf(prefix: string, path: string): Folder | undefined {
    let best: Folder | undefined;
    for (const folder of this.#folders)
      if (
        folder.prefix === prefix &&
        isUnder(folder.path, path) &&
        folder.path.length < (best?.path.length ?? Number.POSITIVE_INFINITY)
      )
        best = folder;
    return best;
  }

  async #find(uri: string): Promise<DocumentSettings> {
    const { prefix, path, scheme } = partsOf(uri);
    const folder = this.folderOf(prefix, path);
    // An untitled document has no place of its own: the first workspace folder stands in.
    const base = scheme === 'untitled' ? this.#folders[0] : folder;
    const place = scheme === 'untitled' && base ? `${base.path}/untitled.md` : path;
    const from = base ?? { prefix, path: parentOf(path) };
    let loaded = NO_CONFIG;
    for (const candidate of configFolders(place, from.path)) {
      const found = await this.#file(
        from.prefix,
        `${candidate === '/' ? '' : candidate}/${CONFIG_NAME}`,
        from.path,
      );
      if (!found) continue;
      loaded = found;
      break;
    }
    const relative =
      loaded.folder !== undefined && isUnder(loaded.folder, path) ? relativeTo(loaded.folder, path) : '';
    return {
      loaded,
      rules: {
        documents: relative !== '' && matchesGlob(loaded.config.documents, relative),
        excluded: relative !== '' && matchesGlob(loaded.config.exclude, relative),
        named: false,
      },
      shownPath: folder ? relativeTo(folder.path, path) : path,
      prefix: from.prefix,
      root: from.path,
      inWorkspace: folder !== undefined,
    };
  }

  #file(prefix: string, path: string, root: string): Promise<LoadedConfig | undefined> {
    const key = `${prefix} ${path}`;
    let loading = this.#files.get(key);
    if (!loading) {
      loading = this.#read(prefix, path, root, key);
      this.#files.set(key, loading);
    }
    return loading;
  }

  async #read(prefix: string, path: string, root: string, key: string): Promise<LoadedConfig | undefined> {
    const read = (file: string): Promise<string | undefined> => {
      const target = normalize(file);
      if (!isUnder(root, target)) return Promise.resolve(undefined);
      return this.#text(uriOf(prefix, target), uriOf(prefix, root));
    };
    const text = await read(path);
    if (text === undefined) {
      this.#lastGood.delete(key);
      return undefined;
    }
    const loaded = await loadConfig(path, text, root, read, KNOWN);
    const before = this.#lastGood.get(key);
    // What is the same stays the same object: whoever was checked with it needs no new check.
    if (before && sameTexts(loaded, before)) return before;
    const kept = before ? keepGood(loaded, before) : loaded;
    this.#lastGood.set(key, kept);
    return kept;
  }

  /** An edited editor's text goes before the file's: what the user sees is what holds. */
  #text(uri: string, inside: string): Promise<string | undefined> {
    const open = this.documents.get(uri);
    return open?.dirty ? Promise.resolve(open.text) : this.host.readFile(uri, inside);
  }
}

function sameTexts(a: LoadedConfig, b: LoadedConfig): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every(({ path, text }, i) => path === b.files[i]?.path && text === b.files[i]?.text)
  );
}

/** While a file cannot be read as YAML, what it said before stays in force; its problems are today's. */
function keepGood(now: LoadedConfig, before: LoadedConfig): LoadedConfig {
  const broken = now.files.map((file) =>
    file.problems.some(({ code, path }) => code === 'syntax' && path.length === 0),
  );
  if (!broken.includes(true)) return now;
  const configBroken = broken[0] === true;
  return {
    ...now,
    config: configBroken ? before.config : now.config,
    people: before.people,
    files: configBroken ? [...now.files, ...before.files.slice(1)] : now.files,
  };
}
