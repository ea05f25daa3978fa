import { Prose } from '../markdown/prose.ts';
import { Section } from '../markdown/section.ts';
import type { PartyKind } from '../parties/party.ts';
import { findDurations } from '../text/duration.ts';
import type { YamlScalar } from '../yaml/node.ts';
import type { Mention, Source } from './mention.ts';
import { readPartiesOf, samePerson } from './mentions.ts';
import { ownerMention } from './owner.ts';
import type { Reading } from './reading.ts';

// Who does what in a sentence: the parties before a verb, or behind "by", "to" and "with".

/** Words no party has in it: the text is a clause. Names begin with capitals (`May`, `Will`). */
const CLAUSE =
  /\b(?:is|are|was|were|be|go|goes|which|who|that|between|cannot|may|can|will|must|if|when|has|have|owns|holds|keeps|maintains|uses|carries|executes|oversees|manages|monitors|runs|takes|needs|stops|pauses)\b/;
const WHO: ReadonlySet<PartyKind> = new Set(['person', 'position', 'group', 'function', 'placeholder']);
const OPENING =
  /^(?:if|unresolved|when|whenever|once|should|in case|in the event|where|on|upon|at|after|within|during|until|unless|for|in|before|as|from|by|otherwise|failing|to|with|without|under|outside|following|then|finally|next|meanwhile)\b(?!-)/i;
const CONJUNCTION =
  /^(?:and|but|then|so|only|however|therefore|otherwise|also|either|both|that|is|are|finally|next)\b[\s,]*/i;
const DETERMINER = /^(?:the|our|an?|its|their|this|that|one|named|single)\s+/i;
const ADVERB =
  /[\s,]+(?:alone|personally|herself|himself|themselves|always|also|then|only|solely|finally|ultimately|immediately|jointly|together|each|both|who|explicitly|formally|hereby)$/i;
const IN_ROLE =
  /[\s,]*\((?:and )?not\s[^)]*\)$|,?\s+(?:and |but )?not\s[^,]*$|,?\s+(?:rather than|instead of)\s[^,]*$|[\s,(—–-]+(?:and )?(?:nobody|no ?one) else[)]?[\s,—–-]*$|,?\s+(?:in|after|following|upon) (?:close |prior |due )?(?:consultation|coordination|agreement|alignment|discussion|consensus|consulting)\b[^,]*$|,\s*(?:as|in (?:her|his|their|the) (?:role|capacity) (?:as|of)|acting as|being)\s[^,]*$/i;
const PRONOUN =
  /^(?:she|he|they|s\/he|he\/she|she\/he|this person|that person|the holder|the stop authority)$/i;
const OWNER_WORD =
  /^(?:(?:the|our|a|named|single|accountable|ai|system|initiative|benefiting|process|business|outcome|product outcome)\s+)*(?:business |outcome )?owner(?: of record)?$/i;

/** True for words that mean the document's owner without a name: `the business owner`. */
export function isOwnerWord(text: string): boolean {
  return OWNER_WORD.test(text.trim().replace(/\s+/g, ' '));
}

/** True when a mention is the document's one owner: by name, by position, or by the word. */
export function isOwner(reading: Reading, mention: Mention): boolean {
  if (isOwnerWord(mention.party.text)) return true;
  const owner = ownerMention(reading);
  return owner !== undefined && samePerson(reading, owner.party, mention.party);
}

/** True when two mentions are one human, body or position; the owner's word and the owner's name are one. */
export function sameMention(reading: Reading, a: Mention, b: Mention): boolean {
  if (isOwnerWord(a.party.text)) return isOwner(reading, b);
  if (isOwnerWord(b.party.text)) return isOwner(reading, a);
  return samePerson(reading, a.party, b.party);
}

/** How a party is called in a sentence: by name, else by position. */
export function called({ party }: Mention): string {
  return (party.name ?? party.text).replace(/\s+/g, ' ');
}

/** A party as the subject of a sentence: positions take an article. */
export function asSubject(mention: Mention): string {
  const text = called(mention);
  return takesArticle(mention) ? `The ${text}` : text;
}

/** A party inside a sentence: `the CTO`, `Dana Whitfield`. */
export function inSentence(mention: Mention): string {
  const text = called(mention);
  return takesArticle(mention) ? `the ${text}` : text.replace(/^The /, 'the ');
}

/** Names as one list: `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function takesArticle({ party }: Mention): boolean {
  return (
    (party.kind === 'position' || party.kind === 'group') &&
    !/^(?:the|our|any|an?|her|his|their) /i.test(party.text)
  );
}

/** The mentions without those that name somebody a second time. */
export function distinct(reading: Reading, mentions: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  for (const mention of mentions)
    if (!out.some((other) => sameMention(reading, other, mention))) out.push(mention);
  return out;
}

/** The parties that stand before the verb at `verbAt`; none when the words there name nobody we can tell. */
export function subjectOf(
  reading: Reading,
  sentence: Prose,
  verbAt: number,
  source: Source = 'prose',
): Mention[] {
  let { from, to } = trimmed(sentence.text, 0, verbAt);
  const text = sentence.text;
  const cut = /[;:\n][^;:\n]*$/.exec(text.slice(0, to));
  if (cut && cut[0].trim().length > 2 && !/^\n/.test(cut[0])) from = cut.index + 1;
  const relative =
    /\b(?:to|with|is|of|by)\s+([^,]{2,80}),?\s+(?:who|which|that)(?:\s+(?:alone|then|also|finally))?$/i.exec(
      text.slice(from, to),
    );
  if (relative?.[1] !== undefined) {
    const at = from + relative.index + relative[0].indexOf(relative[1]);
    const name = tidied(text, at, at + relative[1].length);
    return parse(reading, sentence, name.from, name.to, source);
  }
  ({ from, to } = tidied(text, from, to));
  for (let tries = 0; tries < 5 && from < to; tries++) {
    const piece = text.slice(from, to);
    if (!OPENING.test(piece)) {
      const found = parse(reading, sentence, from, to, source);
      if (found.length > 0) return found;
    }
    const comma = piece.indexOf(',');
    if (comma < 0) return afterDuration(reading, sentence, from, to, source);
    ({ from, to } = tidied(text, from + comma + 1, to));
  }
  return [];
}

/** The parties named from `from` on, behind `by`, `to` or `with`, up to where the sentence goes on. */
export function agentOf(
  reading: Reading,
  sentence: Prose,
  from: number,
  source: Source = 'prose',
): Mention[] {
  const rest = sentence.text.slice(from);
  const end =
    /[;:!?]|\.\s*$|,?\s\(?(?:and |but )?not\s|,?\s(?:and |but )?(?:with |to |by )?(?:nobody|no one|no-one) else\b|\s(?:rather than|instead of)\s|\s(?:who|which|when|whether|if|to (?:decide|pause|stop|halt|roll|switch|make|take|judge)|at any|on (?=\S{0,3}\d|[a-z]{3,9} \d)|without|within|whenever|once|after|before|via|using|through|in (?:writing|consultation|production|case|the event|any|line)|for (?:any|a final|final|a decision|decision)|and (?:documents?|records?|writes?|executed|carried|is|are|can|may|then)|until|unless|decides?|makes|is|are|may|can|has|will)\b/i.exec(
      rest,
    )?.index ?? rest.length;
  let { from: a, to: b } = tidied(sentence.text, from, from + end);
  for (let tries = 0; tries < 4 && a < b; tries++) {
    const found = parse(reading, sentence, a, b, source);
    if (found.length > 0) return found;
    const comma = sentence.text.slice(a, b).lastIndexOf(',');
    if (comma <= 0) return [];
    ({ from: a, to: b } = tidied(sentence.text, a, a + comma));
  }
  return [];
}

/** The parties of a text that should name them and nothing else. */
export function partiesOf(reading: Reading, prose: Prose, source: Source): Mention[] {
  const { from, to } = tidied(prose.text, 0, prose.text.length);
  return parse(reading, prose, from, to, source);
}

/** A frontmatter scalar as a text with places; undefined where quotes or folding moved its words. */
export function proseOfScalar({ doc }: Reading, node: YamlScalar): Prose | undefined {
  const { start, end } = node.inner;
  const raw = doc.text.slice(start, end);
  if (raw !== node.text) return undefined;
  const pieces = [{ at: 0, length: raw.length, source: 0 }];
  return new Prose(new Section(raw, start), raw, pieces, node.inner, [], []);
}

/** `If unresolved after 48 hours the CTO` has no comma: the subject stands behind the duration, or last. */
function afterDuration(
  reading: Reading,
  sentence: Prose,
  from: number,
  to: number,
  source: Source,
): Mention[] {
  const piece = sentence.text.slice(from, to);
  const last = findDurations(piece).at(-1);
  const the = piece.lastIndexOf(' the ');
  const name = /(?:^|\s)((?:\p{Lu}[\p{L}'’.-]*\s+){0,3}\p{Lu}[\p{L}'’.-]*)$/u.exec(piece)?.[1];
  const named = name === undefined || name.length === piece.length ? undefined : piece.length - name.length;
  for (const at of [last?.end, the > 0 ? the : undefined, named]) {
    if (at === undefined) continue;
    const rest = tidied(sentence.text, from + at, to);
    const found = parse(reading, sentence, rest.from, rest.to, source);
    if (found.length > 0) return found;
  }
  return [];
}

function parse(reading: Reading, sentence: Prose, from: number, to: number, source: Source): Mention[] {
  const text = sentence.text.slice(from, to);
  if (text.trim() === '' || text.length > 200 || CLAUSE.test(text)) return [];
  if (PRONOUN.test(text.trim())) return pronoun(reading, sentence, from, to, source);
  const or = /\s+or\s+(?:else\s+)?|,?\s+(?:together|jointly|along) with\s+/i.exec(text);
  if (or) {
    const left = parse(reading, sentence, from, from + or.index, source);
    const rest = tidied(sentence.text, from + or.index + or[0].length, to);
    if (left.length > 0) return [...left, ...parse(reading, sentence, rest.from, rest.to, source)];
  }
  const found = readPartiesOf(reading, sentence.slice(from, to), 'one', source);
  if (!found.every(({ party }) => WHO.has(party.kind) || isOwnerWord(party.text))) {
    const list = readPartiesOf(reading, sentence.slice(from, to), 'list', source);
    return list.every(({ party }) => WHO.has(party.kind) || isOwnerWord(party.text))
      ? inApposition(reading, sentence, list)
      : [];
  }
  return inApposition(reading, sentence, found);
}

/** `The business owner, Dana Whitfield` is one: the name stays. With an `and` between them they are two. */
function inApposition(reading: Reading, sentence: Prose, found: readonly Mention[]): Mention[] {
  if (found.length < 2) return [...found];
  const between = sentence.text.match(/\band\b|&|\bor\b|\//i);
  if (between && found.length === 2) return distinct(reading, found);
  return found.filter(({ party }) => !isOwnerWord(party.text));
}

function pronoun(reading: Reading, sentence: Prose, from: number, to: number, source: Source): Mention[] {
  const owner = ownerMention(reading);
  return owner ? [{ party: owner.party, span: sentence.at(from, to), source }] : [];
}

function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  let [a, b] = [from, to];
  while (a < b && /[\s,*]/.test(text[a] ?? '')) a++;
  while (b > a && /[\s,*:]/.test(text[b - 1] ?? '')) b--;
  return { from: a, to: b };
}

/** Without articles and conjunctions before, adverbs and `, as business owner,` behind. */
function tidied(text: string, from: number, to: number): { from: number; to: number } {
  let { from: a, to: b } = trimmed(text, from, to);
  while (b > a && /[.!?]/.test(text[b - 1] ?? '') && !/\b(?:jr|sr|inc|ltd)\.$/i.test(text.slice(a, b))) b--;
  for (let steps = 0; steps < 6; steps++) {
    const piece = text.slice(a, b);
    const before = CONJUNCTION.exec(piece) ?? DETERMINER.exec(piece);
    const behind = ADVERB.exec(piece) ?? IN_ROLE.exec(piece);
    if (!before && !behind) break;
    if (before && before[0].length < piece.length) a += before[0].length;
    else if (before) break;
    if (behind) b = Math.max(a, b - behind[0].length);
    ({ from: a, to: b } = trimmed(text, a, b));
  }
  return { from: a, to: b };
}
