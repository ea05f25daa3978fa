import { foldWord } from '../parties/fold.ts';
import { foldName, foldPosition } from '../parties/names.ts';
import { DEFAULT_RANKS, type Party, type Side } from '../parties/party.ts';
import { isCoe, isCto, isFunctionalLead, rankOf, sideOf } from '../parties/titles.ts';
import type { Person } from '../people/register.ts';
import { dayOf, parseDate } from '../text/dates.ts';
import { titleOf } from './people.ts';
import type { Reading } from './reading.ts';

/** The register's entry for a party: by the id it resolved to, by name, or by a first name that only one person bears. */
export function personOf({ people }: Reading, party: Party): Person | undefined {
  if (party.personId !== undefined) return people.byId(party.personId);
  if (party.name === undefined) return undefined;
  const entry = people.find(party.name);
  const first = foldName(party.name);
  if (entry || first === '' || first.includes(' ')) return entry;
  const called = people.people.filter(({ name }) => foldName(name).startsWith(`${first} `));
  return called.length === 1 ? called[0] : undefined;
}

/** The active person who holds a position: by the register's roles, or the only one with that title. */
export function holderOfPosition(reading: Reading, party: Party): Person | undefined {
  const { people } = reading;
  const held = party.personId === undefined ? undefined : people.byId(party.personId);
  if (held) return isActive(reading, held) ? held : undefined;
  const position = foldPosition(party.title ?? party.text);
  const titled = people.people.filter(
    (person) =>
      person.title !== undefined && foldPosition(person.title) === position && isActive(reading, person),
  );
  return titled.length === 1 ? titled[0] : undefined;
}

/** True unless the register says that the person has left, by the day of `now`. */
export function isActive({ settings }: Reading, person: Person): boolean {
  if (!person.active) return false;
  const left = person.leftOn === undefined ? undefined : parseDate(person.leftOn);
  return left === undefined || left > dayOf(settings.now);
}

/** Place in the company's order of ranks, 0 for the highest; undefined when neither register nor title tells. */
export function rankIndexOf(
  reading: Reading,
  party: Party,
  title = titleOf(reading, party),
): number | undefined {
  const { people } = reading;
  const rank = personOf(reading, party)?.rank;
  const known = rank === undefined ? undefined : people.rankIndex(rank);
  if (known !== undefined) return known;
  return title === undefined ? undefined : rankIndexOfTitle(reading, title);
}

function rankIndexOfTitle({ people }: Reading, title: string): number | undefined {
  const words = ` ${foldWord(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const own = people.ranks
    .filter((rank) => !DEFAULT_RANKS.some((known) => known === rank) && words.includes(` ${foldWord(rank)} `))
    .sort((a, b) => b.length - a.length)[0];
  const rank = own ?? rankOf(title);
  return rank === undefined ? undefined : people.rankIndex(rank);
}

/** The lowest place an owner may have; undefined when the company's ranks do not hold the configured one. */
export function minRankIndex({ people, config }: Reading): number | undefined {
  return people.rankIndex(config.minRank);
}

/** True for the head or director of a function, by register rank or title. */
export function leadsAFunction(reading: Reading, party: Party, title = titleOf(reading, party)): boolean {
  const rank = personOf(reading, party)?.rank;
  return rank === 'head' || rank === 'director' || (title !== undefined && isFunctionalLead(title));
}

/** The side of the house a holder belongs to, by register, title and unit; undefined when nothing tells. */
export function sideOfParty(reading: Reading, party: Party, unit: string | undefined): Side | undefined {
  const entry = personOf(reading, party);
  if (entry?.function !== undefined) return entry.function;
  const title = titleOf(reading, party);
  const byTitle = title === undefined ? undefined : sideOf(title);
  if (byTitle !== undefined) return byTitle;
  const where = unit ?? entry?.unit;
  return where === undefined ? sideOfText(party) : sideOf(where);
}

function sideOfText(party: Party): Side | undefined {
  return party.kind === 'person' ? undefined : sideOf(party.text);
}

/** True for the CTO, CIO or head of engineering, by any title the document or the register gives. */
export function isCtoParty(reading: Reading, party: Party): boolean {
  const title = titleOf(reading, party);
  return (title !== undefined && isCto(title)) || isCto(personOf(reading, party)?.title ?? '');
}

/** True for an AI Centre of Excellence, and for a person of it. */
export function isCoeParty(reading: Reading, party: Party, unit: string | undefined): boolean {
  const texts = [
    party.kind === 'person' ? undefined : party.text,
    titleOf(reading, party),
    unit,
    personOf(reading, party)?.unit,
  ];
  return texts.some((text) => text !== undefined && isCoe(text));
}

/** Active business people of a unit with the rank an owner needs, highest first. */
export function seniorPeopleOf(reading: Reading, unit: string | undefined): readonly Person[] {
  const { people } = reading;
  const least = minRankIndex(reading);
  if (unit === undefined || least === undefined) return [];
  return people.people
    .filter(
      (person) => person.unit !== undefined && sameUnit(person.unit, unit) && canOwn(reading, person, least),
    )
    .sort((a, b) => (rankOfPerson(reading, a) ?? 99) - (rankOfPerson(reading, b) ?? 99));
}

/** True for an active person of the business side whose rank is high enough. */
export function canOwn(reading: Reading, person: Person, least = minRankIndex(reading)): boolean {
  const index = rankOfPerson(reading, person);
  if (least === undefined || index === undefined || !isActive(reading, person)) return false;
  const side = person.function ?? sideOf(person.title ?? person.unit ?? '') ?? sideOf(person.unit ?? '');
  if (side === 'technology' || side === 'data' || isCto(person.title ?? '')) return false;
  const accepted = reading.config.acceptFunctionalLead && isFunctionalLead(person.title ?? '');
  return index <= least || accepted;
}

function rankOfPerson(reading: Reading, person: Person): number | undefined {
  if (person.rank !== undefined) return reading.people.rankIndex(person.rank);
  return person.title === undefined ? undefined : rankIndexOfTitle(reading, person.title);
}

const UNIT_NOISE = /\b(?:the|our|unit|department|dept|division|team|function|group|business|and|of|&)\b/g;

/** True when two texts can name one unit: equal, or one narrows the other (`Claims`, `Claims Operations`). */
export function sameUnit(a: string, b: string): boolean {
  const words = (text: string): string[] =>
    foldWord(text)
      .replace(UNIT_NOISE, ' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  const [one, two] = [words(a), words(b)];
  if (one.length === 0 || two.length === 0) return foldWord(a.trim()) === foldWord(b.trim());
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  return short.every((word) => long.includes(word));
}
