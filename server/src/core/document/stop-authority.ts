import { entryOf, type YamlEntry } from '../yaml/node.ts';
import { type Assignment, accountableOf } from './decisions.ts';
import type { Mention, Said } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import type { Region } from './outline.ts';
import { once, type Reading } from './reading.ts';
import { labelledUnits, looksForeign, unitsOf } from './said-units.ts';
import { type StopLabel, stopLabel, wantedAnywhere } from './stop/stop-labels.ts';
import type { StopSentence } from './stop/stop-sentence.ts';
import {
  fromBareNames,
  fromFrontmatter,
  fromLabels,
  fromRoleDefinition,
  fromSentences,
  fromTables,
  type StopStatement,
  sentencesOf,
} from './stop/stop-statements.ts';
import { mechanismOf, type ReachTime, reachOf, triggersOf } from './stop/stop-terms.ts';
import { ANY_STOP, RIGHT_TO } from './stop/stop-words.ts';
import { distinct, partiesOf, sameMention } from './subjects.ts';

export type { StopRight } from './stop/stop-sentence.ts';
export type { StopStatement } from './stop/stop-statements.ts';
export type { ReachTime } from './stop/stop-terms.ts';

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
  // `Stop authority is the right to pause or roll back. It belongs to Dana.`
  const explained = units.some(({ prose: { text } }) => RIGHT_TO.test(text) && ANY_STOP.test(text));
  const statements = all
    .filter(about)
    .map((one) => (explained && one.source === 'prose' ? { ...one, named: true } : one));
  const section = outline.regions.find((region) => region.own && inStop(region));
  const map = front?.value.kind === 'map' && !invalid ? front.value : undefined;
  const people = (key: string, label: StopLabel, part: StopSentence['part']): readonly Mention[] => {
    const node = entryOf(map, key)?.value;
    if (node && frontmatter.has('stop_authority', key))
      return readPartiesOf(reading, node, 'one', 'frontmatter');
    const fields = units.filter(({ kind }) => kind === label);
    const labelled = fields.flatMap(({ prose }) => {
      const known = partiesOf(reading, prose, 'field');
      if (known.length > 0) return known;
      // `Executed by: the dispatcher on duty`: the label says that it is somebody, whatever the work is called.
      const named = prose.slice(/^(?:(?:the|our|an?)\s+)?/i.exec(prose.text)?.[0].length ?? 0);
      return readPartiesOf(reading, named, 'one', 'field');
    });
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
