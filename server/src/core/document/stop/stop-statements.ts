import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { entryOf, type YamlNode } from '../../yaml/node.ts';
import type { Mention, Said, Source } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';
import type { Region } from '../outline.ts';
import type { Reading } from '../reading.ts';
import { type Unit, unitsOf } from '../said-units.ts';
import { partiesOf, proseOfScalar, sameMention, subjectOf } from '../subjects.ts';
import type { StopLabel } from './stop-labels.ts';
import {
  hedgesOf,
  namesTheRight,
  readStopSentence,
  rightsIn,
  type StopRight,
  type StopSentence,
  weakening,
} from './stop-sentence.ts';
import { ANY_STOP, OPENS_LIST, REACH, REQUEST, STANDS_IN } from './stop-words.ts';

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

/** The frontmatter value: a name, a list, or a map with `holder` and `rights`. */
export function fromFrontmatter(reading: Reading, value: YamlNode): StopStatement[] {
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
  if (said.length > 0) {
    const holders = said.flatMap(({ who }) => who);
    return { holders, hedges: weakening(hedges, holders) };
  }
  const together = partiesOf(reading, prose, source);
  const left = together.length > 1 ? weakening(hedges, together) : hedges;
  if (left.length === 0 && hedges.length > 0) return { holders: together, hedges: left };
  const first = hedges[0];
  const names = first ? prose.slice(0, prose.text.indexOf(first.value)) : prose;
  return { holders: partiesOf(reading, names, source), hedges };
}

/** Labelled values: `Holder: Dana Whitfield`, with the rights of a label beside it. */
export function fromLabels(reading: Reading, units: readonly Unit<StopLabel>[]): StopStatement[] {
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

/** `Dana may pause it; engineering executes` says two things, and so does `Anyone may ask, but only Dana may stop it`. */
function clausesOf(prose: Prose): Prose[] {
  const out: Prose[] = [];
  let from = 0;
  for (const match of prose.text.matchAll(/;\s|,\sbut\s/g)) {
    out.push(prose.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...out, prose.slice(from)];
}

/** A table whose column says who: every row may be another way to stop. */
export function fromTables(reading: Reading, inStop: (region: Region) => boolean): StopStatement[] {
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

/** Every sentence of a stop section that gives somebody a part. */
export function sentencesOf(
  reading: Reading,
  units: readonly Unit<StopLabel>[],
  inSection = true,
): StopSentence[] {
  const said = units.flatMap(({ prose, kind, item, label }, index): StopSentence[] => {
    if (kind) return [];
    const listed = overList(reading, prose, units.slice(index + 1, index + 12));
    if (listed) return [listed];
    const found = clausesOf(prose).flatMap((clause) => readStopSentence(reading, clause, 'prose', inSection));
    if (found.length > 0) return found;
    // `- **Dana Whitfield**: pause and roll back`.
    const colon = item && label === undefined ? prose.text.indexOf(':') : -1;
    if (colon > 0 && rightsIn(prose.slice(colon), 'prose').length > 0) {
      const who = partiesOf(reading, prose.slice(0, colon), 'prose');
      if (who.length > 0) return [{ part: 'holds' as const, who, prose }];
    }
    return [];
  });
  // `Dana may pause it. Engineering turns it off in the panel.` names one holder, and who carries it out.
  const holders = said.filter(({ part, plain }) => part === 'holds' && !plain).flatMap(({ who }) => who);
  if (holders.length === 0) return said;
  const isHolder = (one: Mention): boolean => holders.some((holder) => sameMention(reading, holder, one));
  return said.map((one) =>
    one.part === 'holds' && one.plain && !one.who.every(isHolder)
      ? { ...one, part: 'executes' as const }
      : one,
  );
}

/** `Dana may:` over a list of what she may do. */
function overList(
  reading: Reading,
  prose: Prose,
  below: readonly Unit<StopLabel>[],
): StopSentence | undefined {
  const verb = OPENS_LIST.exec(prose.text);
  if (!verb) return undefined;
  const end = below.findIndex(({ item }) => item === undefined);
  const rights = below
    .slice(0, end < 0 ? below.length : end)
    .flatMap((unit) => rightsIn(unit.prose, 'prose'));
  const who = rights.length > 0 ? subjectOf(reading, prose, verb.index) : [];
  return who.length > 0 ? { part: 'holds', who, prose, rights } : undefined;
}

/** The sentences by which somebody holds the right. */
export function fromSentences(said: readonly StopSentence[]): StopStatement[] {
  const holds = said.filter(({ part }) => part === 'holds');
  // Others may ask for a stop; only where nobody may stop is asking all there is.
  const counts = holds.length > 0 ? holds : said.filter(({ part }) => part === 'requests');
  return counts.map(({ who, prose, rights }) => ({
    source: 'prose',
    span: prose.span,
    holders: who,
    rights: rights ?? rightsIn(prose, 'prose'),
    hedges: weakening(hedgesOf(prose, 'prose'), who),
    named: namesTheRight(prose.text),
    asks: asksOnly(prose),
    prose,
  }));
}

/** `## Stop authority` and nothing but a name under it; or sentences about somebody that name no right. */
export function fromBareNames(reading: Reading, units: readonly Unit<StopLabel>[]): StopStatement[] {
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
    const verb =
      kind || ofTerms(prose.text)
        ? null
        : /\b(?:is|are|has|holds|owns|oversees|monitors|supervises|manages|watches|keeps|will|may|can|should|must)\b/i.exec(
            prose.text,
          );
    if (!verb) continue;
    const who = partiesOf(reading, prose.slice(0, verb.index), 'prose');
    if (who.length === 0 || !who.every(({ party: { kind: one } }) => one === 'person' || one === 'position'))
      continue;
    const hedges = hedgesOf(prose, 'prose');
    const rights = rightsIn(prose, 'prose');
    return [
      {
        source: 'prose',
        span: prose.span,
        holders: who,
        rights,
        hedges,
        named: false,
        asks: asksOnly(prose),
        prose,
      },
    ];
  }
  return [];
}

/** `She can be reached within 2 hours` is about a term of the right, and not about the right. */
function ofTerms(text: string): boolean {
  return !ANY_STOP.test(text) && !namesTheRight(text) && (REACH.test(text) || STANDS_IN.test(text));
}

/** The two-sentence role definition may say it: there only sentences that plainly give the right are read. */
export function fromRoleDefinition(reading: Reading): StopStatement[] {
  const units = unitsOf<StopLabel>(
    reading.outline,
    (region) => region.kind === 'owner',
    () => undefined,
  );
  return fromSentences(sentencesOf(reading, units, false).filter(({ part }) => part === 'holds'));
}
