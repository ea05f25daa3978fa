import type { TableBlock } from '../../markdown/blocks.ts';

/** The columns of an escalation log. */
export type LogColumn = 'opened' | 'question' | 'parties' | 'decided-on' | 'decided-by' | 'record';

const COLUMNS: readonly (readonly [LogColumn, RegExp])[] = [
  ['decided-on', /^(?:decided|resolved|closed)(?: on| at)?$|^decision date$|^date decided$/i],
  ['decided-by', /^(?:decided|resolved) by$|^decider$|^decision[- ]maker$/i],
  ['opened', /^(?:opened|raised|started)(?: on| at)?$|^date opened$/i],
  ['question', /^(?:question|issue|topic|subject|disagreement|matter)$/i],
  ['parties', /^(?:parties|between|who|involved)$/i],
  ['record', /^(?:record|decision record|documented in|link|minutes)$/i],
];

/** Which column of a table is what; by the header's words. */
export function logColumns(table: TableBlock): ReadonlyMap<LogColumn, number> {
  const columns = new Map<LogColumn, number>();
  table.header.cells.forEach(({ prose }, index) => {
    const head = prose.text.replace(/\s+/g, ' ').trim();
    const column = COLUMNS.find(([, pattern]) => pattern.test(head))?.[0];
    if (column && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}

/** True for a table with the columns of an escalation log: when it was opened, and when or by whom it was decided. */
export function isEscalationLog(table: TableBlock): boolean {
  const columns = logColumns(table);
  return columns.has('opened') && (columns.has('decided-on') || columns.has('decided-by'));
}
