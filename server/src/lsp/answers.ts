import { type Candidate, candidatesOf, labelsOf, meantOf } from '../core/answers/candidates.ts';
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
import type { Served } from './features.ts';
import { memberPath, openMember } from './open-members.ts';
import type { Root } from './workspace-root.ts';

/** A candidate and the folder that knows it. */
type Rooted = Candidate & { readonly root: Root };

/** Who may stop, decides or owns a system, by what the documents of the workspace say; as data and as text. */
export async function who(question: string, served: Served): Promise<{ report: WhoReport; text: string }> {
  // Who may stop a system is no question to answer from half of the documents.
  served.workspace.readCancelled();
  await served.workspace.settled();
  const all = [...served.workspace.roots].flatMap((root) =>
    candidatesOf(root.company).map((candidate): Rooted => ({ ...candidate, root })),
  );
  const { about, systems, decision } = understand(readQuestion(question), all);
  const asked: Asked = { about, decision };
  const answers: SystemAnswer[] = [];
  const undocumented: UndocumentedAnswer[] = [];
  for (const { root, path, system } of meantOf(systems)) {
    const opened = await openMember(root.uriOf(path), served);
    if (!opened) continue;
    const { reading, result, lineOf } = opened;
    const shown = memberPath({ root, path }, served);
    if (system === undefined) answers.push(answerFrom(reading, result, asked, lineOf, shown));
    else {
      const found = undocumentedFrom(reading, system, lineOf, shown);
      if (found) undocumented.push(found);
    }
  }
  const report = whoReport(question, asked, answers, undocumented, labelsOf(all), served.analyzer.time);
  return { report, text: whoText(report) };
}
