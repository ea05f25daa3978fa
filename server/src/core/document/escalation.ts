import type { Prose } from '../markdown/prose.ts';
import { findDurations, parseDuration, type Unclear } from '../text/duration.ts';
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlNode } from '../yaml/node.ts';
import { type EscalationLabel, escalationLabel, pathAnywhere } from './escalation/escalation-labels.ts';
import {
  ABOUT_DISAGREEMENT,
  AFTERWARDS,
  ANOTHER_STEP,
  AT_EXPIRY,
  DECIDED_BY,
  DECIDES,
  DOCUMENTED,
  GOES_TO,
  INTERIM,
  LAST_WORD,
  RAISED_IN_WRITING,
  STARTS,
  THE_CALL,
  tieOf,
  WRITTEN_DOWN,
} from './escalation/escalation-words.ts';
import { isEscalationLog } from './escalation/log-table.ts';
import type { Mention, Said, Source } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import type { Region } from './outline.ts';
import { once, type Reading } from './reading.ts';
import { labelledUnits, looksForeign, type Unit, unitsOf } from './said-units.ts';
import { agentOf, distinct, partiesOf, proseOfScalar, subjectOf } from './subjects.ts';
import { whoseIn } from './whose.ts';

/** A duration of the escalation path, as written. */
export interface PathTime {
  readonly text: string;
  /** Exact unless `unclear`; then the longest reading, where the text gives a figure at all. */
  readonly minutes?: number;
  readonly unclear?: Unclear;
}

/** What happens when people disagree, as the document says it. */
export interface Escalation {
  /** True when frontmatter, a section, a labelled value or the role definition says who decides, how long, or between whom. */
  readonly said: boolean;
  /** The frontmatter entry `escalation`, when it has a value. */
  readonly entry: YamlEntry | undefined;
  /** True when the frontmatter value as a whole cannot be read. */
  readonly invalid: boolean;
  /** True when the section is in a language we cannot read: nothing is said of what it lacks. */
  readonly foreign: boolean;
  /** The first escalation section with a heading of its own. */
  readonly section: Region | undefined;
  /** Everybody the path names: parties, those of the steps, those who decide. Each once. */
  readonly parties: readonly Mention[];
  /** The value of `escalation.parties`. */
  readonly partiesNode: YamlNode | undefined;
  /** Every time limit for the decision, the one that counts first: frontmatter, else the longest exact one. */
  readonly timeboxes: readonly Said<PathTime>[];
  /** Who decides when the time is over; more than one when they decide together. */
  readonly tieBreakers: readonly Mention[];
  /** The words that say who decides, for what is to be added to them. */
  readonly decision: Prose | undefined;
  readonly documented: Said<string> | undefined;
  readonly interim: Said<string> | undefined;
  readonly starts: Said<string> | undefined;
  /** Sentences of the body that were read. */
  readonly sentences: readonly Prose[];
}

type EscalationUnit = Unit<EscalationLabel>;

/** What the document says about disagreements. Never undefined: what is not said is empty. */
export const escalationOf = once((reading): Escalation => {
  const { frontmatter, outline } = reading;
  const entry = frontmatter.has('escalation') ? frontmatter.entry('escalation') : undefined;
  const inPath = (region: Region): boolean => region.kind === 'escalation';
  const own = unitsOf(outline, inPath, escalationLabel).filter(({ prose }) => prose.text !== '');
  const elsewhere = labelledUnits(
    outline,
    (region) => !inPath(region) && region.kind !== 'escalation-log',
    pathAnywhere,
  );
  const rows = stepRows(reading, inPath);
  let units = [...own, ...elsewhere];
  if (!entry && units.length === 0 && rows.length === 0) units = fromRoleDefinition(reading);
  const section = outline.regions.find((region) => region.own && inPath(region));
  // One key that cannot be read silences the rules about it alone; see `unreadable`.
  const invalid = frontmatter.invalid('escalation', '');
  const decider = invalid ? { who: [], prose: undefined } : deciderOf(reading, units, rows);
  const partiesNode = frontmatter.has('escalation', 'parties')
    ? frontmatter.node('escalation', 'parties')
    : undefined;
  const named = [
    ...(partiesNode ? readPartiesOf(reading, partiesNode, 'list', 'frontmatter') : []),
    ...units
      .filter(({ kind }) => kind === 'parties')
      .flatMap(({ prose }) => readPartiesOf(reading, prose, 'list', 'field')),
    ...decider.who,
    ...rows.flatMap(({ who }) => who),
  ].filter(({ party }) => party.kind !== 'nobody');
  const timeboxes = timeboxesOf(reading, units, rows);
  const documented = documentedOf(reading, units, rows);
  const about = timeboxes.length > 0 || named.length > 0 || units.some(({ kind }) => kind !== undefined);
  return {
    said:
      entry !== undefined ||
      about ||
      looksForeign(units) ||
      units.some(({ prose }) => ABOUT_DISAGREEMENT.test(prose.text)),
    entry,
    invalid,
    foreign: looksForeign(units),
    section,
    parties: distinct(reading, named),
    partiesNode,
    timeboxes,
    tieBreakers: decider.who,
    decision: decider.prose,
    documented,
    interim: saidOf(reading, 'interim_state', units, 'interim', (prose) => INTERIM.test(prose.text)),
    starts: saidOf(reading, 'starts', units, 'starts', (prose) => STARTS.test(prose.text)),
    sentences: units.map(({ prose }) => prose),
  };
});

/** True when the frontmatter value of the key cannot be read: the rules that read it stay silent. */
export function unreadable({ frontmatter }: Reading, ...keys: readonly string[]): boolean {
  return keys.some((key) => frontmatter.invalid('escalation', key));
}

/** The time-box that counts: frontmatter, else the longest exact one, else an unclear one. */
export function timeboxOf(reading: Reading): Said<PathTime> | undefined {
  return escalationOf(reading).timeboxes[0];
}

/** A row of a table of steps: who, and within what time. */
interface StepRow {
  readonly who: readonly Mention[];
  readonly times: readonly Said<PathTime>[];
  /** What the row says besides: `CTO decides`. */
  readonly step: readonly Prose[];
  /** True for the step that says who decides. */
  readonly decides: boolean;
  /** True for a step that comes with the decision or after it: it is written down, or told to others. */
  readonly records: boolean;
}

function stepRows(reading: Reading, inPath: (region: Region) => boolean): StepRow[] {
  const name =
    /\bwho\b|\bdecider\b|\bdecides?\b|\bdecision[- ]maker\b|\brole\b|\bowner\b|\bescalate(?:d|s)? to\b|\bperson\b|\bcontact\b/i;
  const when =
    /\btime\b|\bwithin\b|\bdeadline\b|\blimit\b|\bduration\b|\bsla\b|\bhours\b|\btime-?box\b|\bwhen\b|\bhow long\b|\bdue\b|\bclock\b/i;
  return reading.outline.tables
    .filter(({ table, region }) => inPath(region) && table.header.cells.length > 2 && !isEscalationLog(table))
    .flatMap(({ table }) => {
      const heads = table.header.cells.map(({ prose }) => prose.text);
      const who = heads.findIndex((head) => name.test(head));
      const time = heads.findIndex((head, i) => i !== who && when.test(head));
      return table.rows.map(({ cells }): StepRow => {
        const step = cells.flatMap(({ prose }, i) => (i === who || i === time ? [] : prose));
        const decides = step.some(({ text }) => text.search(DECIDES) >= 0 || text.search(DECIDED_BY) >= 0);
        const records = !decides && step.some(({ text }) => AFTERWARDS.test(text));
        return {
          who: cells[who] ? partiesOf(reading, cells[who].prose, 'table') : [],
          times: cells[time] && !records ? timesIn(cells[time].prose, 'table') : [],
          step,
          decides,
          records,
        };
      });
    })
    .filter(({ who, times, records }) => who.length > 0 || times.length > 0 || records);
}

function timesIn(prose: Prose, source: Source, ties: readonly string[] = []): Said<PathTime>[] {
  return findDurations(prose.text)
    .filter(({ start, end }) => ties.length === 0 || ties.includes(tieOf(prose.text, start, end)))
    .map(({ start, end, text, minutes, unclear }) => ({
      value: { text, ...(minutes === undefined ? {} : { minutes }), ...(unclear ? { unclear } : {}) },
      span: prose.at(start, end),
      source,
    }));
}

function timeboxesOf(
  reading: Reading,
  units: readonly EscalationUnit[],
  rows: readonly StepRow[],
): Said<PathTime>[] {
  const { frontmatter } = reading;
  const front: Said<PathTime>[] = [];
  const node = frontmatter.node('escalation', 'timebox');
  const text = frontmatter.text('escalation', 'timebox');
  if (node?.kind === 'scalar' && text !== undefined) {
    const exact = parseDuration(text) ?? findDurations(text)[0];
    const value: PathTime = {
      text,
      ...(exact?.minutes === undefined ? {} : { minutes: exact.minutes }),
      ...(exact?.unclear ? { unclear: exact.unclear } : exact ? {} : { unclear: 'vague' as const }),
    };
    front.push({ value, span: node.inner, source: 'frontmatter' });
  }
  const labelled = units
    .filter(
      ({ kind, label }) => kind === 'timebox' || (kind === 'starts' && /^(?:the )?clock$/i.test(label ?? '')),
    )
    .flatMap(({ prose }) => timesIn(prose, 'field'));
  const others = units.filter(({ kind }) => kind === undefined || kind === 'path' || kind === 'tie-breaker');
  const tied = others.flatMap(({ prose, kind }) => timesIn(prose, kind ? 'field' : 'prose', ['decision']));
  let body = [...labelled, ...rows.flatMap(({ times }) => times), ...tied];
  // `Within 48 hours.` alone says no verb; it can only be the time-box.
  if (body.every(({ value }) => value.unclear)) {
    const loose = others.flatMap(({ prose, kind }) => timesIn(prose, kind ? 'field' : 'prose', ['unknown']));
    body = [...body, ...loose];
  }
  const length = ({ value }: Said<PathTime>): number => (value.unclear ? -1 : (value.minutes ?? -1));
  return [...front, ...body.sort((a, b) => length(b) - length(a))];
}

/** Who decides when the time is over: the one said so at expiry, else the last of the steps. */
function deciderOf(
  reading: Reading,
  units: readonly EscalationUnit[],
  rows: readonly StepRow[],
): { readonly who: readonly Mention[]; readonly prose: Prose | undefined } {
  const { frontmatter } = reading;
  const found: { who: readonly Mention[]; prose: Prose; final: boolean }[] = [];
  const weak: { who: readonly Mention[]; prose: Prose }[] = [];
  for (const { prose, kind } of units) {
    if (kind === 'tie-breaker') {
      const who = decidersIn(reading, prose);
      const named = who.length > 0 ? who : partiesOf(reading, prose, 'field');
      if (named.length > 0) found.push({ who: named, prose, final: true });
      continue;
    }
    if (kind && kind !== 'path' && kind !== 'timebox') continue;
    const who = decidersIn(reading, prose);
    if (who.length > 0) found.push({ who, prose, final: AT_EXPIRY.test(prose.text) });
    for (const match of prose.text.matchAll(GOES_TO)) {
      const to = agentOf(reading, prose, match.index + match[0].length);
      if (to.length > 0) weak.push({ who: to, prose });
    }
  }
  const best = found.filter(({ final }) => final).at(-1) ?? found.at(-1) ?? weak.at(-1);
  const node = frontmatter.node('escalation', 'tie_breaker');
  if (node && frontmatter.has('escalation', 'tie_breaker')) {
    const prose = node.kind === 'scalar' ? proseOfScalar(reading, node) : undefined;
    let who: readonly Mention[] = prose ? partiesOf(reading, prose, 'frontmatter') : [];
    if (who.length === 0) who = readPartiesOf(reading, node, 'one', 'frontmatter');
    return { who: distinct(reading, who), prose: best?.prose };
  }
  if (best) return { who: distinct(reading, best.who), prose: best.prose };
  const steps = rows.filter(({ who, records }) => who.length > 0 && !records);
  const last = steps.findLast(({ decides }) => decides) ?? steps.at(-1);
  return { who: last?.who ?? [], prose: undefined };
}

function decidersIn(reading: Reading, prose: Prose): Mention[] {
  let who: Mention[] = [];
  for (const match of prose.text.matchAll(DECIDES)) {
    // `cannot decide` and `to decide` say nothing of who does.
    if (/\b(?:not|cannot|to|they|both|parties|we|you)\s*$/i.test(prose.text.slice(0, match.index))) continue;
    const subject = subjectOf(reading, prose, match.index);
    if (subject.length > 0) who = subject;
  }
  const whose = whoseIn(
    reading,
    prose,
    'prose',
    (subject, behind) => THE_CALL.test(subject) && !ANOTHER_STEP.test(behind),
  );
  if (whose.length > 0) who = [...whose];
  for (const match of prose.text.matchAll(LAST_WORD)) {
    const subject = subjectOf(reading, prose, match.index);
    if (subject.length > 0) who = subject;
  }
  for (const match of prose.text.matchAll(DECIDED_BY)) {
    const agent = agentOf(reading, prose, match.index + match[0].length);
    if (agent.length > 0) who = agent;
  }
  return who;
}

function documentedOf(
  reading: Reading,
  units: readonly EscalationUnit[],
  rows: readonly StepRow[],
): Said<string> | undefined {
  const front = saidOf(reading, 'documented_in', units, 'documented', () => false);
  if (front) return front;
  for (const { prose } of units) {
    const { text } = prose;
    const raised = RAISED_IN_WRITING.exec(text);
    const rest = raised ? text.replace(raised[0], '') : text;
    if (DOCUMENTED.test(rest)) return { value: text, span: prose.span, source: 'prose' };
  }
  for (const { step } of rows) {
    const prose = step.find(({ text }) => WRITTEN_DOWN.test(text));
    if (prose) return { value: prose.text, span: prose.span, source: 'table' };
  }
  // A log with a column for the record asks for one at every entry.
  const log = reading.outline.tables.find(({ table }) => isEscalationLog(table));
  return log && { value: 'escalation log', span: log.table.header.span, source: 'table' };
}

function saidOf(
  reading: Reading,
  key: string,
  units: readonly EscalationUnit[],
  label: EscalationLabel,
  says: (prose: Prose) => boolean,
): Said<string> | undefined {
  const { frontmatter } = reading;
  const node = frontmatter.node('escalation', key);
  if (node && frontmatter.has('escalation', key)) {
    const span: Span = node.kind === 'scalar' ? node.inner : node.span;
    return { value: reading.doc.text.slice(span.start, span.end), span, source: 'frontmatter' };
  }
  const field = units.find(({ kind }) => kind === label);
  if (field) return { value: field.prose.text, span: field.prose.span, source: 'field' };
  const unit = units.find(({ prose }) => says(prose));
  return unit && { value: unit.prose.text, span: unit.prose.span, source: 'prose' };
}

/** The two-sentence role definition may hold the path: only sentences about a disagreement are read there. */
function fromRoleDefinition(reading: Reading): EscalationUnit[] {
  return unitsOf<EscalationLabel>(
    reading.outline,
    (region) => region.kind === 'owner',
    () => undefined,
  ).filter(({ prose }) => ABOUT_DISAGREEMENT.test(prose.text));
}
