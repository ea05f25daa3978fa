import type { Prose } from '../markdown/prose.ts';
import { findDates } from '../text/dates.ts';
import { overlaps, type Span } from '../text/span.ts';
import { gateOf } from './gate.ts';
import type { Region } from './outline.ts';
import { once } from './reading.ts';

/** A decision that is put off without a day on which it will be made. */
export interface Deferred {
  /** The words that put it off. */
  readonly text: string;
  readonly span: Span;
}

const PUT_OFF =
  /^(?:(?:still|currently|is|was|has been|remains)\s+)?(deferred|postponed|delayed|pending|under (?:review|discussion|consideration)|in (?:review|discussion)|ongoing|on hold|not (?:yet )?decided|undecided|open|tabled|parked)\b/i;
/** Statuses that say nothing of a decision unless they stand alone: "Open to all units". */
const BARE = /^(?:open|ongoing)[.!]?$/i;
const DECISION_LABEL =
  /^(?:(?:production |pilot |gate |funding |go[- ]live |final |current )*decision(?: status)?|status of the decision|(?:go[- ]live|approval|funding)(?: status)?)$/i;
const SENTENCE =
  /\b(?:decision|approval|go[- ]live)\b[^.;:\n]{0,80}?\b(?:is|are|was|were|has been|have been|remains?|stays?)\s+(?:still\s+|currently\s+)?(deferred|postponed|pending|under (?:review|discussion|consideration)|on hold)\b/i;
/** Words by which a sentence speaks of what would be, not of what is. */
const CONDITIONAL =
  /\b(?:if|while|whilst|until|when|whenever|where|unless|once|as long as|during|in case|should)\b/i;
/** Dates that are no calendar day but end the waiting all the same. */
const SOON =
  /\b(?:q[1-4][ /-]?\d{2,4}|week \d{1,2}|end of (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;

/** Decisions that the body puts off without a date. The gate's own decision is left to the gate rules. */
export const deferredDecisions = once((reading): readonly Deferred[] => {
  const { frontmatter, outline } = reading;
  if (frontmatter.text('gate', 'decide_by') !== undefined) return [];
  const found: Deferred[] = [];
  for (const { label, value, region } of outline.fields)
    if (!isElsewhere(region) && DECISION_LABEL.test(label.replace(/[*_]/g, '').trim()))
      fromValue(value, found);
  for (const { prose, region } of outline.texts)
    if (!isElsewhere(region)) for (const sentence of prose.sentences()) fromSentence(sentence, found);
  for (const { table, region } of outline.tables) {
    if (isElsewhere(region) || table.header.cells.length < 3) continue;
    const column = table.header.cells.findIndex(({ prose }) =>
      /^(?:status|decision status|outcome)$/i.test(prose.text.trim()),
    );
    const about = table.header.cells.some(({ prose }) => /^decisions?\b/i.test(prose.text.trim()));
    if (column < 0 || !about) continue;
    for (const row of table.rows) {
      const cell = row.cells[column];
      if (cell && !row.cells.some(({ prose }) => hasDate(prose.text))) fromValue(cell.prose, found);
    }
  }
  const gate = gateOf(reading)?.decision?.span;
  const seen = new Set<number>();
  return found.filter(({ span }) => {
    if (seen.has(span.start) || (gate && overlaps(gate, span))) return false;
    seen.add(span.start);
    return true;
  });
});

/** The gate, the log of disagreements and the sections that speak of what happens meanwhile have rules of their own. */
function isElsewhere({ kind }: Region): boolean {
  return kind === 'gate' || kind === 'escalation-log' || kind === 'escalation' || kind === 'stop';
}

function fromValue(value: Prose, found: Deferred[]): void {
  const match = PUT_OFF.exec(value.text);
  const word = match?.[1];
  if (
    !match ||
    word === undefined ||
    hasDate(value.text) ||
    (/^o/i.test(word) && !BARE.test(value.text) && !/^on hold/i.test(word))
  )
    return;
  const from = match[0].length - word.length;
  found.push({ text: word, span: value.at(from, from + word.length) });
}

function fromSentence(sentence: Prose, found: Deferred[]): void {
  const match = SENTENCE.exec(sentence.text);
  const word = match?.[1];
  if (!match || word === undefined || hasDate(sentence.text) || CONDITIONAL.test(sentence.text)) return;
  const from = match.index + match[0].length - word.length;
  found.push({ text: word, span: sentence.at(from, from + word.length) });
}

function hasDate(text: string): boolean {
  return findDates(text).length > 0 || SOON.test(text);
}
