import type { CheckResult } from '../check.ts';
import { CATEGORIES } from '../document/decisions.ts';
import { titlePlace } from '../document/length.ts';
import { categoriesOf } from '../document/raci/categories.ts';
import type { Reading } from '../document/reading.ts';
import { registerOf } from '../document/register.ts';
import { assignedOwner, documentOfRow } from '../rules/register/shared.ts';
import { Doubts, merged } from './doubts.ts';
import type { SystemAnswer, UndocumentedAnswer, WhoReport } from './model.ts';
import { type LineOf, oneLine, Speaker } from './named.ts';
import { bestMatches } from './names.ts';
import type { About } from './question.ts';
import {
  countedRows,
  decisionAnswer,
  escalationAnswer,
  gateAnswer,
  minute,
  ownerAnswer,
  stopAnswer,
} from './rights.ts';
import { fullName, nameOf, spoken, titleOfCategory } from './sentences.ts';

export type * from './model.ts';

export { type About, readQuestion, type System, type Understood, understand } from './question.ts';

/** What was asked of one document, once its system is known. */
export interface Asked {
  readonly about: About;
  /** Words that may name a decision; none for all of them. */
  readonly decision: readonly string[];
}

/**
 * Who holds the rights over the system of one document, with the place of each statement and what makes it
 * doubtful. `result` is the document's check, `path` the path as the host shows it.
 */
export function answerFrom(
  reading: Reading,
  result: CheckResult,
  asked: Asked,
  lineOf: LineOf,
  path: string = reading.doc.path,
): SystemAnswer {
  const { frontmatter, outline } = reading;
  const speaker = new Speaker(reading, path, lineOf);
  const doubts = new Doubts(result, speaker);
  const heading = outline.regions.find((region) => region.heading && region.depth === 1)?.heading;
  const initiative = frontmatter.text('initiative') ?? null;
  const title = oneLine(frontmatter.text('title') ?? heading?.prose.text ?? initiative ?? path);
  const rows = countedRows(speaker);
  const chosen = chosenDecisions(reading, asked, rows);
  const answer = {
    initiative,
    title,
    status: frontmatter.text('status') ?? null,
    autonomy: frontmatter.text('autonomy') ?? null,
    ...speaker.place(titlePlace(reading)),
    stop: stopAnswer(speaker, doubts),
    decisions: chosen.rows.map((row) => decisionAnswer(speaker, doubts, row)),
    decisionNames: [
      ...new Set(rows.map(({ label, category }) => nameOf({ label: oneLine(label), category }))),
    ],
    owner: ownerAnswer(speaker, doubts),
    escalation: escalationAnswer(speaker, doubts),
    gate: gateAnswer(speaker, doubts),
  };
  const about = chosen.named && asked.about === 'all' ? 'decide' : asked.about;
  const { text, who, own } = spoken(about, answer, chosen.named ? chosen.name : undefined);
  const all = merged(doubts.all(), own);
  return {
    ...answer,
    answer: text,
    answered: who.some(({ kind }) => kind !== 'placeholder'),
    doubts: all,
  };
}

/** The decisions asked for: by category, else by the words of the document. */
function chosenDecisions(
  reading: Reading,
  { about, decision }: Asked,
  rows: ReturnType<typeof countedRows>,
): { readonly rows: typeof rows; readonly named: boolean; readonly name: string } {
  const none = { rows, named: false, name: '' };
  if (decision.length === 0 || (about !== 'decide' && about !== 'all')) return none;
  const { categories: configured } = reading.config;
  const words = decision.join(' ');
  const ids = [...CATEGORIES, ...configured.keys()];
  const exact = ids.find((id) => id === decision.join('-') || id === words);
  const [category = exact] = exact === undefined ? categoriesOf(words, configured) : [exact];
  if (category !== undefined) {
    const found = rows.filter(({ categories }) => categories.includes(category));
    return { rows: found, named: true, name: titleOfCategory(category) };
  }
  const labels = bestMatches(decision, rows, (row) => [
    row.label,
    ...(row.category === undefined ? [] : [row.category, titleOfCategory(row.category)]),
  ]).map(({ item }) => item);
  // Left-over words that fit no decision: only a question about decisions is left open by them.
  if (labels.length === 0) return about === 'decide' ? { rows: [], named: true, name: words } : none;
  return { rows: labels, named: true, name: labels.map(({ label }) => oneLine(label)).join(', ') };
}

/** What a production register says of its systems without a document. */
export function undocumentedFrom(
  reading: Reading,
  system: string,
  lineOf: LineOf,
  path: string = reading.doc.path,
): UndocumentedAnswer | undefined {
  const speaker = new Speaker(reading, path, lineOf);
  const row = registerOf(reading).find((one) => one.system === system);
  if (!row || documentOfRow(reading, row)) return undefined;
  const owner = assignedOwner(row);
  const firstCall = speaker.all(row.firstCall);
  const first = firstCall[0];
  return {
    system,
    answer: `Nobody has written down who may stop ${system}.${first ? ` First call: ${fullName(first)}.` : ''}`,
    firstCall,
    owner: owner ? speaker.all([owner]) : [],
    ...speaker.place(row.systemSpan),
  };
}

/** Puts the answers of all documents that may be meant together. */
export function whoReport(
  question: string,
  asked: Asked,
  answers: readonly SystemAnswer[],
  undocumented: readonly UndocumentedAnswer[],
  known: readonly string[],
  now: number,
): WhoReport {
  const count = answers.length + undocumented.length;
  const [only] = answers;
  return {
    version: 1,
    question,
    about: asked.about,
    decision: asked.decision.length === 0 || asked.about === 'stop' ? null : asked.decision.join(' '),
    asOf: minute(now),
    status: count === 0 ? 'none' : count > 1 ? 'several' : only?.answered ? 'answered' : 'unanswered',
    answers,
    undocumented,
    known: count === 0 ? known : [],
  };
}
