import { type Context, classify, isPlaceholder, type Reading, registered } from './classify.ts';
import { foldWord, rawWordsOf, wordSet, wordsOf } from './fold.ts';
import { headKind, isPreposition } from './lexical.ts';
import { CONDITION_OPENERS, CONDITION_WORDS } from './name-words.ts';
import { foldName } from './names.ts';

/** A party's text taken apart: what it names, with the brackets, dashes and conditions around it read. */
export interface Detail extends Reading {
  readonly condition?: string;
  /** The head a group's text names, and where it stands in the text that was read. */
  readonly chair?: { readonly text: string; readonly at: number; readonly reading: Reading };
}

const OPENERS = wordSet(CONDITION_OPENERS);
const CONDITION = wordSet(`${CONDITION_OPENERS} ${CONDITION_WORDS}`);
const BRACKETS =
  /^(\S.*?)\s*(?:\(((?:[^()]|\([^()]*\)){0,120})\)|（([^（）]{0,120})）|<([^<>]{1,120}@[^<>]{1,120})>|\[([^[\]]{0,120})\])$/su;
const LEADING = /^\(([^()]{1,60})\)\s+(?=\S)/u;
const CHAIRED =
  /(?:^|[\s,(])(?:chair(?:ed|person|man|woman)?|led|headed|executive|named executive|exec|sponsor|president|vorsitz|leitung|présidée?|presidid[oa]|dipimpin)(?:\s+(?:by|is|durch|par|por|oleh)\s+(?:the\s+)?|\s*[:=–-]\s*)/iu;
/** Words for a head that lead a team, in brackets behind it only: `Tech lead: Jane Doe` is a position. */
const LED = /^ (?:lead|leader|head)\s*[:=–-]\s*/i;
/** The whole in brackets: `(Jane Doe)`, and `[Jane Doe]`, a link by reference. */
const ENCLOSED = /^[(（[]([^()（）[\]]+)[)）\]]$/u;
const TAIL =
  /\s+(?:for|if|when|above|below|over|under|unless|until|only|except|in case of|für|pour|para|untuk|для)\s.{1,80}$/iu;
const PREFIX = /^(?:human|person|people|role|user|position|persona|rolle)\s*:\s*/iu;
/** `Jane Doe (she/her)`: how to speak of her, and no title. */
const PRONOUNS = /^(?:she|her|hers|he|him|his|they|them|theirs)(?:\s*\/\s*[a-z]{2,6}){0,3}$/i;
const DASH = /\s+[-–—|]\s+|\s*:\s+|\s*—\s*/u;

/** Reads one party's plain text with its brackets: `Jane Doe (VP Claims)`, `Steering Committee (chair: Jane Doe)`. */
export function readDetail(text: string, context: Context): Detail {
  const known = registered(text, context);
  if (known) return known;
  if (isPlaceholder(text)) return { kind: 'placeholder' };
  const starred = /^(.*[^\s*†‡§¹²³])\s*([*†‡§¹²³]+)$/su.exec(text);
  if (starred) return withCondition(readDetail(starred[1] ?? '', context), starred[2] ?? '');
  const leading = LEADING.exec(text);
  if (leading) return withCondition(readDetail(text.slice(leading[0].length), context), leading[1] ?? '');
  const enclosed = ENCLOSED.exec(text)?.[1];
  if (enclosed !== undefined) return readDetail(enclosed, context);
  const bracket = BRACKETS.exec(text);
  if (bracket) {
    const [, head = '', ...inners] = bracket;
    const inner = (inners.find((one) => one !== undefined) ?? '').trim();
    return merge(
      readDetail(head.replace(/[\s:]+$/, ''), context),
      inner,
      text.lastIndexOf(inner),
      text.endsWith(']'),
      context,
    );
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
  if (head.kind === 'group') return chairedBy(head, inner, at, context);
  const reading = classify(inner, context);
  if (reading.email)
    return reading.kind === 'person' && head.kind === 'unknown'
      ? { ...head, ...reading }
      : { ...head, email: reading.email };
  const [, first = '', rest = ''] = /^(.+),\s*([^,]+)$/su.exec(inner) ?? [];
  if (isCondition(rest) && /^(?:person|position)$/.test(classify(first, context).kind))
    return withCondition(merge(head, first, at, square, context), rest);
  if (head.kind === 'person') {
    if (isCondition(inner)) return withCondition(head, inner);
    return head.title || reading.kind === 'person' ? head : { ...head, title: inner };
  }
  if (head.kind !== 'placeholder' && reading.kind === 'person')
    return { ...reading, ...(head.title ? { title: head.title } : {}) };
  // `Claims (VP Claims)` names the position; `Dana (VP Claims)` names the person who holds it.
  if (head.kind === 'function' && reading.kind === 'position') return reading;
  return conditionOf(head, inner);
}

/** `Steering Committee (chair: Jane Doe)`, `Steering Committee (Jane Doe)`, `Steering Committee (EU only)`. */
function chairedBy(head: Detail, inner: string, at: number, context: Context): Detail {
  const said = CHAIRED.exec(` ${inner}`) ?? LED.exec(` ${inner}`);
  const from = said ? said.index + said[0].length - 1 : 0;
  const chair = chairOf(inner.slice(from), at + from, said !== null, context);
  return chair ? { ...head, chair } : conditionOf(head, inner);
}

function chairOf(name: string, at: number, said: boolean, context: Context): Detail['chair'] {
  const reading = classify(name, context);
  if (reading.kind === 'person') return { text: name, at, reading };
  // The whole of `Jane Doe, VP Claims` would read as a position.
  const [, first = '', title = ''] = /^([^,]{3,60}),\s*(.{2,60})$/u.exec(name) ?? [];
  const person = classify(first, context);
  if (person.kind === 'person') return { text: name, at, reading: { ...person, title } };
  return said && reading.kind === 'position' ? { text: name, at, reading } : undefined;
}

/** `VP Claims: Jane Doe`, `Jane Doe – VP Claims`, `VP Claims for EU only`, `Steering Committee, chaired by Jane Doe`. */
function undashed(text: string, context: Context): Detail {
  const bare = text.replace(PREFIX, '');
  const whole = classify(bare, context);
  if (whole.personId !== undefined) return whole;
  const chaired = CHAIRED.exec(bare);
  if (chaired) {
    const head = classify(bare.slice(0, chaired.index).replace(/[,\s]+$/, ''), context);
    const at = text.length - bare.length + chaired.index + chaired[0].length;
    const chair = chairOf(text.slice(at), at, true, context);
    if (head.kind === 'group') return chair ? { ...head, chair } : head;
  }
  const dash = DASH.exec(bare);
  if (dash && dash.index > 0) {
    const [left, right] = [bare.slice(0, dash.index), bare.slice(dash.index + dash[0].length)];
    const joined = join(left, right, text.length - right.length, context);
    if (joined) return joined;
  }
  const tail = TAIL.exec(bare);
  if (tail && isCondition(tail[0])) {
    const head = classify(bare.slice(0, tail.index), context);
    if (head.kind !== 'unknown') return withCondition(head, tail[0].trim());
  }
  return (whole.kind === 'position' && knownBehind(bare, context)) || whole;
}

/** `CFO Jane Doe`, with nothing between: only when she is known, for `General Manager Santiago Chile` names a place. */
function knownBehind(text: string, context: Context): Detail | undefined {
  const words = rawWordsOf(text);
  for (let i = 1; i < words.length; i++) {
    const [title, name] = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const reading = classify(name, context);
    const known = reading.personId !== undefined || context.knownPeople?.has(foldName(name));
    if (known && reading.kind === 'person' && !isPreposition(foldWord(words[i - 1] ?? '')))
      return { ...reading, title };
  }
  return undefined;
}

function join(left: string, right: string, at: number, context: Context): Detail | undefined {
  const [one, two] = [readDetail(left, context), readDetail(right, context)];
  if (one.kind === 'person') return two.kind === 'person' ? undefined : merge(one, right, at, false, context);
  if (two.kind === 'person' || two.kind === 'placeholder') return merge(one, right, at, false, context);
  if (one.kind === 'placeholder' && two.kind === 'position') return { kind: 'placeholder', title: right };
  if (one.kind === 'unknown') return undefined;
  if (isCondition(right)) return withCondition(one, right);
  return one.kind === 'group' || one.kind === 'position' ? one : undefined;
}

function conditionOf(head: Detail, inner: string): Detail {
  return isCondition(inner) ? withCondition(head, inner) : head;
}

function withCondition(head: Detail, condition: string): Detail {
  return { ...head, condition: head.condition ? `${head.condition}, ${condition}` : condition };
}

/** True for words that narrow when a party applies: a tier, an amount, a region, `if`, `acting`. */
function isCondition(text: string): boolean {
  if (/[<>≥≤€$£¥*]/u.test(text)) return true;
  const words = wordsOf(text);
  // `Production Manager` and `Deputy CFO` are titles; `deputy` alone and `if the CFO is away` are none.
  const titled = words.length > 1 && !OPENERS.has(words[0] ?? '') && headKind(text) === 'position';
  return !titled && words.some((word) => CONDITION.has(word) || /\d/.test(word));
}
