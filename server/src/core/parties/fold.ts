import { perText } from '../text/memo.ts';
import { foldWord } from '../text/number-words.ts';

export { foldWord };

/** Invisible characters: zero-width signs, joiners, soft hyphens, bidirectional controls, tags. */
export const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]/g;

/** A set of folded words from a line of words parted by blanks; `_` stands for a blank inside a word. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map((word) => foldWord(word).replaceAll('_', ' ')));
}

/** The words of a text, folded; hyphens, dots and apostrophes part words, except that `r&d` stays whole. */
export const wordsOf = perText(
  (text): readonly string[] =>
    foldWord(text.normalize('NFKC').replace(HIDDEN, '')).match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)?/gu) ?? [],
);

/** The words of a text in their own spelling; hyphens, dots and apostrophes stay inside a word. */
export function rawWordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
