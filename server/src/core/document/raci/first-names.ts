import { foldWord } from '../../parties/fold.ts';
import { isOrganisationWord } from '../../parties/lexical.ts';
import { foldName } from '../../parties/names.ts';
import { isGivenName } from '../../parties/person-name.ts';
import { knownPeople } from '../mentions.ts';
import type { Reading } from '../reading.ts';

const NAMES =
  /^\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:\s?(?:,|\+|&|\/|\band\b|\bund\b|\bet\b|\by\b)\s?\p{Lu}[\p{L}\p{M}'’-]{1,24}){1,4}$/u;

/** Single names with a comma or the like between them, `Dana, Sven`, by place; none for anything else. */
export function singleNames(text: string): readonly { readonly from: number; readonly name: string }[] {
  if (!NAMES.test(text)) return [];
  return [...text.matchAll(/\p{Lu}[\p{L}\p{M}'’-]{1,24}/gu)].map(({ index, 0: name }) => ({
    from: index,
    name,
  }));
}

/**
 * Whether single names are people of their own: `all` where each is a first name and the document knows one of
 * them by it, so that "Last, First" it cannot be · `some` where others could be anything, also a surname or a unit.
 */
export function firstNames(reading: Reading, text: string): 'all' | 'some' | undefined {
  const names = singleNames(text).map(({ name }) => name);
  if (names.length < 2) return undefined;
  const people = knownPeople(reading);
  const known = (name: string): boolean => people.has(foldName(name));
  if (!names.some(known) || names.some((name) => isOrganisationWord(foldWord(name)))) return undefined;
  return names.every((name) => known(name) || isGivenName(name)) ? 'all' : 'some';
}
