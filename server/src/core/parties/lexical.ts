import { perText } from '../text/memo.ts';
import { wordSet, wordsOf } from './fold.ts';
import { COMMON_WORDS, FUNCTION_WORDS } from './function-words.ts';
import { GROUP_SUFFIXES, GROUP_WORDS, LEADING_GROUP_WORDS, ROLE_SUFFIXES } from './group-words.ts';
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
const HAN_ROLES = [...RANKS.keys()].filter(isHan).sort(byLength);
const HAN_GROUPS = [...GROUPS].filter(isHan).sort(byLength);
const HAN_FUNCTIONS = [...FUNCTIONS].filter(isHan).sort(byLength);

/** What the head noun of a phrase is, and the word itself; `undefined` when no word of the phrase is known. */
export type HeadKind = 'position' | 'group' | 'function' | undefined;

/** The rank of one folded role word; '' when the word is a role without a rank, undefined when it is no role. */
export const rankOfWord = perText((word): string | undefined => {
  const known = RANKS.get(word);
  if (known !== undefined) return known;
  if (isHan(word)) {
    const role = HAN_ROLES.find((end) => word.endsWith(end));
    return role === undefined ? undefined : RANKS.get(role);
  }
  if (word.length < 9) return undefined;
  return ROLE_SUFFIXES.find(([suffix]) => word.endsWith(suffix) && word.length > suffix.length + 2)?.[1];
});

/** True for a folded word that no human is called by: a role, a function, a body or an ordinary business word. */
export function isOrganisationWord(word: string): boolean {
  return isKnownWord(word) || COMMON.has(word);
}

export function isFunctionWord(word: string): boolean {
  return FUNCTIONS.has(word) || (isHan(word) && HAN_FUNCTIONS.some((end) => word.endsWith(end)));
}

export function isGroupWord(word: string): boolean {
  if (GROUPS.has(word)) return true;
  if (isHan(word)) return HAN_GROUPS.some((end) => word.endsWith(end));
  return (
    word.length > 7 &&
    GROUP_SUFFIXES.some((suffix) => word.endsWith(suffix) && word.length > suffix.length + 2)
  );
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
  return flat
    .trim()
    .split(' ')
    .filter((word) => word !== '');
});

/**
 * What a noun phrase names, by its head noun: `Board Chair` is a position, `Board of Directors` a group, `Claims`
 * a function. Unknown phrases, and names, give undefined.
 */
export const headKind = perText((text): HeadKind => {
  const words = titleWords(text);
  const cut = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const phrase = cut > 0 ? words.slice(0, cut) : words;
  const last = phrase.at(-1) ?? '';
  const first = phrase[0] ?? '';
  const single = phrase.length === 1;
  if (!single && BODY_FIRST.has(first)) return 'group';
  if (!single && OFFICES.has(last)) return 'function';
  if (isRole(last) && !(isGroupWord(last) && single)) {
    if (single || !WEAK.has(last) || isOrganisationWord(phrase.at(-2) ?? '')) return 'position';
  }
  if (isGroupWord(last)) return 'group';
  if (first === 'tim' && phrase.length > 1 && phrase.slice(1).every(isFunctionWord)) return 'group';
  if (isRole(first) && !WEAK.has(first)) return 'position';
  if (phrase.some((word) => isRole(word) && !WEAK.has(word))) return 'position';
  if (LEADING_GROUPS.has(first)) return 'group';
  if (phrase.some((word) => LEADING_GROUPS.has(word)) && rankless(phrase)) return 'group';
  if (
    isFunctionWord(last) &&
    phrase.every((word) => isOrganisationWord(word) || /^[a-z]{1,3}$|\d/.test(word))
  ) {
    return 'function';
  }
  if (isFunctionWord(first) && words.every((word) => isOrganisationWord(word) || PREPOSITIONS.has(word)))
    return 'function';
  return undefined;
});

function rankless(phrase: readonly string[]): boolean {
  return phrase.every((word) => rankOfWord(word) === undefined && word !== 'group');
}

function isRole(word: string): boolean {
  return rankOfWord(word) !== undefined;
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
