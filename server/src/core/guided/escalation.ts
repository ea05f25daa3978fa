import { isEscalationLog, type LogColumn, logColumns } from '../document/escalation/log-table.ts';
import { escalationOf } from '../document/escalation.ts';
import { type EscalationEntry, escalationLogOf, timeboxMinutes } from '../document/escalation-log.ts';
import { ownerMention } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { called, isOwner } from '../document/subjects.ts';
import { appendToRegion, insertSection } from '../edits/body-edits.ts';
import { appendRow, cellText, fillCells } from '../edits/table-edits.ts';
import type { Row, TableBlock } from '../markdown/blocks.ts';
import { dayOf, formatDay, parseMoment } from '../text/dates.ts';
import { formatHours } from '../text/duration.ts';
import { choice, type Guide, type GuideAnswers, type GuideChoice, said } from './guide.ts';
import { anybody, mentionText, theCto } from './people-choices.ts';

const HEAD = ['Opened', 'Question', 'Parties', 'Decided on', 'Decided by', 'Record'];
const COLUMNS: readonly LogColumn[] = ['opened', 'question', 'parties', 'decided-on', 'decided-by', 'record'];

/** Command "Start Escalation Clock": adds a row to the escalation log, with the log where there is none. */
export const startEscalation: Guide = {
  questions(reading) {
    return [
      {
        id: 'question',
        prompt: 'What do you disagree about?',
        help: 'One question that can be answered: Raise the refund limit to EUR 200?',
        format: 'required',
      },
      { id: 'parties', prompt: 'Who disagrees?', initial: parties(reading) },
      {
        id: 'opened',
        prompt: 'When was it raised in writing?',
        help: `The clock runs ${formatHours(timeboxMinutes(reading))} from then. YYYY-MM-DD, or with a time in UTC.`,
        initial: momentOf(reading.settings.now),
        format: 'moment',
      },
    ];
  },

  edits(reading, answers) {
    const question = said(answers, 'question');
    if (question === undefined) return { edits: [] };
    const opened = said(answers, 'opened') ?? momentOf(reading.settings.now);
    const values: Partial<Record<LogColumn, string>> = {
      opened,
      question,
      parties: said(answers, 'parties') ?? parties(reading),
    };
    const start = parseMoment(opened);
    const end = start === undefined ? undefined : start + timeboxMinutes(reading) * 60_000;
    const { tieBreakers } = escalationOf(reading);
    const then = tieBreakers[0] ? called(tieBreakers[0]) : (theCto(reading) ?? reading.config.tieBreaker);
    return {
      edits: addEntry(reading, values),
      ...(end !== undefined && {
        note: `The clock runs until ${momentOf(end).replace('T', ' ').replace('Z', ' UTC')}. Then ${then} decides.`,
      }),
    };
  },
};

/** Command "Record Escalation Decision": writes the outcome of an open disagreement into its row. */
export const recordEscalation: Guide = {
  refusal(reading) {
    return waiting(reading).length > 0
      ? undefined
      : 'No disagreement is open in the escalation log of this document. “Start Escalation Clock” opens one.';
  },

  questions(reading, answers) {
    const open = waiting(reading);
    const entry = chosen(reading, answers);
    return [
      ...(open.length > 1
        ? [{ id: 'entry', prompt: 'Which disagreement was decided?', choices: open.map(entryChoice) }]
        : []),
      {
        id: 'record',
        prompt: 'What was decided, and why?',
        help: 'In a sentence, or a link to where it is written down.',
        format: 'required',
      },
      {
        id: 'decided-by',
        prompt: 'Who decided?',
        ...deciders(reading, entry),
      },
      { id: 'decided-on', prompt: 'When?', initial: formatDay(dayOf(reading.settings.now)), format: 'date' },
    ];
  },

  edits(reading, answers) {
    const entry = chosen(reading, answers);
    const record = said(answers, 'record');
    const place = entry && rowOf(reading, entry);
    if (!entry || !place || record === undefined) return { edits: [] };
    const columns = logColumns(place.table);
    const values = new Map<number, string>();
    const write = (column: LogColumn, text: string | undefined): void => {
      const index = columns.get(column);
      if (index !== undefined && text !== undefined) values.set(index, text);
    };
    const by = said(answers, 'decided-by') ?? deciders(reading, entry).choices?.[0]?.value;
    write('decided-on', said(answers, 'decided-on') ?? formatDay(dayOf(reading.settings.now)));
    write('decided-by', by);
    write('record', record);
    const lost = !columns.has('record');
    return {
      edits: fillCells(reading.doc, place.table, place.row, values),
      ...(lost && { note: 'The log has no column Record: write the decision down where the path says.' }),
    };
  },
};

/** Entries nobody has decided, the longest overdue first, and decided ones without a record. */
function waiting(reading: Reading): EscalationEntry[] {
  const all = escalationLogOf(reading);
  const open = all.filter(({ state }) => state !== 'decided');
  const unrecorded = all.filter(({ state, record, cells }) => state === 'decided' && !record && cells.record);
  return [...open.sort((a, b) => (a.deadline ?? 0) - (b.deadline ?? 0)), ...unrecorded];
}

function chosen(reading: Reading, answers: GuideAnswers): EscalationEntry | undefined {
  const open = waiting(reading);
  const wanted = said(answers, 'entry');
  return wanted === undefined ? open[0] : open.find((entry) => idOf(entry) === wanted);
}

/** By its words, not its place: the document may be edited between question and answer. */
function idOf({ openedText, question }: EscalationEntry): string {
  return `${openedText} ${question}`.replace(/\s+/g, ' ').trim();
}

function entryChoice(entry: EscalationEntry): GuideChoice {
  const { question, openedText, state, decidedBy } = entry;
  const how =
    state === 'decided'
      ? `decided${decidedBy[0] ? ` by ${called(decidedBy[0])}` : ''}, without a record`
      : state === 'overdue'
        ? `opened ${openedText}, overdue`
        : `opened ${openedText}`;
  return choice(idOf(entry), question === '' ? 'A question without a name' : question, how);
}

/** Who may have decided: once the time is over the tie-breaker, before that the two parties. */
function deciders(
  reading: Reading,
  entry: EscalationEntry | undefined,
): { choices?: GuideChoice[]; other?: boolean; format?: 'required' } {
  const { tieBreakers } = escalationOf(reading);
  const said = [
    ...(entry?.decidedBy ?? []),
    ...(entry?.decides ?? []),
    ...tieBreakers,
    ...(entry?.parties ?? []),
  ];
  const cto = theCto(reading);
  const names = [...said.map((one) => mentionText(reading, one)), ...(cto === undefined ? [] : [cto])];
  const choices = anybody(reading, names);
  return choices.length > 0 ? { choices, other: true } : { format: 'required' };
}

/** The owner and the CTO: between them most disagreements run. */
function parties(reading: Reading): string {
  const path = escalationOf(reading).parties.filter(({ party }) => party.kind !== 'placeholder');
  const owner = ownerMention(reading);
  const others = path.filter((one) => !isOwner(reading, one)).map(called);
  const cto = theCto(reading);
  const names = [
    ...(owner ? [called(owner)] : []),
    ...(others.length > 0 ? others : [cto === undefined ? 'CTO' : (cto.split(',')[0] ?? cto)]),
  ];
  return [...new Set(names)].slice(0, 3).join(', ');
}

function addEntry(
  reading: Reading,
  values: Partial<Record<LogColumn, string>>,
): ReturnType<typeof appendRow> {
  const { doc, outline } = reading;
  const log = outline.tables.find(
    ({ table, region }) =>
      !table.html &&
      isEscalationLog(table) &&
      (region.kind === 'escalation-log' || region.kind === 'escalation'),
  );
  if (log) {
    const columns = logColumns(log.table);
    const byIndex = new Map<number, string>();
    for (const [column, index] of columns) byIndex.set(index, values[column] ?? '');
    return appendRow(doc, log.table, byIndex);
  }
  const row = COLUMNS.map((column) => cellText(values[column] ?? '')).map((text) =>
    text === '' ? '  |' : ` ${text} |`,
  );
  const table = [`| ${HEAD.join(' | ')} |`, `|${HEAD.map(() => ' --- |').join('')}`, `|${row.join('')}`].join(
    '\n',
  );
  const region = outline.regions.find(({ kind, own }) => own && kind === 'escalation-log');
  if (region) return appendToRegion(doc, region, table);
  return insertSection(doc, 'escalation-log', `## Escalation log\n\n${table}`);
}

function rowOf(reading: Reading, entry: EscalationEntry): { table: TableBlock; row: Row } | undefined {
  for (const { table } of reading.outline.tables) {
    const row = table.rows.find(({ span }) => span.start === entry.span.start);
    if (row) return { table, row };
  }
  return undefined;
}

/** A moment to the minute, in UTC. */
function momentOf(ms: number): string {
  const minute = Math.floor(ms / 60_000) % 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatDay(dayOf(ms))}T${two(Math.floor(minute / 60))}:${two(minute % 60)}Z`;
}
