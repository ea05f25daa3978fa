import type { TextEdit } from './edit.ts';

/** The difference of two texts as one edit for each run of changed lines; one edit when they differ widely. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [a, b] = [lines(before), lines(after)];
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  let offset = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      offset += a[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const [skipA, skipB] = nextMatch(a, b, i, j);
    const removed = a.slice(i, i + skipA).join('').length;
    edits.push({ span: { start: offset, end: offset + removed }, newText: b.slice(j, j + skipB).join('') });
    offset += removed;
    i += skipA;
    j += skipB;
  }
  return edits;
}

/** How many lines to leave on each side until two equal lines follow. */
function nextMatch(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  const reach = Math.min(60, a.length - i + b.length - j);
  for (let sum = 1; sum <= reach; sum++)
    for (let x = 0; x <= sum; x++) {
      const y = sum - x;
      if (i + x > a.length || j + y > b.length) continue;
      const bothEnd = i + x === a.length && j + y === b.length;
      if (bothEnd || (i + x < a.length && a[i + x] === b[j + y])) return [x, y];
    }
  return [a.length - i, b.length - j];
}

function lines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
