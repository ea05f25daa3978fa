import { perText } from '../text/memo.ts';
import { type Context, type Reading, registered } from './classify.ts';
import { type Detail, readDetail } from './detail.ts';
import type { Directory } from './directory.ts';
import { foldWord, wordSet, wordsOf } from './fold.ts';
import { beforeField, headKind, isOrganisationWord } from './lexical.ts';
import { foldName } from './names.ts';
import type { Party } from './party.ts';
import { isDegree, isGivenName, isParticle } from './person-name.ts';
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
interface Unit extends Atom {
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
  const atoms = attachBrackets(plain, splitAtoms(plain));
  const textOf = ({ start, end }: Atom) => plain.slice(start, end).replaceAll('\n', ' ');
  const whole: Atom = {
    start: atoms[0]?.start ?? 0,
    end: atoms.at(-1)?.end ?? 0,
    before: 'start',
  };
  const known = registered(textOf(whole), options);
  if (known) return [party(known, whole, stripped, options)];
  const units = readUnits(atoms, options, textOf);
  const present = units.filter((unit) => unit.detail.kind !== 'nobody');
  const only = present[0];
  if (!only) return [blank(text)];
  const apart =
    present.length === 1 ||
    (options.mode === 'one' && units.every((unit) => isHolder(unit.detail))) ||
    (options.mode === 'list' && !oneInList(units));
  if (apart) return present.map((unit) => party(unit.detail, unit, stripped, options));
  return [party(combined(present, readDetail(textOf(whole), options)), whole, stripped, options)];
}

/** True for a party that is one human by itself, or that the register knows. */
function isHolder({ kind, bodyName }: Detail): boolean {
  return kind === 'person' || kind === 'position' || bodyName !== undefined;
}

/** `Smith & Sons` in a list stays one: nothing in it is known. */
function oneInList(units: readonly Unit[]): boolean {
  return (
    units.length === 2 &&
    units.every((unit) => unit.detail.kind === 'unknown') &&
    /^(?:amp|and|y)$/.test(units.at(-1)?.before ?? '')
  );
}

/** What several parts are together, where they may not be split. A reading that could be wrong is `unknown`. */
function combined(units: readonly Unit[], whole: Detail): Detail {
  const kinds = units.map((unit) => unit.detail.kind);
  const has = (kind: string) => kinds.some((one) => one === kind);
  const only = (...allowed: string[]) => kinds.every((one) => allowed.includes(one));
  const position = units.find((unit) => unit.detail.kind === 'position')?.detail;
  if (only('placeholder', 'position') && has('placeholder'))
    return { kind: 'placeholder', ...(position?.title ? { title: position.title } : {}) };
  if (has('placeholder')) return { kind: 'unknown' };
  if (kinds.at(-1) === 'group' || (has('group') && !has('unknown'))) return { kind: 'group' };
  if (only('function')) return { kind: 'function' };
  if (position && (only('function', 'position') || (kinds[0] === 'position' && !has('person'))))
    return { kind: 'position', title: whole.title ?? position.title ?? '' };
  if (!has('person') && whole.kind === 'function') return whole;
  return { kind: 'unknown' };
}

/** Joins atoms that are one party: `Doe, Jane`, a name and its title, two titles of one founder, a title's field. */
function readUnits(atoms: readonly Atom[], options: ReadOptions, textOf: (atom: Atom) => string): Unit[] {
  const texts = atoms.map(textOf);
  const units: Unit[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const [atom, next] = [atoms[i] as Atom, atoms[i + 1]];
    const turned = turnedName(texts, atoms, i, options);
    if (turned && next) {
      units.push({ ...atom, end: next.end, detail: turned });
      i += 1;
      continue;
    }
    const text = texts[i] ?? '';
    const detail = readDetail(text, options);
    const last = units.at(-1);
    const joined =
      last &&
      (familyNameOfTwo(last, detail, atom, text, options, textOf) ??
        extend(last.detail, detail, text, atom.before, options.mode === 'one'));
    if (last && joined) units[units.length - 1] = { ...last, end: atom.end, detail: joined };
    else units.push({ ...atom, detail });
  }
  return apposition(units);
}

/** `José Ortega y Gasset`, `Helena Costa e Silva`: one person, where the last word is nobody by itself. */
function familyNameOfTwo(
  last: Unit,
  next: Detail,
  atom: Atom,
  text: string,
  options: ReadOptions,
  textOf: (atom: Atom) => string,
): Detail | undefined {
  if (atom.before !== 'y' || next.kind !== 'unknown' || isGivenName(text)) return undefined;
  // `Dana y Zaphod` are two.
  if (!textOf(last).includes(' ')) return undefined;
  const whole = readDetail(textOf({ ...last, end: atom.end }), options);
  return whole.kind === 'person' ? whole : undefined;
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
  const tight = separator === 'and' || separator === 'y' || separator === 'amp' || separator === 'tight';
  // The register knows another holder of the position.
  const other = next.personId !== undefined && next.personId !== last.personId;
  if (last.kind === 'person' && next.email && !last.email && (comma || separator === 'break'))
    return { ...last, email: next.email };
  if (last.kind === 'person' && !last.title && comma && isDegree(text)) return last;
  // `Jane Doe, Acme Bank, VP Claims`: what stands between is no title.
  if (
    last.kind === 'person' &&
    next.kind === 'position' &&
    !other &&
    (comma || separator === 'break') &&
    (last.title === undefined || headKind(last.title) === undefined)
  )
    return withTitle(last, text, next.condition);
  if (last.kind === 'person' && !last.title && comma && one) {
    const field = next.kind === 'function' || (next.kind === 'unknown' && text.includes(' '));
    if (field) return withTitle(last, text, next.condition);
  }
  if (last.title === undefined || (last.kind !== 'person' && last.kind !== 'position')) return undefined;
  if (
    next.kind === 'position' &&
    (!other || (last.kind === 'position' && last.personId === undefined)) &&
    (tight || separator === 'slash' || separator === 'plus' || (comma && one))
  ) {
    const seat = { ...last, ...(next.personId ? { personId: next.personId } : {}) };
    if (isDouble(last.title) || isDouble(text)) return longer(seat, text, separator);
    if (separator === 'tight' && alternative(last.title, text)) return longer(seat, text, separator);
  }
  const field =
    next.kind === 'function' || (next.kind === 'unknown' && /^[A-Z\p{Lu}]/u.test(text) && !isGivenName(text));
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
    separator === 'and' || separator === 'y'
      ? ' and '
      : separator === 'amp'
        ? ' & '
        : separator === 'comma'
          ? ', '
          : '/';
  return { ...last, title: `${last.title ?? ''}${sign}${text}` };
}

/** A founder, owner, president or chair title, but no vice president or vice chair. */
function isDouble(title: string): boolean {
  const words = wordsOf(foldWord(title).replace(/\bvice[\s-](?:president|chair)/g, 'vp'));
  return DOUBLE.has(words[0] ?? '') || DOUBLE.has(beforeField(words).at(-1) ?? '');
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

/** `Doe, Jane` and `van der Berg, Jan A. (CFO)`: a family name, a comma, a given name. */
function turnedName(
  texts: readonly string[],
  atoms: readonly Atom[],
  i: number,
  options: ReadOptions,
): Detail | undefined {
  if (atoms[i + 1]?.before !== 'comma' || atoms[i]?.before === 'comma') return undefined;
  const family = texts[i] ?? '';
  const [, given = '', rest = ''] = /^(.*?)(\s*\(.*)?$/su.exec(texts[i + 1] ?? '') ?? [];
  const name = `${given} ${family}`;
  const known = options.knownPeople?.has(foldName(name)) || options.directory?.find(name);
  if (!known && !canBeTurned(family, given, texts[i + 2], atoms[i + 2]?.before, options)) return undefined;
  return { ...readDetail(name + rest, options), kind: 'person', name };
}

/** Whether two words that nobody knows together are a family name and a given name, and no two people. */
function canBeTurned(
  family: string,
  given: string,
  after: string | undefined,
  before: Separator | undefined,
  { mode, knownPeople }: ReadOptions,
): boolean {
  const plainWord = (word: string) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word);
  const familyWords = family.split(/\s+/).filter((word) => !isParticle(word));
  const givenWords = given.split(/\s+/);
  const [surname = '', first = ''] = [familyWords[0], givenWords[0]];
  if (familyWords.length !== 1 || givenWords.length > 2 || ![surname, ...givenWords].every(plainWord))
    return false;
  if (knownPeople?.has(foldName(family)) && knownPeople.has(foldName(given))) return false;
  if ([...wordsOf(family), ...wordsOf(given)].some((word) => word.length > 1 && isOrganisationWord(word)))
    return false;
  if (/^\p{Lu}\.?$/u.test(first)) return true;
  if (isGivenName(surname)) return false;
  const three = before === 'comma' && plainWord(after ?? '') && !isOrganisationWord(foldWord(after ?? ''));
  return isGivenName(first) || (mode === 'one' && !three);
}

/** `CEO, Jane Doe` and a title above a name are one person, when there is nothing else. */
function apposition(units: Unit[]): Unit[] {
  const [title, person] = units;
  if (!title || !person || units.length > 2 || !/^(?:comma|break)$/.test(person.before)) return units;
  const [above, below] = [title.detail, person.detail];
  if (above.kind !== 'position' || below.kind !== 'person' || below.title) return units;
  if (above.personId !== undefined && above.personId !== below.personId) return units;
  return [{ ...title, end: person.end, detail: { ...below, title: above.title ?? '' } }];
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
  const { chair, ...read } = detail;
  const place = (from: number, to: number) => ({
    start: source.starts[from] ?? 0,
    end: source.ends[to - 1] ?? 0,
  });
  const own = {
    ...titled(read, context),
    text: source.plain.slice(atom.start, atom.end).replace(/\s+/g, ' '),
    ...place(atom.start, atom.end),
  };
  if (chair) {
    const from = atom.start + chair.at;
    return {
      ...own,
      chair: {
        ...titled(chair.reading, context),
        text: chair.text,
        ...place(from, from + chair.text.length),
      },
    };
  }
  const text = read.bodyName && context.directory?.body(read.bodyName)?.chair;
  if (!text) return own;
  const { chair: _, ...named } = readDetail(text, context);
  return { ...own, chair: { ...titled(named, context), text, start: own.start, end: own.end } };
}

/** A person's title as the register has it, unless the text gives one that tells a rank. */
function titled<T extends Reading>(reading: T, { directory }: Context): T {
  const { kind, personId, title } = reading;
  if (kind !== 'person' || personId === undefined || (title && rankOf(title))) return reading;
  const held = directory?.find(personId)?.title;
  return held ? { ...reading, title: held } : reading;
}

function blank(text: string): Party {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return trimmed === ''
    ? { kind: 'nobody', text: '', start: 0, end: 0 }
    : { kind: 'nobody', text: trimmed, start, end: start + trimmed.length };
}
