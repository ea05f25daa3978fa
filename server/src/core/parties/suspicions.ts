import { LOOKALIKES } from './homoglyphs.ts';

/** Something in a text that a reader cannot see. Offsets are in the text; `plain` is what to write instead. */
export interface Suspicion {
  readonly what: 'mixed-scripts' | 'hidden-character' | 'bidi-control' | 'compatibility-form';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly plain: string;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]/g;
/** Compatibility forms people do write on purpose: ellipsis, no-break blank, ordinals, superscripts, №, ™. */
const ORDINARY =
  /[\u00a0\u00b5\u2026\u00aa\u00ba\u00b2\u00b3\u00b9\u2070-\u209f\u2116\u2122\u00bc-\u00be\u2007\u202f\u2011\u3000\u00a8\u00af\u00b4\u00b8\u2000-\u200a]/;

/**
 * Places where a text is not what it looks like: letters of two alphabets in one word, zero-width and
 * bidirectional characters, letters in a compatibility form. Two texts that look alike may name two people.
 */
export function suspicions(text: string): Suspicion[] {
  const found: Suspicion[] = [];
  for (const match of text.matchAll(UNSEEN)) {
    if (joinsLetters(text, match.index)) continue;
    const what = BIDI.test(match[0]) ? 'bidi-control' : 'hidden-character';
    found.push({ what, start: match.index, end: match.index + 1, text: match[0], plain: '' });
  }
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const [word, start] = [match[0], match.index];
    const plain = latinised(word)?.normalize('NFKC');
    if (plain !== undefined) {
      found.push({ what: 'mixed-scripts', start, end: start + word.length, text: word, plain });
      continue;
    }
    const form = word.normalize('NFKC');
    if (form !== word.normalize('NFC') && ![...word].some((char) => ORDINARY.test(char))) {
      found.push({ what: 'compatibility-form', start, end: start + word.length, text: word, plain: form });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The word with its look-alike letters made one alphabet, when it mixes Latin with Cyrillic or Greek. */
function latinised(word: string): string | undefined {
  const latin = /\p{Script=Latin}/u.test(word);
  if (!latin || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return undefined;
  const chars = [...word];
  const foreign = chars.filter((char) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(char));
  // `µs`, `Δt` and the like are honest mixtures: only letters that pass for Latin ones deceive.
  if (!foreign.every((char) => LOOKALIKES.has(char))) return undefined;
  return chars.map((char) => LOOKALIKES.get(char) ?? char).join('');
}

/** Joiners have a use between letters of Arabic and Indic scripts, and in emoji. */
function joinsLetters(text: string, at: number): boolean {
  const char = text[at];
  if (char !== '\u200c' && char !== '\u200d') return false;
  return (
    /[\u0600-\u0dff]/.test(text[at - 1] ?? '') || /[\u0600-\u0dff\ud83c-\ud83e]/.test(text[at + 1] ?? '')
  );
}
