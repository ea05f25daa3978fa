import { businessCaseOf } from '../document/business-case.ts';
import { gateOf, gateUnreadable } from '../document/gate.ts';
import { titlePlace } from '../document/length.ts';
import { ownerOf, ownerUnreadable } from '../document/owner.ts';
import { type OwnerFault, ownerVerdict } from '../document/owner-verdict.ts';
import type { Reading } from '../document/reading.ts';
import { called, listed } from '../document/subjects.ts';
import { classifyMetric, findBusinessFigures } from '../lexicon/metrics.ts';
import { type DiagnosticQuestion, ownerStands } from '../rules/gate/diagnosis.ts';
import { parseDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { evidenceTold, sectionText } from './case-told.ts';
import { type DiagnosisStep, nextStep } from './diagnose-step.ts';
import type { Place } from './model.ts';
import { type LineOf, oneLine, Speaker } from './named.ts';
import { minute } from './rights.ts';

export type { DiagnosisStep } from './diagnose-step.ts';

export type DiagnosisAnswer = 'yes' | 'no' | 'unknown';

/** Words of the document that the answer rests on. */
export interface Evidence extends Place {
  readonly quote: string;
}

/** One of the three questions, as the document answers it. */
export interface DiagnosedQuestion {
  readonly id: DiagnosticQuestion;
  readonly question: string;
  readonly answer: DiagnosisAnswer;
  /** One sentence: what was found. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/** Why a pilot that works gets no money, as far as its document tells. The JSON of `diagnose`, version 1: stable. */
export interface Diagnosis extends Place {
  readonly version: 1;
  readonly initiative: string | null;
  readonly title: string;
  readonly status: string | null;
  /** The moment of the answer, `YYYY-MM-DDTHH:MMZ`. */
  readonly asOf: string;
  /** In the order in which they are asked: owner, gate, case. */
  readonly questions: readonly DiagnosedQuestion[];
  readonly step: DiagnosisStep;
}

/** The three questions as people ask them. */
export const DIAGNOSTIC_QUESTIONS: Readonly<Record<DiagnosticQuestion, string>> = {
  owner:
    'Does one named business leader (not the CTO, not the head of data science) formally answer for the result?',
  gate: 'Was the production funding gate defined before the pilot started?',
  case: 'Does the business case speak of money, time or risk rather than of technical figures?',
};

/**
 * Asks a document the three questions for a pilot without funding, and says the next step: first an owner, then a
 * case in business terms, and only then the money. `path` is the path as the host shows it.
 */
export function diagnose(reading: Reading, lineOf: LineOf, path: string = reading.doc.path): Diagnosis {
  const { frontmatter, outline, settings } = reading;
  const speaker = new Speaker(reading, path, lineOf);
  const heading = outline.regions.find((region) => region.heading && region.depth === 1)?.heading;
  const initiative = frontmatter.text('initiative') ?? null;
  const title = oneLine(frontmatter.text('title') ?? heading?.prose.text ?? initiative ?? path);
  const questions = [ownerQuestion(speaker), gateQuestion(speaker), caseQuestion(speaker)];
  return {
    version: 1,
    ...speaker.place(titlePlace(reading)),
    initiative,
    title,
    status: frontmatter.text('status') ?? null,
    asOf: minute(settings.now),
    questions,
    step: nextStep(reading, title, questions),
  };
}

/** What stands in the owner's seat instead of a business leader, in words. */
const FAULTS: Readonly<Record<OwnerFault, string>> = {
  'owner-unnamed': 'no person is named in the owner’s place',
  'owner-shared': 'several people share the seat, so none of them answers for it alone',
  'owner-is-committee': 'a body holds the seat, and a body cannot be asked for a result',
  'owner-is-cto':
    'the CTO holds the seat; technical success and business success would be judged by one person',
  'coe-owns-without-authority':
    'the Centre of Excellence holds the seat, without the authority that goes with it',
  'owner-is-data-or-engineering': 'data or engineering holds the seat, and not the business',
  'owner-below-seniority': 'the owner ranks below the seniority the company asks for',
  'owner-seniority-unknown': 'the owner’s position is not said',
};

function ownerQuestion(speaker: Speaker): DiagnosedQuestion {
  const { reading } = speaker;
  const owner = ownerOf(reading);
  const gate = gateOf(reading);
  const make = maker('owner');
  if (ownerUnreadable(reading))
    return make(
      'unknown',
      'The owner in the frontmatter cannot be read.',
      quote(speaker, reading.frontmatter.entry('owner')?.keySpan),
    );
  if (!owner || owner.mentions.length === 0)
    return make('no', 'Nobody is named as the owner.', quote(speaker, owner?.span));
  const who = listed(owner.mentions.map((mention) => called(mention)));
  const evidence = [...quote(speaker, owner.span), ...quote(speaker, owner.accepted?.span)];
  const fault = ownerVerdict(reading)?.rule;
  if (!ownerStands(reading) && fault) return make('no', `${who}: ${FAULTS[fault]}.`, evidence);
  const refused = gate?.questions.owner.answer;
  if (refused?.value === false)
    return make('no', `${who} has not accepted accountability, says the gate.`, [
      ...evidence,
      ...quote(speaker, refused.span),
    ]);
  const accepted = owner.accepted ?? gate?.accepted ?? (refused?.value === true ? refused : undefined);
  if (!accepted)
    return make('unknown', `${who} is named, and nothing says that ${who} has accepted.`, evidence);
  return make('yes', `${who} has accepted accountability for the result.`, [
    ...quote(speaker, owner.span),
    ...quote(speaker, accepted.span),
  ]);
}

function gateQuestion(speaker: Speaker): DiagnosedQuestion {
  const { reading } = speaker;
  const gate = gateOf(reading);
  const make = maker('gate');
  const started = reading.frontmatter.text('dates', 'pilot_started_on');
  const startedAt = reading.frontmatter.node('dates', 'pilot_started_on');
  const start = started === undefined ? undefined : parseDate(started);
  if (!gate) {
    if (gateUnreadable(reading))
      return make(
        'unknown',
        'The gate in the frontmatter cannot be read.',
        quote(speaker, reading.frontmatter.entry('gate')?.keySpan),
      );
    return make('no', 'The document has no funding gate.', []);
  }
  const defined = gate.definedOn;
  const evidence = [...quote(speaker, defined?.span ?? gate.place), ...quote(speaker, startedAt?.span)];
  if (defined?.day === undefined)
    return make('unknown', 'There is a funding gate, and nothing says since when.', evidence);
  if (start === undefined)
    return make(
      'unknown',
      `The gate was defined on ${defined.value}; when the pilot started is not said.`,
      evidence,
    );
  return defined.day <= start
    ? make('yes', `The gate was defined on ${defined.value}, the pilot started on ${started}.`, evidence)
    : make(
        'no',
        `The gate was defined on ${defined.value}, after the pilot had started on ${started}.`,
        evidence,
      );
}

function caseQuestion(speaker: Speaker): DiagnosedQuestion {
  const { reading } = speaker;
  const gate = gateOf(reading);
  const make = maker('case');
  const found = businessCaseOf(reading);
  const { link, section, technicalEvidence, technicalTerms } = found;
  const told = evidenceTold(reading);
  const evidence = told === undefined ? undefined : found.evidence;
  const answer = gate?.questions.case.answer;
  const places = [
    ...quote(speaker, evidence?.span),
    ...technicalTerms.slice(0, 4).flatMap(({ span }) => quote(speaker, span)),
    ...(evidence ? [] : quote(speaker, link?.span)),
    ...(evidence || technicalTerms.length > 0 ? [] : quote(speaker, section?.heading?.prose.span)),
  ];
  const terms = [...new Set([...technicalEvidence, ...technicalTerms.map(({ text }) => text)])];
  if (terms.length > 0)
    return make('no', `It speaks of ${listed(terms.slice(0, 4))}, and of no money, time or risk.`, places);
  if (answer?.value === false)
    return make('no', 'The gate itself answers that the evidence does not carry the case.', [
      ...places,
      ...quote(speaker, answer.span),
    ]);
  if (!evidence && !link && !section && answer?.value !== true)
    return make('no', 'There is no business case.', places);
  const text = told ?? sectionText(reading);
  if (text !== undefined && (findBusinessFigures(text).length > 0 || classifyMetric(text) === 'business'))
    return make('yes', 'It speaks of money, time or risk.', places);
  if (answer?.value === true)
    return make('yes', 'The gate answers yes; the figures stand elsewhere.', [
      ...places,
      ...quote(speaker, answer.span),
    ]);
  return make(
    'unknown',
    text === undefined
      ? 'The case stands in another file; whether it speaks of the business is not said here.'
      : 'It names no figure in money, time or risk.',
    places,
  );
}

function maker(id: DiagnosticQuestion) {
  return (answer: DiagnosisAnswer, why: string, evidence: readonly Evidence[]): DiagnosedQuestion => ({
    id,
    question: DIAGNOSTIC_QUESTIONS[id],
    answer,
    why: why.charAt(0).toUpperCase() + why.slice(1),
    evidence: evidence.filter(
      (one, i) =>
        evidence.findIndex(({ line, quote: text }) => line === one.line && text === one.quote) === i,
    ),
  });
}

/** Longest quotation, in UTF-16 units. */
const QUOTE = 160;

function quote(speaker: Speaker, span: Span | undefined): Evidence[] {
  if (!span) return [];
  const text = oneLine(
    speaker.reading.doc.text.slice(span.start, Math.min(span.end, span.start + 4 * QUOTE)),
  );
  const cut = text.length > QUOTE ? `${text.slice(0, QUOTE - 1).trimEnd()}…` : text;
  return [{ quote: cut, ...speaker.place(span) }];
}
