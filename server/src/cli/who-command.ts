import { candidatesOf, labelsOf, meantOf } from '../core/answers/candidates.ts';
import {
  type Asked,
  answerFrom,
  readQuestion,
  type SystemAnswer,
  type UndocumentedAnswer,
  understand,
  undocumentedFrom,
  type WhoReport,
  whoReport,
} from '../core/answers/who.ts';
import { whoText } from '../core/answers/who-text.ts';
import { check } from '../core/check.ts';
import { parseDate } from '../core/text/dates.ts';
import { harmless, paint } from './answer-output.ts';
import type { Host } from './host.ts';
import { type Look, openDocument } from './open-document.ts';
import { choice, parseOptions, UsageError } from './options.ts';
import { absolute, todayOption } from './paths.ts';
import { Project } from './project.ts';
import { visible } from './reporters/text.ts';
import { WorkspaceIndex } from './workspace.ts';

/** `who QUESTION`: who may stop, decides or owns a system, by what the documents of the workspace say. */
export async function whoCommand(args: readonly string[], host: Host): Promise<number> {
  const options = parseOptions(args, {
    format: { type: 'string' },
    config: { type: 'string' },
    today: { type: 'string' },
    in: { type: 'string' },
  });
  const format = choice(options, 'format', ['text', 'json'], 'text');
  const text = options.positionals.join(' ').trim();
  if (text === '')
    throw new UsageError(
      'who takes a question, such as: who may stop refund-agent, who decides refund-agent.',
    );
  const config = options.value('config');
  const project = new Project(host, config === undefined ? undefined : absolute(host.cwd, config));
  const now = todayOption(options.value('today'), parseDate) ?? host.now();
  const folder = absolute(host.cwd, options.value('in') ?? '.');
  if ((await host.files.kind(folder)) !== 'folder')
    throw new UsageError(`There is no folder ${visible(options.value('in') ?? folder)}.`);
  const look: Look = { host, project, index: new WorkspaceIndex(host, project), now };
  const report = await answer(text, folder, look, options.value('in') !== undefined);
  if (format === 'json') host.out.write(`${JSON.stringify(report, null, 2)}\n`);
  else host.out.write(whoText(harmless(report), paint(host)));
  return report.status === 'answered' ? 0 : 1;
}

async function answer(text: string, folder: string, look: Look, onlyThere: boolean): Promise<WhoReport> {
  const root = await look.project.rootOf(folder, true);
  const absolutePath = (path: string): string => (root === '/' ? `/${path}` : `${root}/${path}`);
  const all = candidatesOf(await look.index.company(root)).map((one) => ({
    ...one,
    path: absolutePath(one.path),
  }));
  const there = onlyThere
    ? all.filter(({ path }) => path.startsWith(folder === '/' ? '/' : `${folder}/`))
    : all;
  const { about, systems, decision } = understand(readQuestion(text), there);
  const asked: Asked = { about, decision };
  const answers: SystemAnswer[] = [];
  const undocumented: UndocumentedAnswer[] = [];
  for (const candidate of meantOf(systems)) {
    const opened = await openDocument(candidate.path, look);
    if (!opened) continue;
    const { reading, lineOf, path } = opened;
    if (candidate.system !== undefined) {
      const found = undocumentedFrom(reading, candidate.system, lineOf, path);
      if (found) undocumented.push(found);
    } else
      answers.push(answerFrom(reading, check(reading.doc, reading.settings, ignore), asked, lineOf, path));
  }
  return whoReport(text, asked, answers, undocumented, labelsOf(there), look.now);
}

/** A rule that fails says nothing of the answer; `check` tells of it. */
function ignore(): void {}
