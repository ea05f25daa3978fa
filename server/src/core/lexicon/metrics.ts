import { wordSet } from '../parties/fold.ts';
import { findDurations } from '../text/duration.ts';
import {
  BACK_OFFICE_HAN,
  BACK_OFFICE_TERMS,
  BUSINESS_HAN,
  BUSINESS_TERMS,
  MODEL_WORDS,
  TECHNICAL_HAN,
  TECHNICAL_TERMS,
  TURNED_BY_MODEL,
  WEAK_BUSINESS,
} from './metric-words.ts';
import { type FoundTerm, findTerms, type Vocabulary, vocabulary, wordsIn } from './terms.ts';

/** Which side a metric belongs to: how well the machine works, what the business gets, both, or untold. */
export type MetricClass = 'technical' | 'business' | 'mixed' | 'unknown';

/** A company's own terms, beside the built-in ones; `*` at a word's end stands for any ending. */
export interface LexiconOptions {
  readonly technical?: readonly string[];
  readonly business?: readonly string[];
}

/** A figure of business weight: an amount of money, a length of time, a share, a count of work. */
export interface BusinessFigure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'money' | 'time' | 'percent' | 'count';
}

const TECHNICAL = vocabulary(TECHNICAL_TERMS, TECHNICAL_HAN);
const BUSINESS = vocabulary(BUSINESS_TERMS, BUSINESS_HAN);
const BACK_OFFICE = vocabulary(BACK_OFFICE_TERMS, BACK_OFFICE_HAN);
const MODEL = wordSet(MODEL_WORDS);
const WEAK = wordSet(WEAK_BUSINESS);
const TURNED = vocabulary(TURNED_BY_MODEL);

/** The terms of a text about how well the model or machine works, in order. */
export function findTechnicalTerms(text: string, options: LexiconOptions = {}): FoundTerm[] {
  return readTerms(text, options).technical;
}

/** The terms of a text about what the business gets, in order. */
export function findBusinessTerms(text: string, options: LexiconOptions = {}): FoundTerm[] {
  return readTerms(text, options).business;
}

/** Classifies the name or description of a metric. Money beside a technical term makes it mixed. */
export function classifyMetric(text: string, options: LexiconOptions = {}): MetricClass {
  const { technical, business } = readTerms(text, options);
  const strong = business.filter((term) => !WEAK.has(term.term));
  const money = findMoney(text).length > 0;
  if (technical.length > 0) return strong.length > 0 || money ? 'mixed' : 'technical';
  if (business.length > 0 || money) return 'business';
  return 'unknown';
}

/** Words around the terms of a sentence that say no result of their own: `successful when … exceeds 95 %`. */
const FRAME = wordSet(
  'a an the and or of is are be by when if as we our it its this that with for to at in on above below over under than more less least most both each every per cent percent ms s second seconds success successful succeeds succeed measured measure measures metric metrics kpi kpis means target targets goal goals reach reaches reached exceed exceeds stay stays remain remains keep keeps hit hits higher lower high low good better model system ai pilot tool classifier assistant agent project initiative january february march april may june july august september october november december year end quarter day on test set production value score scores',
);

/** True for a sentence that measures success by the machine alone: beside technical terms it names no other thing. */
export function purelyTechnical(text: string): boolean {
  const { technical, business } = readTerms(text, {});
  if (technical.length === 0 || business.length > 0 || findMoney(text).length > 0) return false;
  return wordsIn(text).every(
    ({ word, start, end }) =>
      /^\d/.test(word) || FRAME.has(word) || technical.some((term) => term.start <= start && term.end >= end),
  );
}

/** True for a back-office metric: processing time, error rate, cost per document and their like. */
export function isBackOfficeMetric(text: string): boolean {
  const model = wordsIn(text).some(({ word }) => MODEL.has(word));
  return findTerms(text, BACK_OFFICE).some((term) => !(model && findTerms(term.text, TURNED).length > 0));
}

/**
 * The figures of a text that carry business weight: money in many currencies, and lengths of time, percentages
 * and counts in a sentence that speaks of a business measure and of no technical one nearer to them.
 */
export function findBusinessFigures(text: string, options: LexiconOptions = {}): BusinessFigure[] {
  const figures: BusinessFigure[] = findMoney(text);
  const { technical, business } = readTerms(text, options);
  const add = (start: number, end: number, kind: BusinessFigure['kind']) => {
    const taken = figures.some((figure) => start < figure.end && figure.start < end);
    if (!taken && nearBusiness(text, start, end, technical, business))
      figures.push({ start, end, text: text.slice(start, end), kind });
  };
  for (const { start, end, minutes } of findDurations(text))
    if (minutes !== undefined) add(start, end, 'time');
  for (const match of text.matchAll(
    /(?<![\p{L}\d.,])\d{1,9}(?:[.,]\d{1,6})?\s?(?:%|percent\b|per cent\b|pp\b|Prozent\b|pour cent\b|por ciento\b|por cento\b|persen\b|процент)/gu,
  )) {
    add(match.index, match.index + match[0].length, 'percent');
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\d.,])\d{1,9}(?:[.,]\d{3}){0,3}\s(?:FTEs?|complaints?|claims?|cases?|documents?|invoices?|contracts?|customers?|orders?|tickets?|calls?|hours?)\b/gu,
  )) {
    add(match.index, match.index + match[0].length, 'count');
  }
  return figures.sort((a, b) => a.start - b.start);
}

const AMOUNT = "\\d{1,12}(?:[.,'’ \\u00a0]\\d{2,3}){0,4}(?:[.,]\\d{1,2})?";
const SCALE =
  '(?:\\s?(?:k|K|m|M|mn|bn|B|million|billion|thousand|mio|mrd|Mio\\.?|Mrd\\.?|Millionen|millions|millones|milhões|juta|miliar|тыс\\.?|млн\\.?)(?![\\p{L}\\d])|[万亿])?';
const SIGNS = '(?:[€$£¥₹₽₩₺₫₱₦₴₪฿]|US\\$|A\\$|C\\$|HK\\$|S\\$|NZ\\$|R\\$|RM|Rp\\.?|CHF|Fr\\.|zł|kr\\.?)';
const CODES =
  '(?:EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|ZAR|IDR|MYR|THB|PHP|VND|KRW|RUB|UAH|TRY|AED|SAR|NGN|KES|ILS|euros?|dollars?|pounds?|francs?|yen|yuan|rupees?|reais|pesos?|rubles?|рубл[еяй]{1,2}|Euro|元|円|руб\\.?)';
const MONEY_BEFORE = new RegExp(`(?<![\\p{L}\\d])(?:${SIGNS}|${CODES})\\s?${AMOUNT}${SCALE}`, 'gu');
const MONEY_AFTER = new RegExp(
  `(?<![\\p{L}\\d.,])${AMOUNT}${SCALE}\\s?(?:[€$£¥₹₽₩₺]|${CODES}|zł|kr)(?![\\p{L}\\d])`,
  'gu',
);

function findMoney(text: string): BusinessFigure[] {
  const found: BusinessFigure[] = [];
  for (const pattern of [MONEY_BEFORE, MONEY_AFTER]) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      const taken = found.some((figure) => start < figure.end && figure.start < end);
      if (!taken) found.push({ start, end, text: text.slice(start, end), kind: 'money' });
    }
  }
  return found;
}

/** True when the figure's own sentence has a business term, and no technical term stands nearer to the figure. */
function nearBusiness(
  text: string,
  start: number,
  end: number,
  technical: readonly FoundTerm[],
  business: readonly FoundTerm[],
): boolean {
  const from = Math.max(lastBreak(text, start), start - 300);
  const stop = /[.;!?\n](?=\s|$)/u.exec(text.slice(end, end + 300));
  const to = stop ? end + stop.index : Math.min(text.length, end + 300);
  const distance = (term: FoundTerm) =>
    term.end <= start ? start - term.end : Math.max(0, term.start - end);
  const nearest = (terms: readonly FoundTerm[]) =>
    Math.min(
      ...terms.filter((term) => term.start >= from && term.end <= to).map(distance),
      Number.POSITIVE_INFINITY,
    );
  const own = nearest(business);
  return Number.isFinite(own) && own <= nearest(technical);
}

function lastBreak(text: string, before: number): number {
  for (let i = before - 1; i >= Math.max(0, before - 300); i--) {
    if (/[.;!?\n]/.test(text[i] ?? '') && /\s/.test(text[i + 1] ?? ' ')) return i + 1;
  }
  return 0;
}

/** Terms of both sides, each place given to the longer term, and model words turning shared terms technical. */
function readTerms(text: string, options: LexiconOptions): { technical: FoundTerm[]; business: FoundTerm[] } {
  const model = wordsIn(text).filter(({ word }) => MODEL.has(word));
  const technical = findTerms(text, extended(TECHNICAL, options.technical));
  const overlap = (a: FoundTerm, b: FoundTerm) => a.start < b.end && b.start < a.end;
  const turned = findTerms(text, TURNED).filter(
    (term) =>
      model.some((word) => close(text, word, term)) && !technical.some((other) => overlap(other, term)),
  );
  const business = findTerms(text, extended(BUSINESS, options.business));
  const kept = business.filter((term) => !turned.some((other) => overlap(other, term)));
  const covers = (a: FoundTerm, b: FoundTerm) =>
    a.start <= b.start && a.end >= b.end && a.end - a.start >= b.end - b.start;
  return {
    technical: [...technical.filter((term) => !kept.some((other) => covers(other, term))), ...turned].sort(
      (a, b) => a.start - b.start,
    ),
    business: kept.filter(
      (term) =>
        !technical.some((other) => covers(other, term) && other.end - other.start > term.end - term.start),
    ),
  };
}

/** Within one phrase: at most 25 units apart and no comma or stop between. */
function close(text: string, word: { start: number; end: number }, term: FoundTerm): boolean {
  const between =
    word.end <= term.start ? text.slice(word.end, term.start) : text.slice(term.end, word.start);
  return between.length <= 25 && !/[,;.:|]/.test(between);
}

function extended(known: Vocabulary, more: readonly string[] | undefined): Vocabulary {
  if (!more || more.length === 0) return known;
  const own = vocabulary(more);
  const byFirst = new Map(known.byFirst);
  for (const [first, terms] of own.byFirst)
    byFirst.set(
      first,
      [...terms, ...(byFirst.get(first) ?? [])].sort((a, b) => b.length - a.length),
    );
  return { byFirst, prefixes: [...own.prefixes, ...known.prefixes], han: known.han };
}
