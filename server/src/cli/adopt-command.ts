import { DecisionRightsDocument } from '../core/document/document.ts';
import { Reading } from '../core/document/reading.ts';
import { adoptReading } from '../core/edits/adopt.ts';
import { applyEdits } from '../core/text/edit.ts';
import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';
import { absolute } from './paths.ts';
import { decode, Project } from './project.ts';

/** `adopt FILE`: adds frontmatter derived from what the body already says; changes nothing else. */
export async function adoptCommand(args: readonly string[], host: Host): Promise<number> {
  const options = parseOptions(args, { config: { type: 'string' } });
  const [given] = options.positionals;
  if (given === undefined || options.positionals.length > 1) throw new UsageError('adopt takes one file.');
  const path = absolute(host.cwd, given);
  if ((await host.files.kind(path)) !== 'file') throw new UsageError(`There is no file ${given}.`);
  let bytes: Uint8Array;
  try {
    bytes = await host.files.read(path);
  } catch (error) {
    throw new UsageError(`${given} cannot be read: ${(error as Error).message}.`);
  }
  const { text, problem } = decode(bytes);
  if (text === undefined) throw new UsageError(`${given} cannot be read: ${problem}.`);
  const doc = new DecisionRightsDocument(path, text, { type: 'decision-rights', by: 'command-line' });
  if (doc.frontmatter.text('type') !== undefined) {
    host.err.write(`${given} has frontmatter with a type already; nothing was changed.\n`);
    return 0;
  }
  const config = options.value('config');
  const project = new Project(host, config === undefined ? undefined : absolute(host.cwd, config));
  const loaded = await project.configFor(path);
  const reading = new Reading(doc, { ...loaded, now: host.now(), workspace: undefined });
  const adopted = applyEdits(text, adoptReading(reading));
  try {
    await host.files.replace(path, adopted, bytes);
  } catch (error) {
    throw new UsageError(`${given} could not be written: ${(error as Error).message}.`);
  }
  host.out.write(
    `Added frontmatter to ${given}. See what is still open with: decision-rights check ${given}\n`,
  );
  return 0;
}
