import { benefitingUnit } from '../../document/benefiting-unit.ts';
import { accountableOf, decisionsOf } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { type OwnerReading, ownerOf, ownerRegions } from '../../document/owner.ts';
import { samePerson, titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { canOwn, isActive, personOf, seniorPeopleOf } from '../../document/seniority.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { Person } from '../../people/register.ts';
import type { TextEdit } from '../../text/edit.ts';
import { touches } from '../../text/span.ts';
import { cellOfParty } from '../raci/letters.ts';
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
  return title === undefined || title === name ? name : `${name} (${title})`;
}

/** A person of the register as a document names one: `Dana Whitfield, VP Claims`. */
export function written(person: Person): string {
  return person.title === undefined ? person.name : `${person.name}, ${person.title}`;
}

/** The frontmatter value for a person of the register. */
export function ownerValue({ name, title, unit }: Person): OwnerValue {
  return { name, ...(title === undefined ? {} : { title }), ...(unit === undefined ? {} : { unit }) };
}

/** What a fix writes down about an owner. */
export interface OwnerValue {
  readonly [key: string]: string;
  readonly name: string;
}

/** How these are called in a text. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'Owner',
  title: 'Title',
  unit: 'Unit',
  accepted_on: 'Accepted on',
  technical: 'Technical owner',
};

/**
 * Names an owner where the document names none, and with it a technical owner: in frontmatter, or in the text of a
 * document that has no frontmatter.
 */
export function addOwner(reading: Reading, value: OwnerValue, technical?: string): TextEdit[] {
  const { doc } = reading;
  if (reading.frontmatter.present)
    return [...setFrontmatter(doc, ['owner'], value), ...technicalOwnerEdits(reading, technical)];
  const entries = Object.entries({ ...value, ...(technical === undefined ? {} : { technical }) });
  return addToOwner(
    reading,
    entries.map(([key, said]) => `- ${LABELS[key] ?? key}: ${said}`).join(doc.lineEnd),
  );
}

/** Adds lines to the owner's section, or that section. */
export function addToOwner(reading: Reading, lines: string): TextEdit[] {
  const region = ownerRegions(reading).at(-1);
  return region
    ? appendToRegion(reading.doc, region, lines)
    : insertSection(reading.doc, 'owner', `## Owner\n\n${lines}`);
}

/**
 * The edits that put another person in the owner's seat. What only the former owner could say (acceptance,
 * exception) goes with them: nobody accepts in somebody else's place.
 */
export function replaceOwner(reading: Reading, person: Person, technical?: string): TextEdit[] {
  const owner = ownerOf(reading);
  const value = ownerValue(person);
  if (owner?.from !== 'owner') return addOwner(reading, value, technical);
  const beside = technicalOwnerEdits(reading, technical);
  if (owner.source !== 'frontmatter')
    return [{ span: owner.span, newText: inBody(reading, owner, written(person)) }, ...beside];
  const node = reading.frontmatter.node('owner');
  const short = node?.kind === 'scalar' && !node.isNull;
  return [...setFrontmatter(reading.doc, ['owner'], short ? written(person) : value), ...beside];
}

/** A text for the place the body names the owner in; a blank place lacks the space before it. */
function inBody({ doc, outline }: Reading, { span }: OwnerReading, text: string): string {
  const space = span.start === span.end && /\S$/.test(doc.text.slice(0, span.start)) ? ' ' : '';
  const inTable = outline.tables.some(({ table }) => !table.html && touches(table.span, span.start));
  return space + (inTable ? text.replaceAll('|', '\\|') : text);
}

/** One fix for each active senior person of the unit that benefits, except the owner as named. */
export function unitLeadFixes(
  reading: Reading,
  title: (person: Person) => string,
  more: readonly TextEdit[] = [],
  technical?: string,
): Fix[] {
  const owner = ownerOf(reading)?.mentions[0];
  const present = owner && personOf(reading, owner.party);
  return seniorPeopleOf(reading, benefitingUnit(reading)?.value)
    .filter((person) => person !== present)
    .map((person) => manual(title(person), [...replaceOwner(reading, person, technical), ...more]));
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
  const row = decisionsOf(reading).rows.find(({ category }) => category === 'production-go-live');
  const cell = row && cellOfParty(reading, row, mention);
  return cell && /^[-–—\s]*$/.test(cell.prose.text) ? [{ span: cell.span, newText: 'C' }] : [];
}

/** The holder of the owner's seat as technical owner; undefined where somebody is named as that. */
function asTechnicalOwner(reading: Reading, mention: Mention): string | undefined {
  if (reading.frontmatter.has('technical_owner')) return undefined;
  const title = titleOf(reading, mention.party);
  const name = nameOf(mention);
  return title === undefined || title === name ? name : `${name}, ${title}`;
}

/** Names a technical owner, if one is given: in frontmatter where there is one, else below the owner. */
export function technicalOwnerEdits(reading: Reading, text: string | undefined): readonly TextEdit[] {
  if (text === undefined) return [];
  return reading.frontmatter.present
    ? setFrontmatter(reading.doc, ['technical_owner'], text)
    : addToOwner(reading, `- Technical owner: ${text}`);
}

/** Leaves the owner's seat open, to be filled in by a person. */
function openSeat(reading: Reading, technical: string): TextEdit[] {
  const owner = ownerOf(reading);
  return owner?.from === 'owner' && owner.source !== 'frontmatter'
    ? [{ span: owner.span, newText: '[Name]' }, ...technicalOwnerEdits(reading, technical)]
    : addOwner(reading, { name: '[Name]', title: '[Title]' }, technical);
}

/** Fixes that put a leader of the benefiting unit in the owner's seat and keep the holder on the technical side. */
export function technicalMoveFixes(reading: Reading, mention: Mention): Fix[] {
  const technical = asTechnicalOwner(reading, mention);
  const name = nameOf(mention);
  const rest = technical === undefined ? '' : `, and ${name} the technical owner`;
  const leads = unitLeadFixes(reading, (person) => `Make ${written(person)} the owner${rest}`, [], technical);
  if (leads.length > 0 || technical === undefined) return leads;
  const title = `Move ${name} to technical owner, and leave the owner to be filled in`;
  return [manual(title, openSeat(reading, technical))];
}
