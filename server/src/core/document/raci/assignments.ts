import type { Row } from '../../markdown/blocks.ts';
import { readCodes } from './codes.ts';
import { oneDecision, type Title } from './columns.ts';
import type { TableContext } from './context.ts';
import { foldWords } from './fold.ts';
import { cellsOf, type Grid, type Mark, roleOfLetter, textOf } from './grid.ts';
import { headerKind } from './headers.ts';
import { ROLE_OF_WORD } from './words.ts';

/** Headers over the one column of letters in a table about one decision. */
export const TYPE_HEADER =
  /^(?:r\s?[/,]\s?a\s?[/,]\s?c\s?[/,]\s?i|raci|rasci|daci|type|raci type|raci role|raci code|assignment|raci assignment|involvement|participation|part|code|letter|role type|responsibility|responsibility type|rolle|typ|art|beteiligung|type raci|tipo|tipo raci|tipe|tipe raci|тип|роль raci|участие|类型|角色类型|raci 类型)$/;

/** Reads a table for one decision, `role | type`; undefined when it is none. */
export function readAssignments(
  header: Row,
  rows: readonly Row[],
  context: TableContext,
  title: Title | undefined,
): Grid | undefined {
  if (!title || header.cells.length < 2 || header.cells.length > 5) return undefined;
  const head = cellsOf(header);
  const type = head.findIndex((cell, index) => {
    const text = foldWords(textOf(cell));
    return (
      TYPE_HEADER.test(text) &&
      !(index === 0 && /^(?:role|rolle)/.test(text)) &&
      codedShare(rows, index) >= 0.6
    );
  });
  if (type < 0) return undefined;
  // `Responsible | Tom Reed` line by line is read with the lists.
  if (head.length === 2 && rows.some((row) => ROLE_OF_WORD.has(foldWords(textOf(cellsOf(row)[0])))))
    return undefined;
  const party = partyColumn(
    head.map((cell) => textOf(cell)),
    type,
  );
  if (party === undefined) return undefined;
  const raciHead = /raci|rasci|daci/i.test(textOf(head[type]));
  if (!context.evidence && !raciHead) {
    const letters = new Set(
      rows.flatMap((row) => {
        const cell = cellsOf(row)[type];
        return cell ? readCodes(cell.prose).codes.map(({ letter }) => letter) : [];
      }),
    );
    if (!letters.has('R') || !letters.has('A')) return undefined;
  }
  const marks = rows.flatMap((row): Mark[] => {
    const cells = cellsOf(row);
    const [who, what] = [cells[party], cells[type]];
    if (!who || !what || textOf(who) === '') return [];
    const { codes } = readCodes(what.prose);
    return codes.map((code) => ({
      role: roleOfLetter(code.letter, context.model),
      span: what.prose.at(code.from, code.to),
      holder: { kind: 'header', prose: who.prose },
      combined: codes.length > 1,
      ...(code.condition === undefined ? {} : { condition: code.condition }),
    }));
  });
  return oneDecision(
    title,
    marks,
    context.model,
    head.map((cell, index) => ({
      index,
      kind: index === party ? ('party' as const) : ('other' as const),
      ...(cell ? { header: cell.prose } : {}),
    })),
  );
}

function codedShare(rows: readonly Row[], index: number): number {
  const cells = rows.map((row) => cellsOf(row)[index]).filter((cell) => textOf(cell) !== '');
  const coded = cells.filter((cell) => {
    const read = cell ? readCodes(cell.prose) : undefined;
    return read !== undefined && read.codes.length > 0 && read.unknown.length === 0;
  });
  return cells.length === 0 ? 0 : coded.length / cells.length;
}

function partyColumn(heads: readonly string[], type: number): number | undefined {
  const others = heads.map((_, index) => index).filter((index) => index !== type);
  return (
    others.find((index) => headerKind(heads[index] ?? '') === 'party') ??
    others.find(
      (index) => headerKind(heads[index] ?? '') === 'none' || headerKind(heads[index] ?? '') === 'both',
    )
  );
}
