import { diagnose } from '../core/answers/diagnose.ts';
import { diagnosisText } from '../core/answers/diagnose-text.ts';
import { parseDate } from '../core/text/dates.ts';
import { harmless, paint } from './answer-output.ts';
import type { Host } from './host.ts';
import { type Look, openDocument } from './open-document.ts';
import { choice, parseOptions, UsageError } from './options.ts';
import { absolute, todayOption } from './paths.ts';
import { Project } from './project.ts';
import { visible } from './reporters/text.ts';
import { WorkspaceIndex } from './workspace.ts';

/** `diagnose FILE`: why a pilot that works gets no money, and the next step. */
export async function diagnoseCommand(args: readonly string[], host: Host): Promise<number> {
  const options = parseOptions(args, {
    format: { type: 'string' },
    config: { type: 'string' },
    today: { type: 'string' },
  });
  const format = choice(options, 'format', ['text', 'json'], 'text');
  const [given] = options.positionals;
  if (given === undefined || options.positionals.length > 1) throw new UsageError('diagnose takes one file.');
  const path = absolute(host.cwd, given);
  if ((await host.files.kind(path)) !== 'file') throw new UsageError(`There is no file ${visible(given)}.`);
  const config = options.value('config');
  const project = new Project(host, config === undefined ? undefined : absolute(host.cwd, config));
  const now = todayOption(options.value('today'), parseDate) ?? host.now();
  const look: Look = { host, project, index: new WorkspaceIndex(host, project), now };
  let why = 'it is no document';
  const opened = await openDocument(path, look, true, (problem) => {
    why = problem;
  });
  if (!opened) throw new UsageError(`${visible(given)} cannot be read: ${why}.`);
  const { reading, lineOf } = opened;
  if (reading.doc.type !== 'decision-rights')
    throw new UsageError(`${visible(given)} is a register of systems, and no decision-rights document.`);
  const diagnosis = diagnose(reading, lineOf, opened.path);
  if (format === 'json') host.out.write(`${JSON.stringify(diagnosis, null, 2)}\n`);
  else host.out.write(diagnosisText(harmless(diagnosis), paint(host)));
  return diagnosis.questions.every(({ answer }) => answer === 'yes') ? 0 : 1;
}
