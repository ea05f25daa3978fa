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
import { KNOWN_RULES } from '../core/rules/index.ts';
import type { Host } from './host.ts';
import { UsageError } from './options.ts';

/** A file's text, or why there is none. Bytes are kept to notice a change before writing. */
export type FileText =
  | { readonly text: string; readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

/** Decodes UTF-8, keeping a BOM; says why it cannot. */
export function decode(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bytes };
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return { problem: utf16 ? 'it is UTF-16 text, not UTF-8' : 'it is not UTF-8 text' };
  }
}

/** Where files are and which settings hold for them: the command line's view of the workspace. */
export class Project {
  readonly #configs = new Map<string, Promise<LoadedConfig>>();
  readonly #roots = new Map<string, Promise<string>>();
  readonly #byFolder = new Map<string, Promise<LoadedConfig>>();

  constructor(
    private readonly host: Host,
    /** `--config`: replaces the look-up for every file. */
    private readonly configPath: string | undefined,
  ) {}

  /** The nearest ancestor holding `.git`, else the current directory if it contains the file, else the file's folder. */
  rootOf(path: string, isFolder = false): Promise<string> {
    const folder = isFolder ? path : parentOf(path);
    let root = this.#roots.get(folder);
    if (!root) {
      root = this.#findRoot(folder);
      this.#roots.set(folder, root);
    }
    return root;
  }

  async #findRoot(folder: string): Promise<string> {
    for (let at = folder; ; at = parentOf(at)) {
      if (await this.host.files.kind(`${at === '/' ? '' : at}/.git`)) return at;
      if (at === parentOf(at)) break;
    }
    const { cwd } = this.host;
    return folder === cwd || folder.startsWith(`${cwd}/`) ? cwd : folder;
  }

  /** The configuration that holds for a file: the nearest one upwards, alone. */
  configFor(path: string): Promise<LoadedConfig> {
    const folder = parentOf(path);
    let config = this.#byFolder.get(folder);
    if (!config) {
      config = this.#findConfig(path);
      this.#byFolder.set(folder, config);
    }
    return config;
  }

  async #findConfig(path: string): Promise<LoadedConfig> {
    if (this.configPath !== undefined) return this.#load(this.configPath, await this.rootOf(this.configPath));
    const root = await this.rootOf(path);
    for (const folder of configFolders(path, root)) {
      const candidate = `${folder === '/' ? '' : folder}/${CONFIG_NAME}`;
      if ((await this.host.files.kind(candidate)) === 'file') return this.#load(candidate, root);
    }
    return NO_CONFIG;
  }

  #load(path: string, root: string): Promise<LoadedConfig> {
    let loaded = this.#configs.get(path);
    if (!loaded) {
      loaded = this.#read(path, root);
      this.#configs.set(path, loaded);
    }
    return loaded;
  }

  async #read(path: string, root: string): Promise<LoadedConfig> {
    const { files } = this.host;
    let bytes: Uint8Array;
    try {
      bytes = await files.read(path);
    } catch (error) {
      throw new UsageError(`${path} cannot be read: ${(error as Error).message}.`);
    }
    const { text, problem } = decode(bytes);
    if (text === undefined) throw new UsageError(`${path} cannot be read: ${problem}.`);
    const realRoot = await files.real(root);
    return loadConfig(path, text, root, async (wanted) => this.#readInside(wanted, realRoot), KNOWN_RULES);
  }

  /** A file's text if it lies inside the workspace, links resolved. */
  async #readInside(path: string, realRoot: string): Promise<string | undefined> {
    const real = await this.host.files.real(path);
    if (real !== realRoot && !real.startsWith(realRoot === '/' ? '/' : `${realRoot}/`)) return undefined;
    try {
      return decode(await this.host.files.read(real)).text;
    } catch {
      return undefined;
    }
  }

  /** What the configuration says of a path. */
  pathRules(path: string, { config, folder }: LoadedConfig, named: boolean): PathRules {
    if (folder === undefined) return { documents: false, excluded: false, named };
    const prefix = folder === '/' ? '/' : `${folder}/`;
    if (!path.startsWith(prefix)) return { documents: false, excluded: false, named };
    const relative = path.slice(prefix.length);
    return {
      documents: matchesGlob(config.documents, relative),
      excluded: matchesGlob(config.exclude, relative),
      named,
    };
  }
}
