import { perText } from '../text/memo.ts';
import { foldWord, rawWordsOf, wordSet } from './fold.ts';
import { isOrganisationWord } from './lexical.ts';
import {
  GIVEN_NAMES,
  HAN_SURNAMES,
  HANGUL_SURNAMES,
  HONORIFICS,
  JAPANESE_SURNAMES,
  NAME_PARTICLES,
} from './name-words.ts';

const GIVEN = wordSet(GIVEN_NAMES);
const PARTICLES = wordSet(NAME_PARTICLES);
const HONORIFIC = wordSet(HONORIFICS);
const JAPANESE = wordSet(JAPANESE_SURNAMES);

/** A name without titles of address and degrees (`Dr. Jane Doe, PhD` → `Jane Doe`), and whether any were there. */
export function withoutHonorifics(text: string): { name: string; honoured: boolean } {
  let words = rawWordsOf(
    text.replace(/,\s*(?=(?:Ph\.?\s?D|M\.?D|MBA|CPA|CFA|JD|Esq|Jr|Sr|RN|PMP|CISSP)\b)/gi, ' '),
  );
  const before = words.length;
  const honorific = (word: string | undefined) => HONORIFIC.has(foldWord((word ?? '').replace(/[.,]/g, '')));
  while (words.length > 1 && honorific(words[0]) && !isInitial(words[0] ?? '')) words = words.slice(1);
  while (words.length > 1 && honorific(words.at(-1)) && !/^\p{Lu}\p{Ll}$/u.test(words.at(-1) ?? ''))
    words = words.slice(0, -1);
  const suffix = /(?:さん|様|氏|先生|女士|博士|님|씨)$/u;
  const name = words.join(' ').replace(suffix, '');
  return { name, honoured: words.length < before || suffix.test(words.join(' ')) };
}

/** True for a text that is a degree or suffix only: `PhD`, `Ph.D.`, `Jr.` */
export function isDegree(text: string): boolean {
  return HONORIFIC.has(foldWord(text.replace(/[.,\s]/g, '')));
}

/** True for a small word inside a family name: `van`, `de`, `al`. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(foldWord(word.replace(/[.’']/g, '')));
}

/** True for a word that is one of the common given names. */
export const isGivenName = perText((word): boolean =>
  foldWord(word)
    .split('-')
    .every((part) => GIVEN.has(part)),
);

/**
 * True when a text can only be read as a human's full name. One word alone is never enough: that is for the
 * caller, who knows which names the document uses.
 */
export const looksLikeName = perText((text): boolean => {
  const { name, honoured } = withoutHonorifics(text);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name))
    return eastAsian(name, honoured);
  const words = rawWordsOf(name);
  const bearing = words.filter((word) => !isParticle(word) || /^\p{Lu}/u.test(word));
  const real = bearing.filter((word) => !isInitial(word));
  if (real.length === 0 || bearing.length > 5) return false;
  if (words.length === 1)
    return honoured && isNameWord(words[0] ?? '') && !isOrganisationWord(foldWord(words[0] ?? ''));
  const given = real.some(isGivenName);
  const lower = bearing.filter((word) => /^\p{Ll}/u.test(word) && !/^\p{Ll}['’]\p{Lu}/u.test(word));
  if (lower.length > 0)
    return given && words.length === 2 && real.every(isNameWord) && !real.some(isBusiness);
  if (!real.every(isNameWord)) return false;
  if (honoured) return true;
  if (shouting(real) && !given) return false;
  // `Grace Law` and `Jordan Price` are people: a known given name outweighs one ordinary word after it.
  if (isGivenName(real[0] ?? '')) return real.filter(isBusiness).length <= 1;
  return !real.some(isBusiness);
});

function eastAsian(name: string, honoured: boolean): boolean {
  const parts = name.normalize('NFC').match(/[^\s・·]+/gu) ?? [];
  const compact = parts.join('');
  if (/^\p{Script=Hangul}{2,4}$/u.test(compact))
    return HANGUL_SURNAMES.includes(compact.slice(0, 1)) && !/(?:팀|부|실|회|부장|이사)$/u.test(compact);
  if (/^[\p{Script=Katakana}ー]{3,20}$/u.test(compact)) return parts.length >= 2;
  if (parts.some(isOrganisationWord)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{2,7}$/u.test(compact)) {
    if ([...JAPANESE].some((family) => compact.startsWith(family) && compact !== family)) return true;
  }
  // Of four signs without a blank most are no name; with `先生` after it the family name is enough.
  const usual = honoured
    ? /^\p{Script=Han}{1,4}$/u
    : parts.length === 2
      ? /^\p{Script=Han}{2,4}$/u
      : /^\p{Script=Han}{2,3}$/u;
  return usual.test(compact) && HAN_SURNAMES.includes(compact.slice(0, 1));
}

/** Words in capitals only are abbreviations or headings, unless one is a name we know (`DOE Jane`). */
function shouting(words: readonly string[]): boolean {
  return words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

function isBusiness(word: string): boolean {
  return word.split(/[-’']/).some((part) => part.length > 1 && isOrganisationWord(foldWord(part)));
}

function isNameWord(word: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u.test(word);
}

function isInitial(word: string): boolean {
  return /^\p{L}(?:\.-?\p{L}){0,2}\.?$/u.test(word);
}
