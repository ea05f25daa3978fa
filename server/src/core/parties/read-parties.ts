import { perText } from '../text/memo.ts';
import type { Context } from './classify.ts';
import { isNobody } from './classify.ts';
import { type Detail, readDetail } from './detail.ts';
import type { Directory } from './directory.ts';
import { foldWord, wordSet, wordsOf } from './fold.ts';
import { isOrganisationWord } from './lexical.ts';
import { foldName } from './names.ts';
import type { Party } from './party.ts';
import { isDegree, isGivenName } from './person-name.ts';
import { DOUBLE_TITLE_WORDS } from './role-words.ts';
import { type Atom, type Separator, splitAtoms } from './split.ts';
import { type PlainText, stripMarkup } from './strip.ts';
import { rankOf } from './titles.ts';

/** How a text is read: where one person belongs, where several may stand, or as the header of a letter column. */
export interface ReadOptions {
  readonly mode: 'one' | 'list' | 'header';
  readonly directory?: Directory;
  /** Names known in the document, folded by `foldName`: they make a single word a person. */
  readonly knownPeople?: ReadonlySet<string>;
}

/** Consecutive atoms read as one party. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly detail: Detail;
}

const DOUBLE = wordSet(DOUBLE_TITLE_WORDS);
const LONGEST = 2000;

/**
 * The parties a cell or value names, in order, with offsets into `text`. Never empty: a blank or a dash gives one
 * party of kind `nobody`. In mode `one` a text is split only when every part is a person, a position or in the
 * register; in mode `list` functions are split too; in mode `header` there is always exactly one party.
 */
export function readParties(text: string, options: ReadOptions): readonly Party[] {
  return readerFor(options)(text);
}

type Reader = (text: string) => readonly Party[];
type Readers = Record<ReadOptions['mode'], Reader>;

/** What is known beside the text is an object that never changes, so what was read with it holds while it lives. */
const readers = new WeakMap<object, WeakMap<object, Readers>>();
const NOTHING_KNOWN = {};

function readerFor({ mode, directory, knownPeople }: ReadOptions): Reader {
  const known = knownPeople ?? NOTHING_KNOWN;
  let byPeople = readers.get(directory ?? NOTHING_KNOWN);
  if (!byPeople) {
    byPeople = new WeakMap();
    readers.set(directory ?? NOTHING_KNOWN, byPeople);
  }
  let found = byPeople.get(known);
  if (!found) {
    const beside = { ...(directory && { directory }), ...(knownPeople && { knownPeople }) };
    found = {
      one: perText((text) => read(text, { mode: 'one', ...beside })),
      list: perText((text) => read(text, { mode: 'list', ...beside })),
      header: perText((text) => read(text, { mode: 'header', ...beside })),
    };
    byPeople.set(known, found);
  }
  return found[mode];
}

function read(text: string, options: ReadOptions): readonly Party[] {
  const stripped = stripMarkup(text.slice(0, LONGEST));
  const plain = stripped.plain;
  if (isNobody(plain)) return [blank(text)];
  const atoms = attachBrackets(plain, splitAtoms(plain));
  if (atoms.length === 0) return [blank(text)];
  const whole: Atom = {
    start: atoms[0]?.start ?? 0,
    end: atoms.at(-1)?.end ?? plain.length,
    before: 'start',
  };
  const detail = (atom: Atom) => readDetail(plain.slice(atom.start, atom.end).replaceAll('\n', ' '), options);
  const known = detail(whole);
  if (atoms.length === 1 || known.personId !== undefined || known.bodyName !== undefined) {
    return [party(known, whole, stripped, options)];
  }
  const units = readUnits(plain, atoms, options, detail);
  const span = (unit: Unit): Atom => ({
    start: atoms[unit.from]?.start ?? 0,
    end: atoms[unit.to]?.end ?? 0,
    before: 'start',
  });
  const split = () => units.map((unit) => party(unit.detail, span(unit), stripped, options));
  const present = units.filter((unit) => unit.detail.kind !== 'nobody');
  const only = present[0];
  if (!only) return [blank(text)];
  if (present.length === 1) return [party(only.detail, span(only), stripped, options)];
  if (options.mode === 'one' && units.every((unit) => isHolder(unit.detail))) return split();
  if (options.mode === 'list' && !oneInList(units, atoms)) {
    return present.map((unit) => party(unit.detail, span(unit), stripped, options));
  }
  return [party(combined(present, known), whole, stripped, options)];
}

/** True for a party that is one human by itself, or that the register knows. */
function isHolder(detail: Detail): boolean {
  return (
    detail.kind === 'person' ||
    detail.kind === 'position' ||
    detail.personId !== undefined ||
    detail.bodyName !== undefined
  );
}

/** `Smith & Sons` in a list stays one: nothing in it is known. */
function oneInList(units: readonly Unit[], atoms: readonly Atom[]): boolean {
  return (
    units.length === 2 &&
    units.every((u) => u.detail.kind === 'unknown') &&
    /^(?:amp|and)$/.test(atoms[units[1]?.from ?? 0]?.before ?? '')
  );
}

/** What several parts are together, where they may not be split. A reading that could be wrong is `unknown`. */
function combined(units: readonly Unit[], whole: Detail): Detail {
  const kinds = units.map((unit) => unit.detail.kind);
  const has = (kind: string) => kinds.some((one) => one === kind);
  const only = (...allowed: string[]) => kinds.every((one) => allowed.includes(one));
  const title = units.find((unit) => unit.detail.kind === 'position')?.detail.title;
  if (only('placeholder', 'position') && has('placeholder'))
    return { kind: 'placeholder', ...(title ? { title } : {}) };
  if (has('placeholder')) return { kind: 'unknown' };
  if (kinds.at(-1) === 'group' || (has('group') && !has('unknown'))) return { kind: 'group' };
  if (only('function')) return { kind: 'function' };
  if (only('function', 'position'))
    return { kind: 'position', ...(title ? { title: whole.title ?? title } : {}) };
  const first = units[0]?.detail;
  if (first?.kind === 'position' && !has('person'))
    return { ...first, title: whole.title ?? first.title ?? '' };
  if (!has('person') && whole.kind === 'function') return whole;
  return { kind: 'unknown' };
}

/** Joins atoms that are one party: `Doe, Jane`, a name and its title, two titles of one founder, a title's field. */
function readUnits(
  plain: string,
  atoms: readonly Atom[],
  options: ReadOptions,
  read: (atom: Atom) => Detail,
): Unit[] {
  const text = (i: number) => plain.slice(atoms[i]?.start ?? 0, atoms[i]?.end ?? 0);
  const units: Unit[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i];
    if (!atom) continue;
    const turned = turnedName(text, atoms, i, options);
    if (turned) {
      units.push({ from: i, to: i + 1, detail: turned });
      i += 1;
      continue;
    }
    const detail = read(atom);
    const last = units.at(-1);
    const joined = last && extend(last.detail, detail, text(i), atom.before, options.mode === 'one');
    if (last && joined) units[units.length - 1] = { from: last.from, to: i, detail: joined };
    else units.push({ from: i, to: i, detail });
  }
  return apposition(units, atoms);
}

/** The party so far with the next part added, when that part belongs to it. */
function extend(
  last: Detail,
  next: Detail,
  text: string,
  separator: Separator,
  one: boolean,
): Detail | undefined {
  const comma = separator === 'comma';
  const tight = separator === 'and' || separator === 'amp' || separator === 'tight-slash';
  if (last.kind === 'person' && next.email && !last.email && (comma || separator === 'break'))
    return { ...last, email: next.email };
  if (last.kind === 'person' && !last.title && (comma || separator === 'break')) {
    if (comma && isDegree(text)) return last;
    if (next.kind === 'position' && !next.personId) return withTitle(last, text, next.condition);
    const field = next.kind === 'function' || (next.kind === 'unknown' && text.includes(' '));
    if (comma && one && field) return withTitle(last, text, next.condition);
  }
  if (last.title === undefined || (last.kind !== 'person' && last.kind !== 'position')) return undefined;
  if (
    next.kind === 'position' &&
    !next.personId &&
    (tight || separator === 'slash' || separator === 'plus' || (comma && one))
  ) {
    if (isDouble(last.title) || isDouble(text)) return longer(last, text, separator);
    if (separator === 'tight-slash' && alternative(last.title, text)) return longer(last, text, separator);
  }
  const field =
    next.kind === 'function' ||
    (next.kind === 'unknown' && last.kind === 'position' && /^[A-Z\p{Lu}]/u.test(text) && !isGivenName(text));
  if (field && tight && takesField(last.title)) return longer(last, text, separator);
  if (comma && one && next.kind === 'function') return longer(last, text, separator);
  // `Jane Doe, VP Operations, EMEA`: a place or company after a person's title, but no lone given name.
  if (comma && one && last.kind === 'person' && next.kind === 'unknown' && !isGivenName(text))
    return longer(last, text, separator);
  return undefined;
}

function withTitle(person: Detail, title: string, condition: string | undefined): Detail {
  const clean = condition ? title.replace(/\s*[(（*†‡].*$/u, '') : title;
  return { ...person, title: clean, ...(condition ? { condition } : {}) };
}

function longer(last: Detail, text: string, separator: Separator): Detail {
  const sign =
    separator === 'and' ? ' and ' : separator === 'amp' ? ' & ' : separator === 'comma' ? ', ' : '/';
  return { ...last, title: `${last.title ?? ''}${sign}${text}` };
}

/** A founder, owner, president or chair title, but no vice president or vice chair. */
function isDouble(title: string): boolean {
  const words = wordsOf(foldWord(title).replace(/\bvice[\s-](?:president|chair)/g, 'vp'));
  const head = words.findIndex((word, i) => i > 0 && /^(?:of|for|de|du|des|da|do|del|der|von)$/.test(word));
  const last = words[(head > 0 ? head : words.length) - 1] ?? '';
  return DOUBLE.has(last) || (DOUBLE.has(words[0] ?? '') && words.length > 1);
}

/** `Platform admin/engineer`: a bare role after a slash is another word for the same seat. */
function alternative(title: string, text: string): boolean {
  return (
    title.includes(' ') &&
    /^\p{L}+$/u.test(text) &&
    /^(?:individual|lead|manager)$/.test(rankOf(text) ?? '') &&
    text === text.toLowerCase()
  );
}

/** Titles whose field may be a pair: `Head of Risk and Compliance`, `VP Sales & Marketing`. */
function takesField(title: string): boolean {
  return wordsOf(title).length > 1 || /^(?:svp|evp|vp|head|director)$/i.test(title);
}

/** `Doe, Jane` and `van der Berg, Jan A.`: a family name, a comma, a given name. */
function turnedName(
  text: (i: number) => string,
  atoms: readonly Atom[],
  i: number,
  options: ReadOptions,
): Detail | undefined {
  const next = atoms[i + 1];
  if (next?.before !== 'comma' || atoms[i]?.before === 'comma') return undefined;
  const [family, given] = [text(i), text(i + 1)];
  const name = `${given} ${family}`;
  const known = options.knownPeople?.has(foldName(name)) || options.directory?.find(name);
  const plainWord = (word: string) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word);
  const familyWords = family.split(/\s+/).filter((word) => plainWord(word));
  const givenWords = given.split(/\s+/);
  if (!known) {
    if (
      familyWords.length !== 1 ||
      family.split(/\s+/).length > 4 ||
      givenWords.length > 2 ||
      !givenWords.every(plainWord)
    )
      return undefined;
    if (options.knownPeople?.has(foldName(family)) && options.knownPeople.has(foldName(given)))
      return undefined;
    if (
      [...wordsOf(family), ...wordsOf(given)].some(
        (word) => word.length > 1 && isOrganisationWord(word) && !isGivenName(word),
      )
    )
      return undefined;
    const clear = isGivenName(givenWords[0] ?? '') && !isGivenName(familyWords[0] ?? '');
    const initial = /^\p{Lu}\.?$/u.test(givenWords[0] ?? '');
    const followed =
      atoms[i + 2]?.before === 'comma' &&
      /^\p{Lu}[\p{L}'’.-]*$/u.test(text(i + 2)) &&
      !isOrganisationWord(foldWord(text(i + 2)));
    if (!clear && !initial && (options.mode !== 'one' || followed || isGivenName(familyWords[0] ?? '')))
      return undefined;
  }
  const person = options.directory?.find(name);
  return {
    kind: 'person',
    name,
    ...(person ? { personId: person.id, ...(person.title ? { title: person.title } : {}) } : {}),
  };
}

/** `CEO, Jane Doe` and a title above a name are one person, when there is nothing else. */
function apposition(units: readonly Unit[], atoms: readonly Atom[]): Unit[] {
  const [title, person] = units;
  const separator = atoms[person?.from ?? 0]?.before;
  if (!title || !person || units.length !== 2 || (separator !== 'comma' && separator !== 'break'))
    return [...units];
  const apart = title.detail.personId !== undefined && title.detail.personId !== person.detail.personId;
  if (title.detail.kind !== 'position' || person.detail.kind !== 'person' || person.detail.title || apart)
    return [...units];
  return [{ from: title.from, to: person.to, detail: { ...person.detail, title: title.detail.title ?? '' } }];
}

/** A part that is nothing but brackets belongs to the part before it: `Product<br/>(Me)`. */
function attachBrackets(plain: string, atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const last = out.at(-1);
    const bracketed = /^[(（][^()（）]*[)）]$/u.test(plain.slice(atom.start, atom.end));
    if (last && bracketed) out[out.length - 1] = { ...last, end: atom.end };
    else out.push(atom);
  }
  return out;
}

function party(detail: Detail, atom: Atom, source: PlainText, context: Context): Party {
  const { chair, ...rest } = detail;
  const plain = source.plain.slice(atom.start, atom.end);
  const place = (from: number, to: number) => ({
    start: source.starts[from] ?? 0,
    end: source.ends[to - 1] ?? 0,
  });
  const text = plain.replace(/\s+/g, ' ').trim();
  const own = { ...rest, text, ...place(atom.start, atom.end) };
  const body = rest.bodyName ? context.directory?.body(rest.bodyName)?.chair : undefined;
  if (chair) {
    const from = atom.start + chair.at;
    return {
      ...own,
      chair: { ...chair.reading, text: chair.text, ...place(from, from + chair.text.length) },
    };
  }
  if (!body) return own;
  const named = readDetail(body, context);
  return {
    ...own,
    chair: { ...named, chair: undefined, text: body, start: own.start, end: own.end } as Party,
  };
}

function blank(text: string): Party {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return trimmed === ''
    ? { kind: 'nobody', text: '', start: 0, end: 0 }
    : { kind: 'nobody', text: trimmed, start, end: start + trimmed.length };
}
