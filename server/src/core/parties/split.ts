import { foldWord } from './fold.ts';
import { JOINED_FUNCTIONS } from './function-words.ts';

/** What stands between two parts. `tight` slashes have no blank beside them (`CEO/COO`). */
export type Separator =
  | 'start'
  | 'comma'
  | 'semicolon'
  | 'break'
  | 'slash'
  | 'tight-slash'
  | 'amp'
  | 'plus'
  | 'and';

/** A part of a text between separators, with offsets into the plain text. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly before: Separator;
}

const WORD_AND = /\s(?:and|und|et|y|e|dan|и|sowie|plus|as well as)\s/iuy;
/** `Steering Committee, chaired by Jane Doe` is one party. */
const CHAIRED_BY = /^,\s*(?:(?:chaired|led|headed) by|chair\s?:)\s/i;
const OPEN = '([{<（「【«“';
const CLOSE = ')]}>）」】»”';

/** Cuts a plain text at every separator outside brackets. Empty parts are dropped; offsets are trimmed. */
export function splitAtoms(plain: string): Atom[] {
  const kept = protectedRanges(plain);
  const atoms: Atom[] = [];
  let depth = 0;
  let from = 0;
  let before: Separator = 'start';
  const close = (at: number, next: number, separator: Separator) => {
    const atom = trimmed(plain, from, at, before);
    if (atom) atoms.push(atom);
    // `, and` is one separator, and the word says more than the comma.
    before = atom || before === 'start' ? separator : stronger(before, separator);
    if (atoms.length === 0) before = 'start';
    from = next;
  };
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i] ?? '';
    if (OPEN.includes(char) && closes(plain, i)) depth += 1;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || kept.some((range) => i >= range.start && i < range.end)) continue;
    const found = separatorAt(plain, i);
    if (!found) continue;
    close(i, i + found.length, found.separator);
    i += found.length - 1;
    // A blank may close one `and` and open the next.
    if (found.separator === 'and' && found.length > 1) i -= 1;
  }
  close(plain.length, plain.length, 'start');
  return atoms;
}

function separatorAt(plain: string, i: number): { separator: Separator; length: number } | undefined {
  const char = plain[i] ?? '';
  const left = plain[i - 1] ?? '';
  const right = plain[i + 1] ?? '';
  if (char === '\n') return { separator: 'break', length: 1 };
  if (char === ';' || char === '；') return { separator: 'semicolon', length: 1 };
  if (char === '、' || char === '，') return { separator: 'comma', length: 1 };
  if (char === ',' && CHAIRED_BY.test(plain.slice(i, i + 30))) return undefined;
  if (char === ',')
    return /\d/.test(left) && /\d/.test(right) ? undefined : { separator: 'comma', length: 1 };
  if (char === '/' || char === '／') return slash(plain, i, left, right);
  if (char === '&' || char === '＆') return ampersand(plain, i, left, right);
  if (char === '+') {
    const spaced = left === ' ' && right === ' ';
    return spaced || (wordy(left) && wordy(right)) ? { separator: 'plus', length: 1 } : undefined;
  }
  if (char === ' ') {
    WORD_AND.lastIndex = i;
    const match = WORD_AND.exec(plain);
    return match ? { separator: 'and', length: match[0].length } : undefined;
  }
  if (/[和与與及]/u.test(char) && /[\p{Script=Han}\s)）]/u.test(left) && /[\p{Script=Han}\s]/u.test(right)) {
    return { separator: 'and', length: 1 };
  }
  return undefined;
}

function slash(
  plain: string,
  i: number,
  left: string,
  right: string,
): { separator: Separator; length: number } | undefined {
  if (left === ':' || left === '/' || right === '/') return undefined;
  const before = /\S*$/.exec(plain.slice(Math.max(0, i - 60), i))?.[0] ?? '';
  const after = /^\S*/.exec(plain.slice(i + 1, i + 60))?.[0] ?? '';
  if (before.startsWith('@') && after !== '' && !after.startsWith('@') && left !== ' ') return undefined;
  if (/^(?:n|w|c|r|24)$/i.test(before) && /^(?:a|o|7|r)$/i.test(after)) return undefined;
  if (/\d$/.test(before) && /^\d/.test(after)) return undefined;
  return { separator: left === ' ' || right === ' ' || left === '' ? 'slash' : 'tight-slash', length: 1 };
}

/** `R&D`, `M&A`, `P&L` are one word: a tight ampersand parts only longer words. */
function ampersand(
  plain: string,
  i: number,
  left: string,
  right: string,
): { separator: Separator; length: number } | undefined {
  if (left === ' ' || right === ' ' || left === '\n') return { separator: 'amp', length: 1 };
  const before = /[\p{L}]*$/u.exec(plain.slice(Math.max(0, i - 40), i))?.[0] ?? '';
  const after = /^[\p{L}]*/u.exec(plain.slice(i + 1, i + 40))?.[0] ?? '';
  return before.length > 2 && after.length > 2 ? { separator: 'amp', length: 1 } : undefined;
}

function protectedRanges(plain: string): { start: number; end: number }[] {
  const lower = plain.toLowerCase();
  if (lower.length !== plain.length) return [];
  const ranges: { start: number; end: number }[] = [];
  for (const phrase of JOINED_FUNCTIONS) {
    for (let i = lower.indexOf(phrase); i >= 0; i = lower.indexOf(phrase, i + 1)) {
      if (!wordy(lower[i - 1] ?? '') && !wordy(lower[i + phrase.length] ?? ''))
        ranges.push({ start: i, end: i + phrase.length });
    }
  }
  return ranges;
}

const STRENGTH: readonly Separator[] = [
  'start',
  'comma',
  'and',
  'amp',
  'plus',
  'tight-slash',
  'slash',
  'semicolon',
  'break',
];

function stronger(a: Separator, b: Separator): Separator {
  return STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b;
}

/** A bracket that is never closed opens nothing. */
function closes(plain: string, i: number): boolean {
  return plain.indexOf(CLOSE[OPEN.indexOf(plain[i] ?? '')] ?? '', i + 1) > 0;
}

function trimmed(plain: string, from: number, to: number, before: Separator): Atom | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(plain[start] ?? '')) start += 1;
  while (end > start && /\s/.test(plain[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end, before } : undefined;
}

function wordy(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char) && foldWord(char) !== '';
}
