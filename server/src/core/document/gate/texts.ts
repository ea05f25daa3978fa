import { findBusinessFigures } from '../../lexicon/metrics.ts';
import type { Prose } from '../../markdown/prose.ts';
import { findDates } from '../../text/dates.ts';
import { findDurations } from '../../text/duration.ts';
import type { Said, Source } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';
import type { Reading } from '../reading.ts';
import type { GateDate, GatePeople } from './model.ts';

// What a piece of the gate's section says: its date, people, link, amount.

/** The first date of a text. */
export function dateIn(text: Prose, source: Source): GateDate | undefined {
  const [found] = findDates(text.text);
  return found && { value: found.text, day: found.day, span: text.at(found.start, found.end), source };
}

/** A period that is a date of a kind: `end of April`, `Q2 2026`, `within 10 working days of the pilot's end`. */
export function periodIn(text: Prose): GateDate | undefined {
  const words =
    /\bq[1-4]\b|\b(?:end|middle|start|beginning) of\b|\bweek \d|\bkw ?\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/i;
  if (!words.test(text.text) && findDurations(text.text).length === 0) return undefined;
  return { value: text.text, day: undefined, span: text.span, source: 'field' };
}

/** Whom a text names; undefined when it names nobody we can tell. */
export function peopleIn(reading: Reading, value: Prose): GatePeople | undefined {
  return fromMentions(readPartiesOf(reading, value, 'one', 'field'), value);
}

export function fromMentions(mentions: GatePeople['mentions'], value: Prose): GatePeople | undefined {
  const named = mentions.filter(({ party }) => party.kind !== 'nobody' && party.kind !== 'unknown');
  if (named.length === 0) return undefined;
  return { mentions: named, span: value.span, text: value.text, source: 'field' };
}

/** The text up to the first date behind `from`: a name ends there. */
export function untilDate(text: Prose, from: number): Prose {
  const date = findDates(text.text).find(({ start }) => start > from);
  if (!date) return text;
  const lead = /[\s,;(]*(?:\bon\b|\bby\b)?[\s,;(]*$/i.exec(text.text.slice(from, date.start));
  return text.slice(0, lead ? from + lead.index : date.start);
}

/** `Ines Moreau, COO, 2026-04-28` without its date. */
export function withoutDate(value: Prose): Prose {
  const [date] = findDates(value.text);
  if (!date || date.start === 0) return value;
  const lead = /[\s,;(]*(?:\bon\b|\bby\b)?[\s,;(]*$/i.exec(value.text.slice(0, date.start));
  return value.slice(0, lead?.index ?? date.start);
}

export function linkIn(texts: readonly Prose[]): Said<string> | undefined {
  for (const { links } of texts)
    for (const { url, urlSpan } of links) return { value: url, span: urlSpan, source: 'field' };
  return undefined;
}

/** A date or the words of acceptance in what is said with the second question. */
export function acceptance(text: Prose): Said<string> | undefined {
  const date = dateIn(text, 'field');
  if (date) return date;
  return undefined;
}

export function amountIn(text: Prose): Said<string> | undefined {
  const money =
    findBusinessFigures(text.text).find(({ kind }) => kind === 'money') ??
    placeFor(text, /\[[^\]\n]*\b(?:amount|sum)\b[^\]\n]*\]/i);
  return money && { value: money.text, span: text.at(money.start, money.end), source: 'field' };
}

function placeFor(
  text: Prose,
  pattern: RegExp,
): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const match = pattern.exec(text.text);
  return match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
}

export function costCentreIn(text: Prose): Said<string> | undefined {
  const match =
    /\b(?:cost ?-?cent(?:re|er)|charged to|booked (?:to|on)|(?:paid|funded) (?:by|from))\s*:?\s+(?:the\s)?([^,;.\n]{2,60})/i.exec(
      text.text,
    );
  if (match?.[1] === undefined) return undefined;
  const from = match.index + match[0].length - match[1].length;
  return { value: match[1].trim(), span: text.at(from, from + match[1].trimEnd().length), source: 'field' };
}
