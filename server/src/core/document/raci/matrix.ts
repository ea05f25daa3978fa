import type { Cell, Row, TableBlock } from '../../markdown/blocks.ts';
import type { Span } from '../../text/span.ts';
import { TYPE_HEADER } from './assignments.ts';
import { categoriesOf } from './categories.ts';
import { readCodes } from './codes.ts';
import type { TableContext } from './context.ts';
import { foldWords } from './fold.ts';
import {
  cellsOf,
  type Grid,
  type GridRow,
  type Holder,
  looksLikeGroup,
  type Mark,
  roleOfLetter,
  textOf,
} from './grid.ts';
import {
  type Body,
  codeColumns,
  isRaci,
  isTransposed,
  labelColumns,
  modelByLetters,
} from './matrix-shape.ts';
import type { RaciModel, UnreadableToken } from './model.ts';
import { TOTAL_LABELS } from './words.ts';

/** Most rows and columns a matrix is looked at with; the rest of a larger one is not read. */
const MAX_COLUMNS = 120;

/** Reads a table of letters; undefined when its letters are no RACI. */
export function readMatrix(
  table: TableBlock,
  header: Row,
  rows: readonly Row[],
  context: TableContext,
): Grid | undefined {
  const body = bodyOf(table, header, rows);
  const width = Math.min(MAX_COLUMNS, body.header.length);
  const code = codeColumns(body, width, context.evidence);
  if (code.length === 0 || !isRaci(body, code, context)) return undefined;
  const labels = labelColumns(body, code);
  const transposed = code.length > 0 && isTransposed(body, code, labels);
  // One column of letters headed "RACI" sums up roles; it is no decision of that name.
  const [only] = code;
  if (code.length === 1 && (!transposed || TYPE_HEADER.test(foldWords(textOf(body.header[only ?? 0])))))
    return undefined;
  const model = modelByLetters(body, code, context.model);
  return transposed ? readTransposed(body, code, labels, model) : readRows(body, code, labels, model);
}

function bodyOf(table: TableBlock, header: Row, rows: readonly Row[]): Body {
  const head = cellsOf(header);
  const headText = head.map(textOf).join('|');
  const cells = rows.map((row) => {
    const found = cellsOf(row);
    // HTML: the label of a cell that spans rows is not repeated, so the row begins with a letter.
    const first = found[0];
    if (
      table.html &&
      first &&
      found.length === head.length - 1 &&
      readCodes(first.prose).codes.length > 0 &&
      textOf(first).length <= 5
    )
      return { row, cells: [undefined, ...found] };
    return { row, cells: found };
  });
  return { header: head, rows: cells.filter((row) => row.cells.map(textOf).join('|') !== headText) };
}

function marksOf(cell: Cell, holder: Holder, model: RaciModel): Mark[] {
  const { codes } = readCodes(cell.prose);
  return codes.map((code) => ({
    role: roleOfLetter(code.letter, model),
    span: cell.prose.at(code.from, code.to),
    holder,
    combined: codes.length > 1,
    ...(code.condition === undefined ? {} : { condition: code.condition }),
  }));
}

function unreadableIn(cell: Cell, model: RaciModel): UnreadableToken[] {
  const { codes, unknown } = readCodes(cell.prose);
  const strange = codes.filter(
    ({ letter }) => roleOfLetter(letter, model) === 'other' && !'OVQFE'.includes(letter),
  );
  return [...unknown, ...strange].map(({ from, to }) => ({
    text: cell.prose.text.slice(from, to).replace(/\s+/g, ' '),
    span: cell.prose.at(from, to),
  }));
}

function readRows(body: Body, code: readonly number[], labels: readonly number[], model: RaciModel): Grid {
  const rows: { label: string; labelSpan: Span; spans: Span; marks: Mark[] }[] = [];
  const groupRows: Row[] = [];
  const unreadable: UnreadableToken[] = [];
  body.rows.forEach(({ row, cells }, i) => {
    const labelCell = labels
      .map((index) => cells[index])
      .find((cell) => cell !== undefined && textOf(cell) !== '');
    const past = cells.map((_, index) => index).filter((index) => index >= body.header.length);
    const marks: Mark[] = [];
    const strange: UnreadableToken[] = [];
    let anything = false;
    for (const index of [...code, ...past]) {
      const cell = cells[index];
      if (!cell) continue;
      const read = readCodes(cell.prose);
      anything ||= textOf(cell) !== '';
      const head = body.header[index];
      // Text past the header is a remark; a letter there is a part whose holder nobody names.
      if (!head && (read.codes.length === 0 || read.unknown.length > 0)) continue;
      marks.push(
        ...marksOf(
          cell,
          head ? { kind: 'header', prose: head.prose } : { kind: 'missing', column: index, span: cell.span },
          model,
        ),
      );
      strange.push(...unreadableIn(cell, model));
    }
    const label = textOf(labelCell);
    const last = rows[rows.length - 1];
    if (labelCell === undefined) {
      // A blank label continues the decision above.
      if (marks.length > 0 && last) last.marks.push(...marks);
      if (marks.length > 0) unreadable.push(...strange);
      return;
    }
    if (TOTAL_LABELS.test(foldWords(label)) || (/^[-–—=:]+$/.test(label) && marks.length === 0)) return;
    if (marks.length === 0 && headsGroup(row, labelCell, body, i, code, anything)) {
      groupRows.push(row);
      return;
    }
    unreadable.push(...strange);
    rows.push({ label, labelSpan: labelCell.span, spans: row.span, marks });
  });
  return {
    shape: 'matrix',
    model,
    columns: body.header.map((cell, index) => ({
      index,
      kind: code.includes(index)
        ? ('party' as const)
        : index === labels[0]
          ? ('label' as const)
          : ('other' as const),
      ...(cell ? { header: cell.prose } : {}),
    })),
    rows: rows.map(({ spans, ...row }): GridRow => ({ ...row, span: spans })),
    groupRows,
    unreadable,
  };
}

/** A row without any code: the heading of a group, or a decision nobody has a part in. */
function headsGroup(
  row: Row,
  label: Cell,
  body: Body,
  at: number,
  code: readonly number[],
  anything: boolean,
): boolean {
  if (looksLikeGroup(row, label, body.header.length)) return true;
  if (anything) return false;
  // A plain label with blank cells heads the rows below it, unless it is one of the four decisions.
  if (categoriesOf(textOf(label), new Map()).length > 0) return false;
  const next = body.rows[at + 1];
  return (
    next?.cells.some(
      (cell, index) => cell !== undefined && code.includes(index) && readCodes(cell.prose).codes.length > 0,
    ) ?? true
  );
}

function readTransposed(
  body: Body,
  code: readonly number[],
  labels: readonly number[],
  model: RaciModel,
): Grid {
  const unreadable: UnreadableToken[] = [];
  const groupRows: Row[] = [];
  const marks = new Map<number, Mark[]>(code.map((index) => [index, []]));
  let holder: Cell | undefined;
  for (const { row, cells } of body.rows) {
    const labelCell = labels
      .map((index) => cells[index])
      .find((cell) => cell !== undefined && textOf(cell) !== '');
    if (labelCell && TOTAL_LABELS.test(foldWords(textOf(labelCell)))) continue;
    const coded = code.filter((index) => {
      const cell = cells[index];
      return cell !== undefined && !readCodes(cell.prose).nobody;
    });
    if (labelCell && coded.length === 0 && looksLikeGroup(row, labelCell, body.header.length)) {
      groupRows.push(row);
      continue;
    }
    holder = labelCell ?? holder;
    if (!holder) continue;
    for (const index of coded) {
      const cell = cells[index];
      if (!cell) continue;
      marks.get(index)?.push(...marksOf(cell, { kind: 'header', prose: holder.prose }, model));
      unreadable.push(...unreadableIn(cell, model));
    }
  }
  const rows = code.flatMap((index): GridRow[] => {
    const head = body.header[index];
    return head
      ? [{ label: textOf(head), labelSpan: head.span, span: head.span, marks: marks.get(index) ?? [] }]
      : [];
  });
  return {
    shape: 'transposed',
    model,
    columns: body.header.map((cell, index) => ({
      index,
      kind: code.includes(index)
        ? ('label' as const)
        : index === labels[0]
          ? ('party' as const)
          : ('other' as const),
      ...(cell ? { header: cell.prose } : {}),
    })),
    rows: rows.filter((row) => row.marks.length > 0 || categoriesOf(row.label, new Map()).length > 0),
    groupRows,
    unreadable,
  };
}
