import type { Prose } from '../markdown/prose.ts';
import { findDurations, parseDuration } from '../text/duration.ts';
import type { Span } from '../text/span.ts';
import { entryOf, type YamlEntry, type YamlNode } from '../yaml/node.ts';
import { type Assignment, accountableOf } from './decisions.ts';
import type { Mention, Said, Source } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import type { Region } from './outline.ts';
import { once, type Reading } from './reading.ts';
import { labelledUnits, looksForeign, type Unit, unitsOf } from './said-units.ts';
import { type StopLabel, stopLabel, wantedAnywhere } from './stop/stop-labels.ts';
import {
  hedgesOf,
  namesTheRight,
  readStopSentence,
  rightsIn,
  type StopRight,
  type StopSentence,
} from './stop/stop-sentence.ts';
import {
  AROUND_THE_CLOCK,
  EFFECT,
  MECHANISM,
  REACH,
  REPORTS,
  REQUEST,
  STANDS_IN,
  TRIGGER,
} from './stop/stop-words.ts';
import { distinct, partiesOf, proseOfScalar, sameMention } from './subjects.ts';

export type { StopRight } from './stop/stop-sentence.ts';

/** One place that says who may stop the system. */
export interface StopStatement {
  readonly source: Source;
  /** The frontmatter value, the sentence, or the labelled value. */
  readonly span: Span;
  /** Who may stop, in order. Who carries it out and who stands in are not among them. */
  readonly holders: readonly Mention[];
  readonly rights: readonly Said<StopRight>[];
  /** Words that turn the right into a request or tie it to consent. */
  readonly hedges: readonly Said<string>[];
  /** True when the place itself says which right it is: the key, the label, the words "stop authority". */
  readonly named: boolean;
  /** True when the holder may only ask somebody else to stop. */
  readonly asks: boolean;
  /** The sentence or value in the body. */
  readonly prose: Prose | undefined;
  /** The label in front of the value. */
  readonly label?: string;
}

/** How soon the holder can be reached; no `minutes` where the text gives none that can be counted (`24/7`). */
export interface ReachTime {
  readonly text: string;
  readonly minutes?: number;
}

/** Who may pause the system or roll it back, as the document says it. */
export interface StopAuthority {
  /** Every statement, the one that counts first: frontmatter before fields before prose. */
  readonly statements: readonly StopStatement[];
  /** Holders of the statements that count; each human once. */
  readonly holders: readonly Mention[];
  readonly triggers: readonly Said<string>[];
  readonly reach: Said<ReachTime> | undefined;
  readonly mechanism: Said<string> | undefined;
  readonly executedBy: readonly Mention[];
  readonly deputy: Mention | undefined;
  /** The frontmatter entry `stop_authority`, when it has a value. */
  readonly entry: YamlEntry | undefined;
  /** The first stop section with a heading of its own, whatever stands in it. */
  readonly section: Region | undefined;
  /** True when the holder in frontmatter cannot be read: nothing is to be said about it. */
  readonly invalid: boolean;
  /** True when the section is in a language we cannot read: it may well say who. */
  readonly foreign: boolean;
  /** Who is Accountable for halting by `decisions` or a RACI table: a decision right, without the terms of a stop right. */
  readonly haltAccountable: readonly Assignment[];
}

/** True when the document says who may pause the system or roll it back. */
export function saysWhoMayStop(stop: StopAuthority): boolean {
  return stop.invalid || stop.foreign || stop.statements.length > 0;
}

/** True when the frontmatter value of the key cannot be read: the rules that read it stay silent. */
export function stopUnreadable({ frontmatter }: Reading, ...keys: readonly string[]): boolean {
  return keys.some((key) => frontmatter.invalid('stop_authority', key));
}

/** What the document says about stopping the system. Never undefined: what is not said is empty. */
export const stopAuthorityOf = once((reading): StopAuthority => {
  const { frontmatter, outline } = reading;
  const inStop = (region: Region): boolean => region.kind === 'stop';
  const units = unitsOf(outline, inStop, stopLabel);
  const elsewhere = labelledUnits(outline, (region) => !inStop(region), wantedAnywhere);
  const front = frontmatter.has('stop_authority') ? frontmatter.entry('stop_authority') : undefined;
  const invalid = frontmatter.invalid('stop_authority', 'holder');
  const said = sentencesOf(reading, units);
  const all = [
    ...(front && !invalid ? fromFrontmatter(reading, front.value) : []),
    ...fromLabels(reading, [...units, ...elsewhere]),
    ...fromTables(reading, inStop),
    ...fromSentences(said),
  ];
  if (all.length === 0) all.push(...fromBareNames(reading, units));
  // Others may ask for a stop where somebody holds the right; they say nothing of the holder.
  const holds = all.filter(({ asks }) => !asks).flatMap(({ holders }) => holders);
  const about = ({ asks, holders }: StopStatement): boolean =>
    !asks ||
    holds.length === 0 ||
    holders.some((one) => holds.some((other) => sameMention(reading, one, other)));
  if (all.length === 0 && !invalid) all.push(...fromRoleDefinition(reading));
  const statements = all.filter(about);
  const section = outline.regions.find((region) => region.own && inStop(region));
  const map = front?.value.kind === 'map' && !invalid ? front.value : undefined;
  const people = (key: string, label: StopLabel, part: StopSentence['part']): Mention[] => {
    const node = entryOf(map, key)?.value;
    if (node && frontmatter.has('stop_authority', key))
      return readPartiesOf(reading, node, 'one', 'frontmatter');
    const fields = units.filter(({ kind }) => kind === label);
    const labelled = fields.flatMap(({ prose }) => partiesOf(reading, prose, 'field'));
    return labelled.length > 0 ? labelled : said.filter((one) => one.part === part).flatMap(({ who }) => who);
  };
  const first = statements[0];
  const source = first?.source;
  return {
    statements,
    holders: distinct(
      reading,
      statements.filter((one) => one.source === source).flatMap(({ holders }) => holders),
    ),
    triggers: triggersOf(reading, units),
    reach: reachOf(reading, units),
    mechanism: mechanismOf(reading, units),
    executedBy: distinct(reading, people('executed_by', 'executed', 'executes')),
    deputy: people('deputy', 'deputy', 'deputy')[0],
    entry: front,
    section,
    invalid,
    foreign: looksForeign(units),
    haltAccountable: accountableOf(reading, 'production-halt-rollback'),
  };
});

function fromFrontmatter(reading: Reading, value: YamlNode): StopStatement[] {
  const holder = value.kind === 'map' ? (entryOf(value, 'holder')?.value ?? undefined) : value;
  const rights = value.kind === 'map' ? entryOf(value, 'rights')?.value : undefined;
  const prose = holder?.kind === 'scalar' ? proseOfScalar(reading, holder) : undefined;
  const { holders: read, hedges } = holdersOf(reading, prose, 'frontmatter');
  let holders = read;
  if (holders.length === 0 && holder && !(holder.kind === 'scalar' && holder.isNull))
    holders = readPartiesOf(reading, holder, 'one', 'frontmatter');
  holders = holders.filter(({ party }) => party.kind !== 'nobody');
  if (holders.length === 0) return [];
  const items = rights?.kind === 'list' ? rights.items : rights ? [rights] : [];
  const listed = items.flatMap((item): Said<StopRight>[] =>
    item.kind === 'scalar' && item.text.trim() !== ''
      ? [{ value: item.text.trim() === 'pause' ? 'pause' : 'stop', span: item.span, source: 'frontmatter' }]
      : [],
  );
  const emptyList = rights?.kind === 'list' && rights.items.length === 0;
  return [
    {
      source: 'frontmatter',
      span: value.span,
      holders,
      rights: listed,
      hedges,
      named: !emptyList,
      asks: asksOnly(prose),
      prose,
    },
  ];
}

/** True when all the text allows is to ask: `may recommend a pause`. */
function asksOnly(prose: Prose | undefined): boolean {
  return prose !== undefined && prose.text.search(REQUEST) >= 0;
}

/** The holders a value names, by a sentence or by names alone, and the words that weaken it. */
function holdersOf(
  reading: Reading,
  prose: Prose | undefined,
  source: Source,
): { readonly holders: readonly Mention[]; readonly hedges: readonly Said<string>[] } {
  if (!prose) return { holders: [], hedges: [] };
  const hedges = hedgesOf(prose, source);
  const said = readStopSentence(reading, prose, source).filter(
    ({ part }) => part === 'holds' || part === 'requests',
  );
  if (said.length > 0) return { holders: said.flatMap(({ who }) => who), hedges };
  const first = hedges[0];
  const names = first ? prose.slice(0, prose.text.indexOf(first.value)) : prose;
  return { holders: partiesOf(reading, names, source), hedges };
}

function fromLabels(reading: Reading, units: readonly Unit<StopLabel>[]): StopStatement[] {
  const rights = units
    .filter(({ kind }) => kind === 'rights')
    .flatMap(({ prose }) => rightsIn(prose, 'field'));
  return units
    .filter(({ kind }) => kind === 'holder')
    .flatMap(({ prose, label }): StopStatement[] => {
      const { holders, hedges } = holdersOf(reading, prose, 'field');
      if (holders.length === 0) return [];
      const own = rightsIn(prose, 'field');
      return [
        {
          source: 'field',
          span: prose.span,
          holders,
          rights: own.length > 0 ? own : rights,
          hedges,
          named: true,
          asks: asksOnly(prose),
          prose,
          ...(label === undefined ? {} : { label }),
        },
      ];
    });
}

/** `Dana may pause it; engineering executes` says two things. */
function clausesOf(prose: Prose): Prose[] {
  const out: Prose[] = [];
  let from = 0;
  for (const match of prose.text.matchAll(/;\s/g)) {
    out.push(prose.slice(from, match.index));
    from = match.index + 1;
  }
  return [...out, prose.slice(from)];
}

/** A table whose column says who: every row may be another way to stop. */
function fromTables(reading: Reading, inStop: (region: Region) => boolean): StopStatement[] {
  return reading.outline.tables
    .filter(({ table, region }) => inStop(region) && table.header.cells.length > 2)
    .flatMap(({ table }) => {
      const column = table.header.cells.findIndex(({ prose }) =>
        /^(?:who|holder|authority|held by|stop authority|person|who may stop|authori[sz]ed)\b/i.test(
          prose.text.trim(),
        ),
      );
      return table.rows.flatMap((row): StopStatement[] => {
        const cell = row.cells[column];
        const holders = cell ? partiesOf(reading, cell.prose, 'table') : [];
        if (!cell || holders.length === 0) return [];
        const rights = row.cells.flatMap(({ prose }) => rightsIn(prose, 'table'));
        return [
          {
            source: 'table',
            span: cell.span,
            holders,
            rights,
            hedges: [],
            named: true,
            asks: false,
            prose: cell.prose,
          },
        ];
      });
    });
}

function sentencesOf(reading: Reading, units: readonly Unit<StopLabel>[]): StopSentence[] {
  return units.flatMap(({ prose, kind, item, label, whole }) => {
    if (kind) return [];
    const found = clausesOf(prose).flatMap((clause) => readStopSentence(reading, clause));
    if (found.length > 0) return found;
    // `- **Dana Whitfield**: pause and roll back`.
    const colon = item && label === undefined ? prose.text.indexOf(':') : -1;
    if (
      colon > 0 &&
      rightsIn(prose.slice(colon), 'prose').length > 0 &&
      whole.strong.some(({ from }) => from === 0)
    ) {
      const who = partiesOf(reading, prose.slice(0, colon), 'prose');
      if (who.length > 0) return [{ part: 'holds' as const, who, prose }];
    }
    return [];
  });
}

function fromSentences(said: readonly StopSentence[]): StopStatement[] {
  const holds = said.filter(({ part }) => part === 'holds');
  // Others may ask for a stop; only where nobody may stop is asking all there is.
  const counts = holds.length > 0 ? holds : said.filter(({ part }) => part === 'requests');
  return counts.map(({ who, prose }) => ({
    source: 'prose',
    span: prose.span,
    holders: who,
    rights: rightsIn(prose, 'prose'),
    hedges: hedgesOf(prose, 'prose'),
    named: namesTheRight(prose.text),
    asks: asksOnly(prose),
    prose,
  }));
}

/** `## Stop authority` and nothing but a name under it; or sentences about somebody that name no right. */
function fromBareNames(reading: Reading, units: readonly Unit<StopLabel>[]): StopStatement[] {
  for (const { prose, kind, whole } of units) {
    if (kind) continue;
    const alone = prose.text.length >= whole.text.length - 1 ? partiesOf(reading, prose, 'prose') : [];
    if (alone.length > 0 && alone.every(({ party }) => party.kind !== 'function'))
      return [
        {
          source: 'prose',
          span: prose.span,
          holders: alone,
          rights: [],
          hedges: [],
          named: true,
          asks: asksOnly(prose),
          prose,
        },
      ];
  }
  for (const { prose, kind } of units) {
    const verb = kind
      ? null
      : /\b(?:is|are|has|holds|owns|oversees|monitors|supervises|manages|watches|keeps|will|may|can|should|must)\b/i.exec(
          prose.text,
        );
    if (!verb) continue;
    const who = partiesOf(reading, prose.slice(0, verb.index), 'prose');
    if (who.length === 0 || !who.every(({ party: { kind: one } }) => one === 'person' || one === 'position'))
      continue;
    const hedges = hedgesOf(prose, 'prose');
    return [
      {
        source: 'prose',
        span: prose.span,
        holders: who,
        rights: [],
        hedges,
        named: false,
        asks: asksOnly(prose),
        prose,
      },
    ];
  }
  return [];
}

/** The two-sentence role definition may say it: there only sentences that plainly give the right are read. */
function fromRoleDefinition(reading: Reading): StopStatement[] {
  const units = unitsOf<StopLabel>(
    reading.outline,
    (region) => region.kind === 'owner',
    () => undefined,
  );
  return fromSentences(sentencesOf(reading, units).filter(({ part }) => part === 'holds'));
}

function triggersOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<string>[] {
  const listed = reading.frontmatter.texts('stop_authority', 'triggers');
  if (listed.length > 0)
    return listed.map(({ text, span }) => ({ value: text, span, source: 'frontmatter' as const }));
  const labelled = units.filter(({ kind }) => kind === 'triggers');
  const prose = units.filter(
    ({ prose: { text }, kind }) =>
      !kind &&
      TRIGGER.test(text) &&
      !STANDS_IN.test(text) &&
      !REPORTS.test(text.slice(0, TRIGGER.exec(text)?.index)),
  );
  return [...labelled, ...prose].map((unit) => ({
    value: unit.prose.text,
    span: unit.prose.span,
    source: unit.kind ? 'field' : 'prose',
  }));
}

function reachOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<ReachTime> | undefined {
  const { frontmatter } = reading;
  const node = frontmatter.node('stop_authority', 'reach_within');
  const text = frontmatter.text('stop_authority', 'reach_within');
  if (node?.kind === 'scalar' && text !== undefined) {
    const minutes = parseDuration(text)?.minutes;
    return {
      value: { text, ...(minutes === undefined ? {} : { minutes }) },
      span: node.inner,
      source: 'frontmatter',
    };
  }
  const timed = (unit: Unit<StopLabel>): Said<ReachTime> | undefined => {
    const found = findDurations(unit.prose.text)[0];
    const source: Source = unit.kind ? 'field' : 'prose';
    if (found) {
      const value = { text: found.text, ...(found.minutes === undefined ? {} : { minutes: found.minutes }) };
      return { value, span: unit.prose.at(found.start, found.end), source };
    }
    const always = unit.prose.find(AROUND_THE_CLOCK);
    return always && { value: { text: always.text }, span: always.span, source };
  };
  const ranked = [
    units.filter(({ kind }) => kind === 'reach'),
    units.filter(({ prose, kind }) => !kind && REACH.test(prose.text)),
    units.filter(
      ({ prose, kind }) =>
        kind !== 'triggers' &&
        EFFECT.test(prose.text) &&
        !REPORTS.test(prose.text) &&
        !TRIGGER.test(prose.text),
    ),
  ];
  for (const group of ranked)
    for (const unit of group) {
      const found = timed(unit);
      if (found) return found;
    }
  return undefined;
}

function mechanismOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<string> | undefined {
  const { frontmatter } = reading;
  const node = frontmatter.node('stop_authority', 'mechanism');
  const text = frontmatter.text('stop_authority', 'mechanism');
  if (node?.kind === 'scalar' && text !== undefined)
    return { value: text, span: node.inner, source: 'frontmatter' };
  const field = units.find(({ kind }) => kind === 'mechanism');
  if (field) return { value: field.prose.text, span: field.prose.span, source: 'field' };
  for (const { prose, kind } of units) {
    if (kind === 'triggers') continue;
    const found = prose.find(MECHANISM);
    if (found) return { value: prose.text, span: found.span, source: 'prose' };
    const link = prose.links[0];
    if (link) return { value: link.url, span: link.urlSpan, source: 'prose' };
  }
  return undefined;
}
