import type { Cell, Row } from '../markdown/blocks.ts';
import { parseMoment } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { isEscalationLog, type LogColumn, logColumns } from './escalation/log-table.ts';
import { escalationOf } from './escalation.ts';
import type { Mention, Said } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import { once, type Reading } from './reading.ts';
import { isAgentic } from './stage.ts';

/** How an entry of the escalation log stands at the time of the check. `unreadable`: Opened is no date we can read. */
export type EntryState = 'open' | 'overdue' | 'decided' | 'unreadable';

/** One row of the escalation log. Moments are milliseconds since 1970 UTC. */
export interface EscalationEntry {
  readonly question: string;
  readonly questionSpan: Span;
  /** When the clock started; a bare date starts at 24:00 of that day. */
  readonly opened: Said<number> | undefined;
  readonly openedText: string;
  readonly parties: readonly Mention[];
  /** The text of Decided on; undefined when the cell is blank. */
  readonly decidedOn: Said<string> | undefined;
  readonly decidedBy: readonly Mention[];
  readonly record: Said<string> | undefined;
  /** When the time-box runs out; undefined when Opened cannot be read. */
  readonly deadline: number | undefined;
  readonly state: EntryState;
  /** Who decides from now on: the parties while the clock runs, then the tie-breaker. Empty for what is decided. */
  readonly decides: readonly Mention[];
  readonly span: Span;
  /** The cell of a column, blank or not; undefined where the row or the table has none. */
  readonly cells: Readonly<Partial<Record<LogColumn, Cell>>>;
}

/** The time-box of a new disagreement, in minutes: the document's own exact one, else the configured limit. */
export function timeboxMinutes(reading: Reading): number {
  const exact = escalationOf(reading).timeboxes.find(
    ({ value }) => !value.unclear && value.minutes !== undefined,
  );
  const { agenticTimeboxMinutes, timeboxMinutes: ordinary } = reading.config;
  return exact?.value.minutes ?? (isAgentic(reading) ? agenticTimeboxMinutes : ordinary);
}

/** The entries of every escalation log, in order, with their clocks. */
export const escalationLogOf = once((reading): readonly EscalationEntry[] =>
  reading.outline.tables
    .filter(
      ({ table, region }) =>
        isEscalationLog(table) && (region.kind === 'escalation-log' || region.kind === 'escalation'),
    )
    .flatMap(({ table }) => {
      const columns = logColumns(table);
      return table.rows
        .filter((row) => row.cells.some(({ prose }) => !isBlank(prose.text)))
        .map((row) => readEntry(reading, row, columns));
    }),
);

function readEntry(reading: Reading, row: Row, columns: ReadonlyMap<LogColumn, number>): EscalationEntry {
  const cells: Partial<Record<LogColumn, Cell>> = {};
  for (const [column, index] of columns) {
    const cell = row.cells[index];
    if (cell) cells[column] = cell;
  }
  const said = (column: LogColumn): Said<string> | undefined => {
    const cell = cells[column];
    return cell && !isBlank(cell.prose.text)
      ? { value: cell.prose.text, span: cell.span, source: 'table' }
      : undefined;
  };
  const people = (column: LogColumn, mode: 'one' | 'list'): Mention[] => {
    const cell = cells[column];
    if (!cell || isBlank(cell.prose.text)) return [];
    return readPartiesOf(reading, cell.prose, mode, 'table').filter(({ party }) => party.kind !== 'nobody');
  };
  const openedText = cells.opened?.prose.text ?? '';
  const start = parseMoment(openedText);
  const opened: Said<number> | undefined =
    start === undefined || !cells.opened
      ? undefined
      : { value: start, span: cells.opened.span, source: 'table' };
  const deadline = start === undefined ? undefined : start + timeboxMinutes(reading) * 60_000;
  const decidedOn = said('decided-on');
  const decidedBy = people('decided-by', 'one').filter(({ party }) => party.kind !== 'placeholder');
  const parties = people('parties', 'list');
  const open = (!decidedOn || isUndecided(decidedOn.value)) && decidedBy.length === 0;
  const { now } = reading.settings;
  const state: EntryState = !open
    ? 'decided'
    : deadline === undefined
      ? 'unreadable'
      : now >= deadline
        ? 'overdue'
        : 'open';
  return {
    question: cells.question?.prose.text.replace(/\s+/g, ' ') ?? '',
    questionSpan: cells.question?.span ?? row.span,
    opened,
    openedText,
    parties,
    decidedOn,
    decidedBy,
    record: said('record'),
    deadline,
    state,
    decides: state === 'overdue' ? escalationOf(reading).tieBreakers : state === 'open' ? parties : [],
    span: row.span,
    cells,
  };
}

/** A blank cell, or a dash for one. */
function isBlank(text: string): boolean {
  return /^[\s\-–—.]*$|^n\/?a$|^none$/i.test(text.trim());
}

/** Words that stand where a date will be. */
function isUndecided(text: string): boolean {
  return /^(?:open|pending|tbd|tbc|not yet.*|in progress|ongoing|undecided|\?+|…|\[.*\])$/i.test(text.trim());
}
