import type { Prose } from '../../markdown/prose.ts';
import type { Mention, Source } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';

import type { Reading } from '../reading.ts';
import { categoriesOf } from './categories.ts';
import { firstNames, singleNames } from './first-names.ts';
import { assignmentOf } from './frontmatter-rows.ts';
import type { Grid, GridRow, Mark } from './grid.ts';
import type { Assignment, DecisionRow, RaciColumn, RaciModel, RaciRole } from './model.ts';

/** Turns rows of letters and names into decisions with parties, for one reading of a document. */
export class RowReader {
  /** The party of a header, read once however many letters stand under it. */
  readonly #headers = new Map<Prose, Mention>();

  constructor(private readonly reading: Reading) {}

  /** `after` is the text below the table, where footnotes stand. */
  row(row: GridRow, model: RaciModel, source: Source, after?: Prose): DecisionRow {
    const categories = categoriesOf(row.label, this.reading.config.categories);
    const held = (role: RaciRole): Assignment[] =>
      row.marks
        .filter((mark) => mark.role === role)
        .flatMap((mark) => this.#assignments(mark, source, after));
    return {
      label: row.label,
      labelSpan: row.labelSpan,
      category: categories[0],
      categories,
      model,
      accountable: held('accountable'),
      responsible: held('responsible'),
      consulted: held('consulted'),
      informed: held('informed'),
      source,
      span: row.span,
      ...(row.accountablePlace ? { accountablePlace: row.accountablePlace } : {}),
    };
  }

  columns(grid: Grid): RaciColumn[] {
    return grid.columns.map(({ index, kind, role, header }) => ({
      index,
      kind,
      ...(role ? { role } : {}),
      ...(kind === 'party' && header && grid.shape === 'matrix' ? { mention: this.#header(header) } : {}),
    }));
  }

  #assignments(mark: Mark, source: Source, after: Prose | undefined): Assignment[] {
    const { holder, span, combined } = mark;
    if (holder.kind === 'names')
      return this.#named(holder.prose, mark.role, source)
        .filter(({ party }) => party.kind !== 'nobody')
        .map((mention) => ({ ...assignmentOf(mention), combined }));
    const mention =
      holder.kind === 'header' ? this.#header(holder.prose) : unnamed(holder.column, holder.span);
    const condition =
      mark.condition === undefined ? undefined : (footnote(mark.condition, after) ?? mark.condition);
    return [{ mention, span, header: true, combined, ...(condition === undefined ? {} : { condition }) }];
  }

  #named(prose: Prose, role: RaciRole, source: Source): readonly Mention[] {
    if (role !== 'accountable') return readPartiesOf(this.reading, prose, 'list', source);
    const found = readPartiesOf(this.reading, prose, 'one', source);
    const [only] = found;
    if (found.length !== 1 || only?.party.kind !== 'unknown') return found;
    if (firstNames(this.reading, prose.text) !== 'all') return found;
    return singleNames(prose.text).flatMap(({ from, name }) =>
      readPartiesOf(this.reading, prose.slice(from, from + name.length), 'one', source),
    );
  }

  #header(prose: Prose): Mention {
    let mention = this.#headers.get(prose);
    if (!mention) {
      mention = readPartiesOf(this.reading, prose, 'header', 'table')[0] ?? unnamed(0, prose.span);
      this.#headers.set(prose, mention);
    }
    return mention;
  }
}

/** A letter in a column without a header: somebody, but nobody says who. */
function unnamed(column: number, span: Mention['span']): Mention {
  const text = `column ${column + 1}`;
  return { party: { kind: 'unknown', text, start: 0, end: text.length }, span, source: 'table' };
}

/** The text of a footnote mark (`*`, `†`), where a line under the table begins with it. */
function footnote(mark: string, after: Prose | undefined): string | undefined {
  if (!after || !/^[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3}$/.test(mark)) return undefined;
  const line = after.text.split('\n').find((text) => text.trimStart().startsWith(mark));
  const text = line
    ?.trim()
    .slice(mark.length)
    .replace(/^[\s:=–—-]+/, '')
    .trim();
  return text === undefined || text === '' || text.startsWith(mark[0] ?? '') ? undefined : text.slice(0, 120);
}
