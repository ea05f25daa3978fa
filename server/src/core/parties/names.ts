import { perText } from '../text/memo.ts';
import { foldWord, HIDDEN, wordSet } from './fold.ts';
import { HONORIFICS } from './name-words.ts';
import type { Party } from './party.ts';

const HONORIFIC = wordSet(HONORIFICS);

/**
 * A name made comparable: NFKC, case folded, without titles of address, degrees and hidden characters; `Doe, Jane`
 * becomes `jane doe`. Accents stay: `Müller` and `Muller` are two names.
 */
export const foldName = perText((name): string => {
  const plain = name.normalize('NFKC').replace(HIDDEN, '').replace(/[*`]/g, '').trim();
  const parts = plain.split(',').map((part) => words(part));
  const filled = parts.filter((part) => part.length > 0);
  const turned = filled.length === 2 ? [...(filled[1] ?? []), ...(filled[0] ?? [])] : filled.flat();
  return (turned.length > 0 ? turned : [plain.toLowerCase()]).join(' ');
});

function words(text: string): string[] {
  const all = text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[.’']/g, (c) => (c === '.' ? ' ' : "'"));
  return all.split(/\s+/).filter((word) => word !== '' && !HONORIFIC.has(foldWord(word)));
}

/**
 * True when two parties are the same human or position: by register id where both have one, else by name
 * (initials match: `J. Doe`, `Jane Doe`), else by position. Parties of unlike kinds are different.
 */
export function sameParty(a: Party, b: Party): boolean {
  if (a.personId !== undefined && b.personId !== undefined) return a.personId === b.personId;
  if (a.bodyName !== undefined && b.bodyName !== undefined) return a.bodyName === b.bodyName;
  if (a.name !== undefined && b.name !== undefined) return sameName(a.name, b.name);
  if (a.kind === 'placeholder' || a.kind === 'nobody' || b.kind === 'placeholder' || b.kind === 'nobody')
    return false;
  if (a.name !== undefined || b.name !== undefined) return foldPosition(a.text) === foldPosition(b.text);
  return foldPosition(a.title ?? a.text) === foldPosition(b.title ?? b.text);
}

/** True when two names can be one person's: equal when folded, or the same family name with a fitting initial. */
export function sameName(a: string, b: string): boolean {
  const left = foldName(a);
  const right = foldName(b);
  if (left === right) return left !== '';
  const [one, two] = [left.split(' '), right.split(' ')];
  if (one.length < 2 || two.length < 2 || one.at(-1) !== two.at(-1)) return false;
  const [first, other] = [one[0] ?? '', two[0] ?? ''];
  if (first.length > 1 && other.length > 1) return first === other && middlesAgree(one, two);
  return first[0] === other[0] && middlesAgree(one, two);
}

/** A middle name may be missing or an initial, but two different ones are two people. */
function middlesAgree(one: readonly string[], two: readonly string[]): boolean {
  const [a, b] = [one.slice(1, -1), two.slice(1, -1)];
  if (a.length === 0 || b.length === 0) return true;
  return (
    a.length === b.length &&
    a.every((word, i) => {
      const other = b[i] ?? '';
      return word === other || (Math.min(word.length, other.length) === 1 && word[0] === other[0]);
    })
  );
}

/** A position made comparable: `Vice-President of Claims`, `VP, Claims` and `vp claims` are equal. */
export const foldPosition = perText((text): string => {
  const plain = foldWord(text.normalize('NFKC').replace(HIDDEN, ''));
  return plain
    .replace(/\bvice[\s-]president\b/g, 'vp')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .replace(/(?:^|\s)(?:the|our|of|for)(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
});
