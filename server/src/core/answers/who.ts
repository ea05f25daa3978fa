import type { CheckResult } from '../check.ts';
import { CATEGORIES, CATEGORY_TITLES } from '../document/decisions.ts';
import { titlePlace } from '../document/length.ts';
import { categoriesOf } from '../document/raci/categories.ts';
import type { Reading } from '../document/reading.ts';
import { registerOf } from '../document/register.ts';
import { listed } from '../document/subjects.ts';
import { assignedOwner, documentOfRow } from '../rules/register/shared.ts';
import { Doubts, merged } from './doubts.ts';
import type { DecisionAnswer, Doubt, Named, SystemAnswer, UndocumentedAnswer, WhoReport } from './model.ts';
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

type Parts = Omit<SystemAnswer, 'answer' | 'answered' | 'doubts'>;

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

export function titleOfCategory(category: string): string {
  return CATEGORIES.some((one) => one === category)
    ? CATEGORY_TITLES[category as keyof typeof CATEGORY_TITLES]
    : category;
}

/** How a decision is called: the document's words, a category's title for a key of frontmatter. */
export function nameOf({ label, category }: { label: string; category: string | undefined | null }): string {
  return category && label === category ? titleOfCategory(category) : label;
}

/** `Dana Whitfield, VP Claims`. */
export function fullName({ name, title, kind }: Named): string {
  if (kind === 'placeholder') return name === '' ? '[nobody yet]' : name;
  return title === null ? name : `${name}, ${title}`;
}

/** The answer in one line, who it names, and what makes it doubtful. */
function spoken(
  about: About,
  parts: Parts,
  decision: string | undefined,
): { readonly text: string; readonly who: readonly Named[]; readonly own: readonly Doubt[] } {
  const { title, path, stop, owner, escalation, gate } = parts;
  switch (about) {
    case 'own': {
      const stated = owner.stated ? 'owns' : 'is Accountable for the outcome of';
      return {
        text: sentence(owner.who, stated, title) ?? `Nobody: ${path} names no owner of ${title}.`,
        who: owner.who,
        own: owner.doubts,
      };
    }
    case 'decide':
      return decided(parts, decision);
    case 'escalate': {
      const [running] = escalation.running;
      if (running) {
        const { decidesNow, deadline, state } = running;
        const until = state === 'open' && deadline ? ` until ${moment(deadline)}` : '';
        return {
          text:
            sentence(decidesNow, 'decides', `“${running.question}” now${until}`, ' and ') ??
            `Nobody is named to decide “${running.question}”.`,
          who: decidesNow,
          own: escalation.doubts,
        };
      }
      const limit = escalation.timebox ? ` after ${escalation.timebox.text}` : '';
      return {
        text:
          sentence(escalation.who, 'decides', `a disagreement about ${title}${limit}`) ??
          `Nobody: ${path} does not say who decides a disagreement about ${title}.`,
        who: escalation.who,
        own: escalation.doubts,
      };
    }
    case 'fund':
      return {
        text:
          sentence(
            gate.who,
            'decides',
            `the funding gate of ${title}${gate.decideBy ? ` by ${gate.decideBy.text}` : ''}`,
          ) ?? `Nobody: ${path} does not say who decides the funding gate of ${title}.`,
        who: gate.who,
        own: gate.doubts,
      };
    default:
      return stopped(parts, about, merged(stop.doubts, about === 'all' ? owner.doubts : []));
  }
}

function stopped(
  { stop, title, path, decisions }: Parts,
  about: About,
  own: readonly Doubt[],
): ReturnType<typeof spoken> {
  if (stop.who.length === 0 && about === 'all' && decisions.some(({ who }) => who.length > 0))
    return {
      text: `Nobody may stop ${title}, as far as ${path} says. It names who decides, below.`,
      who: decisions.flatMap(({ who }) => who),
      own,
    };
  const verb =
    stop.from === 'decision'
      ? 'decides about halting'
      : stop.asksOnly
        ? 'may only ask for a stop of'
        : `may ${rightsOf(stop.rights)}`;
  const line = sentence(stop.who, verb, title);
  return { text: line ?? `Nobody: ${path} does not say who may stop ${title}.`, who: stop.who, own };
}

function rightsOf(rights: readonly string[]): string {
  const pause = rights.includes('pause');
  const back = rights.includes('roll-back');
  return pause && back ? 'pause or roll back' : pause ? 'pause' : 'stop';
}

function decided(parts: Parts, decision: string | undefined): ReturnType<typeof spoken> {
  const { decisions, title, path, decisionNames } = parts;
  const who = decisions.flatMap((one) => one.who);
  const own = merged(...decisions.map(({ doubts }) => doubts));
  if (decisions.length === 0) {
    const about = decision === undefined ? 'anything' : `“${decision}”`;
    const others = decisionNames.length > 0 ? ` It has: ${decisionNames.join('; ')}.` : '';
    return { text: `Nobody: ${path} does not say who decides ${about} of ${title}.${others}`, who, own };
  }
  const [only] = decisions;
  if (only && decisions.length === 1) {
    const what = `“${nameOf(only)}” of ${title}`;
    return { text: sentence(only.who, 'decides', what) ?? `Nobody: ${what} has no Accountable.`, who, own };
  }
  // One who decides it all is said in one line; otherwise each with what is theirs.
  const byName = new Map<string, DecisionAnswer[]>();
  for (const one of decisions) {
    const name = one.who.length === 0 ? 'Nobody' : listed(one.who.map(fullName));
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const lines = [...byName].map(([name, them]) =>
    byName.size === 1
      ? `${name}, decides all ${them.length} decisions of ${title}.`.replace(
          /^([^,]*), decides/,
          '$1 decides',
        )
      : `${name}: ${them.map(nameOf).join('; ')}.`,
  );
  return { text: lines.join(' '), who, own };
}

/** `Dana Whitfield, VP Claims, may pause …`; undefined when nobody is named. */
function sentence(who: readonly Named[], verb: string, what: string, between = ' or '): string | undefined {
  const [first] = who;
  if (!first) return undefined;
  const several = who.length > 1;
  if (who.every(({ kind }) => kind === 'placeholder'))
    return `Nobody yet: “${first.name}” stands where the one who ${verb} ${what} belongs.`;
  const names = capital(who.map(subject).join(between));
  const gone = who.filter(({ active }) => !active).map(({ name }) => name);
  const left = gone.length > 0 ? ` ${listed(gone)} has left the company.` : '';
  const comma = !several && first.title !== null ? ',' : '';
  return `${names}${comma} ${several ? plural(verb) : verb} ${what}.${left}`;
}

/** A party in a sentence: a position or a body takes an article. */
function subject(named: Named): string {
  const text = fullName(named);
  if (named.kind === 'person' || named.kind === 'placeholder') return text;
  return /^(?:the|our|an?|any|its|their)\b/i.test(text) ? text : `the ${text}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(verb: string): string {
  return verb
    .replace(/^owns/, 'own')
    .replace(/^decides/, 'decide')
    .replace(/^is /, 'are ');
}

/** `2026-03-04T09:00Z` as people read it. */
export function moment(text: string): string {
  return text.replace('T', ' ').replace(/Z$/, ' UTC');
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
