import { DecisionRightsDocument } from '../core/document/document.ts';
import { ownership } from '../core/document/ours.ts';
import { Reading } from '../core/document/reading.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { Host } from './host.ts';
import { shown } from './paths.ts';
import { decode, type Project } from './project.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** What it takes to read a document as its workspace sees it. */
export interface Look {
  readonly host: Host;
  readonly project: Project;
  readonly index: WorkspaceIndex;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A document read with the settings that hold for it. */
export interface Opened {
  readonly reading: Reading;
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
  /** As it is shown. */
  readonly path: string;
}

/**
 * Reads a document; undefined when it is not there, cannot be read, or is not ours. `named`: given by name, and so
 * ours whatever it says. Why a file cannot be read goes to `problem`.
 */
export async function openDocument(
  path: string,
  { host, project, index, now }: Look,
  named = false,
  problem?: (why: string) => void,
): Promise<Opened | undefined> {
  const loaded = await project.configFor(path);
  let text: string | undefined;
  try {
    const file = decode(await host.files.read(path));
    if (file.text === undefined) problem?.(file.problem);
    text = file.text;
  } catch (error) {
    problem?.((error as Error).message);
  }
  const owned =
    text === undefined ? undefined : ownership(path, text, project.pathRules(path, loaded, named));
  if (text === undefined || !owned) return undefined;
  const name = shown(host.cwd, path);
  const doc = new DecisionRightsDocument(name, text, owned);
  const workspace = await index.factsFor(doc, path);
  const lines = new LineIndex(text);
  return {
    reading: new Reading(doc, { config: loaded.config, people: loaded.people, now, workspace }),
    lineOf: (offset) => lines.positionAt(offset).line + 1,
    path: name,
  };
}
