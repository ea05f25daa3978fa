import type { Prose } from '../../markdown/prose.ts';
import { foldWords } from './fold.ts';
import type { RaciRole } from './model.ts';
import { NOBODY, ROLE_OF_WORD } from './words.ts';

/** A letter (or role word) in a cell, by place in the cell's text. */
export interface Code {
  /** Upper case; `A` for the word "Accountable". */
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  readonly condition?: string;
  /** True for one of a fused pair, `RA`. */
  readonly fused: boolean;
  /** True where a whole word stands: "Accountable". */
  readonly word: boolean;
}

/** What a cell of a letter matrix says. */
export interface CellCodes {
  readonly codes: readonly Code[];
  /** What is neither code nor condition. */
  readonly unknown: readonly { readonly from: number; readonly to: number }[];
  /** Blank, a dash, `N/A`. */
  readonly nobody: boolean;
}

const EMPTY: CellCodes = { codes: [], unknown: [], nobody: true };

/** Letters that mean something in one of the models. */
const LETTERS = 'RACISDPOVQFE';

const LETTER_OF_ROLE: Readonly<Record<RaciRole, string>> = {
  accountable: 'A',
  responsible: 'R',
  consulted: 'C',
  informed: 'I',
  support: 'S',
  other: '?',
};

/** Words after a letter that make its part conditional: "A for EU only". */
const CONDITION =
  /\b(?:only|if|when|where|for|tier|from|above|below|until|unless|after|before|over|under|zone|level|phase|during|nur|falls|bei|ab|si|pour|solo|para|se|jika|если)\b|^(?:仅|如)/i;

const codesOf = new WeakMap<Prose, CellCodes>();

/** The codes of a cell; kept with its prose, which never changes. */
export function readCodes(prose: Prose): CellCodes {
  let codes = codesOf.get(prose);
  if (!codes) {
    codes = parseCodes(prose.text);
    codesOf.set(prose, codes);
  }
  return codes;
}

/** Reads a cell's text as codes. */
export function parseCodes(text: string): CellCodes {
  if (NOBODY.test(text.trim().toLowerCase())) return EMPTY;
  if (text.length > 400) return { codes: [], unknown: [{ from: 0, to: text.length }], nobody: false };
  const codes: Code[] = [];
  const unknown: { from: number; to: number }[] = [];
  const signs: Range[] = [];
  for (const token of tokens(text)) {
    const bare = withoutSigns(text, token);
    if (bare.from === bare.to) signs.push(token);
    else {
      const found = readToken(text.slice(bare.from, bare.to), bare.from);
      if (found) codes.push(...found);
      else unknown.push(token);
    }
  }
  joinConditions(text, codes, unknown);
  // A star or tick beside a letter takes nothing away from it; alone it says nothing.
  if (codes.length === 0) unknown.push(...signs);
  return { codes, unknown, nobody: codes.length === 0 && unknown.length === 0 };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Stretches between separators; a parenthesis or footnote mark stays with the token before it. */
function tokens(text: string): Range[] {
  const out: Range[] = [];
  let from = 0;
  let depth = 0;
  const push = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /[\s]/.test(text[a] ?? '')) a++;
    while (b > a && /[\s–—-]/.test(text[b - 1] ?? '')) b--;
    const part = text.slice(a, b);
    if (part !== '' && !NOBODY.test(part.toLowerCase())) out.push({ from: a, to: b });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '(' || c === '[' || c === '（') depth++;
    else if (c === ')' || c === ']' || c === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[/\\,;·•+&|\n、，；／]/.test(c)) {
      push(i);
      from = i + 1;
    } else if (depth === 0 && /\s/.test(c) && AND.test(text.slice(i, i + 8))) {
      push(i);
      from = i + (AND.exec(text.slice(i, i + 8))?.[0].length ?? 1);
      i = from - 1;
    } else if (depth === 0 && /\s/.test(c) && /^\s+\p{Lu}(?=[\s*†‡/,]|$)/u.test(text.slice(i, i + 12))) {
      // "A R": a lone capital after a blank is a code of its own.
      push(i);
      from = i;
    }
  }
  push(text.length);
  return out;
}

const SIGNS_BEFORE =
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Join_Control}✓✗●○■□◆◇!\s]+/u;
const SIGNS_BEHIND =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Join_Control}✓✗●○■□◆◇!\s]/u;

/** The stretch without the emoji and ticks around it. */
function withoutSigns(text: string, { from, to }: Range): Range {
  const start = from + (SIGNS_BEFORE.exec(text.slice(from, to))?.[0].length ?? 0);
  let end = to;
  for (const unit of [...text.slice(start, to)].reverse()) {
    if (!SIGNS_BEHIND.test(unit)) break;
    end -= unit.length;
  }
  return { from: start, to: end };
}

/** "A and R" in the languages of the header words. */
const AND = /^\s+(?:and|und|et|y|e|dan|и|和)\s+/i;

const TOKEN =
  /^(\p{L}[\p{L}' -]*?)\.?\s*((?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹?]|\[\^[^\]\s]{1,20}\])*)\s*(?:[(（[]([^()（）[\]]{0,300})[)）\]])?\s*((?:[*†‡§¹²³])*)$/u;
const DIGIT_NOTE = /^(\p{Lu})([0-9])$/u;

function readToken(raw: string, offset: number): Code[] | undefined {
  const bracketed = /^[([]\s*(\p{L}{1,4})\s*[)\]]([*†‡]?)$/u.exec(raw);
  if (bracketed?.[1]) {
    // "(A)": a part held only sometimes, as a rule.
    const at = offset + raw.indexOf(bracketed[1]);
    return letters(bracketed[1], at, at + bracketed[1].length, bracketed[2] || undefined);
  }
  const digit = DIGIT_NOTE.exec(raw);
  if (digit?.[1]) return letters(digit[1], offset, offset + 1, digit[2]);
  const match = TOKEN.exec(raw);
  if (!match?.[1]) return undefined;
  const body = match[1].trim();
  const [, , marks = '', inside, after = ''] = match;
  const condition = conditionOf(inside, `${marks}${after}`, body);
  const found = letters(body, offset, offset + body.length, condition);
  if (found) return found;
  const role = ROLE_OF_WORD.get(foldWords(body)) ?? abbreviated(body, raw[body.length] === '.');
  if (!role) return undefined;
  const letter = LETTER_OF_ROLE[role];
  return [
    {
      letter,
      from: offset,
      to: offset + body.length,
      fused: false,
      word: true,
      ...(condition ? { condition } : {}),
    },
  ];
}

const SHORT: Readonly<Record<string, RaciRole>> = {
  acc: 'accountable',
  acct: 'accountable',
  resp: 'responsible',
  cons: 'consulted',
  inf: 'informed',
};
const LONG = ['accountable', 'responsible', 'consulted', 'informed'] as const;

/** `Acc`, `Resp.`, `Consult.`: a role word cut short. */
function abbreviated(body: string, dot: boolean): RaciRole | undefined {
  const word = body.toLowerCase();
  return SHORT[word] ?? (dot && word.length > 2 ? LONG.find((role) => role.startsWith(word)) : undefined);
}

/** `A (Accountable)` only spells the letter out. */
function conditionOf(inside: string | undefined, marks: string, body: string): string | undefined {
  if (inside !== undefined && inside.trim() !== '') {
    const folded = foldWords(inside);
    if (!ROLE_OF_WORD.has(folded) && folded !== foldWords(body) && !/^[raci]$/.test(folded))
      return inside.trim();
  }
  return marks === '' ? undefined : marks;
}

function letters(body: string, from: number, to: number, condition: string | undefined): Code[] | undefined {
  const units = [...body].map(plainLetter);
  if (units.length === 0 || units.length > 4 || units.length !== body.length) return undefined;
  if (new Set(units).size !== units.length) return undefined;
  const fused = units.length > 1;
  // Fused: all capitals or all small, and only the letters of RACI and RASCI; "Is" or "PR" is a word.
  if (fused && body !== body.toUpperCase() && body !== body.toLowerCase()) return undefined;
  if (!units.every((unit) => (fused ? 'RACIS' : LETTERS).includes(unit))) return undefined;
  return units.map((letter, i) => ({
    letter,
    from: fused ? from + i : from,
    to: fused ? from + i + 1 : to,
    fused,
    word: false,
    ...(condition === undefined ? {} : { condition }),
  }));
}

/** Full-width and Cyrillic look-alikes are read as the Latin letter. */
function plainLetter(unit: string): string {
  const upper = unit.normalize('NFKC').toUpperCase();
  return { А: 'A', С: 'C', І: 'I', Р: 'R' }[upper] ?? upper;
}

/** "A for EU only", "A – Tier 2": what follows the letter is its condition. */
function joinConditions(text: string, codes: Code[], unknown: Range[]): void {
  for (let i = unknown.length - 1; i >= 0; i--) {
    const range = unknown[i];
    if (!range) continue;
    const raw = text.slice(range.from, range.to);
    const match = /^(\p{L}{1,3})(?:\s*[-–—:=]\s*|\s+)(\S.*)$/u.exec(raw);
    if (!match?.[1] || !match[2]) continue;
    const second = letters(match[2], range.to - match[2].length, range.to, undefined);
    const first = second && letters(match[1], range.from, range.from + match[1].length, undefined);
    if (first && second) {
      codes.push(...first, ...second);
      unknown.splice(i, 1);
      continue;
    }
    const spelled = ROLE_OF_WORD.has(foldWords(match[2].replace(/\s*\(.*\)$/, '')));
    if (!spelled && !CONDITION.test(match[2])) continue;
    const found = letters(
      match[1],
      range.from,
      range.from + match[1].length,
      spelled ? undefined : match[2].trim(),
    );
    if (!found) continue;
    codes.push(...found);
    unknown.splice(i, 1);
  }
  codes.sort((a, b) => a.from - b.from);
}
