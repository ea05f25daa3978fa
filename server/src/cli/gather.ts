import type { LoadedConfig } from '../core/config/load.ts';
import { markdownFiles } from './discover.ts';
import type { Host } from './host.ts';
import { UsageError } from './options.ts';
import { absolute, shown } from './paths.ts';
import { decode, type FileText, type Project } from './project.ts';
import { visible } from './reporters/text.ts';

// What commands over many files have in common: which files, reading them, and what is said on standard error.

/** Files read at once: more gain nothing and can run out of descriptors. */
const POOL = 32;

/** One file to look at. */
export interface Candidate {
  /** Absolute. */
  readonly path: string;
  /** True for a file that was named on the command line. */
  readonly named: boolean;
  /** Standard input's text; files are read when their turn comes. */
  readonly text?: FileText;
}

/**
 * What to look at: named files, and the Markdown files of named folders; each once. `-` is standard input where
 * `stdinName` gives it a name. `walked` hears of each folder that is looked through.
 */
export async function candidatesOf(
  positionals: readonly string[],
  host: Host,
  project: Project,
  { stdinName, walked }: { stdinName?: string; walked?: (folder: string) => void } = {},
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const given of positionals.length === 0 ? ['.'] : positionals) {
    if (given === '-' && stdinName !== undefined) {
      const path = absolute(host.cwd, stdinName);
      found.set(path, { path, named: true, text: decode(await host.readStandardInput()) });
      continue;
    }
    const path = absolute(host.cwd, given);
    const kind = await host.files.kind(path);
    if (kind === undefined) throw new UsageError(`There is no file or folder ${visible(given)}.`);
    if (kind !== 'folder') {
      found.set(path, { path, named: true });
      continue;
    }
    const root = await project.rootOf(path, true);
    walked?.(path);
    for await (const file of markdownFiles(host.files, path, root))
      if (!found.has(file)) found.set(file, { path: file, named: false });
  }
  return [...found.values()];
}

/** Reads the candidates ahead of their turn, some at a time, and hands over each with its text, in order. */
export async function* texts(
  candidates: readonly Candidate[],
  host: Host,
): AsyncGenerator<{ readonly candidate: Candidate; readonly text: FileText; readonly done: number }> {
  for (let i = 0; i < candidates.length; i += POOL) {
    const batch = candidates.slice(i, i + POOL);
    const read = await Promise.all(batch.map((candidate) => textOf(candidate, host)));
    for (const [k, text] of read.entries()) {
      const candidate = batch[k];
      if (candidate) yield { candidate, text, done: i + k + 1 };
    }
  }
}

/** A file that cannot be read is told of; one that was named ends the command. */
async function textOf({ path, named, text }: Candidate, host: Host): Promise<FileText> {
  if (text) return text;
  try {
    return decode(await host.files.read(path));
  } catch (error) {
    const problem = (error as Error).message;
    if (named) throw new UsageError(`${visible(shown(host.cwd, path))} cannot be read: ${problem}.`);
    return { problem };
  }
}

/** Says that a rule failed on a file, which says nothing of the file. */
export function ruleFailed(host: Host, path: string, rule: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  host.err.write(`decision-rights: the rule ${rule} failed on ${visible(path)}: ${visible(why)}\n`);
}

/** True, and said, when a configuration is not YAML at all: nobody can rely on what was made with it. */
export function saysBrokenConfig(host: Host, configs: Iterable<LoadedConfig>): boolean {
  for (const { files } of configs) {
    const [config] = files;
    if (!config?.problems.some((problem) => problem.code === 'syntax')) continue;
    const path = visible(shown(host.cwd, config.path));
    host.err.write(
      `decision-rights: the configuration ${path} is not valid YAML; what could be read of it was used.\n`,
    );
    return true;
  }
  return false;
}
