import type { Portfolio, PortfolioInitiative, PortfolioSystem } from './portfolio.ts';

type Cell = string | number | null;

const HEADER = [
  'record',
  'id',
  'title',
  'status',
  'autonomy',
  'use_case_class',
  'unit',
  'owner',
  'owner_title',
  'stop_right',
  'errors',
  'warnings',
  'infos',
  'exceptions',
  'next_clock',
  'due',
  'clock_state',
  'decides',
  'path',
  'line',
];

/**
 * The report for spreadsheets (RFC 4180): a row for each initiative, then one for each system of the registers.
 * No cell is a formula, whatever a document calls itself.
 */
export function csvReport({ initiatives, systems }: Portfolio): string {
  const rows = [HEADER, ...initiatives.map(initiativeRow), ...systems.map(systemRow)];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function initiativeRow(entry: PortfolioInitiative): Cell[] {
  const { owner, stop, nextClock: clock } = entry;
  return [
    'initiative',
    entry.initiative,
    entry.title,
    entry.status,
    entry.autonomy,
    entry.useCaseClass,
    entry.unit,
    owner?.name ?? null,
    owner?.title ?? null,
    stop?.names.join('; ') ?? null,
    entry.errors,
    entry.warnings,
    entry.infos,
    entry.exceptions,
    clock?.what ?? null,
    clock?.due ?? null,
    clock?.state ?? null,
    clock?.decides.join('; ') ?? null,
    entry.path,
    entry.line,
  ];
}

function systemRow(row: PortfolioSystem): Cell[] {
  const { system, unit, owner, state, dueOn, firstCall, path, line } = row;
  const clock = dueOn === null ? null : state === 'overdue' ? 'overdue' : 'running';
  const blank: Cell[] = [null, null];
  const found = [...blank, unit, owner, null, null, ...blank, ...blank];
  const due = [dueOn === null ? null : 'Owner needed', dueOn, clock, dueOn === null ? null : firstCall];
  return ['system', null, system, state, ...found, ...due, path, line];
}

/** Signs by which a spreadsheet takes a cell for a formula, also behind blanks; full-width ones among them. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
