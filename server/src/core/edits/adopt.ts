import { defaultConfig } from '../config/config.ts';
import { benefitingUnit } from '../document/benefiting-unit.ts';
import { type Assignment, CATEGORIES, type Category, decisionsOf, distinct } from '../document/decisions.ts';
import type { DecisionRightsDocument } from '../document/document.ts';
import { escalationOf } from '../document/escalation.ts';
import { isGenerated } from '../document/generated.ts';
import type { Mention } from '../document/mention.ts';
import { readPartiesOf } from '../document/mentions.ts';
import { ownerOf, titleOf } from '../document/owner.ts';
import { Reading } from '../document/reading.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { emptyRegister } from '../people/register.ts';
import { findDates, formatDay } from '../text/dates.ts';
import type { TextEdit } from '../text/edit.ts';
import { addFrontmatter, type YamlValue } from './frontmatter-edits.ts';
import { initiativeOf, slugOfTitle, titleOfDocument } from './initiative.ts';

/**
 * The edits that give a file the frontmatter its body already says, and change nothing else. None when it has
 * the type already, or is written by a program. Only what is beyond doubt is taken over: one person where one
 * person belongs, exact durations, decisions whose rows agree.
 */
export function adopt(doc: DecisionRightsDocument): TextEdit[] {
  return adoptReading(
    new Reading(doc, { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined }),
  );
}

/** The same for a document that is being read already, with the company's own register. */
export function adoptReading(reading: Reading): TextEdit[] {
  const { doc, frontmatter } = reading;
  if (frontmatter.node('type') !== undefined || isGenerated(reading)) return [];
  // A block that cannot be read is to be mended first.
  if (frontmatter.present && (frontmatter.invalid('type') || !frontmatter.closed)) return [];
  const title = titleOfDocument(reading);
  const values: Record<string, YamlValue | undefined> = {
    type: 'decision-rights',
    initiative: initiativeOf(reading) ?? slugOfFile(doc.path),
    title,
    ...declared(reading),
    benefiting_unit: benefitingUnit(reading)?.value,
    owner: ownerValue(reading),
    technical_owner: technicalOwner(reading),
    decisions: decisionsValue(reading),
    stop_authority: stopValue(reading),
    escalation: escalationValue(reading),
  };
  const said = Object.entries(values).filter(
    (entry): entry is [string, YamlValue] =>
      entry[1] !== undefined && frontmatter.entry(entry[0]) === undefined,
  );
  return addFrontmatter(doc, Object.fromEntries(said));
}

/** Fields of the body that stand for a key with a few values: `Status: pilot`. */
const DECLARED: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['status', /^status$/i, ['pilot', 'gate', 'production', 'paused', 'retired']],
  ['autonomy', /^(?:level of )?autonomy$/i, ['advisory', 'agentic']],
  ['use_case_class', /^use[- ]case(?: class)?$/i, ['back-office', 'customer-facing']],
  ['operating_model', /^operating model$/i, ['distributed', 'coe', 'hybrid']],
];

function declared({ outline }: Reading): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, words, values] of DECLARED) {
    const said = outline.fields.filter(({ label }) => words.test(label.replace(/[*_]/g, '').trim()));
    const given = new Set(
      said.map(({ value }) => value.text.trim().toLowerCase().replace(/[.!]$/, '').replace(/\s+/g, '-')),
    );
    const [only] = given;
    if (given.size === 1 && only !== undefined && values.includes(only)) found[key] = only;
  }
  return found;
}

function slugOfFile(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.decision-rights)?\.(?:md|markdown)$/i, '');
  const slug = slugOfTitle(name);
  return slug === '' || /^(?:readme|index|raci|stdin)$/.test(slug) ? undefined : slug;
}

function ownerValue(reading: Reading): YamlValue | undefined {
  const owner = ownerOf(reading);
  const [mention, second] = owner?.mentions ?? [];
  if (owner?.from !== 'owner' || !mention || second || mention.party.kind !== 'person') return undefined;
  const name = nameOf(mention);
  const title = mention.party.title ?? owner.title?.value ?? titleOf(reading, mention.party);
  const unit = owner.unit?.value;
  const accepted = dayIn(owner.accepted?.value);
  if (title === undefined && unit === undefined && accepted === undefined) return name;
  return {
    name,
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit }),
    ...(accepted !== undefined && { accepted_on: accepted }),
  };
}

/** The first date of a text, when it is exact. */
function dayIn(text: string | undefined): string | undefined {
  const found = text === undefined ? undefined : findDates(text)[0];
  return found === undefined ? undefined : formatDay(found.day);
}

function technicalOwner(reading: Reading): YamlValue | undefined {
  const field = reading.outline.fields.find(({ label }) =>
    /^technical owner$/i.test(label.replace(/[*_]/g, '').trim()),
  );
  if (!field || field.value.text === '') return undefined;
  const [mention, second] = readPartiesOf(reading, field.value, 'one', 'field');
  return mention && !second && mention.party.kind === 'person' ? mention.party.text : undefined;
}

/** The four decisions, each where all its rows give it to the same one person without condition. */
function decisionsValue(reading: Reading): YamlValue | undefined {
  const values: Record<string, YamlValue> = {};
  for (const category of CATEGORIES) {
    const value = decisionValue(reading, category);
    if (value) values[category] = value;
  }
  return Object.keys(values).length === 0 ? undefined : values;
}

function decisionValue(reading: Reading, category: Category): YamlValue | undefined {
  const rows = decisionsOf(reading).rows.filter(
    (row) => row.categories.includes(category) && row.source !== 'frontmatter',
  );
  if (rows.length === 0 || rows.some(({ model }) => model !== 'raci' && model !== 'rasci')) return undefined;
  // A row without an Accountable is a finding that frontmatter must not hide.
  if (rows.some(({ accountable }) => distinct(reading, accountable).length !== 1)) return undefined;
  const holders = distinct(
    reading,
    rows.flatMap(({ accountable }) => accountable),
  );
  const [only, other] = holders;
  if (!only || other || only.condition !== undefined || only.mention.party.kind !== 'person')
    return undefined;
  const names = (part: 'responsible' | 'consulted' | 'informed'): string[] => [
    ...new Set(
      rows
        .flatMap((row) => row[part])
        .filter(isParty)
        .map(({ mention }) => nameOf(mention)),
    ),
  ];
  const [responsible, consulted, informed] = [names('responsible'), names('consulted'), names('informed')];
  return {
    accountable: nameOf(only.mention),
    ...(responsible.length > 0 && { responsible }),
    ...(consulted.length > 0 && { consulted }),
    ...(informed.length > 0 && { informed }),
  };
}

function isParty({ mention }: Assignment): boolean {
  return mention.party.kind !== 'nobody' && mention.party.kind !== 'placeholder';
}

/** One person with both rights and no hedge; everything else about stopping stays where it is said. */
function stopValue(reading: Reading): YamlValue | undefined {
  const { statements, holders } = stopAuthorityOf(reading);
  const [holder, second] = holders;
  const [statement] = statements;
  if (!holder || second || !statement || holder.party.kind !== 'person') return undefined;
  if (statements.some(({ hedges }) => hedges.length > 0)) return undefined;
  const rights = new Set(statement.rights.map(({ value }) => value));
  if (!rights.has('pause') || !rights.has('stop')) return undefined;
  return { holder: nameOf(holder), rights: ['pause', 'roll-back'] };
}

/** The clock and who decides at its end, where both are exact. */
function escalationValue(reading: Reading): YamlValue | undefined {
  const { timeboxes, tieBreakers } = escalationOf(reading);
  const [timebox, otherTime] = timeboxes;
  const [decider, otherDecider] = tieBreakers;
  if (!timebox || otherTime || !decider || otherDecider) return undefined;
  const { minutes, unclear } = timebox.value;
  if (minutes === undefined || unclear !== undefined || !isHuman(decider)) return undefined;
  return {
    timebox: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}min`,
    tie_breaker: nameOf(decider),
  };
}

function isHuman({ party }: Mention): boolean {
  return party.kind === 'person' || party.kind === 'position';
}

function nameOf({ party }: Mention): string {
  return party.name ?? party.text;
}
