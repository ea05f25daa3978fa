import { findDates } from '../text/dates.ts';

/** What makes a metric measurable. */
export type Measure = 'unit' | 'baseline' | 'target' | 'date';

/** In the order in which messages name them. */
export const MEASURES: readonly Measure[] = ['unit', 'baseline', 'target', 'date'];

const LABELS: readonly (readonly [Measure | 'type', RegExp])[] = [
  ['type', /^(?:outcome |result |metric )?(?:type|kind|tag|category)(?: of (?:outcome|result))?$/i],
  ['unit', /^units?(?: of measure(?:ment)?)?$|^measured in$/i],
  [
    'baseline',
    /^(?:baseline|base line|base|today|current(?: value)?|now|before|starting (?:point|value)|start|as is|as-is|ausgangswert|ligne de base|línea base|linea base)\b/i,
  ],
  [
    'target',
    /^(?:target|goal|objective|aim|threshold|to be|to-be|after|zielwert|ziel|cible|objectif|objetivo|meta)\b/i,
  ],
  [
    'date',
    /^(?:by|date|due|due date|deadline|until|when|target date|by when|review date|horizon|time ?frame)\b/i,
  ],
];

/** What a column or label says of a metric; undefined for others. */
export function measureLabel(label: string): Measure | 'type' | undefined {
  const plain = label.trim().replace(/[*:`]/g, '');
  // `Target date` is a date before it is a target.
  if (/^target date$/i.test(plain)) return 'date';
  return LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

const UNIT_WORD =
  '(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s|days?|weeks?|months?|years?|FTEs?|points?|pts|pp|bps|times|NPS|claims?|cases?|tickets?|documents?|calls?|orders?|customers?|complaints?|errors?|incidents?|invoices?|contracts?|people|hits?)';
/** A currency or per cent anywhere, a word of measure behind a figure or in brackets. */
const UNIT = new RegExp(
  `[€$£¥₹%‰]|\\b(?:EUR|USD|GBP|CHF|JPY|INR|AUD|CAD|SEK|NOK|DKK|PLN|euros?|dollars?|pounds?|per ?cent|percent|percentage)\\b|\\d[kKmM]?[ -]?${UNIT_WORD}\\b|\\d (?:a|an|per) \\p{L}|\\((?:in |per )?${UNIT_WORD}\\b`,
  'iu',
);
/** What is counted is its own unit: `Customer complaints`, `Number of refunds`. */
const COUNTED =
  /\b(?:number|count|volume|share|rate|ratio) of\b|\b(?:complaints|errors|claims|cases|tickets|calls|incidents|escalations|refunds|returns|disputes|breaches|losses|leads|orders|customers|documents|invoices|contracts)\b/i;
const NOT_COUNTED =
  /\b(?:costs?|time|spend|expenses?|revenue|margin|satisfaction|score|value|duration|days?|hours?)\b/i;
const NUMBER = /\d/;
const BASELINE =
  /\b(?:from|baseline|today|currently|current|now|was|before|against|vs\.?|versus|instead of|down from|up from|starting at|compared (?:to|with))\b[^\d\n]{0,40}\d|\d[^\n]{0,20}(?:→|->|=>|\bto\b)\s*[^\d\n]{0,12}\d|\d[^\d\n]{0,24}\b(?:today|now|currently|at present|before)\b/i;
const TARGET =
  /\b(?:to|target|goal|below|under|above|over|at least|at most|less than|more than|no more than|reach|up to|down to|by)\b[^\d\n]{0,24}\d|[≤≥<>→][^\d\n]{0,6}\d|(?:->|=>)[^\d\n]{0,6}\d/i;
const DATE =
  /\b(?:Q[1-4]|H[12])\b|\b20\d\d\b|\b(?:within|in|over|after)\s(?:the\s)?(?:first\s|next\s)?(?:\d+|one|two|three|six|nine|twelve|eighteen)\s(?:days?|weeks?|months?|quarters?|years?)\b|\bend of (?:the )?(?:year|quarter|month|Q[1-4])\b|\byear[- ]end\b/i;

/** Which measures a text about one metric says. */
export function measuresIn(text: string): Set<Measure> {
  const has = new Set<Measure>();
  if (UNIT.test(text) || (COUNTED.test(text) && !NOT_COUNTED.test(text))) has.add('unit');
  // A date's own numbers are neither baseline nor target.
  let plain = text;
  const dates = findDates(text);
  for (const { start, end } of dates)
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  if (NUMBER.test(plain)) {
    if (BASELINE.test(plain)) has.add('baseline');
    if (TARGET.test(plain)) has.add('target');
  }
  if (dates.length > 0 || DATE.test(text)) has.add('date');
  for (const measure of MEASURES) if (new RegExp(`\\b${measure}: ?\\S`, 'i').test(text)) has.add(measure);
  return has;
}

/** The kind of result a text names; undefined when it names none. */
export function outcomeTypeIn(text: string): string | undefined {
  if (/\bcost[- ](?:reduction|savings?)\b|\breduc\w+ (?:in |of )?costs?\b/i.test(text))
    return 'cost-reduction';
  if (/\brisk[- ]reduction\b|\breduc\w+ (?:in |of )?risks?\b/i.test(text)) return 'risk-reduction';
  return /\brevenue\b|\bincome growth\b/i.test(text) ? 'revenue' : undefined;
}
