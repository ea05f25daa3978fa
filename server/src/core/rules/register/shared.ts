import type { Mention } from '../../document/mention.ts';
import { titleOf } from '../../document/mentions.ts';
import type { Reading } from '../../document/reading.ts';
import { cellOf, type RegisterColumn, type RegisterRow } from '../../document/register.ts';
import { seniorPeopleOf } from '../../document/seniority.ts';
import { dayOf, formatDay } from '../../text/dates.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at, type Span } from '../../text/span.ts';
import { lookupOf } from '../../workspace/company.ts';
import type { DocumentFacts } from '../../workspace/facts.ts';
import { resolveLink } from '../../workspace/links.ts';
import { folderOf, relativePath } from '../../workspace/paths.ts';
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

/** The system's name for messages. */
export function systemName({ system }: Pick<RegisterRow, 'system'>): string {
  return system === '' ? 'This system' : system;
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
  const [only] = firstCall;
  if (!only || firstCall.length > 1 || only.party.email?.shared) return undefined;
  return only.party.kind === 'person' || only.party.kind === 'position' ? only : undefined;
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

/** The edit that writes a value into a row's cell; none where the row is written in HTML or lacks the column. */
export function fillCell(
  { doc }: Reading,
  row: RegisterRow,
  column: RegisterColumn,
  value: string,
): readonly TextEdit[] {
  const cell = cellOf(row, column);
  const index = row.table.columns.get(column);
  if (row.table.block.html || index === undefined) return [];
  const text = value.replaceAll('|', '\\|');
  if (!cell) {
    // A short row: the cells up to this one are added.
    const { end } = row.row.span;
    const closed = doc.text[end - 1] === '|';
    const blanks = '  |'.repeat(Math.max(0, index - row.row.cells.length));
    return [{ span: at(end), newText: `${closed ? '' : ' |'}${blanks} ${text} |` }];
  }
  const { start, end } = cell.span;
  if (end > start) return [{ span: cell.span, newText: text }];
  const before = doc.text[start - 1] === '|' ? ' ' : '';
  const after = doc.text[end] === '|' ? ' ' : '';
  return [{ span: at(start), newText: before + text + after }];
}

/** A fix that is a decision for a person; undefined where nothing can be edited. */
export function manual(title: string, edits: readonly TextEdit[]): Fix | undefined {
  return edits.length === 0 ? undefined : { title, safety: 'manual', edits };
}

/** Today, as dates are written. */
export function today({ settings }: Reading): string {
  return formatDay(dayOf(settings.now));
}

/** Who could own a row's system: whoever is called first, the document's owner, the senior people of the unit. */
export function ownerCandidates(reading: Reading, row: RegisterRow): string[] {
  const first = calledFirst(row);
  const fromDocument = documentOfRow(reading, row)?.owner;
  const seniors = seniorPeopleOf(reading, row.unit).map(({ name, title }) =>
    title === undefined ? name : `${name}, ${title}`,
  );
  const all = [
    ...(first ? [written(reading, first)] : []),
    ...(fromDocument ? [fromDocument] : []),
    ...seniors,
  ];
  return [...new Map(all.map((name) => [name.split(',')[0]?.trim().toLowerCase(), name])).values()];
}

/** One fix for each candidate: names the owner, dates the assignment, and links the document where there is none yet. */
export function assignFixes(reading: Reading, row: RegisterRow): Fix[] {
  return ownerCandidates(reading, row).flatMap((name) => {
    const owner = fillCell(reading, row, 'owner', name);
    if (owner.length === 0) return [];
    const dated = cellOf(row, 'assignedOn')?.prose.text.trim() === '';
    const link = row.documentBlank ? documentLink(reading, row) : undefined;
    const linked = link === undefined ? [] : fillCell(reading, row, 'document', link.text);
    // Several insertions behind a short row would come in no order.
    const edits = [
      ...owner,
      ...(dated ? fillCell(reading, row, 'assignedOn', today(reading)) : []),
      ...(cellOf(row, 'document') ? linked : []),
    ];
    const more = link && cellOf(row, 'document') ? `, with ${link.path} as the decision-rights document` : '';
    return manual(`Make ${name} the owner of ${systemName(row)}${more}`, edits) ?? [];
  });
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

/** The header cell of each table that lacks a column: one finding for the whole table. */
export function tablesWithout(
  tables: readonly { readonly columns: ReadonlyMap<RegisterColumn, number>; readonly head: Span }[],
  column: RegisterColumn,
): readonly Span[] {
  return tables.filter(({ columns }) => !columns.has(column)).map(({ head }) => head);
}
