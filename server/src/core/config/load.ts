import { parsePeople } from '../people/parse-people.ts';
import { emptyRegister, type PeopleRegister } from '../people/register.ts';
import type { YamlProblem } from '../yaml/node.ts';
import { type Config, defaultConfig } from './config.ts';
import type { KnownRules } from './options.ts';
import { parseConfig } from './parse-config.ts';

export const CONFIG_NAME = '.decision-rights.yaml';

/** Reads a file of the workspace; undefined when it does not exist, cannot be read, or lies outside. Paths use `/`. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** A configuration or register file and what is wrong in it. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly YamlProblem[];
}

/** What one folder's documents are checked with. */
export interface LoadedConfig {
  readonly config: Config;
  readonly people: PeopleRegister;
  /** The folder that globs and paths of the configuration are relative to; undefined without a file. */
  readonly folder: string | undefined;
  /** The configuration file, then the register it names. */
  readonly files: readonly SettingsFile[];
}

/** Without a configuration file: every default. */
export const NO_CONFIG: LoadedConfig = {
  config: defaultConfig,
  people: emptyRegister,
  folder: undefined,
  files: [],
};

/** The folders in which a document's configuration may stand, nearest first, `root` last. */
export function configFolders(path: string, root: string): string[] {
  const folders: string[] = [];
  let folder = parentOf(path);
  while (folder.length > root.length && folder.startsWith(root)) {
    folders.push(folder);
    const parent = parentOf(folder);
    if (parent === folder) break;
    folder = parent;
  }
  folders.push(root);
  return folders;
}

/**
 * Reads a configuration file and the people register it names, which must lie below `root`, the workspace's
 * folder. `known` are the rule ids and groups.
 */
export async function loadConfig(
  path: string,
  text: string,
  root: string,
  read: ReadText,
  known: KnownRules,
): Promise<LoadedConfig> {
  const folder = parentOf(path);
  const depth = folder.startsWith(root) ? folder.slice(root.length).split('/').filter(Boolean).length : 0;
  const parsed = parseConfig(text, known, depth);
  const problems = [...parsed.problems];
  const files: SettingsFile[] = [];
  let people = parsed.people ?? emptyRegister;
  if (parsed.peoplePath !== undefined) {
    const { text: relative, span } = parsed.peoplePath;
    const peoplePath = join(folder, relative);
    const peopleText = await read(peoplePath);
    if (peopleText === undefined) {
      problems.push({
        code: 'type',
        span,
        path: ['people'],
        message: `The people register ${relative} cannot be read. Check the path: it is relative to this file's folder.`,
      });
    } else {
      const register = parsePeople(peopleText);
      people = register.register;
      files.push({ path: peoplePath, text: peopleText, problems: register.problems });
    }
  }
  return { config: parsed.config, people, folder, files: [{ path, text, problems }, ...files] };
}

/** A path relative to a folder, with `.` and `..` resolved; either separator, as Windows reads both. */
export function join(folder: string, relative: string): string {
  const out = folder.split('/');
  for (const step of relative.split(/[\\/]/)) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
}

/** The folder of a path; the path itself when it has none. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut > 0 ? path.slice(0, cut) : cut === 0 ? '/' : path;
}
