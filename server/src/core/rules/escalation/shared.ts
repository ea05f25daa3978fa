import { type Escalation, escalationOf, type PathTime, unreadable } from '../../document/escalation.ts';
import { timeboxMinutes } from '../../document/escalation-log.ts';
import type { Mention, Said } from '../../document/mention.ts';
import { shortNames, titleOf } from '../../document/mentions.ts';
import { ownerMention } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { isAgentic } from '../../document/stage.ts';
import { called, isOwner } from '../../document/subjects.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter, type YamlValue, yamlScalar } from '../../edits/frontmatter-edits.ts';
import { foldName, foldPosition } from '../../parties/names.ts';
import { isCto } from '../../parties/titles.ts';
import { formatHours } from '../../text/duration.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { sectionPlace } from '../places.ts';
import type { Fix, Report } from '../rule.ts';

/** The longest time-box this document may have, in minutes. */
export function limitOf(reading: Reading): number {
  const { config } = reading;
  return isAgentic(reading)
    ? Math.min(config.agenticTimeboxMinutes, config.timeboxMinutes)
    : config.timeboxMinutes;
}

/** True for the CTO, the CIO and whoever leads technology, by a title given anywhere. */
export function isTheCto(reading: Reading, { party }: Mention): boolean {
  const title = titleOf(reading, party);
  return title !== undefined && isCto(title);
}

/** True for the CTO or whom the configuration names as tie-breaker. */
export function isTieBreaker(reading: Reading, mention: Mention): boolean {
  if (isTheCto(reading, mention)) return true;
  const wanted = foldPosition(reading.config.tieBreaker);
  const { party } = mention;
  const texts = [party.text, party.name, party.title, party.personId, titleOf(reading, party)];
  return texts.some((text) => text !== undefined && foldPosition(text) === wanted);
}

/** Whom the path should leave the decision to, as a sentence names them: `the CTO`, or the configured one. */
export function tieBreakerName(reading: Reading): string {
  const { tieBreaker } = reading.config;
  return /^(?:c[a-z]o|vp|svp)$/i.test(tieBreaker) ? tieBreaker.toUpperCase() : tieBreaker;
}

/** The tie-breaker as the subject of a sentence. */
export function theTieBreaker(reading: Reading): string {
  const name = tieBreakerName(reading);
  // Two capitalised words are somebody's name; a position takes an article.
  return /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)+$/u.test(name) &&
    !/\b(?:Officer|Head|Director|Chief)\b/.test(name)
    ? name
    : `the ${name}`;
}

/** The owner's name, or the word for the owner where none is known. */
export function theOwner(reading: Reading): string {
  const owner = ownerMention(reading);
  return owner ? called(owner) : 'the business owner';
}

/** The path the document describes, for rules about what it lacks: undefined where it cannot be read, or is none. */
export function pathToJudge(reading: Reading, ...keys: readonly string[]): Escalation | undefined {
  const path = escalationOf(reading);
  return path.said && !path.foreign && !unreadable(reading, ...keys) ? path : undefined;
}

/** True when the path names the owner: among its people, or in its words. */
export function namesOwner(reading: Reading, owner: Mention): boolean {
  const { parties, sentences } = escalationOf(reading);
  if (parties.some((mention) => isOwner(reading, mention))) return true;
  const name = called(owner).toLowerCase();
  const short = owner.party.kind === 'person' ? shortNames(reading, called(owner)) : new Set<string>();
  const title = titleOf(reading, owner.party);
  const held = title === undefined ? undefined : ` ${foldPosition(title)} `;
  return sentences.some(({ text }) => {
    // `Dana and the CTO`, `Ms Whitfield and the CTO`.
    const words = text.match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [];
    if (words.some((word) => short.has(foldName(word.replace(/['’]s$/, ''))))) return true;
    const plain = text.toLowerCase().replace(/\s+/g, ' ');
    // `the VP Claims and the CTO`.
    if (held !== undefined && held.trim() !== '' && ` ${foldPosition(text)} `.includes(held)) return true;
    return /\b(?<!product |technical |system )owners?\b/.test(plain) || plain.includes(name);
  });
}

/** True when the path names the CTO or the configured tie-breaker. */
export function namesCto(reading: Reading): boolean {
  const { parties, sentences } = escalationOf(reading);
  if (parties.some((mention) => isTieBreaker(reading, mention))) return true;
  const wanted = foldPosition(reading.config.tieBreaker);
  return sentences.some(
    ({ text }) =>
      /\bC[TI]O\b|\bchief (?:technology|technical|information) officer\b/i.test(text) ||
      ` ${foldPosition(text)} `.includes(` ${wanted} `),
  );
}

/** Where something that is missing from the path belongs: the section's heading, else the frontmatter key. */
export function pathPlace(reading: Reading): Span {
  const { entry, section, sentences } = escalationOf(reading);
  if (entry) return entry.keySpan;
  const [sentence] = sentences;
  return section || !sentence ? sectionPlace(reading, 'escalation') : sentence.span;
}

/** Inserts the whole path as a section, with its duty and its interim state. */
export function insertPath(reading: Reading): Fix {
  // A time that the document gives already stays.
  const minutes = Math.min(limitOf(reading), timeboxMinutes(reading));
  const lines = [
    '## Escalation',
    '',
    `If ${theOwner(reading)} and ${theTieBreaker(reading)} disagree, the clock starts when either of them raises it in writing. ${expirySentence(reading, minutes)} ${INTERIM_SENTENCE}`,
  ];
  return {
    title: `Insert an escalation path of ${formatHours(minutes)}`,
    safety: 'manual',
    edits: insertSection(reading.doc, 'escalation', lines.join('\n')),
  };
}

/** What happens when the time of so many minutes is over. */
export function expirySentence(reading: Reading, minutes: number): string {
  return `If it is unresolved within ${formatHours(minutes)}, ${theTieBreaker(reading)} makes the call and documents it.`;
}

export const INTERIM_SENTENCE = 'Until it is decided, the system stays paused.';
export const DUTY_SENTENCE = 'The decision and its reasons are written down in the escalation log.';

/**
 * Writes a key where the path stands in frontmatter, a sentence where it has a section. A path that only the role
 * definition holds gets a section of its own, in full: from then on that section is what counts.
 */
export function addToPath(
  reading: Reading,
  title: string,
  key: string,
  value: YamlValue,
  sentence: string,
): Fix[] {
  const { doc } = reading;
  const { entry, section } = escalationOf(reading);
  if (!entry && !section) return [insertPath(reading)];
  const edits =
    section && !entry
      ? appendToRegion(doc, section, sentence)
      : setFrontmatter(doc, ['escalation', key], value);
  return [{ title, safety: 'manual', edits }];
}

/** A length as it is written in frontmatter: `48h`, `90min`. */
export function shortHours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.round(minutes)}min`;
}

/** The edit that puts `minutes` in the place of a written duration, in the form it has. */
export function replaceTime(time: Said<PathTime>, minutes: number): TextEdit {
  if (time.source === 'frontmatter') return { span: time.span, newText: yamlScalar(shortHours(minutes)) };
  const hours = formatHours(minutes);
  const adjective = /^\S*\d-(?:hour|day|minute|week)$/i.test(time.value.text);
  const newText = adjective ? hours.replace(/ (\w+?)s?$/, '-$1') : hours;
  return { span: time.span, newText };
}

/** The edit for a promise of speed: `promptly` becomes `within 48 hours`, `within 2 business days` a length alone. */
export function convertTime(reading: Reading, time: Said<PathTime>, minutes: number): TextEdit {
  if (time.source === 'frontmatter' || time.value.minutes !== undefined) return replaceTime(time, minutes);
  const before = reading.doc.text.slice(0, time.span.start);
  const within = /\b(?:within|in|after)\s+$/i.test(before) ? '' : 'within ';
  return { span: time.span, newText: `${within}${formatHours(minutes)}` };
}

/** Reports the lengths above the limit as one finding, at the first; `says` puts that length and the limit in words. */
export function reportTooLong(
  reading: Reading,
  report: (finding: Report) => void,
  says: (length: string, limit: string) => string,
): void {
  if (unreadable(reading, 'timebox')) return;
  const limit = limitOf(reading);
  const hours = formatHours(limit);
  const long = escalationOf(reading).timeboxes.flatMap((time) => {
    const { minutes, unclear } = time.value;
    return !unclear && minutes !== undefined && minutes > limit ? [{ ...time, minutes }] : [];
  });
  const [first, ...others] = long;
  if (!first) return;
  report({
    span: first.span,
    message: says(formatHours(first.minutes), hours),
    related: others.map(({ span, value }) => ({
      span,
      message: `${value.text} is above the limit as well.`,
    })),
    fixes: () => [
      {
        title: `Replace ${long.map(({ value }) => value.text).join(' and ')} by ${hours}`,
        safety: 'manual',
        edits: long.map((time) => replaceTime(time, limit)),
      },
    ],
  });
}

/** With a capital at the beginning, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
