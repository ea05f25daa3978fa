import type { Cell, Row, TableBlock } from '../../markdown/blocks.ts';
import { readParties } from '../../parties/read-parties.ts';
import type { Span } from '../../text/span.ts';
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
import { headerKind, isForeignHeader } from './headers.ts';
import type { RaciModel, UnreadableToken } from './model.ts';
import { OTHER_MODEL_WORDS, TOTAL_LABELS } from './words.ts';

interface Body {
  readonly header: readonly (Cell | undefined)[];
  readonly rows: readonly { readonly row: Row; readonly cells: readonly (Cell | undefined)[] }[];
}

/** Most rows and columns a matrix is looked at with; the rest of a larger one is not read. */
const MAX_COLUMNS = 120;

const OTHER_WORDS = new Set<string>(Object.values(OTHER_MODEL_WORDS).flat());

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
  if (code.length === 1 && !transposed) return undefined;
  const model = modelByLetters(body, code, context.model);
  return transposed
    ? readTransposed(body, code, labels, model)
    : readRows(body, code, labels, model, table.html);
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

/** Columns whose cells are codes, and blank ones among them. */
function codeColumns(body: Body, width: number, evidence: boolean): number[] {
  const stats = Array.from({ length: width }, (_, index) => {
    const head = textOf(body.header[index]);
    if (index === 0 && headerKind(head) !== 'none') return { codes: 0, filled: 0, short: 0, head, index };
    let [codes, filled, short] = [0, 0, 0];
    for (const { cells } of body.rows) {
      const cell = cells[index];
      if (!cell) continue;
      const read = readCodes(cell.prose);
      if (read.nobody) continue;
      filled++;
      if (read.codes.length > 0 && read.unknown.length === 0) codes++;
      else if (textOf(cell).length <= 3) short++;
    }
    return { codes, filled, short, head, index };
  });
  const isOther = (head: string): boolean => isForeignHeader(head) || headerKind(head) === 'other';
  const sure = stats.filter(
    ({ codes, filled, short, head, index }) =>
      codes > 0 &&
      (codes * 2 >= filled || (evidence && codes + short === filled)) &&
      !(isOther(head) && !(evidence && looksLikeParty(head) && !isForeignHeader(head))) &&
      (index > 0 || head !== ''),
  );
  const first = sure[0]?.index;
  if (first === undefined) return [];
  return stats
    .filter(
      (stat) =>
        sure.includes(stat) ||
        (stat.index > first &&
          stat.head !== '' &&
          stat.codes === 0 &&
          stat.filled === stat.short &&
          !isOther(stat.head)),
    )
    .map(({ index }) => index);
}

const PARTY_KINDS = new Set(['person', 'position', 'function', 'group']);
const partyLike = new Map<string, boolean>();

function looksLikeParty(text: string): boolean {
  const key = text.slice(0, 100);
  let known = partyLike.get(key);
  if (known === undefined) {
    const kind = readParties(key, { mode: 'header' })[0]?.kind;
    known = kind !== undefined && PARTY_KINDS.has(kind);
    if (partyLike.size > 20_000) partyLike.clear();
    partyLike.set(key, known);
  }
  return known;
}

/** Whether the letters are RACI's: by what stands nearby, or by the letters alone. */
function isRaci(body: Body, code: readonly number[], context: TableContext): boolean {
  let [filled, coded, words, foreignWords, green] = [0, 0, 0, 0, 0];
  const letters = new Set<string>();
  for (const { cells } of body.rows)
    for (const index of code) {
      const cell = cells[index];
      if (!cell) continue;
      const read = readCodes(cell.prose);
      if (read.nobody) continue;
      filled++;
      if (read.codes.length > 0 && read.unknown.length === 0) coded++;
      for (const found of read.codes) {
        letters.add(found.letter);
        if (found.word) words++;
      }
      if (/^(?:G|B|RAG|N)$/i.test(textOf(cell))) green++;
      if (read.unknown.length > 0 && OTHER_WORDS.has(foldWords(textOf(cell)))) foreignWords++;
    }
  if (filled === 0 || context.foreign) return false;
  // "Approve", "Recommend": another kind of decision matrix, whose "Accountable" is one level among others.
  if (foreignWords * 10 >= filled && foreignWords > 1) return false;
  const ofModel = [...letters].filter((letter) => roleOfLetter(letter, context.model) !== 'other').length;
  if (ofModel === 0) return false;
  const asked = letters.has('C') || letters.has('I');
  // Red, amber, green; approved or rejected.
  if (green > 0 && !asked) return false;
  if (context.evidence)
    return coded * 2 >= filled && (letters.has('A') || letters.has('R') || letters.has('D'));
  const foreignHeader = body.header.some((cell) => isForeignHeader(textOf(cell)));
  return (
    !foreignHeader &&
    code.length > 1 &&
    coded * 10 >= filled * 6 &&
    letters.has('R') &&
    letters.has('A') &&
    (asked || code.filter((index) => looksLikeParty(textOf(body.header[index]))).length * 2 >= code.length) &&
    (words > 0 || letters.size > 2 || body.rows.length > 1)
  );
}

/** Without a legend: D and no R is DACI. */
function modelByLetters(body: Body, code: readonly number[], model: RaciModel): RaciModel {
  if (model !== 'raci') return model;
  const letters = new Set(
    body.rows.flatMap(({ cells }) =>
      code.flatMap((index) => {
        const cell = cells[index];
        return cell ? readCodes(cell.prose).codes.map((found) => found.letter) : [];
      }),
    ),
  );
  return letters.has('D') && letters.has('A') && !letters.has('R') ? 'daci' : model;
}

/** Columns that may hold a row's label: the decision column first, then those nearest to it. */
function labelColumns(body: Body, code: readonly number[]): number[] {
  const texts = body.header.map((_, index) => index).filter((index) => !code.includes(index));
  const filled = texts.filter((index) => body.rows.some(({ cells }) => textOf(cells[index]) !== ''));
  const before = filled.filter((index) => index < (code[0] ?? 0));
  const rank = (index: number): number => {
    const kind = headerKind(textOf(body.header[index]));
    if (!before.includes(index)) return 9;
    if (kind === 'decision') return isVague(textOf(body.header[index])) ? 2 : 0;
    return kind === 'both' ? 1 : kind === 'none' ? 3 : kind === 'party' ? 4 : 5;
  };
  return [...filled].sort((a, b) => rank(a) - rank(b) || b - a).filter((index) => rank(index) < 9);
}

/** Header words that head a group of decisions as often as the decision itself. */
function isVague(head: string): boolean {
  return /^(?:area|decision area|domain|category|stage|lifecycle stage|process|function|gate|scope|item|workstream|bereich|etapa|fase|阶段|etape|этап|tahap|component|subsystem|milestone)$/.test(
    foldWords(head),
  );
}

/** Whether parties stand in the first column and decisions in the header. */
function isTransposed(body: Body, code: readonly number[], labels: readonly number[]): boolean {
  const column = labels[0] ?? 0;
  const head = textOf(body.header[column]);
  const kind = headerKind(head);
  let bias = kind === 'decision' ? -0.8 : 0;
  if (kind === 'party')
    bias =
      /^(?:roles?|stakeholders?|persons?|positions?|who|actors?|participants?|team members?|rollen?|rol|papel|papeis|peran|роль|роли|角色)\b/.test(
        foldWords(head),
      ) || /^角色/.test(head)
        ? 0.7
        : 0.35;
  if (kind === 'both') bias = headerKind(head.split(/[/\\]/)[0] ?? '') === 'party' ? 0.1 : -0.1;
  const labelsOf = body.rows.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  const share = (texts: readonly string[]): number =>
    texts.length === 0 ? 0 : texts.filter((text) => looksLikeParty(text)).length / texts.length;
  const heads = code.map((index) => textOf(body.header[index]));
  const holders = share(labelsOf.slice(0, 40)) - share(heads);
  const holds = (cell: Cell | undefined): boolean =>
    cell !== undefined && readCodes(cell.prose).codes.some(({ letter }) => letter === 'A');
  const inRows =
    body.rows.filter(({ cells }) => code.filter((index) => holds(cells[index])).length === 1).length /
    Math.max(1, body.rows.length);
  const inColumns =
    code.filter((index) => body.rows.filter(({ cells }) => holds(cells[index])).length === 1).length /
    code.length;
  const decided = (texts: readonly string[]): number =>
    texts.some((text) => categoriesOf(text, new Map()).length > 0) ? 0.4 : 0;
  return holders + bias + 0.5 * (inColumns - inRows) + decided(heads) - decided(labelsOf.slice(0, 40)) > 0.35;
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

function readRows(
  body: Body,
  code: readonly number[],
  labels: readonly number[],
  model: RaciModel,
  html: boolean,
): Grid {
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
    if (marks.length === 0 && headsGroup(row, labelCell, body, i, code, anything, html)) {
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
  html: boolean,
): boolean {
  if (looksLikeGroup(row, label, body.header.length)) return true;
  if (anything) return html && false;
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
