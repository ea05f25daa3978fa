import { benefitingUnit } from '../../document/benefiting-unit.ts';
import { accountableOf, decisionsOf } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { type OwnerReading, ownerOf, ownerRegions } from '../../document/owner.ts';
import { samePerson, titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { canOwn, isActive, personOf, seniorPeopleOf } from '../../document/seniority.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter, type YamlValue } from '../../edits/frontmatter-edits.ts';
import type { Person } from '../../people/register.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';

/** The owner's name as messages use it. */
export function nameOf(mention: Mention): string {
  const { party } = mention;
  return party.name ?? party.text;
}

/** Name and title, as far as they are known: `Dana Whitfield (VP Claims)`. */
export function described(reading: Reading, mention: Mention): string {
  const title = titleOf(reading, mention.party);
  const name = nameOf(mention);
  return title === undefined || title === name || mention.party.kind === 'position'
    ? name
    : `${name} (${title})`;
}

/** A person of the register as a document names one: `Dana Whitfield, VP Claims`. */
export function written(person: Person): string {
  return person.title === undefined ? person.name : `${person.name}, ${person.title}`;
}

/** The frontmatter value for a person of the register. */
export function ownerValue(person: Person): YamlValue {
  const { name, title, unit } = person;
  return { name, ...(title === undefined ? {} : { title }), ...(unit === undefined ? {} : { unit }) };
}

/**
 * The edits that put another person in the owner's seat. What only the former owner could say (acceptance,
 * exception) goes with them: nobody accepts in somebody else's place.
 */
export function replaceOwner(reading: Reading, person: Person): TextEdit[] {
  const owner = ownerOf(reading);
  if (!owner || owner.from === 'outcome') return setFrontmatter(reading.doc, ['owner'], ownerValue(person));
  if (owner.source !== 'frontmatter')
    return [{ span: owner.span, newText: inBody(reading, owner, written(person)) }];
  const node = reading.frontmatter.node('owner');
  const short = node?.kind === 'scalar' && !node.isNull;
  return setFrontmatter(reading.doc, ['owner'], short ? written(person) : ownerValue(person));
}

/** A text for the place the body names the owner in; a blank place lacks the space before it. */
function inBody({ doc }: Reading, owner: OwnerReading, text: string): string {
  const { start, end } = owner.span;
  const before = doc.text[start - 1] ?? ' ';
  const space = start === end && /\S/.test(before) && before !== '|' ? ' ' : '';
  return space + (owner.source === 'table' ? text.replaceAll('|', '\\|') : text);
}

/** One fix for each active senior person of the unit that benefits, except the owner as named. */
export function unitLeadFixes(
  reading: Reading,
  title: (person: Person) => string,
  more: (person: Person) => readonly TextEdit[] = () => [],
): Fix[] {
  const owner = ownerOf(reading)?.mentions[0];
  const present = owner && personOf(reading, owner.party);
  return seniorPeopleOf(reading, benefitingUnit(reading)?.value)
    .filter((person) => person !== present)
    .map((person) => manual(title(person), [...replaceOwner(reading, person), ...more(person)]));
}

/** The nearest manager up the line who may own a result; undefined when the register does not lead to one. */
export function managerWhoCanOwn(reading: Reading, person: Person): Person | undefined {
  let current: Person | undefined = person;
  for (let step = 0; current && step < 12; step++) {
    current = reading.people.managerOf(current);
    if (current && canOwn(reading, current) && isActive(reading, current)) return current;
  }
  return undefined;
}

/** A fix that is a decision for a person. */
export function manual(title: string, edits: readonly TextEdit[]): Fix {
  return { title, safety: 'manual', edits };
}

/** Writes a party down as Consulted on going live, where frontmatter or a letter matrix has a place for it. */
export function asConsulted(reading: Reading, mention: Mention): readonly TextEdit[] {
  const path = ['decisions', 'production-go-live', 'consulted'];
  const name = nameOf(mention);
  const node = reading.frontmatter.node(...path);
  // Whoever is Accountable there is no mere Consulted: that row has a finding of its own.
  if (
    accountableOf(reading, 'production-go-live').some((one) =>
      samePerson(reading, one.mention.party, mention.party),
    )
  )
    return [];
  if (reading.frontmatter.node(...path.slice(0, -1))?.kind === 'map') {
    const said = reading.frontmatter.texts(...path).map(({ text }) => text);
    if (said.includes(name) || (node?.kind === 'list' && said.length < node.items.length)) return [];
    return setFrontmatter(reading.doc, path, [...said, name]);
  }
  const row = decisionsOf(reading).rows.find(
    ({ category, table }) => category === 'production-go-live' && table?.shape === 'matrix',
  );
  const column = row?.table?.columns.find(
    (one) => one.mention && samePerson(reading, one.mention.party, mention.party),
  );
  const cell = row?.table?.block.rows.find(({ span }) => span.start === row.span.start)?.cells[
    column?.index ?? -1
  ];
  return cell && /^[-–—\s]*$/.test(cell.prose.text) ? [{ span: cell.span, newText: 'C' }] : [];
}

/** Moves the holder into `technical_owner`, unless somebody is named there. */
export function asTechnicalOwner(reading: Reading, mention: Mention): readonly TextEdit[] {
  if (reading.frontmatter.has('technical_owner')) return [];
  const title = titleOf(reading, mention.party);
  const name = nameOf(mention);
  const text = title === undefined || title === name ? name : `${name}, ${title}`;
  return technicalOwnerEdits(reading, text);
}

/** Names a technical owner: in frontmatter where there is one, else below the owner. */
export function technicalOwnerEdits(reading: Reading, text: string): readonly TextEdit[] {
  const { doc } = reading;
  if (doc.frontmatter.present) return setFrontmatter(doc, ['technical_owner'], text);
  const region = ownerRegions(reading).at(-1);
  const line = `- Technical owner: ${text}`;
  return region ? appendToRegion(doc, region, line) : insertSection(doc, 'owner', `## Owner\n\n${line}`);
}

/** Leaves the owner's seat open, to be filled in by a person. */
export function openSeat(reading: Reading): TextEdit[] {
  const owner = ownerOf(reading);
  const blank = { name: '[Name]', title: '[Title]' };
  if (!owner || owner.from === 'outcome' || owner.source === 'frontmatter')
    return setFrontmatter(reading.doc, ['owner'], blank);
  return [{ span: owner.span, newText: '[Name]' }];
}

/** Fixes that put a leader of the benefiting unit in the owner's seat and keep the holder on the technical side. */
export function technicalMoveFixes(reading: Reading, mention: Mention): Fix[] {
  const moved = asTechnicalOwner(reading, mention);
  const name = nameOf(mention);
  const rest = moved.length > 0 ? `, and ${name} the technical owner` : '';
  const leads = unitLeadFixes(
    reading,
    (person) => `Make ${written(person)} the owner${rest}`,
    () => moved,
  );
  if (leads.length > 0 || moved.length === 0) return leads;
  const title = `Move ${name} to technical owner, and leave the owner to be filled in`;
  return [manual(title, [...openSeat(reading), ...moved])];
}
