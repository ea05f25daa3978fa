import { foldWord } from '../text/number-words.ts';

/** A term met in a text: offsets, the text itself, and the vocabulary's term it matches. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly term: string;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** A vocabulary indexed by first word, so that a text is searched in one pass. */
export interface Vocabulary {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly prefixes: readonly (readonly string[])[];
  readonly han: readonly string[];
}

/** Builds a vocabulary from terms of words parted by blanks; `*` at a word's end stands for any ending. */
export function vocabulary(terms: readonly string[], han: readonly string[] = []): Vocabulary {
  const byFirst = new Map<string, (readonly string[])[]>();
  const prefixes: (readonly string[])[] = [];
  for (const term of terms) {
    const words = foldWord(term)
      .split(/[\s@-]+/)
      .filter((word) => word !== '');
    const first = words[0];
    if (first === undefined) continue;
    if (first.endsWith('*')) prefixes.push(words);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return { byFirst, prefixes: prefixes.sort((a, b) => b.length - a.length), han };
}

/** The words of a text, folded, with their offsets. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length, word: foldWord(match[0]) });
  }
  return words;
}

/** Every term of a vocabulary in a text, in order; the longest term wins at each place. */
export function findTerms(text: string, known: Vocabulary): FoundTerm[] {
  const words = wordsIn(text);
  const found: FoundTerm[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first) continue;
    const candidates = known.byFirst.get(first.word) ?? [];
    const match =
      candidates.find((term) => fits(term, words, at)) ??
      known.prefixes.find((term) => fits(term, words, at));
    const last = match && words[at + match.length - 1];
    if (!match || !last) continue;
    found.push({
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      term: match.join(' '),
    });
    at += match.length - 1;
  }
  for (const term of known.han) {
    for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + term.length)) {
      found.push({ start: i, end: i + term.length, text: term, term });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function fits(term: readonly string[], words: readonly Word[], at: number): boolean {
  return term.every((part, i) => {
    const word = words[at + i]?.word;
    if (word === undefined) return false;
    return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
  });
}
