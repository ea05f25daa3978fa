import type { Assignment, DecisionRow, RaciRole, RaciTable } from '../../document/decisions.ts';
import { samePerson } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { readCodes } from '../../document/raci/codes.ts';
import type { Reading } from '../../document/reading.ts';
import type { Cell } from '../../markdown/blocks.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** The cell of a table that holds a place. */
export function cellAt(table: RaciTable | undefined, place: Span): Cell | undefined {
  const cells = table?.block.rows.flatMap((row) => row.cells);
  return cells?.find(({ span }) => span.start <= place.start && place.end <= span.end);
}

/**
 * Takes the Accountable letter out of a cell: `A` becomes `C`, `A/R` becomes `R`, "Accountable" becomes
 * "Consulted". `keeps` is the word for what the party is then.
 */
export function withoutA(
  row: DecisionRow,
  assignment: Assignment,
): { readonly edit: TextEdit; readonly keeps: string } {
  const cell = cellAt(row.table, assignment.span);
  const codes = cell ? readCodes(cell.prose).codes : [];
  const at = codes.findIndex(({ from, to }) => cell?.prose.at(from, to).start === assignment.span.start);
  const code = codes[at];
  if (cell && code && codes.length > 1) {
    const [before, after] = [codes[at - 1], codes[at + 1]];
    const role = codes.find((other) => other !== code)?.letter ?? 'C';
    const keeps = KEEPS[role] ?? 'in another part';
    const [from, to] = after ? [code.from, after.from] : [before?.to ?? code.from, code.to];
    return { edit: { span: cell.prose.at(from, to), newText: '' }, keeps };
  }
  const small = code && cell?.prose.text[code.from] === 'a';
  const word = code?.word ?? assignment.span.end - assignment.span.start > 1;
  const newText = word ? 'Consulted' : small ? 'c' : 'C';
  return { edit: { span: assignment.span, newText }, keeps: 'Consulted' };
}

const KEEPS: Readonly<Record<string, string>> = {
  R: 'Responsible',
  C: 'Consulted',
  I: 'Informed',
  S: 'in support',
};

/** The cell in a matrix row under the column of a party. */
export function cellOfParty(reading: Reading, row: DecisionRow, mention: Mention): Cell | undefined {
  const { table } = row;
  if (table?.shape !== 'matrix') return undefined;
  const column = table.columns.find(
    (one) => one.mention && samePerson(reading, one.mention.party, mention.party),
  );
  return column && cellsOf(row)[column.index];
}

/** The cell in a row under the column of a role; undefined where the table has no such column. */
export function cellOfRole(row: DecisionRow, role: RaciRole): Cell | undefined {
  const column = row.table?.columns.find((one) => one.role === role);
  return column && cellsOf(row)[column.index];
}

function cellsOf({ table, span }: DecisionRow): readonly Cell[] {
  return table?.block.rows.find((one) => one.span.start === span.start)?.cells ?? [];
}

/** Makes a party Accountable in its cell of a matrix; who does the work goes on doing it: `R` becomes `A/R`. */
export function withA(cell: Cell): TextEdit {
  const { codes } = readCodes(cell.prose);
  const works = codes.find(({ letter }) => letter === 'R');
  if (!works) return { span: cell.span, newText: codes[0]?.word ? 'Accountable' : 'A' };
  return {
    span: cell.prose.at(works.from, works.to),
    newText: works.word ? 'Accountable / Responsible' : 'A/R',
  };
}
