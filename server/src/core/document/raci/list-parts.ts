import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { foldWords } from './fold.ts';
import { meaningAt } from './legend.ts';
import type { RaciRole } from './model.ts';
import { ROLE_OF_WORD } from './words.ts';

/** `Accountable: Dana Whitfield` in a list or paragraph. */
export interface Part {
  readonly role: RaciRole;
  readonly value: Prose;
  readonly label: Span;
  /** Where in its text the label begins. */
  readonly from: number;
  /** True where a letter stands for the word. */
  readonly letter: boolean;
}

const LABEL = /(?<![\p{L}\p{N}])([\p{L}][\p{L}'’/ ]{1,40}?)(?:\s*\([RACI]\))?[*_]*\s*[:：=]\s*/gu;
const partsOf = new WeakMap<Prose, readonly Part[]>();

/** The parts a line or item gives. Kept with the text. */
export function partsIn(prose: Prose): readonly Part[] {
  let parts = partsOf.get(prose);
  if (!parts) {
    parts = prose.text.length > 1_500 ? [] : readParts(prose);
    partsOf.set(prose, parts);
  }
  return parts;
}

/** `R: Ada Okafor`, `A/R = Dana Whitfield`: a letter for the word. */
const LETTER = /(?<![\p{L}\p{N}/])([RACI])(?:\s?\/\s?([RACI]))?[*_]*\s*[:：=]\s*(?=\S)/gu;
const ROLE_OF_LETTER: Readonly<Record<string, RaciRole>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
};

interface Key {
  readonly roles: readonly RaciRole[];
  readonly from: number;
  readonly labelEnd: number;
  readonly value: number;
}

function readParts(prose: Prose): Part[] {
  const keys: Key[] = [...wordKeys(prose.text), ...letterKeys(prose.text)].sort((a, b) => a.from - b.from);
  return keys.flatMap(({ roles, from, labelEnd, value }, i): Part[] => {
    const next = keys[i + 1]?.from ?? prose.text.length;
    const raw = prose.text.slice(value, Math.max(value, next));
    // "R: Responsible (does the work)" explains the letter.
    if (
      meaningAt(raw.trim()) &&
      keys.length > i &&
      /^[RACI]/.test(prose.text.slice(from, labelEnd)) &&
      labelEnd - from <= 3
    )
      return [];
    const part = prose.slice(value, value + raw.replace(/[\s;,.|•·–—-]+$/, '').length);
    return roles.map((role) => ({
      role,
      value: part,
      label: prose.at(from, labelEnd),
      from,
      letter: labelEnd - from <= 3,
    }));
  });
}

/** `Accountable — Dana Whitfield`: a dash for the colon, at the start of a line. */
const DASHED = /(?<=^|\n)([\p{L}][\p{L}'’/ ]{1,40}?)(?:\s*\([RACI]\))?[*_]*\s+[—–-]+\s+/gu;

function wordKeys(text: string): Key[] {
  const keys: Key[] = [];
  for (const match of [...text.matchAll(LABEL), ...text.matchAll(DASHED)]) {
    const words = match[1] ?? '';
    const known = roleAtEnd(words);
    if (!known) continue;
    const start = match.index + words.length - known.length;
    // "R – Responsible: …": the letter belongs to the word.
    const letter = /(?:^|[^\p{L}\p{N}])([RACI]\s*[-–—]\s*)$/u.exec(text.slice(0, start))?.[1]?.length ?? 0;
    keys.push({
      roles: known.roles,
      from: start - letter,
      labelEnd: start + known.length,
      value: match.index + match[0].length,
    });
  }
  return keys;
}

function letterKeys(text: string): Key[] {
  return [...text.matchAll(LETTER)].map((match) => {
    const roles = [match[1], match[2]].flatMap((letter) =>
      letter === undefined ? [] : (ROLE_OF_LETTER[letter] ?? []),
    );
    const length = match[2] === undefined ? 1 : match[0].indexOf(match[2], 1) + 1;
    return { roles, from: match.index, labelEnd: match.index + length, value: match.index + match[0].length };
  });
}

/** The role word that ends the label: "Go-live accountable" is one, "Accountable for" is none. */
function roleAtEnd(label: string): { readonly roles: RaciRole[]; readonly length: number } | undefined {
  const whole = foldWords(label);
  const direct = ROLE_OF_WORD.get(whole);
  if (NOUNS.test(whole)) return undefined;
  if (direct) return { roles: [direct], length: label.length };
  const both = whole.split(/\s*\/\s*/).map((part) => ROLE_OF_WORD.get(part));
  if (both.length === 2 && both[0] && both[1]) return { roles: [both[0], both[1]], length: label.length };
  const match = /(?:^|[\s])(\p{Lu}?[\p{L}]+)$/u.exec(label);
  const role = match?.[1] ? ROLE_OF_WORD.get(foldWords(match[1])) : undefined;
  if (role && match?.[1] && /^\p{Lu}/u.test(match[1])) return { roles: [role], length: match[1].length };
  const noun = /^(\p{L}+) (?:party|person|owner|executive|role|parties|people)$/iu.exec(label.trim());
  const named = noun?.[1] ? ROLE_OF_WORD.get(foldWords(noun[1])) : undefined;
  return named ? { roles: [named], length: label.length } : undefined;
}

/** "Accountability: …" describes a role; it names nobody. */
const NOUNS =
  /^(?:accountability|responsibility|information|info|consultation|support|beratung|umsetzung|rechenschaft|verantwortung|gesamtverantwortung)$/;

/** The parts that a table of two columns gives, a row each. */
export function tableParts(header: readonly Prose[], rows: readonly (readonly Prose[])[]): Part[] {
  return [header, ...rows].flatMap(([label, value]): Part[] => {
    if (!label || !value) return [];
    const name = label.text
      .replace(/\s*\([^)]*\)\s*$/, '')
      .replace(/:\s*$/, '')
      .trim();
    const word = name.replace(/^\(?[RACI]\)?\s*[-–—:=]\s*(?=\p{L})/u, '');
    const role = ROLE_OF_WORD.get(foldWords(word)) ?? ROLE_OF_LETTER[name];
    return role && value.text !== '' && !meaningAt(value.text)
      ? [{ role, value, label: label.span, from: 0, letter: name.length <= 1 }]
      : [];
  });
}
