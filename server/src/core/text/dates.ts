import { perText } from './memo.ts';
import { MONTHS } from './month-words.ts';

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

/** A date met in prose: offsets into the text, and days since 1970-01-01. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly text: string;
  /** `iso` for `YYYY-MM-DD`, `words` for `12 March 2026`. */
  readonly form: 'iso' | 'words';
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MOMENT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/;

/** The day number (days since 1970-01-01) of `YYYY-MM-DD`; undefined when it is no date that exists. */
export function parseDate(text: string): number | undefined {
  const match = ISO_DAY.exec(text.trim());
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * The moment (epoch milliseconds) of `YYYY-MM-DDTHH:MM[:SS][zone]`, UTC without a zone. A bare date means
 * 24:00 of that day: whoever wrote it gets the whole day.
 */
export function parseMoment(text: string): number | undefined {
  const trimmed = text.trim();
  const bare = parseDate(trimmed);
  if (bare !== undefined) return (bare + 1) * DAY_MS;
  const match = ISO_MOMENT.exec(trimmed);
  const day = match ? parseDate(match[1] ?? '') : undefined;
  if (!match || day === undefined) return undefined;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const midnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  const zoneHours = Number(match[7] ?? 0);
  const zoneMinutes = Number(match[8] ?? 0);
  if (zoneHours > 14 || zoneMinutes > 59) return undefined;
  const zone = (match[6] === '-' ? -1 : 1) * (zoneHours * 60 + zoneMinutes);
  return day * DAY_MS + ((hour * 60 + minute - zone) * 60 + second) * 1000;
}

/** The UTC day number that holds a moment given in epoch milliseconds. */
export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** `count` days after (before, when negative) a day number. */
export function addDays(day: number, count: number): number {
  return day + count;
}

/** A day number as `YYYY-MM-DD`; empty outside the years 0 to 9999. */
export function formatDay(day: number): string {
  if (!Number.isFinite(day)) return '';
  // Civil-from-days by eras of 400 years, which begin in March so that leap days come last.
  const shifted = Math.floor(day) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 0 || year > 9999) return '';
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Every date in a text that exists, in order: ISO dates, and dates whose month is written as a word. */
export const findDates = perText((text): readonly FoundDate[] => (/\d{4}/.test(text) ? datesIn(text) : []));

function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu)) {
    push(found, match, dayNumber(Number(match[1]), Number(match[2]), Number(match[3])), 'iso');
  }
  const dayFirst =
    /(?<![\p{L}\d.,-])(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH|\.|º|er)? (?:of |de )?(\p{L}+)\.?,? (?:de )?(\d{4})(?!\d)/gu;
  for (const match of text.matchAll(dayFirst)) {
    push(found, match, dayNumber(Number(match[3]), month(match[2]), Number(match[1])), 'words');
  }
  const monthFirst = /(?<![\p{L}\d])(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?,? (\d{4})(?!\d)/gu;
  for (const match of text.matchAll(monthFirst)) {
    push(found, match, dayNumber(Number(match[3]), month(match[1]), Number(match[2])), 'words');
  }
  const chinese = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日/gu;
  for (const match of text.matchAll(chinese)) {
    push(found, match, dayNumber(Number(match[1]), Number(match[2]), Number(match[3])), 'words');
  }
  return found.sort((a, b) => a.start - b.start);
}

function push(
  to: FoundDate[],
  match: RegExpExecArray,
  day: number | undefined,
  form: FoundDate['form'],
): void {
  if (day === undefined) return;
  to.push({ start: match.index, end: match.index + match[0].length, day, text: match[0], form });
}

function month(word: string | undefined): number {
  const name = (word ?? '').toLowerCase();
  return (Object.hasOwn(MONTHS, name) && MONTHS[name]) || 0;
}

function dayNumber(year: number, month: number, date: number): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
