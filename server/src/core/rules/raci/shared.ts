import {
  CATEGORIES,
  type DecisionRow,
  distinct,
  meansAccountable,
  samePerson,
} from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { soundOwner } from '../../document/owner-verdict.ts';
import { roleHolder, titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { foldPosition } from '../../parties/names.ts';
import type { Party } from '../../parties/party.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix, Severity } from '../rule.ts';

/** A fix that is a decision for a person. */
export function manual(title: string, edits: readonly TextEdit[]): Fix {
  return { title, safety: 'manual', edits };
}

/** True for one of the four decisions; others are ordinary. */
export function isOneOfFour(row: DecisionRow): boolean {
  return row.categories.some((category) => (CATEGORIES as readonly string[]).includes(category));
}

/** Error for the four decisions, warning for ordinary rows. */
export function errorForFour(row: DecisionRow): Severity {
  return isOneOfFour(row) ? 'error' : 'warning';
}

/** How messages call a decision: its label in quotes. */
export function quoted(row: DecisionRow): string {
  const { label } = row;
  return `“${label.length > 80 ? `${label.slice(0, 79).trimEnd()}…` : label}”`;
}

/** How messages call a party. */
export function called(mention: Mention): string {
  const text = mention.party.text.replace(/\s+/g, ' ');
  return text === '' ? 'nobody named' : text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** The owner whom a row can name as Accountable: a person in the seat who may stay in it. */
export function ownerToName(reading: Reading): Mention | undefined {
  return soundOwner(reading);
}

/** The owner's name as a cell or value says it. */
export function nameOf(mention: Mention): string {
  return mention.party.name ?? mention.party.text;
}

/** True for a row that several human beings answer for: `raci-shared-accountable` speaks of it. */
export function isShared(reading: Reading, row: DecisionRow): boolean {
  return meansAccountable(row) && distinct(reading, row.accountable).length > 1;
}

/**
 * Whether two parties are surely two. False where it cannot be told: a person without a known title beside a
 * position, or a name we cannot read.
 */
export function surelyDifferent(reading: Reading, a: Mention, b: Mention): boolean {
  if (samePerson(reading, a.party, b.party)) return false;
  const parties = [a.party, b.party] as const;
  if (parties.some(({ kind }) => kind === 'placeholder' || kind === 'unknown')) return false;
  const [one, two] = parties;
  const [person, other] = one.kind === 'person' ? [one, two] : [two, one];
  if (other.kind === 'person') return true;
  if (person.kind !== 'person') return foldPosition(person.text) !== foldPosition(other.text);
  if (other.kind === 'group') return true;
  if (other.kind === 'position' && roleHolder(reading, other.title ?? other.text)) return true;
  // "Business owner" over a column is what this document calls its owner.
  if (callsTheOwner(other)) return false;
  const title = titleOf(reading, person);
  if (title === undefined) return false;
  const [said, held] = [foldPosition(other.title ?? other.text), foldPosition(title)];
  return !said.includes(held) && !held.includes(said);
}

/** True for "Business owner" and its like: words that mean whoever owns the result, not one position of the company. */
export function callsTheOwner({ text }: Party): boolean {
  return OWNER_WORDS.test(text);
}

const OWNER_WORDS =
  /^(?:the )?(?:(?:named|single|accountable|ai|business|outcome|initiative|system|use case|result|process) )*(?:outcome )?owner(?: of the (?:outcome|result))?$/i;
