import type { Mention } from '../../document/mention.ts';
import { directoryOf, knownPeople, titleOf } from '../../document/mentions.ts';
import type { Reading } from '../../document/reading.ts';
import {
  cellOf,
  type RegisterColumn,
  type RegisterRow,
  type RegisterTable,
} from '../../document/register.ts';
import { seniorPeopleOf } from '../../document/seniority.ts';
import { fillCells } from '../../edits/table-edits.ts';
import type { Party } from '../../parties/party.ts';
import { readParties } from '../../parties/read-parties.ts';
import { dayOf, formatDay } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import { lookupOf, sameKey } from '../../workspace/company.ts';
import type { DocumentFacts } from '../../workspace/facts.ts';
import { resolveLink } from '../../workspace/links.ts';
import { folderOf, relativePath } from '../../workspace/paths.ts';
import { offer } from '../offer.ts';
import { written as personWritten } from '../owner/shared.ts';
import type { Fix } from '../rule.ts';

/** The path of the document being checked, as the facts about the workspace know it. */
export function selfPath({ doc, settings }: Reading): string {
  return settings.workspace?.self ?? doc.path;
}

/** A path of the workspace as messages and related places show it. */
export function shownPath({ settings }: Reading, path: string): string {
  return settings.workspace?.shown?.(path) ?? path;
}

/** The document's first heading, if it is a title: what the document is called where frontmatter does not say. */
export function titleInBody({ outline }: Reading): string | undefined {
  const heading = outline.regions.find((region) => region.heading)?.heading;
  return heading?.depth === 1 ? heading.prose.text : undefined;
}

/** The system's name for messages; one without a name is called `blank`. */
export function systemName({ system }: Pick<RegisterRow, 'system'>, blank = 'This system'): string {
  return system === '' ? blank : system;
}

/** A name and title as they stand in the register or the document: `Dana Whitfield, VP Claims`. */
export function written(reading: Reading, { party }: Mention): string {
  const title = titleOf(reading, party);
  const name = party.name ?? party.text;
  return title === undefined || title === name || party.kind !== 'person' ? name : `${name}, ${title}`;
}

/** The owner of a row, if that is somebody who can be one: a body of several people is none. */
export function assignedOwner({ owner }: RegisterRow): Mention | undefined {
  return owner.find(({ party }) => party.kind !== 'group');
}

/** For messages about a row without an owner: what stands in the owner's place all the same. */
export function groupNamed({ owner }: RegisterRow): string {
  const [group] = owner;
  return group ? ` (${group.party.text} is a group of people)` : '';
}

/** The one human who would be called first; undefined for a blank, a body, a function or a shared mailbox. */
export function calledFirst({ firstCall }: RegisterRow): Mention | undefined {
  return onePerson(firstCall);
}

/** The person or position that a cell names alone; undefined for anybody else, several and shared mailboxes. */
export function onePerson(mentions: readonly Mention[]): Mention | undefined {
  const [only] = mentions;
  return only && mentions.length === 1 && isHuman(only.party) ? only : undefined;
}

function isHuman({ kind, email }: Party): boolean {
  return (kind === 'person' || kind === 'position') && !email?.shared;
}

/** Whom a text names that another file gives, by what this document and the company know of people. */
export function partyIn(reading: Reading, text: string): Party | undefined {
  const [party, ...others] = readParties(text, {
    mode: 'one',
    directory: directoryOf(reading),
    knownPeople: knownPeople(reading),
  });
  return others.length === 0 ? party : undefined;
}

/** Days until the triage of a row runs out, negative once it has; undefined without a date, or with an owner. */
export function triageDaysLeft({ config, settings }: Reading, row: RegisterRow): number | undefined {
  if (row.identifiedOn === undefined || assignedOwner(row)) return undefined;
  return row.identifiedOn + config.triageDays - dayOf(settings.now);
}

/** The document a row belongs to, as far as the workspace is known. */
export function documentOfRow(reading: Reading, row: RegisterRow): DocumentFacts | undefined {
  const { workspace } = reading.settings;
  if (!workspace) return undefined;
  const document = row.link && resolveLink(selfPath(reading), row.link.url)?.path;
  return lookupOf(workspace).documentOf({ system: row.system, document });
}

/** The owner that the row's document names, as written there, if that is one human. */
export function ownerInDocument(reading: Reading, row: RegisterRow): string | undefined {
  const owner = documentOfRow(reading, row)?.owner;
  const party = owner === undefined ? undefined : partyIn(reading, owner);
  return party && isHuman(party) ? owner : undefined;
}

/**
 * A fix that writes into a row, and so decides something a person has to decide. None where the row is written in
 * HTML, or its table lacks the first of the columns; what goes into further columns is left out where they are absent.
 */
export function rowFix(
  { doc }: Reading,
  { row, table }: RegisterRow,
  title: string,
  first: readonly [RegisterColumn, string],
  ...more: readonly (readonly [RegisterColumn, string])[]
): Fix[] {
  if (!table.columns.has(first[0])) return [];
  const values = [first, ...more].flatMap(([column, text]): [number, string][] => {
    const index = table.columns.get(column);
    return index === undefined ? [] : [[index, text]];
  });
  return offer(title, fillCells(doc, table.block, row, new Map(values)));
}

/** What two names of one person have in common: the name without its title. */
export function personKey(text: string): string {
  return sameKey(text.replace(/,.*/s, ''));
}

/** Today, as dates are written. */
export function today({ settings }: Reading): string {
  return formatDay(dayOf(settings.now));
}

/** Who could own a row's system: whoever is called first, the document's owner, the senior people of the unit. */
function ownerCandidates(reading: Reading, row: RegisterRow): string[] {
  const first = calledFirst(row);
  const said = [first && written(reading, first), ownerInDocument(reading, row)];
  const names = [
    ...said.filter((name) => name !== undefined),
    ...seniorPeopleOf(reading, row.unit).map(personWritten),
  ];
  // Each person once.
  return [...new Map(names.map((name) => [personKey(name), name])).values()];
}

/** One fix for each candidate: names the owner, dates the assignment, and links the document where there is none yet. */
export function assignFixes(reading: Reading, row: RegisterRow): Fix[] {
  const link =
    row.documentBlank && row.table.columns.has('document') ? documentLink(reading, row) : undefined;
  const dated = (cellOf(row, 'assignedOn')?.prose.text ?? '') === '';
  const more = link ? `, with ${link.path} as the decision-rights document` : '';
  return ownerCandidates(reading, row).flatMap((name) =>
    rowFix(
      reading,
      row,
      `Make ${name} the owner of ${systemName(row, 'this system')}${more}`,
      ['owner', name],
      ...(dated ? ([['assignedOn', today(reading)]] as const) : []),
      ...(link ? ([['document', link.text]] as const) : []),
    ),
  );
}

/** The link to a row's document: the one there is, else one to be written beside the register. */
export function documentLink(
  reading: Reading,
  row: RegisterRow,
): { readonly text: string; readonly path: string; readonly exists: boolean } | undefined {
  const found = documentOfRow(reading, row);
  const slug = slugOf(row.system);
  if (!found && slug === '') return undefined;
  const path = found ? relativePath(folderOf(selfPath(reading)), found.path) : `${slug}.md`;
  const label = (found?.initiative ?? row.system).replace(/[[\]\\]/g, '\\$&');
  const url = path.replace(/[\s()<>%#?]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return { text: `[${label}](${url})`, path, exists: found !== undefined };
}

function slugOf(system: string): string {
  return system
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The header cell of each table that has rows and lacks a column: one finding for the whole table. */
export function tablesWithout(tables: Iterable<RegisterTable>, column: RegisterColumn): Span[] {
  return [...tables]
    .filter(({ columns, rows }) => rows.length > 0 && !columns.has(column))
    .map(({ head }) => head);
}
