import { type Context, classify, isPlaceholder, type Reading } from './classify.ts';
import { foldWord, wordSet, wordsOf } from './fold.ts';
import { CONDITION_WORDS } from './name-words.ts';

/** A party's text taken apart: what it names, with the brackets, dashes and conditions around it read. */
export interface Detail extends Reading {
  readonly condition?: string;
  /** The head a group's text names, and where it stands in the text that was read. */
  readonly chair?: { readonly text: string; readonly at: number; readonly reading: Reading };
}

const CONDITION = wordSet(CONDITION_WORDS);
const BRACKETS =
  /^(.*?)\s*(?:\(([^()]{0,120})\)|（([^（）]{0,120})）|<([^<>]{1,120}@[^<>]{1,120})>|\[([^[\]]{0,120})\])\s*([*†‡§¹²³]*)$/su;
const LEADING = /^\(([^()]{1,60})\)\s+(?=\S)/u;
const CHAIRED =
  /(?:^|[\s,(])(?:chair(?:ed|person|man|woman)?|led|headed|executive|named executive|exec|sponsor|president|vorsitz|leitung|présidé|presidido|dipimpin)(?:\s+(?:by|is|durch|par|por|oleh)\s+(?:the\s+)?|\s*[:=–-]\s*)/iu;
const TAIL =
  /\s+(?:for|if|when|above|below|over|under|unless|until|only|except|in case of|für|pour|para|untuk|для)\s.{1,80}$/iu;
const PREFIX = /^(?:human|person|people|role|user|position|persona|rolle)\s*:\s*/iu;
/** `Jane Doe (she/her)`: how to speak of her, and no title. */
const PRONOUNS = /^(?:she|her|hers|he|him|his|they|them|theirs)(?:\s*\/\s*[a-z]{2,6}){0,3}$/i;
const DASH = /\s+[-–—|]\s+|\s*:\s+|\s*—\s*/u;

/** Reads one party's plain text with its brackets: `Jane Doe (VP Claims)`, `Steering Committee (chair: Jane Doe)`. */
export function readDetail(text: string, context: Context): Detail {
  const whole = context.directory && classify(text, context);
  if (whole?.personId !== undefined || whole?.bodyName !== undefined) return whole;
  if (isPlaceholder(text)) return { kind: 'placeholder' };
  const star = /\s*([*†‡§¹²³]+)$/u.exec(text);
  if (star && star.index > 0) {
    return withCondition(readDetail(text.slice(0, star.index), context), star[1] ?? '*');
  }
  const leading = LEADING.exec(text);
  if (leading) return withCondition(readDetail(text.slice(leading[0].length), context), leading[1] ?? '');
  const bracket = BRACKETS.exec(text);
  if (bracket && (bracket[1] ?? '').trim() !== '') {
    const inner = (bracket[2] ?? bracket[3] ?? bracket[4] ?? bracket[5] ?? '').trim();
    const at = text.indexOf(inner, (bracket[1] ?? '').length);
    const detail = merge(
      readDetail((bracket[1] ?? '').replace(/[\s:]+$/, ''), context),
      inner,
      at,
      bracket[5] !== undefined,
      context,
    );
    return bracket[6] ? withCondition(detail, bracket[6]) : detail;
  }
  return undashed(text, context);
}

/** Adds what stands in brackets after a party. */
function merge(head: Detail, inner: string, at: number, square: boolean, context: Context): Detail {
  if (inner === '' || head.kind === 'nobody' || PRONOUNS.test(inner)) return head;
  if (isPlaceholder(square ? `[${inner}]` : inner)) {
    return head.kind === 'person'
      ? head
      : { kind: 'placeholder', ...(head.title ? { title: head.title } : {}) };
  }
  const chaired = CHAIRED.exec(` ${inner}`);
  if (head.kind === 'group') {
    const name = chaired ? ` ${inner}`.slice(chaired.index + chaired[0].length) : inner;
    const chair = chairOf(name.trim(), at + inner.length - name.length, chaired !== null, context);
    return chair ? { ...head, chair } : conditionOf(head, inner);
  }
  const reading = classify(inner, context);
  if (reading.email) return { ...head, ...emailed(head, reading) };
  if (head.kind === 'person') {
    if (isCondition(inner)) return withCondition(head, inner);
    return head.title || reading.kind === 'person' ? head : { ...head, title: inner };
  }
  if (
    reading.kind === 'person' &&
    (head.kind === 'position' || head.kind === 'function' || head.kind === 'unknown')
  ) {
    if (/^(?:me|myself|us|you)$/i.test(inner)) return head;
    const named = { kind: 'person' as const, ...(reading.name ? { name: reading.name } : {}) };
    const id = reading.personId ?? head.personId;
    return { ...named, ...(head.title ? { title: head.title } : {}), ...(id ? { personId: id } : {}) };
  }
  // `Claims (VP Claims)` names the position; `Dana (VP Claims)` names the person who holds it.
  if (head.kind === 'function' && reading.kind === 'position') return { ...reading };
  return conditionOf(head, inner);
}

function emailed(head: Detail, reading: Reading): Partial<Detail> {
  if (head.kind !== 'unknown' || reading.email?.shared)
    return { ...(reading.email ? { email: reading.email } : {}) };
  return {
    kind: 'person',
    ...(reading.email ? { email: reading.email } : {}),
    ...(reading.name ? { name: reading.name } : {}),
  };
}

function chairOf(name: string, at: number, said: boolean, context: Context): Detail['chair'] {
  const reading = classify(name, context);
  if (reading.kind === 'person') return { text: name, at, reading };
  // The whole of `Jane Doe, VP Claims` would read as a position.
  const titled = /^([^,]{3,60}),\s*(.{2,60})$/u.exec(name);
  const first = titled && classify(titled[1] ?? '', context);
  if (first?.kind === 'person') return { text: name, at, reading: { ...first, title: titled?.[2] ?? '' } };
  return said && reading.kind === 'position' ? { text: name, at, reading } : undefined;
}

/** `VP Claims: Jane Doe`, `Jane Doe – VP Claims`, `VP Claims for EU only`, `Steering Committee, chaired by Jane Doe`. */
function undashed(text: string, context: Context): Detail {
  const bare = text.replace(PREFIX, '');
  const whole = classify(bare, context);
  if (whole.email || whole.kind === 'nobody' || whole.kind === 'placeholder' || whole.personId) return whole;
  const chaired = CHAIRED.exec(bare);
  if (chaired && chaired.index > 0) {
    const head = classify(bare.slice(0, chaired.index).replace(/[,\s]+$/, ''), context);
    const at = text.length - bare.length + chaired.index + chaired[0].length;
    const chair = chairOf(text.slice(at).trim(), at, true, context);
    if (head.kind === 'group') return chair ? { ...head, chair } : head;
  }
  const dash = DASH.exec(bare);
  if (dash && dash.index > 0) {
    const [left, right] = [bare.slice(0, dash.index).trim(), bare.slice(dash.index + dash[0].length).trim()];
    const joined = join(left, right, text.length - right.length, context);
    if (joined) return joined;
  }
  const tail = TAIL.exec(bare);
  if (tail && tail.index > 0 && isCondition(tail[0])) {
    const head = classify(bare.slice(0, tail.index), context);
    if (head.kind !== 'unknown') return withCondition(head, tail[0].trim());
  }
  return whole;
}

function join(left: string, right: string, at: number, context: Context): Detail | undefined {
  if (left === '' || right === '') return undefined;
  const [one, two] = [readDetail(left, context), readDetail(right, context)];
  if (one.kind === 'person') return two.kind === 'person' ? undefined : merge(one, right, at, false, context);
  if (two.kind === 'person' || two.kind === 'placeholder') return merge(one, right, at, false, context);
  if (one.kind === 'placeholder' && two.kind === 'position') return { kind: 'placeholder', title: right };
  if (one.kind === 'group' || one.kind === 'position')
    return isCondition(right) ? withCondition(one, right) : one;
  return undefined;
}

function conditionOf(head: Detail, inner: string): Detail {
  return isCondition(inner) ? withCondition(head, inner) : head;
}

function withCondition(head: Detail, condition: string): Detail {
  return { ...head, condition: head.condition ? `${head.condition}, ${condition}` : condition };
}

/** True for words that narrow when a party applies: a tier, an amount, a region, `if`, `acting`. */
function isCondition(text: string): boolean {
  return /[<>≥≤€$£¥\d*]/u.test(text) || wordsOf(foldWord(text)).some((word) => CONDITION.has(word));
}
