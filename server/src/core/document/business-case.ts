import {
  classifyMetric,
  findBusinessFigures,
  findTechnicalTerms,
  type LexiconOptions,
} from '../lexicon/metrics.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { gateRegions } from './gate/entries.ts';
import { peopleIn, withoutDate } from './gate/texts.ts';
import { gateLabel, isOpen } from './gate/words.ts';
import { type GatePeople, gateOf } from './gate.ts';
import type { Mention, Said } from './mention.ts';
import type { Region } from './outline.ts';
import { once, type Reading } from './reading.ts';
import { agentOf, subjectOf } from './subjects.ts';

/** A technical term met in the business case. */
export interface TechnicalTerm {
  readonly text: string;
  readonly span: Span;
}

/** What the document says to justify the money: the gate's evidence, a link, a section of the body. */
export interface BusinessCase {
  /** `gate.business_case.evidence`, or what stands with the first question in the body. */
  readonly evidence: Said<string> | undefined;
  /** Technical terms of the evidence, where it holds nothing else; empty otherwise. */
  readonly technicalEvidence: readonly string[];
  readonly link: Said<string> | undefined;
  /** The section about it; undefined where there is none or it is empty. */
  readonly section: Region | undefined;
  /** Technical terms of the section, where no figure in it speaks of money, time or risk; empty otherwise. */
  readonly technicalTerms: readonly TechnicalTerm[];
  readonly signedBy: GatePeople | undefined;
  /** True when the document has a business case, as text or as a link. */
  readonly exists: boolean;
}

/** The business case of the document. */
export const businessCaseOf = once((reading): BusinessCase => {
  const gate = gateOf(reading);
  const texts = sectionTexts(reading);
  const filled = texts.filter(({ text }) => text.trim() !== '');
  const evidence = gate?.evidence;
  const link = gate?.caseLink ?? linkedCase(reading, filled);
  const section =
    filled.length === 0
      ? undefined
      : reading.outline.regions.find(({ kind, own }) => own && kind === 'business-case');
  return {
    evidence,
    technicalEvidence: evidence ? technicalOnly(evidence.value) : [],
    link,
    section,
    technicalTerms: technicalIn(filled),
    signedBy: gate?.signedBy ?? signedInSection(reading, filled),
    exists: evidence !== undefined || link !== undefined || section !== undefined,
  };
});

const NO_OPTIONS: LexiconOptions = {};

/** Paragraphs, items and cells of the business-case section. */
function sectionTexts({ outline }: Reading): Prose[] {
  const own = ({ kind }: Region): boolean => kind === 'business-case';
  return [
    ...outline.texts.filter(({ region }) => own(region)).map(({ prose }) => prose),
    ...outline.tables
      .filter(({ region }) => own(region))
      .flatMap(({ table }) => table.rows.flatMap(({ cells }) => cells.map(({ prose }) => prose))),
  ];
}

/** A place left for the business effect: what it will say cannot be judged yet. */
const TO_FILL_IN = /\[[^\]\n]{0,120}\](?!\()/;

/** The technical terms of a text that speaks of nothing else. */
function technicalOnly(text: string): string[] {
  if (TO_FILL_IN.test(text) || /^\S+\.\w{2,5}(?:#\S*)?$|^https?:\S+$/.test(text)) return [];
  if (classifyMetric(text, NO_OPTIONS) !== 'technical' || findBusinessFigures(text, NO_OPTIONS).length > 0)
    return [];
  return findTechnicalTerms(text, NO_OPTIONS).map((term) => term.text);
}

function technicalIn(texts: readonly Prose[]): TechnicalTerm[] {
  // A translation being filled in holds places for money, time or risk.
  if (
    texts.some(
      ({ text }) =>
        TO_FILL_IN.test(text) && /\[[^\]]*\b(?:money|time|risk|effect|amount|EUR|USD)\b/i.test(text),
    )
  )
    return [];
  const found = texts.flatMap((prose) =>
    findTechnicalTerms(prose.text, NO_OPTIONS).map(({ start, end, text }) => ({
      text,
      span: prose.at(start, end),
    })),
  );
  if (found.length === 0) return [];
  return texts.some(({ text }) => findBusinessFigures(text, NO_OPTIONS).length > 0) ? [] : found;
}

/** A link to the case: in its section, in the gate's, or anywhere when link or file is called so. */
function linkedCase(reading: Reading, texts: readonly Prose[]): Said<string> | undefined {
  const inGate = new Set(gateRegions(reading));
  for (const prose of texts)
    for (const { url, urlSpan } of prose.links) return { value: url, span: urlSpan, source: 'prose' };
  for (const { prose, region } of reading.outline.texts)
    for (const { url, urlSpan, from, to } of prose.links) {
      const called = /business[-_ ]?case/i;
      const near = inGate.has(region) && called.test(prose.text);
      if (near || called.test(url) || called.test(prose.text.slice(from, to)))
        return { value: url, span: urlSpan, source: 'prose' };
    }
  return undefined;
}

/** `Signed by: Dana Whitfield`, or a sentence of the section that says so. */
function signedInSection(reading: Reading, texts: readonly Prose[]): GatePeople | undefined {
  for (const { label, value, region } of reading.outline.fields) {
    if (region.kind !== 'business-case' || gateLabel(label) !== 'signed-by' || isOpenDash(value.text))
      continue;
    const found = peopleIn(reading, withoutDate(value));
    if (found) return found;
  }
  for (const prose of texts) {
    const by = /\b(?:signed(?: off)?|sponsored|owned|approved)(?: on \S+)? by[\s:]\s?/i.exec(prose.text);
    const signs = by
      ? undefined
      : /\b(?:has |have )?(?:signs|signed)(?: off)?(?: on (?=\S{0,3}\d)| (?:the|this|it|off)\b)/i.exec(
          prose.text,
        );
    if (!by && !signs) continue;
    const mentions = by
      ? agentOf(reading, prose, by.index + by[0].length)
      : signer(reading, prose, signs?.index ?? 0);
    const [first] = mentions;
    if (first) return { mentions, span: first.span, text: first.party.text, source: 'prose' };
  }
  return undefined;
}

/** Who stands before `signs the case` in its sentence. */
function signer(reading: Reading, prose: Prose, at: number): readonly Mention[] {
  let from = 0;
  for (const sentence of prose.sentences()) {
    const start = prose.text.indexOf(sentence.text, from);
    from = start + sentence.text.length;
    if (at >= start && at < from) return subjectOf(reading, sentence, at - start);
  }
  return [];
}

/** Blank or a dash; a placeholder is a name to come, and reported as one. */
function isOpenDash(text: string): boolean {
  return isOpen(text) && !/[\p{L}]/u.test(text);
}
