import type { Cell, Row } from '../../markdown/blocks.ts';
import type { Span } from '../../text/span.ts';
import { categoriesOf } from './categories.ts';
import { readCodes } from './codes.ts';
import type { TableContext } from './context.ts';
import { foldWords } from './fold.ts';
import { cellsOf, type Grid, type GridRow, looksLikeGroup, type Mark, textOf } from './grid.ts';
import { headerKind, headerRoles } from './headers.ts';
import { looksLikeDefinition, type Meaning, meaningAt } from './legend.ts';
import type { RaciModel, RaciRole } from './model.ts';
import { NOBODY, TOTAL_LABELS } from './words.ts';

/** A decision that a table speaks of without a column for it: its heading. */
export interface Title {
  readonly text: string;
  readonly span: Span;
}

/** `x`, a tick or a dot: somebody has the part that the column's header names. */
const TICK = /^(?:x|✓|✔|✅|☑|●|•|⬤|yes|ja|oui|si|sim|ya|да|是)️?$/i;

interface RoleColumn {
  readonly index: number;
  readonly roles: readonly RaciRole[];
}

/** Reads a table that has a column for each role and people in the cells; undefined when it is none. */
export function readColumns(
  header: Row,
  rows: readonly Row[],
  context: TableContext,
  title: Title | undefined,
): Grid | undefined {
  const head = cellsOf(header);
  const found = head
    .map((cell, index) => ({ index, ...(cell ? headerRoles(cell.prose) : { meanings: [], letter: false }) }))
    .filter(({ meanings }) => meanings.length > 0);
  const meanings = new Set<Meaning>(found.flatMap((column) => column.meanings));
  if (!isRoleHeader(found, meanings, head, context)) return undefined;
  const model = modelOfHeader(meanings, context);
  const roles = found.map(
    ({ index, meanings: own }): RoleColumn => ({
      index,
      roles: own.map((meaning) => roleOf(meaning, model, meanings)),
    }),
  );
  const indices = new Set(roles.map(({ index }) => index));
  const label = labelColumn(head, rows, indices);
  const body = rows.map((row) => ({ row, cells: cellsOf(row) }));
  const parts = body.flatMap(({ cells }) =>
    roles.map(({ index }) => textOf(cells[index])).filter((text) => !NOBODY.test(text.toLowerCase())),
  );
  if (parts.length === 0) return undefined;
  const share = (test: (text: string) => boolean): number => parts.filter(test).length / parts.length;
  if (share((text) => TICK.test(text)) > 0.5) return readTicks(body, roles, label, head, model, title);
  // Explanations, long sentences, figures or letters in the cells: a legend or another kind of table.
  if (
    share((text) => looksLikeDefinition(text)) > 0.4 ||
    share((text) => meaningAt(text) !== undefined && text.length < 20) > 0.4
  )
    return undefined;
  if (share((text) => /^[\d\s.,%€$£]+$/.test(text)) > 0.3 || share((text) => /^\p{L}$/u.test(text)) > 0.5)
    return undefined;
  const labelText = label === undefined ? '' : textOf(head[label]);
  if (label !== undefined && headerKind(labelText) === 'party' && isRoleList(labelText)) return undefined;
  return {
    shape: 'columns',
    model,
    columns: columnsOf(head, roles, label),
    ...readRows(body, roles, label, head.length, title),
    unreadable: [],
  };
}

/** A table whose first column lists roles explains them. */
function isRoleList(head: string): boolean {
  return (
    /^(?:roles?|stakeholders?|positions?|persons?|members?|rollen?|rol|papel|peran|роль|角色)\b/.test(
      foldWords(head),
    ) || /^角色/.test(head)
  );
}

function isRoleHeader(
  found: readonly {
    readonly index: number;
    readonly meanings: readonly Meaning[];
    readonly letter: boolean;
  }[],
  meanings: ReadonlySet<Meaning>,
  head: readonly (Cell | undefined)[],
  context: TableContext,
): boolean {
  const words = found.filter(({ letter }) => !letter);
  if (meanings.has('driver') && meanings.has('approver')) return true;
  if (meanings.has('recommend') && (meanings.has('decide') || meanings.has('agree'))) return words.length > 1;
  if (meanings.has('accountable')) {
    if (words.length >= 2 || (words.length === 1 && found.length > 1)) return true;
    if (found.length >= 3 && meanings.has('responsible')) return true;
    // Letters alone could be anything; two of them need a RACI word nearby.
    if (found.length === 2 && meanings.has('responsible')) return context.evidence;
    const decided = head.some((cell) => cell !== undefined && headerKind(textOf(cell)) === 'decision');
    return words.length === 1 && (context.evidence || decided) && decided;
  }
  if (!context.evidence) return false;
  if (
    meanings.has('responsible') &&
    meanings.has('approver') &&
    (meanings.has('consulted') || meanings.has('informed'))
  )
    return true;
  // No column for the Accountable at all: only where nothing else could be it.
  const others = head.filter(
    (cell, index) =>
      cell !== undefined &&
      !found.some((column) => column.index === index) &&
      /owner|approv|decid|lead|sign|account|entscheid|decide|responsab/i.test(textOf(cell)),
  );
  return (
    meanings.has('responsible') &&
    meanings.has('consulted') &&
    meanings.has('informed') &&
    others.length === 0
  );
}

function modelOfHeader(meanings: ReadonlySet<Meaning>, context: TableContext): RaciModel {
  if (meanings.has('driver') && meanings.has('approver')) return 'daci';
  if (meanings.has('recommend') && (meanings.has('decide') || meanings.has('agree'))) return 'rapid';
  if (meanings.has('support')) return 'rasci';
  if (
    meanings.has('accountable') &&
    meanings.has('responsible') &&
    (context.model === 'daci' || context.model === 'rapid')
  )
    return 'raci';
  return context.model;
}

function roleOf(meaning: Meaning, model: RaciModel, all: ReadonlySet<Meaning>): RaciRole {
  switch (meaning) {
    case 'driver':
    case 'recommend':
    case 'perform':
      return 'responsible';
    case 'approver':
      // "Responsible, Approver, Consulted, Informed" has no other Accountable.
      return all.has('accountable') ? 'other' : 'accountable';
    case 'decide':
      return model === 'rapid' ? 'accountable' : 'other';
    case 'agree':
    case 'input':
    case 'contributor':
      return 'consulted';
    case 'foreign':
      return 'other';
    default:
      return meaning;
  }
}

function labelColumn(
  head: readonly (Cell | undefined)[],
  rows: readonly Row[],
  roles: ReadonlySet<number>,
): number | undefined {
  const filled = head
    .map((_, index) => index)
    .filter((index) => !roles.has(index) && rows.some((row) => textOf(cellsOf(row)[index]) !== ''));
  const rank = (index: number): number => {
    const kind = headerKind(textOf(head[index]));
    return kind === 'decision' ? 0 : kind === 'both' ? 1 : kind === 'none' ? 2 : kind === 'party' ? 3 : 4;
  };
  const first = Math.min(...roles);
  const before = filled.filter((index) => index < first);
  const candidates = before.length > 0 ? before : filled.filter((index) => rank(index) < 3);
  return [...candidates].sort((a, b) => rank(a) - rank(b) || a - b)[0];
}

function columnsOf(
  head: readonly (Cell | undefined)[],
  roles: readonly RoleColumn[],
  label: number | undefined,
): Grid['columns'] {
  return head.map((cell, index) => {
    const column = roles.find((candidate) => candidate.index === index);
    const role = column?.roles[0];
    return {
      index,
      kind: column ? ('role' as const) : index === label ? ('label' as const) : ('other' as const),
      ...(role ? { role } : {}),
      ...(cell ? { header: cell.prose } : {}),
    };
  });
}

function readRows(
  body: readonly { readonly row: Row; readonly cells: readonly (Cell | undefined)[] }[],
  roles: readonly RoleColumn[],
  label: number | undefined,
  width: number,
  title: Title | undefined,
): Pick<Grid, 'rows' | 'groupRows'> {
  const rows: (Omit<GridRow, 'marks'> & { marks: Mark[] })[] = [];
  const groupRows: Row[] = [];
  const accountable = roles.find((column) => column.roles.includes('accountable'))?.index;
  for (const { row, cells } of body) {
    const marks = roles.flatMap(({ index, roles: own }): Mark[] => {
      const cell = cells[index];
      if (!cell || NOBODY.test(textOf(cell).toLowerCase())) return [];
      return own.map((role) => ({
        role,
        span: cell.span,
        holder: { kind: 'names', prose: cell.prose },
        combined: own.length > 1,
      }));
    });
    const labelCell = label === undefined ? undefined : cells[label];
    const text = textOf(labelCell);
    const last = rows[rows.length - 1];
    if (text === '' && (label !== undefined || rows.length > 0)) {
      if (last && label !== undefined) last.marks.push(...marks);
      continue;
    }
    if (TOTAL_LABELS.test(foldWords(text))) continue;
    const wide = labelCell ?? row.cells[0];
    if (label !== undefined && wide && (marks.length === 0 || new Set(row.cells.map(textOf)).size === 1)) {
      const group = looksLikeGroup(row, wide, width) || categoriesOf(text, new Map()).length === 0;
      if (group) {
        groupRows.push(row);
        continue;
      }
    }
    const heading = labelCell ? { text, span: labelCell.span } : title;
    if (!heading || (marks.length === 0 && !labelCell)) continue;
    const place = accountable === undefined ? undefined : cells[accountable]?.span;
    rows.push({
      label: heading.text,
      labelSpan: heading.span,
      span: row.span,
      marks,
      ...(place ? { accountablePlace: place } : {}),
    });
  }
  return { rows, groupRows };
}

/** A table for one decision: parties in rows, a tick under their part. */
function readTicks(
  body: readonly { readonly row: Row; readonly cells: readonly (Cell | undefined)[] }[],
  roles: readonly RoleColumn[],
  label: number | undefined,
  head: readonly (Cell | undefined)[],
  model: RaciModel,
  title: Title | undefined,
): Grid | undefined {
  if (label === undefined || !title || headerKind(textOf(head[label])) === 'decision') return undefined;
  const marks = body.flatMap(({ cells }): Mark[] => {
    const party = cells[label];
    if (!party || textOf(party) === '') return [];
    return roles.flatMap(({ index, roles: own }): Mark[] => {
      const cell = cells[index];
      if (!cell || !TICK.test(textOf(cell))) return [];
      return own.map((role) => ({
        role,
        span: cell.span,
        holder: { kind: 'header', prose: party.prose },
        combined: false,
      }));
    });
  });
  return oneDecision(title, marks, model, columnsOf(head, roles, label));
}

/** A table about one decision. */
export function oneDecision(
  title: Title,
  marks: readonly Mark[],
  model: RaciModel,
  columns: Grid['columns'],
): Grid | undefined {
  if (marks.length === 0) return undefined;
  return {
    shape: 'assignments',
    model,
    columns,
    rows: [{ label: title.text, labelSpan: title.span, span: title.span, marks }],
    groupRows: [],
    unreadable: [],
  };
}

/** True for a cell that holds letters alone. */
export function isCode(cell: Cell | undefined): boolean {
  if (!cell) return false;
  const read = readCodes(cell.prose);
  return read.codes.length > 0 && read.unknown.length === 0;
}
