import { benefitingUnit } from '../document/benefiting-unit.ts';
import type { Mention } from '../document/mention.ts';
import { titleOf } from '../document/people.ts';
import type { Reading } from '../document/reading.ts';
import { canOwn, isActive, sameUnit, seniorPeopleOf } from '../document/seniority.ts';
import { isCto } from '../parties/titles.ts';
import type { Person } from '../people/register.ts';
import { choice, type GuideChoice } from './guide.ts';

/** A person as a document names one: `Dana Whitfield, VP Claims`. */
export function nameAndTitle({ name, title }: Pick<Person, 'name' | 'title'>): string {
  return title === undefined ? name : `${name}, ${title}`;
}

/** A party with the title given anywhere, as a document would write it. */
export function mentionText(reading: Reading, { party }: Mention): string {
  const name = (party.name ?? party.text).replace(/\s+/g, ' ').trim();
  const title = party.kind === 'person' ? titleOf(reading, party) : undefined;
  return title === undefined || title === name ? name : `${name}, ${title}`;
}

function personChoice(person: Person): GuideChoice {
  return choice(nameAndTitle(person), nameAndTitle(person), person.unit);
}

/** The units whose leaders the register knows: the one that benefits first. */
export function unitChoices(reading: Reading): GuideChoice[] {
  const present = benefitingUnit(reading)?.value;
  const units = new Map<string, Person>();
  for (const person of reading.people.people)
    if (person.unit !== undefined && canOwn(reading, person) && !units.has(person.unit))
      units.set(person.unit, person);
  const known = [...units].map(([unit, leader]) => choice(unit, unit, nameAndTitle(leader)));
  if (present === undefined) return known;
  const own = known.filter(({ value }) => sameUnit(value, present));
  const rest = known.filter((one) => !own.includes(one));
  return [choice(present, present, own[0]?.detail ?? 'As the document says.'), ...rest];
}

/** Who of the register may own a result: the leaders of the unit first, then those of other units. */
export function ownerChoices(reading: Reading, unit: string | undefined): GuideChoice[] {
  const key = unit?.trim().toLowerCase();
  // A unit's own leader before those of a unit it is part of, or that is part of it.
  const [exact, near] = partition(
    seniorPeopleOf(reading, unit),
    (person) => person.unit?.trim().toLowerCase() === key,
  );
  const own = [...exact, ...near];
  const others = reading.people.people.filter((person) => canOwn(reading, person) && !own.includes(person));
  return [...own, ...others].map(personChoice);
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

/** Everybody active in the register, by rank as listed there; `first` before all. */
export function anybody(reading: Reading, first: readonly string[] = []): GuideChoice[] {
  const seen = new Set<string>();
  const add = (one: GuideChoice): GuideChoice[] => {
    const key = bareName(one.value).toLowerCase();
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [one];
  };
  const known = first.map((text) => {
    const person = reading.people.find(bareName(text));
    return person ? personChoice(person) : choice(text, text);
  });
  const rest = reading.people.people.filter((person) => isActive(reading, person)).map(personChoice);
  return [...known, ...rest].flatMap(add);
}

/** The CTO of the register, or of the document's own words; undefined when nobody is known as such. */
export function theCto(reading: Reading): string | undefined {
  const person = reading.people.people.find(
    (one) => one.title !== undefined && isCto(one.title) && isActive(reading, one),
  );
  return person && nameAndTitle(person);
}

/** The name in front of a title: `Omar Haddad, Head of Data Science` is `Omar Haddad`. */
export function bareName(text: string): string {
  const cut = text.search(/,|\s\(/);
  return (cut < 0 ? text : text.slice(0, cut)).trim();
}

/** The title behind a name; undefined when there is none. */
export function titleBehind(text: string): string | undefined {
  const title = /^[^,(]+(?:,\s*|\s+\()([^()]+)\)?$/.exec(text.trim())?.[1]?.trim();
  return title === undefined || title === '' ? undefined : title;
}
