import { foldWord, readHanNumber } from './number-words.ts';

/** A word, number or sign, with its offsets; `word` is folded. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly number?: number;
}

/**
 * The words, numbers and signs of a text; white space and emphasis marks are passed over. `hanWords` are the
 * words to find in Chinese text, longest first, which has no blanks between words.
 */
export function tokenize(text: string, hanWords: readonly string[]): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /\d+(?:[.,]\d+)*|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|[^\s*`_\u200b-\u200d\ufeff]/gu;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    if (/^\d/.test(raw)) tokens.push({ start, end: start + raw.length, word: raw, number: figure(raw) });
    else if (/^\p{Script=Han}/u.test(raw)) splitHan(raw, start, hanWords, tokens);
    else
      tokens.push({ start, end: start + raw.length, word: raw === '½' ? raw : foldWord(raw), ...half(raw) });
  }
  return tokens;
}

function half(raw: string): { number?: number } {
  return raw === '½' ? { number: 0.5 } : {};
}

/** `1,000` and `1.000` are thousands; any other separator is the decimal one. */
function figure(raw: string): number {
  return Number(/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(raw) ? raw.replace(/[.,]/g, '') : raw.replace(',', '.'));
}

function splitHan(run: string, start: number, hanWords: readonly string[], tokens: Token[]): void {
  for (let i = 0; i < run.length; ) {
    const digits = /^[零一二两兩三四五六七八九十半]+/.exec(run.slice(i, i + 8))?.[0] ?? '';
    const value = digits === '' ? undefined : readHanNumber(digits);
    const word =
      value === undefined ? (hanWords.find((known) => run.startsWith(known, i)) ?? run[i] ?? '') : digits;
    const token = { start: start + i, end: start + i + word.length, word: foldWord(word) };
    tokens.push(value === undefined ? token : { ...token, number: value });
    i += word.length;
  }
}

/** The folded text, and for each of its units the offset it came from; runs of white space become one blank. */
export function foldKeepingOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    const piece = /\s/.test(char) ? (folded.endsWith(' ') ? '' : ' ') : foldWord(char);
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    folded += piece;
    at += char.length;
  }
  offsets.push(at);
  return { folded, offsets };
}
