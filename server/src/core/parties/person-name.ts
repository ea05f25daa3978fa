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
  if (name.length > 60 || /[\d@#:;!?<>[\]{}()"|=%€$£]/.test(name)) return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name))
    return eastAsian(name, honoured);
  const words = rawWordsOf(name);
  if (words.length > 6) return false;
  const bearing = words.filter(
    (word) => !PARTICLES.has(foldWord(word.replace(/[.’']/g, ''))) || /^\p{Lu}/u.test(word),
  );
  const real = bearing.filter((word) => !isInitial(word));
  if (real.length === 0 || bearing.length > 5) return false;
  if (words.length === 1)
    return honoured && isNameWord(words[0] ?? '') && !isOrganisationWord(foldWord(words[0] ?? ''));
  const given = real.some((word, i) => i < 2 && isGivenName(word));
  const lower = bearing.filter((word) => /^\p{Ll}/u.test(word) && !/^\p{Ll}['’]\p{Lu}/u.test(word));
  if (lower.length > 0)
    return given && words.length === 2 && real.every(isNameWord) && !real.some(isBusiness);
  if (!real.every(isNameWord)) return false;
  if (honoured) return true;
  if (shouting(real) && !given) return false;
  // `Grace Law` and `Jordan Price` are people: a known given name outweighs one ordinary word after it.
  if (isGivenName(real[0] ?? '')) return real.slice(1).filter(isBusiness).length <= (real.length > 1 ? 1 : 0);
  return !real.some(isBusiness);
});

function eastAsian(name: string, honoured: boolean): boolean {
  const compact = name.replace(/[\s・·]/gu, '').normalize('NFC');
  const parts = name.split(/[\s・·]+/u).filter((part) => part !== '');
  if (/^\p{Script=Hangul}{2,5}$/u.test(compact)) {
    return (
      HANGUL_SURNAMES.includes(compact[0] ?? '') &&
      compact.length <= 4 &&
      !/팀|부|실|위원회|부장|이사$/u.test(compact)
    );
  }
  if (/^[\p{Script=Katakana}ー]{3,20}$/u.test(compact)) return parts.length >= 2;
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{2,8}$/u.test(compact)) return false;
  if (isOrganisationWord(compact) || parts.some(isOrganisationWord)) return false;
  if ([...JAPANESE].some((family) => compact.startsWith(family) && compact.length > family.length))
    return compact.length <= 7;
  const han = /^\p{Script=Han}{2,4}$/u.test(compact);
  return (
    han && (honoured || compact.length <= 3 || parts.length === 2) && HAN_SURNAMES.includes(compact[0] ?? '')
  );
}

/** Words in capitals only are abbreviations or headings, unless one is a name we know (`DOE Jane`). */
function shouting(words: readonly string[]): boolean {
  return words.every((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase());
}

function isBusiness(word: string): boolean {
  return word.split(/[-’']/).some((part) => part.length > 1 && isOrganisationWord(foldWord(part)));
}

function isNameWord(word: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u.test(word) && /[\p{L}\p{M}]/u.test(word);
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^(?:\p{L}\.-?){1,3}$/u.test(word);
}
