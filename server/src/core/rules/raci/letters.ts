import type { Assignment, DecisionRow, RaciTable } from '../../document/decisions.ts';
import { samePerson } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import { readCodes } from '../../document/raci/codes.ts';
import type { Reading } from '../../document/reading.ts';
import type { Cell } from '../../markdown/blocks.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** The cell of a table that holds a place. */
export function cellAt(table: RaciTable | undefined, span: Span): Cell | undefined {
  for (const row of table?.block.rows ?? []) {
    if (span.start < row.span.start || span.end > row.span.end) continue;
    const found = row.cells.find((cell) => cell.span.start <= span.start && span.end <= cell.span.end);
    if (found) return found;
  }
  return undefined;
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
  const at = codes.findIndex(
    (code) => code.letter === 'A' && cell?.prose.at(code.from, code.to).start === assignment.span.start,
  );
  const code = codes[at];
  if (cell && code && codes.length > 1) {
    const [before, after] = [codes[at - 1], codes[at + 1]];
    const role = codes.find((other) => other !== code)?.letter ?? 'C';
    const keeps = KEEPS[role] ?? 'in another part';
    const [from, to] = after ? [code.from, after.from] : [before?.to ?? code.from, code.to];
    return { edit: { span: cell.prose.at(from, to), newText: '' }, keeps };
  }
  const text = cell && code ? cell.prose.text.slice(code.from, code.to) : 'A';
  return {
    edit: { span: assignment.span, newText: code?.word ? 'Consulted' : text === 'a' ? 'c' : 'C' },
    keeps: 'Consulted',
  };
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
  if (!column) return undefined;
  return table.block.rows.find(({ span }) => span.start === row.span.start)?.cells[column.index];
}

/** Gives a cell of a matrix the letter A: `R` becomes `A/R`, anything else `A`. */
export function withA(cell: Cell): TextEdit {
  const { codes } = readCodes(cell.prose);
  const works = codes.find((code) => code.letter === 'R');
  if (works && !works.word) return { span: cell.prose.at(works.from, works.to), newText: 'A/R' };
  return { span: cell.span, newText: 'A' };
}
