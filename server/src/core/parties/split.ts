import { JOINED_FUNCTIONS } from './function-words.ts';

/** What stands between two parts. A `tight` slash has no blank beside it (`CEO/COO`). */
export type Separator = 'start' | keyof typeof SEPARATORS;

/** A part of a text between separators, with offsets into the plain text. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly before: Separator;
}

const SEPARATORS = {
  break: /\n/,
  semicolon: /[;；]/,
  comma: /[,、，]/,
  slash: /(?<=\s)[/／]|[/／](?=\s|$)/,
  tight: /[/／]/,
  // `R&D`, `M&A`, `FP&A` are one word.
  amp: /(?<=\s)[&＆]|[&＆](?=\s)|(?<=\p{L}{2})[&＆](?=\p{L}{2})/u,
  plus: /(?<=\s)\+(?=\s)|(?<=[\p{L}\p{N}])\+(?=[\p{L}\p{N}])/u,
  // Also within a family name: `Ortega y Gasset`, `Costa e Silva`.
  y: /(?<=\s)[ye](?=\s)/,
  and: /(?<=\s)(?:and|und|et|dan|и|sowie|plus|as well as)(?=\s)|(?<=[\p{Script=Han}\s)）])[和与與及](?=[\p{Script=Han}\s])/u,
};

const separators = Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[];

/** Signs that part nothing: in addresses, numbers, abbreviations, the names of teams and functions. */
const KEPT = [
  /\bhttps?:\/\/[^\s,;]+/,
  /(?<=(?<!\S)@[^\s/]+)\/(?=[^\s@])/,
  /(?<![\p{L}\p{N}])(?:[nwcr]\/[aor]|24\/7)(?![\p{L}\p{N}])/u,
  /(?<=\d)[,/](?=\d)/,
  // `Steering Committee, chaired by Jane Doe` is one party.
  /,\s*(?:(?:chaired|led|headed) by|présidée? par|presidid[oa] por|dipimpin oleh|geleitet von|(?:chair|vorsitz|leitung)\s?:)\s/,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${JOINED_FUNCTIONS.join('|')})(?![\\p{L}\\p{N}])`, 'u'),
];
const CLOSERS: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '（）', '「」', '【】', '«»', '“”'].map(([open = '', close = '']) => [
    open,
    close,
  ]),
);

const TOKEN = new RegExp(
  Object.entries({
    kept: new RegExp(KEPT.map(({ source }) => source).join('|'), 'u'),
    open: /[([{<（「【«“]/,
    close: /[)\]}>）」】»”]/,
    ...SEPARATORS,
  })
    .map(([kind, { source }]) => `(?<${kind}>${source})`)
    .join('|'),
  'giu',
);

/** What stands before a line of a list: `- Jane Doe`, `1. Jane Doe`. */
const BULLET = /^\s*(?:(?:[-–—•·‣▪]|\d{1,2}[.)])\s+(?=\S))?/u;

/** Cuts a plain text at every separator outside brackets. Empty parts are dropped; offsets are trimmed. */
export function splitAtoms(plain: string): Atom[] {
  const atoms: Atom[] = [];
  let depth = 0;
  let from = 0;
  let before: Separator = 'start';
  const cut = (at: number, next: number, separator: Separator) => {
    const atom = trimmed(plain, from, at, before);
    if (atom) atoms.push(atom);
    // `, and` and `,<br>` are one separator: the word says more than the comma, the comma more than the line's end.
    if (atom || (atoms.length > 0 && separator !== 'break')) before = separator;
    from = next;
  };
  for (const { 0: token, index: at, groups = {} } of plain.matchAll(TOKEN)) {
    // A bracket that is never closed opens nothing.
    if (groups['open']) depth += plain.includes(CLOSERS.get(token) ?? '', at) ? 1 : 0;
    else if (groups['close']) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !groups['kept'])
      cut(at, at + token.length, separators.find((name) => groups[name]) ?? 'start');
  }
  cut(plain.length, plain.length, 'start');
  return atoms;
}

function trimmed(plain: string, from: number, to: number, before: Separator): Atom | undefined {
  const part = plain.slice(from, to);
  const start = to - part.replace(BULLET, '').length;
  const end = from + part.trimEnd().length;
  return start < end ? { start, end, before } : undefined;
}
