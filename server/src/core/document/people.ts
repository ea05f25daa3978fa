import type { Frontmatter } from '../frontmatter/frontmatter.ts';
import { FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Directory, DirectoryPerson } from '../parties/directory.ts';
import { foldWord } from '../parties/fold.ts';
import { isOrganisationWord } from '../parties/lexical.ts';
import { foldName, foldPosition, sameName, sameParty } from '../parties/names.ts';
import type { Party } from '../parties/party.ts';
import { isGivenName } from '../parties/person-name.ts';
import { readParties } from '../parties/read-parties.ts';
import type { PeopleRegister, Person } from '../people/register.ts';
import { entryOf, type YamlNode } from '../yaml/node.ts';
import { childSchema, type Schema } from '../yaml/schema.ts';
import type { DecisionRightsDocument } from './document.ts';
import type { Region } from './outline.ts';
import { isFullName, isTitle, OWNERLIKE, titledNamesIn, titledNamesInTable } from './people-in-text.ts';
import { perPart } from './per-part.ts';
import { once, type Reading } from './reading.ts';

/** The people register as the reader of parties asks it; positions are looked up in the document's `roles` first. */
export const directoryOf = once((reading): Directory => {
  const { people } = reading;
  const roles = documentRoles(reading);
  // One and the same as long as nothing in it changes: what was read with it then still holds.
  const owner: object = roles.size === 0 ? people : roles;
  const byPeople = directories.get(owner) ?? new WeakMap<PeopleRegister, Directory>();
  directories.set(owner, byPeople);
  const known = byPeople.get(people);
  if (known) return known;
  const directory = asDirectory(people, roles);
  byPeople.set(people, directory);
  return directory;
});

const directories = new WeakMap<object, WeakMap<PeopleRegister, Directory>>();

function asDirectory(people: PeopleRegister, roles: ReadonlyMap<string, string>): Directory {
  return {
    find: (text) => entry(people.find(text)),
    body(text) {
      const body = people.body(text);
      return body && { name: body.name, ...(body.chair === undefined ? {} : { chair: body.chair }) };
    },
    role(position) {
      const named = roles.get(foldPosition(position));
      return entry(named === undefined ? people.role(position) : people.find(named));
    },
  };
}

function entry(person: Person | undefined): DirectoryPerson | undefined {
  if (!person) return undefined;
  const { id, name, title, rank, unit, active } = person;
  return {
    id,
    name,
    active,
    ...(title === undefined ? {} : { title }),
    ...(rank === undefined ? {} : { rank }),
    ...(unit === undefined ? {} : { unit }),
    ...(person.function === undefined ? {} : { function: person.function }),
  };
}

/** The document's own `roles`: folded position → the holder as written. */
function documentRoles({ frontmatter }: Reading): ReadonlyMap<string, string> {
  return rolesIn(frontmatter);
}

const rolesIn = perPart((frontmatter: Frontmatter): ReadonlyMap<string, string> => {
  const roles = new Map<string, string>();
  const node = frontmatter.node('roles');
  if (node?.kind !== 'map') return roles;
  for (const { key, value } of node.entries) {
    const holder = value.kind === 'map' ? (entryOf(value, 'name') ?? entryOf(value, 'id'))?.value : value;
    if (holder?.kind === 'scalar' && holder.text.trim() !== '')
      roles.set(foldPosition(key), holder.text.trim());
  }
  return roles;
});

/** The person the document's `roles` names for a position, as a party; undefined when it names none. */
export function roleHolder(reading: Reading, position: string): Party | undefined {
  const text = documentRoles(reading).get(foldPosition(position));
  if (text === undefined) return undefined;
  const [party] = readParties(text, {
    mode: 'one',
    directory: directoryOf(reading),
    knownPeople: knownPeople(reading),
  });
  return party?.kind === 'person' ? party : undefined;
}

interface Known {
  /** Folded full name → the name as first written. */
  readonly names: ReadonlyMap<string, string>;
  /** Folded full name → the title said first: frontmatter before body. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Everybody the document or the register names in full, with the titles the document gives them. */
const known = once((reading): Known => {
  const names = new Map<string, string>();
  const titles = new Map<string, string>();
  const add = (name: string, title?: string): void => {
    const key = foldName(name);
    if (key === '') return;
    if (!names.has(key)) names.set(key, name);
    if (title !== undefined && title !== '' && !titles.has(key)) titles.set(key, title);
  };
  const addText = (text: string): void => {
    for (const party of readParties(text, { mode: 'one', directory: directoryOf(reading) }))
      if (party.kind === 'person' && party.name !== undefined) add(party.name, party.title);
  };
  for (const person of reading.people.people) add(person.name);
  for (const { node } of personValues(reading.frontmatter.root)) {
    if (node.kind === 'map') {
      const name = textAt(node, 'name');
      // In a map the name is said to be one, however short.
      if (name !== undefined && isFullName(name)) add(name, textAt(node, 'title'));
      else if (name !== undefined) addText(name);
      if (name !== undefined && textAt(node, 'title') && isOneWordName(name))
        add(name, textAt(node, 'title'));
    } else if (node.kind === 'scalar') addText(node.text);
  }
  const roles = reading.frontmatter.node('roles');
  if (roles?.kind === 'map')
    for (const { key, value } of roles.entries) {
      const name = value.kind === 'scalar' ? value.text.trim() : textAt(value, 'name');
      if (name !== undefined && isFullName(name)) add(name, key);
    }
  let before: { readonly name: string; readonly region: Region } | undefined;
  for (const { label, value, region } of reading.outline.fields) {
    addField(label, value, add);
    // `- Name: Dana Whitfield` and below it `- Title: VP Claims`.
    if (isFullName(value.text)) before = { name: value.text, region };
    else if (before?.region === region && /^(?:job )?title$|^position$/i.test(label))
      add(before.name, value.text);
  }
  for (const { prose } of reading.outline.texts)
    for (const { name, title } of titledNamesIn(prose)) add(name, title);
  for (const { table } of reading.outline.tables)
    for (const { name, title } of titledNamesInTable(table)) add(name, title);
  return { names, titles };
});

/** `VP Claims: Dana Whitfield`, `Dana Whitfield: VP Claims`, `Owner: Dana Whitfield`. */
function addField(label: string, value: Prose, add: (name: string, title?: string) => void): void {
  const { text } = value;
  if (isFullName(text)) add(text, isTitle(label) && !OWNERLIKE.test(label) ? label : undefined);
  else if (isFullName(label) && isTitle(text)) add(label, text);
}

function isOneWordName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(name.trim()) && !isOrganisationWord(foldWord(name.trim()));
}

/**
 * Names the document uses for people, folded by `foldName`: full names from frontmatter, register and body, and
 * the first names by which a text then speaks of them.
 */
export const knownPeople = once((reading): ReadonlySet<string> => {
  const out = new Set<string>();
  for (const key of known(reading).names.keys()) {
    out.add(key);
    const first = key.split(' ')[0] ?? '';
    if (first.length > 2 && (isGivenName(first) || !isOrganisationWord(foldWord(first)))) out.add(first);
  }
  // The same set as before an edit that names nobody new: what was read with it then still holds.
  const before = knownBefore.get(reading.doc);
  if (before && before.size === out.size && [...out].every((name) => before.has(name))) return before;
  knownBefore.set(reading.doc, out);
  return out;
});

const knownBefore = new WeakMap<DecisionRightsDocument, ReadonlySet<string>>();

/** The full name meant by a name: itself, or the only known person called by that one word. */
function fullName(reading: Reading, name: string): string {
  const key = foldName(name);
  const { names } = known(reading);
  if (key.includes(' ') || names.size > 2_000) return key;
  const called = [...names.keys()].filter((full) => {
    const words = full.split(' ');
    return words.length > 1 && (words[0] === key || words.at(-1) === key);
  });
  return called.length === 1 ? (called[0] ?? key) : key;
}

/** The single words by which a text may call a person: first and family name, where nobody else it names bears them. */
export function shortNames(reading: Reading, name: string): ReadonlySet<string> {
  const own = foldName(name);
  const words = own.split(' ');
  const short = new Set([words[0] ?? '', words.at(-1) ?? ''].filter((word) => word.length > 2));
  for (const other of known(reading).names.keys()) {
    if (other === own || sameName(other, own)) continue;
    const theirs = other.split(' ');
    short.delete(theirs[0] ?? '');
    short.delete(theirs.at(-1) ?? '');
  }
  return short;
}

/**
 * The title of a party: the one said with it, else one said anywhere in the document for that person, else the
 * register's. For a position, the position itself.
 */
export function titleOf(reading: Reading, party: Party): string | undefined {
  const own = party.title?.trim();
  if (party.kind === 'position') return own || party.text;
  if (own) return own;
  const { titles } = known(reading);
  const entry = party.personId === undefined ? undefined : reading.people.byId(party.personId);
  const name = party.name ?? entry?.name;
  if (name !== undefined) {
    const full = fullName(reading, name);
    const said = titles.get(full) ?? [...titles].find(([other]) => sameName(other, full))?.[1];
    if (said !== undefined) return said;
  }
  return entry?.title ?? (name === undefined ? undefined : reading.people.byName(name)?.title);
}

/**
 * True when two parties are one human: by register id, by name (a first name counts when only one person of the
 * document bears it), by position, or because one is the position the other holds.
 */
export function samePerson(reading: Reading, a: Party, b: Party): boolean {
  if (sameParty(a, b)) return true;
  const [one, two] = [identity(reading, a), identity(reading, b)];
  if (one.id !== undefined && two.id !== undefined) return one.id === two.id;
  if (one.name !== undefined && two.name !== undefined) return sameName(one.name, two.name);
  const positions = [a, b].filter(({ kind }) => kind === 'position');
  if (positions.length === 0) return false;
  const [left, right] = [titleOf(reading, a), titleOf(reading, b)];
  return left !== undefined && right !== undefined && foldPosition(left) === foldPosition(right);
}

function identity(reading: Reading, party: Party): { readonly id?: string; readonly name?: string } {
  const held = party.kind === 'position' ? roleHolder(reading, party.title ?? party.text) : undefined;
  const { personId, name } = held ?? party;
  const id =
    personId ?? (name === undefined ? undefined : directoryOf(reading).find(fullName(reading, name))?.id);
  const full = name ?? (id === undefined ? undefined : reading.people.byId(id)?.name);
  return {
    ...(id === undefined ? {} : { id }),
    ...(full === undefined ? {} : { name: fullName(reading, full) }),
  };
}

/** A frontmatter value that stands for one person, with its path. */
interface PersonValue {
  readonly path: readonly string[];
  readonly node: YamlNode;
}

/** Every value of the frontmatter that the table of keys says is a person. */
function personValues(root: YamlNode | undefined): PersonValue[] {
  const out: PersonValue[] = [];
  const walk = (node: YamlNode | undefined, schema: Schema | undefined, path: readonly string[]): void => {
    if (!node || !schema || path.length > 6) return;
    if (node.kind === 'list') {
      node.items.forEach((item, i) => void walk(item, childSchema(schema, String(i)), [...path, String(i)]));
      return;
    }
    const person = (schema.kind === 'union' && schema.scalar?.kind === 'person') || schema.kind === 'person';
    if (person) out.push({ path, node });
    if (node.kind === 'map')
      for (const { key, value } of node.entries) walk(value, childSchema(schema, key), [...path, key]);
  };
  walk(root, FRONTMATTER_SCHEMA, []);
  return out;
}

function textAt(node: YamlNode, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value.text.trim() : undefined;
}
