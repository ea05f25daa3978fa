import type { Row } from '../../markdown/blocks.ts';
import type { TableContext } from './context.ts';
import { cellsOf, type Grid, type GridRow, type Mark, textOf } from './grid.ts';
import { headerRoles } from './headers.ts';
import { looksLikeDefinition, type Meaning, meaningAt } from './legend.ts';
import type { RaciRole } from './model.ts';
import { NOBODY } from './words.ts';

const ROLES: readonly Meaning[] = ['accountable', 'responsible', 'consulted', 'informed', 'support'];

/** Reads a table with a row for each role, a column for each decision and people in the cells; undefined when it is none. */
export function readRoleRows(header: Row, rows: readonly Row[], context: TableContext): Grid | undefined {
  const head = cellsOf(header);
  if (head.length < 3 || rows.length < 2 || rows.length > 6) return undefined;
  const parts = rows.map((row) => {
    const cells = cellsOf(row);
    const meaning = cells[0] ? headerRoles(cells[0].prose).meanings[0] : undefined;
    return { cells, role: meaning && ROLES.includes(meaning) ? (meaning as RaciRole) : undefined };
  });
  const roles = new Set(parts.flatMap(({ role }) => role ?? []));
  if (!roles.has('accountable') || !roles.has('responsible') || parts.some(({ role }) => role === undefined))
    return undefined;
  const texts = parts.flatMap(({ cells }) => cells.slice(1).map(textOf)).filter((text) => text !== '');
  if (texts.some((text) => looksLikeDefinition(text) || meaningAt(text) !== undefined)) return undefined;
  const found = head.flatMap((cell, index): GridRow[] => {
    if (index === 0 || !cell || textOf(cell) === '') return [];
    const marks = parts.flatMap(({ cells, role }): Mark[] => {
      const names = cells[index];
      if (!role || !names || NOBODY.test(textOf(names).toLowerCase())) return [];
      return [{ role, span: names.span, holder: { kind: 'names', prose: names.prose }, combined: false }];
    });
    const place = parts.find(({ role }) => role === 'accountable')?.cells[index]?.span;
    return [
      {
        label: textOf(cell),
        labelSpan: cell.span,
        span: cell.span,
        marks,
        ...(place ? { accountablePlace: place } : {}),
      },
    ];
  });
  if (found.every(({ marks }) => marks.length === 0)) return undefined;
  return {
    shape: 'transposed',
    model: context.model === 'daci' || context.model === 'rapid' ? 'raci' : context.model,
    columns: head.map((cell, index) => ({
      index,
      kind: index === 0 ? ('other' as const) : ('label' as const),
      ...(cell ? { header: cell.prose } : {}),
    })),
    rows: found,
    groupRows: [],
    unreadable: [],
  };
}
