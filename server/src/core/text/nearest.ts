/** A known word close to one that was written. */
export interface Nearest {
  readonly text: string;
  /** Damerau-Levenshtein distance (insert, delete, replace, swap neighbours), in UTF-16 units; case counts. */
  readonly distance: number;
  /** False when another known word is as near: nobody should then choose in the writer's place. */
  readonly unique: boolean;
}

/** Longer words than this are nobody's typing slip; comparing them would only cost time. */
const MAX_LENGTH = 80;

/**
 * The known word nearest to `word`, or undefined when none is near enough to be what was meant (about one slip
 * for every three letters). Case and `_` against `-` are forgiven when looking, not in the distance.
 */
export function nearest(word: string, known: Iterable<string>): Nearest | undefined {
  if (word.length === 0 || word.length > MAX_LENGTH) return undefined;
  const folded = fold(word);
  const limit = word.length <= 2 ? 1 : Math.max(1, Math.floor(word.length / 3));
  let best: { text: string; rank: number; distance: number } | undefined;
  let ties = 0;
  for (const text of known) {
    if (text === word || Math.abs(text.length - word.length) > limit) continue;
    const rank = editDistance(folded, fold(text));
    if (rank > limit) continue;
    const distance = editDistance(word, text);
    if (best === undefined || rank < best.rank || (rank === best.rank && distance < best.distance)) {
      ties = best !== undefined && best.distance <= distance ? 1 : 0;
      best = { text, rank, distance };
    } else if (distance <= best.distance) ties++;
  }
  return best && { text: best.text, distance: best.distance, unique: ties === 0 };
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[_\s]/g, '-');
}

/** Edit distance with swaps of neighbours (optimal string alignment), in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
