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

/** More are not answered: whoever gets so many has to name one. */
const MOST = 20;

/** A document or a row of the register that may be asked about. */
interface Candidate {
  readonly names: readonly string[];
  readonly label: string;
  readonly root: Root;
  readonly path: string;
  /** The system of a register row; undefined for a document. */
  readonly system?: string;
  readonly retired: boolean;
}

/** Who may stop, decides or owns a system, by what the documents of the workspace say; as data and as text. */
export async function who(question: string, served: Served): Promise<{ report: WhoReport; text: string }> {
  // Who may stop a system is no question to answer from half of the documents.
  served.workspace.readCancelled();
  await served.workspace.settled();
  const all = [...served.workspace.roots].flatMap(candidates);
  const { about, systems, decision } = understand(readQuestion(question), all);
  // What is retired is meant only where nothing in use is.
  const inUse = systems.filter(({ retired }) => !retired);
  const meant = inUse.length > 0 ? inUse : systems;
  const asked: Asked = { about, decision };
  const answers: SystemAnswer[] = [];
  const undocumented: UndocumentedAnswer[] = [];
  for (const { root, path, system } of meant.slice(0, MOST)) {
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
  const known = all.filter(({ retired }) => !retired).map(({ label }) => label);
  const report = whoReport(
    question,
    asked,
    answers,
    undocumented,
    [...new Set(known)].sort(),
    served.analyzer.time,
  );
  return { report, text: whoText(report) };
}

function candidates(root: Root): Candidate[] {
  const { company } = root;
  const out = company.documents.flatMap((doc): Candidate[] => {
    if (doc.template === true) return [];
    const file = doc.path.slice(doc.path.lastIndexOf('/') + 1).replace(/(?:\.decision-rights)?\.\w+$/i, '');
    const named = [doc.initiative, doc.title].filter((name) => name !== undefined);
    return [
      {
        names: named.length > 0 ? named : [file],
        label: doc.initiative ?? doc.title ?? doc.path,
        root,
        path: doc.path,
        retired: doc.status === 'retired',
      },
    ];
  });
  for (const { rows, template } of company.registers)
    for (const row of template === true ? [] : rows) {
      if (row.system === '' || company.documentOf(row)) continue;
      const { system } = row;
      out.push({ names: [system], label: system, root, path: row.path, system, retired: false });
    }
  return out;
}
