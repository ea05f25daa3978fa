import type { Prose } from '../markdown/prose.ts';
import type { Party } from '../parties/party.ts';
import { findDates } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { entryOf, type YamlNode } from '../yaml/node.ts';
import { outcomeAccountable } from './decisions.ts';
import type { Mention, Source } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import type { Field, Region } from './outline.ts';
import { type OwnerDetails, ownerDetails } from './owner-details.ts';
import { ownerInProse } from './owner-prose.ts';
import { isCoOwnerLabel, type OwnerLabel, ownerLabel } from './owner-words.ts';
import { roleHolder, samePerson } from './people.ts';
import { perPart } from './per-part.ts';
import { once, type Reading } from './reading.ts';

export { readPartiesOf } from './mentions.ts';
export { directoryOf, knownPeople, samePerson, titleOf } from './people.ts';

/** What the document says of the one who answers for the result. */
export interface OwnerReading extends OwnerDetails {
  /** The holders, each once, in order; more than one is a finding. None when the place is there and blank. */
  readonly mentions: readonly Mention[];
  /** The whole value; for a blank one the place where it belongs. */
  readonly span: Span;
  /** The value as written. */
  readonly text: string;
  readonly source: Source;
  /** `outcome`: no owner is named, the Accountable of the outcome stands in. */
  readonly from: 'owner' | 'outcome';
  /** The label of the field or list that names the owner. */
  readonly label?: string;
  /** The section it stands in; undefined for frontmatter. */
  readonly region?: Region;
}

/** Who the owner is: frontmatter, else a labelled field, else the owner section's prose, else the outcome's Accountable. */
export const ownerOf = once((reading): OwnerReading | undefined => {
  const said = fromFrontmatter(reading) ?? fromFields(reading) ?? fromProse(reading);
  if (said && said.mentions.length > 0) return said;
  return fromOutcome(reading) ?? said ?? blankKey(reading);
});

/** True when frontmatter gives an owner that cannot be read: whoever asks for the owner stays silent. */
export const ownerUnreadable = once(
  ({ frontmatter }) =>
    frontmatter.invalid('owner', 'name') ||
    (frontmatter.node('owner') === undefined && frontmatter.invalid('owner')),
);

/**
 * The one owner: a person, or a position one human holds. Undefined where nobody, several or a body is named.
 * Falls back on the Accountable of the outcome.
 */
export const ownerMention = once((reading): Mention | undefined => {
  const mentions = ownerOf(reading)?.mentions ?? [];
  const [only] = mentions;
  if (!only || mentions.length > 1) return undefined;
  return only.party.kind === 'person' || only.party.kind === 'position' ? only : undefined;
});

/** The regions about the owner, and those under them. */
export const ownerRegions = once((reading): readonly Region[] =>
  reading.outline.regions.filter(({ kind }) => kind === 'owner'),
);

/** The heading of the owner's section; undefined when the document has none. */
export const ownerHeading = once(
  (reading): Span | undefined => ownerRegions(reading).find(({ own }) => own)?.heading?.span,
);

/** The reading with what is said beside the name; a title said there is the title of the one person named. */
function withDetails(
  reading: Reading,
  owner: Omit<OwnerReading, keyof OwnerDetails>,
  inRow?: Prose,
): OwnerReading {
  const said = ownerDetails(reading, inRow);
  const more = said.accepted ? said : { ...said, ...acceptedBeside(owner) };
  const [only] = owner.mentions;
  const title = more.title?.value;
  if (
    !only ||
    owner.mentions.length > 1 ||
    only.party.kind !== 'person' ||
    only.party.title ||
    title === undefined
  )
    return { ...owner, ...more };
  return { ...owner, ...more, mentions: [{ ...only, party: { ...only.party, title } }] };
}

const ACCEPTED = /\b(?:formally )?(?:accepted|accepts)\b/i;
const NOT_YET =
  /\bnot (?:yet )?(?:been )?(?:formally )?accept|\b(?:to be|until|once|when|if) accept|\bpending\b/i;

/** `Dana Whitfield, VP Claims (accepted 2026-03-02)`: the day stands with the name. */
function acceptedBeside({
  text,
  span,
  source,
}: Pick<OwnerReading, 'text' | 'span' | 'source'>): OwnerDetails {
  if (source !== 'field' && source !== 'table') return {};
  if (!ACCEPTED.test(text) || NOT_YET.test(text) || findDates(text).length === 0) return {};
  return { accepted: { value: text, span, source } };
}

function fromFrontmatter(reading: Reading): OwnerReading | undefined {
  const { frontmatter } = reading;
  if (ownerUnreadable(reading)) return undefined;
  const node = frontmatter.node('owner');
  if (!node) return undefined;
  const found = readPartiesOf(reading, node, 'one', 'frontmatter').filter(
    ({ party }) => party.kind !== 'nobody',
  );
  if (found.length === 0) return undefined;
  const name = entryOf(node, 'name')?.value;
  const value = name?.kind === 'scalar' && name.text.trim() !== '' ? name : node;
  const span = value.kind === 'scalar' ? value.inner : value.span;
  return withDetails(reading, {
    mentions: distinct(reading, found),
    span,
    text: reading.doc.text.slice(span.start, span.end),
    source: 'frontmatter',
    from: 'owner',
  });
}

/** `owner:` and `owner: {name: }` with nothing behind them, where nothing else names an owner either. */
function blankKey(reading: Reading): OwnerReading | undefined {
  const entry = reading.frontmatter.entry('owner', 'name') ?? reading.frontmatter.entry('owner');
  if (!entry || ownerUnreadable(reading) || !isBlank(entry.value)) return undefined;
  const span =
    entry.value.kind === 'scalar' && entry.value.span.end > entry.value.span.start
      ? entry.value.inner
      : entry.keySpan;
  return { mentions: [], span, text: '', source: 'frontmatter', from: 'owner' };
}

function isBlank(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.isNull || node.text.trim() === '');
}

/** A field with what its row says beside the value. */
interface Candidate {
  readonly field: Pick<Field, 'label' | 'value' | 'region'>;
  readonly weight: OwnerLabel;
  readonly title?: Prose;
  readonly table: boolean;
}

function fromFields(reading: Reading): OwnerReading | undefined {
  const candidates = candidatesOf(reading);
  let best: Candidate | undefined;
  for (const candidate of candidates) if (!best || standing(candidate) > standing(best)) best = candidate;
  if (!best) return undefined;
  const { field } = best;
  // `- Owner: Dana` beside `- Owner: Tom`, or `Co-owner: Tom`, are two owners.
  const others = candidates.filter(
    ({ field: other }) => other !== field && other.region === field.region && other.label === field.label,
  );
  const coOwners = reading.outline.fields.filter(
    ({ label, region }) => isCoOwnerLabel(label) && (region === field.region || region.kind === 'owner'),
  );
  const fields = [field, ...others.map((other) => other.field), ...coOwners];
  const found = fields.flatMap(({ value }) =>
    readPartiesOf(reading, value, 'one', best.table ? 'table' : 'field'),
  );
  const mentions = found.filter(({ party }) => party.kind !== 'nobody');
  const source: Source = best.table ? 'table' : 'field';
  return withDetails(
    reading,
    {
      mentions: distinct(reading, mentions),
      span: field.value.span,
      text: field.value.text,
      source,
      from: 'owner',
      label: field.label,
      region: field.region,
    },
    best.title && best.title.text !== '' ? best.title : undefined,
  );
}

/** How far up a field ranks: what its label says, and a section about the owner before others. */
function standing({ field, weight }: Candidate): number {
  return weight * 2 + (field.region.kind === 'owner' ? 3 : 0) + (field.value.text === '' ? -10 : 0);
}

function candidatesOf(reading: Reading): Candidate[] {
  const out: Candidate[] = [];
  const add = (field: Candidate['field'], table: boolean, title?: Prose): void => {
    const weight = ownerLabel(field.label);
    if (weight === 0 || !mayStand(field, weight)) return;
    const [first] = readPartiesOf(reading, field.value, 'one', 'field');
    // Outside the owner's section a label counts only with a holder behind it: `Business owner: R, A` is a table of parts.
    if (
      field.region.kind !== 'owner' &&
      (!first || first.party.kind === 'unknown' || first.party.kind === 'nobody')
    ) {
      if (field.value.text !== '' || weight < 2) return;
    }
    out.push({ field, weight, table, ...(title ? { title } : {}) });
  };
  for (const field of reading.outline.fields) add(field, false);
  for (const { table, region } of reading.outline.tables) {
    const heads = table.header.cells.map(({ prose }) => prose.text.trim());
    const [label, value] = table.header.cells;
    if (heads.length === 2 && label && value)
      add({ label: label.prose.text, value: value.prose, region }, true);
    if (heads.length < 3 || region.kind === 'raci') continue;
    const who = heads.findIndex((head) =>
      /^(?:full )?names?$|^persons?$|^who$|^(?:current )?holder$|^assigned to$/i.test(head),
    );
    const title = heads.findIndex((head) => /^(?:job )?title$|^position$/i.test(head));
    if (who <= 0) continue;
    for (const { cells } of table.rows) {
      const [role, name] = [cells[0], cells[who]];
      if (role && name) add({ label: role.prose.text, value: name.prose, region }, true, cells[title]?.prose);
    }
  }
  return out;
}

const GENERAL =
  /\b(?:overview|summary|initiative|details|about|glance|facts|general|basics|profile|identification|system|use case|scope|people|roles?|contacts?|header|document)\b/i;

/** Where an owner's label counts: a bare `Owner` below `Risks` is the owner of a risk. */
function mayStand({ region }: Candidate['field'], weight: OwnerLabel): boolean {
  if (region.kind === 'owner') return true;
  if (weight === 3) return region.kind !== 'actions' && region.kind !== 'escalation-log';
  if (weight < 2 || region.kind !== undefined) return false;
  return region.depth <= 1 || GENERAL.test(region.heading?.prose.text ?? '');
}

const NAMES_OWNER = /\b(?:business|outcome|accountable) owner\b/i;
const namesOwner = perPart(({ text }: Prose) => NAMES_OWNER.test(text));

function fromProse(reading: Reading): OwnerReading | undefined {
  for (const { prose, region } of reading.outline.texts) {
    const own = region.kind === 'owner';
    // Elsewhere only what names the role in full: `The business owner is …`.
    if (!own && (region.kind !== undefined || !namesOwner(prose))) continue;
    const found = ownerInProse(reading, prose);
    if (!found || (!own && !NAMES_OWNER.test(found.sentence.text))) continue;
    return withDetails(reading, {
      mentions: distinct(reading, found.mentions),
      span: found.who.span,
      text: found.who.text,
      source: 'prose',
      from: 'owner',
      region,
    });
  }
  return undefined;
}

function fromOutcome(reading: Reading): OwnerReading | undefined {
  const outcome = outcomeAccountable(reading);
  const [first] = outcome?.assignments ?? [];
  if (!outcome || !first) return undefined;
  return withDetails(reading, {
    mentions: distinct(
      reading,
      outcome.assignments.map(({ mention, span }) => ({ ...mention, span })),
    ),
    span: first.span,
    text: first.mention.party.text,
    source: outcome.row.source,
    from: 'outcome',
  });
}

/** The parties, each human once; positions the document's `roles` fills and chairs a body names become people. */
function distinct(reading: Reading, mentions: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  const named = mentions.filter(({ party }) => party.kind !== 'placeholder');
  for (const mention of (named.length > 0 ? named : mentions).map((one) => asPerson(reading, one)))
    if (!out.some(({ party }) => samePerson(reading, party, mention.party))) out.push(mention);
  return out;
}

function asPerson(reading: Reading, mention: Mention): Mention {
  const { party, span } = mention;
  if (party.kind === 'position') {
    const holder = roleHolder(reading, party.title ?? party.text);
    if (!holder) return mention;
    const { start, end, text, title } = party;
    return { ...mention, party: { ...holder, start, end, text, title: holder.title ?? title ?? text } };
  }
  const { chair } = party;
  if (party.kind !== 'group' || chair?.kind !== 'person' || !withinText(party, chair)) return mention;
  const start = span.start + chair.start - party.start;
  return { ...mention, party: chair, span: { start, end: start + chair.end - chair.start } };
}

/** True when the text itself names the chair; one that only the register knows is nobody the document names. */
function withinText(party: Party, chair: Party): boolean {
  return chair.start > party.start || chair.end < party.end;
}
