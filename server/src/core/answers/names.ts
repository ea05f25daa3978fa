import { wordsOf } from '../parties/fold.ts';
import { editDistance } from '../text/nearest.ts';

/** How well a text names something. */
export interface NameMatch<T> {
  readonly item: T;
  /** 3: the whole name stands there, word for word · 2: every word of it, some shortened or mistyped · 1: a part of it. */
  readonly tier: 1 | 2 | 3;
  /** Words of the text that are explained, each by how well: 1 for an equal one. */
  readonly score: number;
  /** Indices of the words that belong to the name. */
  readonly used: ReadonlySet<number>;
}

/** Matches this close to the best are as good: nobody should choose between them for the one who asks. */
const MARGIN = 0.45;

/** Text longer than this names nothing; comparing it would only cost time. */
const MAX_WORDS = 40;

/**
 * The things that the words of a text may name, the best first: more than one when they are as good. `weak` words
 * (of a decision, say) count for little where others decide.
 */
export function bestMatches<T>(
  words: readonly string[],
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  weak: (word: string) => boolean = () => false,
): NameMatch<T>[] {
  const asked = words.slice(0, MAX_WORDS);
  const found = items.flatMap((item) => {
    let best: NameMatch<T> | undefined;
    for (const name of namesOf(item)) {
      const match = matchName(asked, wordsOf(name).slice(0, MAX_WORDS), weak);
      if (match && (!best || better(match, best))) best = { item, ...match };
    }
    return best ?? [];
  });
  // What explains more of the words is meant; of those as good, the one that stands there whole.
  const most = Math.max(...found.map(({ score }) => score));
  const near = found.filter(({ score }) => score > most - MARGIN);
  const tier = Math.max(...near.map((match) => match.tier));
  return near.filter((match) => match.tier === tier).sort((a, b) => b.score - a.score);
}

function better(a: Match, b: Match): boolean {
  return a.score > b.score || (a.score === b.score && a.tier > b.tier);
}

type Match = Omit<NameMatch<unknown>, 'item'>;

function matchName(
  words: readonly string[],
  name: readonly string[],
  weak: (word: string) => boolean,
): Match | undefined {
  if (name.length === 0) return undefined;
  const whole = wholeName(words, name);
  if (whole)
    return { tier: whole.exact ? 3 : 2, score: name.length - (whole.exact ? 0 : 0.3), used: whole.used };
  const used = new Set<number>();
  let score = 0;
  let covered = 0;
  for (const part of name) {
    let best = -1;
    let quality = 0;
    words.forEach((word, i) => {
      const like = used.has(i) ? 0 : likeness(word, part);
      if (like > quality) [best, quality] = [i, like];
    });
    if (best < 0) continue;
    used.add(best);
    covered++;
    score += weak(words[best] ?? '') ? quality * 0.2 : quality;
  }
  if (covered === 0) return undefined;
  return { tier: covered === name.length ? 2 : 1, score, used };
}

/** The name as it stands among the words: word for word, or run together (`refundagent`), with at most a slip or two. */
function wholeName(
  words: readonly string[],
  name: readonly string[],
): { readonly exact: boolean; readonly used: ReadonlySet<number> } | undefined {
  const joined = name.join('');
  let near: { exact: boolean; used: ReadonlySet<number> } | undefined;
  for (let from = 0; from < words.length; from++) {
    let text = '';
    for (let to = from; to < words.length && text.length <= joined.length + 2; to++) {
      text += words[to];
      if (text === joined) return { exact: true, used: range(from, to) };
      if (!near && joined.length >= 6 && slips(text, joined) <= (joined.length >= 10 ? 2 : 1))
        near = { exact: false, used: range(from, to) };
    }
  }
  return near;
}

function range(from: number, to: number): ReadonlySet<number> {
  return new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** How well a typed word stands for a word of a name, from 0 to 1. */
function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.8;
  // `claims` for `claim`, `agents` for `agent`.
  if (word.length >= 4 && typed.length - word.length <= 2 && typed.startsWith(word)) return 0.8;
  if (typed.length >= 4 && slips(typed, word) <= (typed.length >= 8 ? 2 : 1)) return 0.7;
  return typed.length >= 4 && word.includes(typed) ? 0.5 : 0;
}

function slips(a: string, b: string): number {
  return Math.abs(a.length - b.length) > 2 || a.length > 60 ? 9 : editDistance(a, b);
}
