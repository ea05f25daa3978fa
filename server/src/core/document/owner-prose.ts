import type { Prose } from '../markdown/prose.ts';
import type { Mention } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import { ownsSomethingElse } from './owner-words.ts';
import type { Reading } from './reading.ts';

/** A word of English prose. No `\p{L}`: without `u` these patterns are ready many times faster. */
const WORD = '[a-zÀ-ɏ-]+';
const ADVERBS =
  '(?:(?:both|jointly|formally|solely|the|our|a|an|its|this|one|single|named|overall|personally|as|fully|ultimately|together|co) ?-?){0,4}';
/** `Dana Whitfield, VP Claims, is accountable for …`, `… is the business owner`. */
const IS_OWNER = new RegExp(
  `^([^.:;!?]{2,140}?),?\\s{1,4}(?:is|are|will be|remains?|acts? as|serves? as|is named|is appointed|has been (?:named|appointed))\\s{1,4}${ADVERBS}(accountable|answerable|((?:${WORD} ){0,2})owners?)\\b`,
  'i',
);
/** `Dana Whitfield owns the outcome`, `… answers for the result`. */
const OWNS =
  /^([^.:;!?]{2,140}?),?\s{1,4}(?:owns?|holds?|answers?|takes?|shares?)\s{1,4}(?:for\s{1,4})?(?:the\s{1,4}|this\s{1,4}|formal\s{1,4}|full\s{1,4}|overall\s{1,4}|our\s{1,4}){0,3}(?:business\s{1,4})?(?:outcome|result|accountability|ownership)s?\b/i;
/** `The business owner is Dana Whitfield`, `Owner: Dana Whitfield`. */
const OWNER_IS =
  /^((?:[a-zÀ-ɏ-]+\s{1,4}){0,4}?)owners?(?:\s{1,4}(?:of|for)\s{1,4}[^.:;]{1,60}?)?\s{0,4}(?:\b(?:is|are|will be)\b|:|=|\s[—–-])\s{1,4}([^;\n]{2,140})/i;
/** `Accountability for the result lies with Dana Whitfield`. */
const LIES_WITH =
  /\b(?:accountability|ownership|accountable ownership)\s(?:(?:for|of)\s[^.]{1,60}?\s)?(?:lies|rests|sits|is held|stays|is with)\s(?:with\s|by\s)?([^;\n]{2,140})/i;
const OWNED_BY = /\b(?:is|are) owned by\s([^;\n]{2,140})/i;

/** What the accountability in question is about, when it is not the business result. */
const TECHNICAL_MATTER =
  /^[^.]{0,12}?\b(?:for|of)\s(?:the\s|our\s|its\s)?(?:technical|model|accuracy|uptime|infrastructure|platform|engineering|data|development|delivery|code|availability|maintenance|documentation|this document)\b/i;

/** Where a name ends and the sentence goes on. */
const GOES_ON =
  /(?:,?\s(?:who|which|because|since|from|as of|until|with|for|as)\s|,?\sand\s(?:s?he|they|holds?|owns?|answers?|has|may|is|can|decides?)\b|\.(?:\s|$))[\s\S]*$/i;
const PRONOUN =
  /^(?:he|she|they|it|we|you|i|this|that|these|who|nobody|no one|someone|one person|somebody|everyone|only one person|there)$/i;

/** Who a paragraph says is the owner of the result, by the first sentence that says so; undefined when none does. */
export function ownerInProse(
  reading: Reading,
  prose: Prose,
): { readonly mentions: readonly Mention[]; readonly who: Prose; readonly sentence: Prose } | undefined {
  for (const sentence of prose.sentences()) {
    for (const who of whoOwns(sentence)) {
      const mentions = PRONOUN.test(who.text) ? [] : holdersIn(reading, who);
      if (mentions.length > 0) return { mentions, who, sentence };
    }
  }
  return undefined;
}

/** The phrases of a sentence that may name the owner, the likeliest first. */
function* whoOwns(sentence: Prose): Generator<Prose> {
  const { text } = sentence;
  const technical = (match: RegExpExecArray): boolean => TECHNICAL_MATTER.test(text.slice(match[0].length));
  const is = IS_OWNER.exec(text);
  const subject = is?.[1] ?? '';
  if (is && !ownsSomethingElse(is[2] ?? '') && !technical(is) && !/\bowners?\s*$/i.test(subject))
    yield sentence.slice(0, subject.length);
  const owns = OWNS.exec(text);
  if (owns && !technical(owns)) yield sentence.slice(0, (owns[1] ?? '').length);
  for (const pattern of [OWNER_IS, LIES_WITH, OWNED_BY]) {
    const match = pattern.exec(text);
    const who = match?.[match.length - 1];
    if (!match || who === undefined) continue;
    if (pattern === OWNER_IS && ownsSomethingElse(match[0].slice(0, match[0].length - who.length))) continue;
    const from = match.index + match[0].length - who.length;
    yield sentence.slice(from, from + who.replace(GOES_ON, '').length);
  }
}

/** The parties of a phrase of prose; an introduction before the first comma (`For this system, …`) is set aside. */
function holdersIn(reading: Reading, phrase: Prose): readonly Mention[] {
  let rest = withoutUnit(reading, phrase);
  for (let i = 0; i < 3; i++) {
    const found = readPartiesOf(reading, rest, 'one', 'prose');
    if (found.every(({ party }) => party.kind !== 'unknown' && party.kind !== 'nobody')) return found;
    const comma = rest.text.indexOf(',');
    if (comma < 0) return [];
    rest = rest.slice(comma + 1);
  }
  return [];
}

const OF_UNIT = /\s(?:of|from|in|at|within)\s(?:the|our|its)\s[^,]{2,60}$/i;

/** `Dana Whitfield of the Claims unit`: the unit behind a person's name is no part of it. */
function withoutUnit(reading: Reading, phrase: Prose): Prose {
  const unit = OF_UNIT.exec(phrase.text);
  if (!unit) return phrase;
  const name = phrase.slice(0, unit.index);
  const [only, another] = readPartiesOf(reading, name, 'one', 'prose');
  return only?.party.kind === 'person' &&
    !another &&
    phrase.text.slice(0, unit.index).trimEnd().endsWith(lastWord(only))
    ? name
    : phrase;
}

/** The end of a person's name: behind a title, `the VP of the unit` belongs to the title. */
function lastWord({ party }: Mention): string {
  return party.name?.split(' ').at(-1) ?? party.text;
}
