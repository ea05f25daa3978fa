import { foldKeepingOffsets, type Token, tokenize } from './duration-tokens.ts';
import {
  ABOUT_WORDS,
  BUSINESS_QUALIFIERS,
  BUSINESS_UNITS,
  EXACT_UNITS,
  GLUED_UNITS,
  JOIN_WORDS,
  PLAIN_QUALIFIERS,
  RANGE_WORDS,
  UNIT_WORDS,
  VAGUE_PHRASES,
  VAGUE_QUANTITIES,
} from './duration-words.ts';
import { perText } from './memo.ts';
import { foldWord, readNumberWords } from './number-words.ts';

/** Why a duration sets no exact limit: it counts working time, names two ends, or is only a promise of speed. */
export type Unclear = 'business-days' | 'range' | 'vague';

/** A length of time. `minutes` is exact unless `unclear`; then the longest reading (business days count 24 h each). */
export interface Duration {
  readonly minutes: number;
  readonly unclear?: Unclear;
}

/** A duration met in prose, with its offsets. `minutes` is absent where the text gives no figure (`asap`). */
export interface FoundDuration {
  readonly start: number;
  readonly end: number;
  readonly minutes?: number;
  readonly unclear?: Unclear;
  readonly text: string;
}

interface Measure {
  readonly minutes: number;
  readonly next: number;
  readonly unclear?: Unclear;
  /** Length in minutes of the smallest unit used. */
  readonly unit: number;
}

const wordSet = (words: string) => new Set(words.split(' ').map(foldWord));
const UNITS = new Map(
  UNIT_WORDS.flatMap(([minutes, words]) => words.split(' ').map((w) => [foldWord(w), minutes])),
);
const BUSINESS_UNIT = wordSet(BUSINESS_UNITS);
const BUSINESS = wordSet(BUSINESS_QUALIFIERS);
const PLAIN = wordSet(PLAIN_QUALIFIERS);
const RANGE = wordSet(RANGE_WORDS);
const JOIN = wordSet(JOIN_WORDS);
const ABOUT = wordSet(ABOUT_WORDS);
const FEW = wordSet(VAGUE_QUANTITIES);
const BETWEEN = wordSet('between zwischen entre antara между');
const BEFORE_AN_ARTICLE = wordSet('within in after for under than of every');
const HAN_WORDS = [...UNITS.keys(), ...BUSINESS_UNIT, ...RANGE, ...PLAIN, ...FEW]
  .filter((word) => /\p{Script=Han}/u.test(word))
  .sort((a, b) => b.length - a.length);

const ISO =
  /^P(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const ISO_MINUTES = [525_600, 43_200, 10_080, 1440, 60, 1, 1 / 60];
const LIMIT = 120;

/**
 * Reads a text that is a duration and nothing else: `48h`, `2d`, `1h30`, `PT48H`, `forty-eight hours`, `2 Tage`.
 * Working days and ranges come back with `unclear`; words without a figure (`asap`) are undefined here, see
 * `findDurations`.
 */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LIMIT) return undefined;
  const iso = parseIso(trimmed);
  if (iso !== undefined) return { minutes: iso };
  const tokens = tokenize(trimmed, HAN_WORDS);
  while (tokens.length > 1 && tokens.at(-1)?.word === '.') tokens.pop();
  const measure = readSpan(tokens, 0, true);
  if (!measure || measure.next !== tokens.length) return undefined;
  const { minutes, unclear } = measure;
  return unclear ? { minutes, unclear } : { minutes };
}

/** Every duration in prose, in order and without overlap: exact ones, and those that set no exact limit. */
export const findDurations = perText((text): readonly FoundDuration[] => {
  const tokens = tokenize(text, HAN_WORDS);
  const found = findPhrases(text);
  for (const match of text.matchAll(/(?<![\p{L}\d])P(?=[\dT])[\dTYMWDHS.,]{2,40}(?![\p{L}\d])/gu)) {
    const raw = match[0].replace(/[.,]+$/, '');
    const minutes = parseIso(raw);
    if (minutes !== undefined) found.push(entry(text, match.index, match.index + raw.length, minutes));
  }
  for (let at = 0; at < tokens.length; at++) {
    const measure = startsDuration(text, tokens, at) ? readSpan(tokens, at, false) : undefined;
    const first = tokens[at];
    const last = measure && tokens[measure.next - 1];
    if (!measure || !first || !last) continue;
    const about = ABOUT.has(tokens[at - 1]?.word ?? '') ? 'vague' : undefined;
    found.push(entry(text, first.start, last.end, measure.minutes, measure.unclear ?? about));
    at = measure.next - 1;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return found.filter((item) => {
    if (item.start < covered) return false;
    covered = item.end;
    return true;
  });
});

/** A length in words, for messages and fixes: `48 hours`, `90 minutes`, `1 hour`, `36.5 hours`. */
export function formatHours(minutes: number): string {
  if (!Number.isFinite(minutes)) return 'no time';
  const whole = Math.round(minutes);
  if (whole % 60 !== 0 && whole < 120) return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round((whole / 60) * 100) / 100;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

function entry(text: string, start: number, end: number, minutes?: number, unclear?: Unclear): FoundDuration {
  return {
    start,
    end,
    ...(minutes === undefined ? {} : { minutes }),
    ...(unclear === undefined ? {} : { unclear }),
    text: text.slice(start, end),
  };
}

function parseIso(text: string): number | undefined {
  const match = text.length > 1 ? ISO.exec(text) : null;
  if (!match || /[PT]$/i.test(text)) return undefined;
  return ISO_MINUTES.reduce(
    (sum, size, i) => sum + size * Number((match[i + 1] ?? '0').replace(',', '.')),
    0,
  );
}

/** A figure inside an identifier (`v2.1`, `RFC-48 d`) starts no duration, nor does a bare article (`twice a day`). */
function startsDuration(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return false;
  if (token.number !== undefined) {
    const glued = text.slice(Math.max(0, token.start - 1), token.start);
    if (glued === '-' && before?.word === '-' && tokens[at - 2]?.number !== undefined) return false;
    return !/[\p{L}\d_./$€£#]/u.test(glued) || /\p{Script=Han}/u.test(glued);
  }
  if (token.word === 'a' || token.word === 'an')
    return vagueStart(tokens, at) || BEFORE_AN_ARTICLE.has(before?.word ?? '');
  return !(token.word.length < 4 && before?.word === '-' && /\p{L}/u.test(tokens[at - 2]?.word ?? ''));
}

function vagueStart(tokens: readonly Token[], at: number): boolean {
  return FEW.has(tokens[at + 1]?.word ?? '') || tokens[at + 1]?.word === 'half';
}

/** One duration, a compound of several units, or a range. */
function readSpan(tokens: readonly Token[], at: number, exact: boolean): Measure | undefined {
  const first = readQuantity(tokens, at);
  if (!first) return undefined;
  const link = tokens[first.next]?.word ?? '';
  const between = BETWEEN.has(tokens[at - 1]?.word ?? '') && JOIN.has(link);
  const open = RANGE.has(link) || between ? readQuantity(tokens, first.next + 1) : undefined;
  const closed = open && readUnit(tokens, open.next, exact);
  if (open && closed && !open.vague) {
    return { minutes: open.value * closed.unit, next: closed.next, unclear: 'range', unit: closed.unit };
  }
  const single = readCompound(tokens, at, exact);
  if (!single || !RANGE.has(tokens[single.next]?.word ?? '')) return single;
  const other = readCompound(tokens, single.next + 1, exact);
  if (!other || (!exact && tokens[single.next]?.word === 'a')) return single;
  return { ...other, minutes: Math.max(single.minutes, other.minutes), unclear: 'range' };
}

function readCompound(tokens: readonly Token[], at: number, exact: boolean): Measure | undefined {
  let whole = readSingle(tokens, at, exact);
  for (let parts = 1; whole && parts < 4; parts++) {
    const joined = JOIN.has(tokens[whole.next]?.word ?? '') ? 1 : 0;
    const more: Measure | undefined =
      readSingle(tokens, whole.next + joined, exact) ?? bareMinutes(tokens, whole, joined);
    // A second length that is not smaller than the first's unit is another duration, not a part of this one.
    if (!more || more.minutes >= whole.unit || more.unclear === 'vague') break;
    const unclear = whole.unclear ?? more.unclear;
    whole = {
      minutes: whole.minutes + more.minutes,
      next: more.next,
      unit: more.unit,
      ...(unclear ? { unclear } : {}),
    };
  }
  return whole;
}

/** The `30` of `1h30`: glued, two digits, after hours. */
function bareMinutes(tokens: readonly Token[], whole: Measure, joined: number): Measure | undefined {
  const token = tokens[whole.next];
  const glued = token?.start === tokens[whole.next - 1]?.end;
  if (joined || !token || !glued || whole.unit !== 60 || !/^[0-5]\d$/.test(token.word)) return undefined;
  return { minutes: Number(token.word), next: whole.next + 1, unit: 1 };
}

function readSingle(tokens: readonly Token[], at: number, exact: boolean): Measure | undefined {
  const quantity = readQuantity(tokens, at);
  const unit = quantity && readUnit(tokens, quantity.next, exact);
  if (!quantity || !unit) return undefined;
  const unclear = quantity.vague ? 'vague' : unit.business ? 'business-days' : undefined;
  return {
    minutes: quantity.value * unit.unit,
    next: unit.next,
    unit: unit.unit,
    ...(unclear ? { unclear } : {}),
  };
}

function readQuantity(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number; vague?: boolean } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const plain = readNumber(tokens, at);
  if (plain) {
    // Contracts write the number twice: `forty-eight (48) hours`.
    const again = tokens[plain.next]?.word === '(' ? readNumber(tokens, plain.next + 1) : undefined;
    const twice = again && tokens[again.next]?.word === ')' && again.value === plain.value;
    const halfUnit = plain.value === 0.5;
    const article = halfUnit && /^(?:a|an|eine?n?)$/.test(tokens[plain.next]?.word ?? '') ? 1 : 0;
    const next = twice ? again.next + 1 : plain.next + article;
    return halfUnit && token.number === undefined
      ? { value: 0.5, next, vague: true }
      : { value: plain.value, next };
  }
  const article = token.word === 'a' || token.word === 'an' ? 1 : 0;
  const word = tokens[at + article]?.word ?? '';
  if (FEW.has(word)) {
    return {
      value: 3,
      next: at + article + 1 + (tokens[at + article + 1]?.word === 'of' ? 1 : 0),
      vague: true,
    };
  }
  if (article && word === 'half') return { value: 0.5, next: at + 2, vague: true };
  return article ? { value: 1, next: at + 1 } : undefined;
}

function readNumber(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.number !== undefined)
    return Number.isFinite(token.number) ? { value: token.number, next: at + 1 } : undefined;
  const words = tokens.slice(at, at + 5).map((next) => next.word);
  const read = readNumberWords(words, 0);
  return read && { value: read.value, next: at + read.taken };
}

function readUnit(
  tokens: readonly Token[],
  from: number,
  exact: boolean,
): { unit: number; next: number; business: boolean } | undefined {
  let at = from;
  let business = false;
  const hyphen = tokens[at]?.word === '-' || tokens[at]?.word === '‑';
  if (hyphen) at += 1;
  for (let steps = 0; steps < 3; steps++) {
    const word = tokens[at]?.word ?? '';
    if (BUSINESS.has(word)) business = true;
    else if (!PLAIN.has(word) && !(steps > 0 && word === '-')) break;
    at += 1;
  }
  const token = tokens[at];
  if (!token) return undefined;
  if (BUSINESS_UNIT.has(token.word)) return { unit: 1440, next: at + 1, business: true };
  const glued = tokens[at - 1]?.end === token.start && at === from;
  const unit =
    UNITS.get(token.word) ??
    (glued ? GLUED_UNITS[token.word] : undefined) ??
    (exact ? EXACT_UNITS[token.word] : undefined);
  if (unit === undefined || (hyphen && token.word.length === 1 && !glued && token.word !== 'h'))
    return undefined;
  const dot =
    tokens[at + 1]?.word === '.' &&
    /^(?:std|min|hrs?)$/.test(token.word) &&
    tokens[at + 1]?.start === token.end;
  const next = at + 1 + (dot && (exact || tokens[at + 2] !== undefined) ? 1 : 0);
  const qualifier = tokens[next]?.word ?? '';
  if (BUSINESS.has(qualifier) && qualifier !== 'work') return { unit, next: next + 1, business: true };
  return {
    unit,
    next: PLAIN.has(qualifier) && /^(?:natural|corrid|calend)/.test(qualifier) ? next + 1 : next,
    business,
  };
}

const PHRASES = VAGUE_PHRASES.map(foldWord).sort((a, b) => b.length - a.length);

function findPhrases(text: string): FoundDuration[] {
  const found: FoundDuration[] = [];
  const { folded, offsets } = foldKeepingOffsets(text);
  for (const phrase of PHRASES) {
    const han = /\p{Script=Han}/u.test(phrase);
    for (let i = folded.indexOf(phrase); i >= 0; i = folded.indexOf(phrase, i + 1)) {
      const end = i + phrase.length;
      const whole = !/[\p{L}\d]/u.test(folded[i - 1] ?? ' ') && !/[\p{L}\d]/u.test(folded[end] ?? ' ');
      if (whole || han)
        found.push(entry(text, offsets[i] ?? 0, offsets[end] ?? text.length, undefined, 'vague'));
    }
  }
  return found;
}
