import type { PeopleRegister } from '../../people/register.ts';
import type { DecisionRightsDocument } from '../document.ts';
import { knownPeople } from '../mentions.ts';
import type { Region, TableInRegion } from '../outline.ts';
import type { Reading } from '../reading.ts';
import type { ConfiguredCategories } from './categories.ts';
import type { TableContext } from './context.ts';
import type { Grid } from './grid.ts';
import type { DecisionRow, RaciTable } from './model.ts';
import type { RowReader } from './row-reader.ts';

/**
 * What decides, besides the table itself, whom its names mean. The object is the same from one reading of a document
 * to the next as long as nothing of it has changed, so that tables read with it can be kept.
 */
interface Names {
  readonly people: ReadonlySet<string>;
  readonly roles: string;
  readonly register: PeopleRegister;
  readonly categories: ConfiguredCategories;
}

const namesOf = new WeakMap<DecisionRightsDocument, Names>();

function names(reading: Reading): Names {
  const node = reading.frontmatter.node('roles');
  const now: Names = {
    people: knownPeople(reading),
    roles: node ? reading.doc.text.slice(node.span.start, node.span.end) : '',
    register: reading.people,
    categories: reading.config.categories,
  };
  const before = namesOf.get(reading.doc);
  if (before && sameNames(before, now)) return before;
  namesOf.set(reading.doc, now);
  return now;
}

function sameNames(a: Names, b: Names): boolean {
  if (a.register !== b.register || a.categories !== b.categories || a.roles !== b.roles) return false;
  if (a.people === b.people) return true;
  if (a.people.size !== b.people.size) return false;
  for (const name of a.people) if (!b.people.has(name)) return false;
  return true;
}

/** A table whose region is that of the latest reading: headings around it may be new while it is not. */
interface KeptTable extends RaciTable {
  region: Region;
}

interface Kept {
  readonly names: Names;
  readonly model: TableContext['model'];
  readonly after: TableInRegion['after'];
  readonly table: KeptTable;
}

const kept = new WeakMap<Grid, Kept>();

/** Makes tables of grids, those of the reading before where nothing about them has changed. */
export class TableKeeper {
  readonly #names: Names;

  constructor(
    reading: Reading,
    private readonly reader: RowReader,
  ) {
    this.#names = names(reading);
  }

  table(found: TableInRegion, grid: Grid, context: TableContext): RaciTable {
    const known = kept.get(grid);
    if (
      known &&
      known.names === this.#names &&
      known.model === context.model &&
      known.after === found.after
    ) {
      known.table.region = found.region;
      return known.table;
    }
    const rows: DecisionRow[] = [];
    const table: KeptTable = {
      block: found.table,
      region: found.region,
      model: grid.model,
      ...(context.modelSpan && grid.model === context.model ? { modelSpan: context.modelSpan } : {}),
      shape: grid.shape,
      columns: this.reader.columns(grid),
      rows,
      groupRows: grid.groupRows,
      unreadable: grid.unreadable,
    };
    for (const row of grid.rows)
      rows.push({ ...this.reader.row(row, grid.model, 'table', found.after), table });
    kept.set(grid, { names: this.#names, model: context.model, after: found.after, table });
    return table;
  }
}
