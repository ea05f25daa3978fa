import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { readCodes } from './codes.ts';
import { foldWords } from './fold.ts';
import { roleOfLetter } from './grid.ts';
import { meaningAt } from './legend.ts';
import { looksLikeParty } from './matrix-shape.ts';
import type { RaciRole } from './model.ts';
import { ROLE_OF_WORD } from './words.ts';

/** `Accountable: Dana Whitfield` or `Dana Whitfield: A` in a list or paragraph. */
export interface Part {
  readonly role: RaciRole;
  /** Who has it; where the party stands before it, the letter or word. */
  readonly value: Prose;
  /** The party that stands before its letter. */
  readonly party?: Prose;
  /** Of a letter behind its party: `Tier 2` of `A (Tier 2)`. */
  readonly condition?: string;
  readonly combined?: boolean;
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
const LETTER = /(?<![\p{L}\p{N}/])([RACI])(?:\s?\/\s?([RACI]))?[*_]*\s*[:：=]\s*(?=\S|$)/gu;
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

/** `A – Dana Whitfield`. */
const LETTER_DASHED = /(?<=^|\n)([RACI])(?:\s?\/\s?([RACI]))?\s+[—–-]+\s+(?=\S)/gu;
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
  return [...text.matchAll(LETTER), ...text.matchAll(LETTER_DASHED)].map((match) => {
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

const BEHIND = /^(.{2,80}?)(?:\s*[:：=]\s*|\s[–—-]+\s+)([^:：=\n]{1,40})$/u;
const IN_BRACKETS = /^(.{2,80}?)\s*[(（]([^()（）\n]{1,40})[)）]$/u;

/** `Dana Whitfield: A`, `Priya Raman (R)`, line by line: parties with their letters; none where a line says anything else. */
export function partyParts(lines: readonly Prose[]): readonly Part[] {
  if (lines.length < 2) return [];
  const out: Part[] = [];
  let parties = 0;
  for (const line of lines) {
    const found = line.text.length > 130 ? [] : partsOfParty(line);
    if (found.length === 0) return [];
    if (looksLikeParty(found[0]?.party?.text ?? '')) parties++;
    out.push(...found);
  }
  return parties * 2 > lines.length && out.some(({ role }) => role === 'accountable') ? out : [];
}

function partsOfParty(line: Prose): Part[] {
  for (const pattern of [BEHIND, IN_BRACKETS]) {
    const [, who, what] = pattern.exec(line.text) ?? [];
    // `Responsible: …` and `A: …` are read the other way round.
    if (who === undefined || what === undefined || who.length < 2) continue;
    const known = ROLE_OF_WORD.get(foldWords(who));
    if (known === 'accountable' || known === 'responsible') continue;
    const close = pattern === IN_BRACKETS ? 1 : 0;
    const end = line.text.length - close;
    const value = line.slice(end - what.length, end);
    const { codes, unknown } = readCodes(value);
    if (codes.length === 0 || unknown.length > 0) continue;
    const party = line.slice(0, who.length);
    return codes.map(({ letter, from, to, condition }) => ({
      role: roleOfLetter(letter, 'raci'),
      value: value.slice(from, to),
      party,
      label: party.span,
      from: 0,
      letter: false,
      combined: codes.length > 1,
      ...(condition === undefined ? {} : { condition }),
    }));
  }
  return [];
}

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
