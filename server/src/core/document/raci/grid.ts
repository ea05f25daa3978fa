import type { Cell, Row } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import type { RaciColumn, RaciModel, RaciRole, RaciTable, UnreadableToken } from './model.ts';

/** Who holds a part: the header of a column or row, the names in a cell, or a column the header row does not have. */
export type Holder =
  | { readonly kind: 'header'; readonly prose: Prose }
  | { readonly kind: 'names'; readonly prose: Prose }
  | { readonly kind: 'missing'; readonly column: number; readonly span: Span };

/** A part given in a row, before anybody has read who it is. */
export interface Mark {
  readonly role: RaciRole;
  /** The letter; for names the whole cell. */
  readonly span: Span;
  readonly holder: Holder;
  readonly condition?: string;
  readonly combined: boolean;
}

export interface GridRow {
  readonly label: string;
  readonly labelSpan: Span;
  readonly span: Span;
  readonly marks: readonly Mark[];
  readonly accountablePlace?: Span;
}

/** A table read as decisions, without anything that depends on settings. Spans are live. */
export interface Grid {
  readonly shape: RaciTable['shape'];
  readonly model: RaciModel;
  readonly columns: readonly (Omit<RaciColumn, 'mention'> & { readonly header?: Prose })[];
  readonly rows: readonly GridRow[];
  readonly groupRows: readonly Row[];
  readonly unreadable: readonly UnreadableToken[];
}

/** Cells by column, `colspan` unfolded: a wide cell stands in its first column. */
export function cellsOf(row: Row): (Cell | undefined)[] {
  const out: (Cell | undefined)[] = [];
  for (const cell of row.cells) {
    out.push(cell);
    for (let i = 1; i < cell.columns; i++) out.push(undefined);
  }
  return out;
}

/** A cell's text on one line. */
export function textOf(cell: Cell | undefined): string {
  return cell ? cell.prose.text.replace(/\s+/g, ' ').trim() : '';
}

/** The role a letter stands for in a model. */
export function roleOfLetter(letter: string, model: RaciModel): RaciRole {
  return (LETTERS[model] ?? LETTERS.raci)[letter] ?? 'other';
}

const LETTERS: Readonly<Record<RaciModel, Readonly<Record<string, RaciRole>>>> = {
  raci: { R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed', S: 'support' },
  rasci: { R: 'responsible', A: 'accountable', S: 'support', C: 'consulted', I: 'informed' },
  daci: { D: 'responsible', A: 'accountable', C: 'consulted', I: 'informed', R: 'responsible' },
  rapid: { R: 'responsible', A: 'consulted', P: 'responsible', I: 'consulted', D: 'accountable' },
};

/** True for a row that only heads the rows below it: bold, a single cell, one wide cell, or one text repeated. */
export function looksLikeGroup(row: Row, label: Cell, width: number): boolean {
  if (row.cells.length === 1 && width > 2) return true;
  if (label.columns > 1 && label.columns >= width - 1) return true;
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  if (texts.length > 2 && texts.every((text) => text === texts[0])) return true;
  const { strong, text } = label.prose;
  if (strong.some(({ from, to }) => from === 0 && to >= text.trimEnd().length) && texts.length === 1)
    return true;
  return texts.length === 1 && /:$/.test(text.trim());
}
