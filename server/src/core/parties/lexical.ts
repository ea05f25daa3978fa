import { perText } from '../text/memo.ts';
import { wordSet, wordsOf } from './fold.ts';
import { COMMON_WORDS, FUNCTION_WORDS } from './function-words.ts';
import { GROUP_SUFFIXES, GROUP_WORDS, LEADING_GROUP_WORDS, ROLE_SUFFIXES } from './group-words.ts';
import type { Rank } from './party.ts';
import { ROLE_WORDS, TITLE_MODIFIERS, TITLE_PREPOSITIONS } from './role-words.ts';

const RANKS = new Map(
  ROLE_WORDS.flatMap(([rank, words]) => [...wordSet(words)].map((word) => [word, rank] as const)),
);
const FUNCTIONS = wordSet(FUNCTION_WORDS);
const GROUPS = wordSet(GROUP_WORDS);
const LEADING_GROUPS = wordSet(LEADING_GROUP_WORDS);
const PREPOSITIONS = wordSet(TITLE_PREPOSITIONS);
const MODIFIERS = wordSet(TITLE_MODIFIERS);
const COMMON = wordSet(COMMON_WORDS);
/** Role words that are too often a family name, or an adjective, to count in the middle of a phrase. */
const WEAK = wordSet(
  'principal partner associate executive assistant expert staff chair steward professor page gm em pm ba',
);
/** Words that make a function of whatever stands before them: `CRO office`, `Claims department`. */
const OFFICES = wordSet(
  'office department dept division organisation organization abteilung departement departamento',
);
/** Bodies of languages that put the head noun first, whatever role word follows: `Equipo técnico`. */
const BODY_FIRST = wordSet(
  'comite conseil equipe groupe consejo equipo junta comision conselho comissao equipa komite dewan panitia kelompok ' +
    'direksi комитет совет команда группа комиссия',
);
/** Longer ones first: `副总裁` ends with `总裁` too. */
const ROLES_BY_LENGTH = [...RANKS.keys()].sort((a, b) => b.length - a.length);

/** What the head noun of a phrase is, and the word itself; `undefined` when no word of the phrase is known. */
export type HeadKind = 'position' | 'group' | 'function' | undefined;

/** The rank of one folded role word; '' when the word is a role without a rank, undefined when it is no role. */
export const rankOfWord = perText((word): Rank | '' | undefined => {
  const known = RANKS.get(word);
  if (known !== undefined) return known;
  // Chinese is written without blanks: the head noun ends the word, also a Latin one (`技术VP`).
  if (isHan(word)) return RANKS.get(ROLES_BY_LENGTH.find((end) => word.endsWith(end)) ?? '');
  return ROLE_SUFFIXES.find(([suffix]) => word.endsWith(suffix) && word.length > suffix.length + 2)?.[1];
});

/** True for a folded word that no human is called by: a role, a function, a body or an ordinary business word. */
export function isOrganisationWord(word: string): boolean {
  return isKnownWord(word) || COMMON.has(word);
}

export function isFunctionWord(word: string): boolean {
  return FUNCTIONS.has(word) || (isHan(word) && [...FUNCTIONS].some((end) => word.endsWith(end)));
}

export function isGroupWord(word: string): boolean {
  if (GROUPS.has(word)) return true;
  if (isHan(word)) return [...GROUPS].some((end) => word.endsWith(end));
  return GROUP_SUFFIXES.some((suffix) => word.endsWith(suffix) && word.length > suffix.length + 2);
}

/** True for a word after which a title names its field: `of`, `für`. */
export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/** The words before the field that a preposition names: `head of claims` → `head`. */
export function beforeField(words: readonly string[]): readonly string[] {
  const between = words.slice(1).findIndex(isPreposition);
  return between < 0 ? words : words.slice(0, between + 1);
}

function isKnownWord(word: string): boolean {
  return rankOfWord(word) !== undefined || isGroupWord(word) || isFunctionWord(word) || MODIFIERS.has(word);
}

/** The words of a title with fixed expressions made one word: `vice president` → `vp`, `task force` → `taskforce`. */
export const titleWords = perText((text): readonly string[] => {
  const flat = ` ${wordsOf(text.replace(/\bd[’']/gi, ' de ')).join(' ')} `
    .replace(/ (?:senior|sr) (?:vice president|vp) /g, ' svp ')
    .replace(/ executive (?:vice president|vp) /g, ' evp ')
    .replace(/ (?:assistant|associate|asst) (?:vice president|vp) /g, ' avp ')
    .replace(/ (?:vice (?:president|presidente|presidenta)|wakil presiden|вице президент) /g, ' vp ')
    .replace(/ vice (?:chair|chairman|chairwoman|chairperson) /g, ' vicechair ')
    .replace(/ co (founder|owner|ceo|lead|head|chair) /g, ' $1 ')
    .replace(/ (?:cent(?:er|re)|centers) of excellence /g, ' coe ')
    .replace(/ (?:cent(?:re|ro) d ?excellence|centro de exce[a-z]+) /g, ' coe ')
    .replace(/ task force /g, ' taskforce ')
    .replace(/ working group /g, ' workinggroup ')
    .replace(/ on call(?: (?:rota|roster|rotation|team))? /g, ' oncall ')
    .replace(/ (?:steering|lenkungs) (?:comm?itt?ee|group) /g, ' steerco ')
    .replace(/ tech lead /g, ' techlead ')
    .replace(/ chief of staff /g, ' director ');
  return flat.match(/\S+/g) ?? [];
});

/**
 * What a noun phrase names, by its head noun: `Board Chair` is a position, `Board of Directors` a group, `Claims`
 * a function. Unknown phrases, and names, give undefined.
 */
export const headKind = perText((text): HeadKind => {
  const words = titleWords(text);
  const phrase = beforeField(words);
  const last = phrase.at(-1) ?? '';
  const first = phrase[0] ?? '';
  const single = phrase.length === 1;
  if (!single && BODY_FIRST.has(first)) return 'group';
  if (!single && OFFICES.has(last)) return 'function';
  if (isGroupWord(last)) return 'group';
  if (isRole(last) && (single || !WEAK.has(last) || isOrganisationWord(phrase.at(-2) ?? '')))
    return 'position';
  if (!single && first === 'tim' && phrase.slice(1).every(isFunctionWord)) return 'group';
  // `Board Chair EMEA`: of a body's chair the body is no head noun.
  if (phrase.some((word, i) => isRole(word) && (!WEAK.has(word) || isGroupWord(phrase[i - 1] ?? ''))))
    return 'position';
  if (phrase.some((word) => LEADING_GROUPS.has(word))) return 'group';
  if (
    isFunctionWord(last) &&
    phrase.every((word) => isOrganisationWord(word) || /^[a-z]{1,3}$|\d/.test(word))
  ) {
    return 'function';
  }
  if (isFunctionWord(first) && words.every((word) => isOrganisationWord(word) || isPreposition(word)))
    return 'function';
  return undefined;
});

function isRole(word: string): boolean {
  return rankOfWord(word) !== undefined;
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
