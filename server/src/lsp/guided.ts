import { type Diagnosis, diagnose } from '../core/answers/diagnose.ts';
import { DecisionRightsDocument } from '../core/document/document.ts';
import { Reading } from '../core/document/reading.ts';
import type { GuideAnswers, GuideQuestion } from '../core/guided/guide.ts';
import { GUIDES } from '../core/guided/index.ts';
import {
  addToRegister,
  listedIn,
  NEW_REGISTER,
  newRegister,
  registerQuestions,
} from '../core/guided/register.ts';
import { folderOf } from '../core/workspace/paths.ts';
import type { OpenDocument } from './documents.ts';
import type { Served } from './features.ts';
import { openDocument, openMember } from './open-members.ts';
import type { Range } from './position.ts';
import { toEdits } from './to-lsp.ts';
import { normalize, partsOf, uriOf } from './uri.ts';

/** What is asked of a guided command. */
export interface GuideParams {
  readonly guide: string;
  readonly uri: string;
  readonly answers: GuideAnswers;
}

/** Either what is to be asked, or why the command cannot be run, with the place that shows it. */
export interface GuideQuestions {
  readonly questions: readonly GuideQuestion[];
  readonly refusal?: string;
  readonly place?: { readonly uri: string; readonly range: Range };
}

/** What to change: edits of a document, or a file to be created. */
export interface GuideEdits {
  readonly uri: string;
  /** Of the open document the edits were made for. */
  readonly version?: number;
  readonly edits: ReturnType<typeof toEdits>;
  /** The text of a file that is not there yet. */
  readonly create?: string;
  readonly note?: string;
}

const NOT_OURS = 'Open the decision-rights document that this is about first.';
const ADD_TO_REGISTER = 'add-to-register';

export async function guideQuestions(params: GuideParams, served: Served): Promise<GuideQuestions> {
  const found = await ours(params.uri, served);
  if (!found) return { questions: [], refusal: NOT_OURS };
  if (params.guide === ADD_TO_REGISTER) {
    const target = await registerFor(found.document, found.reading, served);
    const listed = target.reading && listedIn(target.reading, target.own);
    if (listed && target.document) {
      const range = target.document.lines.rangeOf(listed);
      const refusal = 'This system stands in the production register already.';
      return { questions: [], refusal, place: { uri: target.uri, range } };
    }
    return { questions: registerQuestions(found.reading) };
  }
  const guide = GUIDES.get(params.guide);
  if (!guide) return { questions: [], refusal: `There is no command ${params.guide}.` };
  const refusal = guide.refusal?.(found.reading);
  if (refusal !== undefined) return { questions: [], refusal };
  return { questions: guide.questions(found.reading, params.answers) };
}

export async function guideEdits(params: GuideParams, served: Served): Promise<GuideEdits | null> {
  const found = await ours(params.uri, served);
  if (!found) return null;
  const { document, reading } = found;
  if (params.guide === ADD_TO_REGISTER) return registerEdits(document, reading, params.answers, served);
  const result = GUIDES.get(params.guide)?.edits(reading, params.answers);
  if (!result) return null;
  return {
    uri: document.uri,
    version: document.version,
    edits: toEdits(result.edits, document.lines),
    ...(result.note !== undefined && { note: result.note }),
  };
}

/** The three questions of a pilot without funding, from the open document. */
export async function diagnosisOf(uri: string, served: Served): Promise<Diagnosis | null> {
  const found = await ours(uri, served);
  return found ? diagnose(found.reading, found.lineOf) : null;
}

async function ours(uri: string, served: Served): ReturnType<typeof openMember> {
  const document = served.documents.get(uri);
  const found = document?.isMarkdown ? await openDocument(document, served) : undefined;
  return found?.reading.doc.type === 'decision-rights' ? found : undefined;
}

/** The register a document belongs into: read, or the place where it will be. Paths relative to one folder. */
interface Target {
  readonly uri: string;
  readonly path: string;
  /** The document itself by its path in that folder. */
  readonly own: Reading;
  readonly document?: OpenDocument;
  readonly reading?: Reading;
}

async function registerFor(document: OpenDocument, reading: Reading, served: Served): Promise<Target> {
  const { workspace } = served;
  await workspace.settled();
  const place = workspace.place(document.uri);
  const { prefix, path } = partsOf(document.uri);
  const folder = place?.root.path ?? folderOf(path);
  const own = renamed(reading, place?.path ?? path.slice(folder.length + 1));
  const registers = place?.root.company.registers.filter(({ template }) => template !== true) ?? [];
  // The one nearest above the document, else the first.
  const nearest = [...registers].sort(
    (a, b) => closeness(b.path, own.doc.path) - closeness(a.path, own.doc.path),
  )[0];
  if (place && nearest) {
    const uri = place.root.uriOf(nearest.path);
    const opened = await openMember(uri, served);
    if (opened)
      return {
        uri: opened.document.uri,
        path: nearest.path,
        own,
        document: opened.document,
        reading: renamed(opened.reading, nearest.path),
      };
  }
  for (let n = 1; ; n++) {
    const name = n === 1 ? NEW_REGISTER : NEW_REGISTER.replace('.md', `-${n}.md`);
    const uri = uriOf(prefix, normalize(`${folder}/${name}`));
    const taken = served.documents.get(uri) || (await served.host.readFile(uri)) !== undefined;
    if (!taken || n > 20) return { uri, path: name, own };
  }
}

/** How many folders two paths share from the top; below zero where the first lies deeper than the second. */
function closeness(register: string, document: string): number {
  const folder = folderOf(register);
  return folder === '' || document.startsWith(`${folder}/`) ? folder.length : -folder.length;
}

function renamed({ doc, settings }: Reading, path: string): Reading {
  return new Reading(new DecisionRightsDocument(path, doc.text, doc.ownership), settings);
}

async function registerEdits(
  document: OpenDocument,
  reading: Reading,
  answers: GuideAnswers,
  served: Served,
): Promise<GuideEdits> {
  const { uri, path, own, document: open, reading: register } = await registerFor(document, reading, served);
  if (!open || !register) {
    const note = `The production register ${path} is new: save it, and add the other systems that are in use.`;
    return { uri, edits: [], create: newRegister(own, answers, path), note };
  }
  const edits = addToRegister(register, own, answers);
  return {
    uri,
    ...(served.documents.get(uri) && { version: open.version }),
    edits: toEdits(edits, open.lines),
    note: `The system has its row in ${path}.`,
  };
}
