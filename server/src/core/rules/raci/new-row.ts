import { type RaciTable, samePerson } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';

/** The cells of a new row with the owner Accountable; undefined where the table has no place for that. */
export function cellsForNewRow(
  reading: Reading,
  table: RaciTable,
  label: string,
  name: string,
  owner: Mention | undefined,
): string[] | undefined {
  if (table.block.html) return undefined;
  if (table.shape === 'columns') {
    if (
      !table.columns.some((column) => column.role === 'accountable') ||
      !table.columns.some((column) => column.kind === 'label')
    )
      return undefined;
    return table.columns.map((column) => {
      if (column.kind === 'label') return label;
      if (column.role === 'accountable') return name;
      return column.role === 'responsible' ? '[Name]' : '';
    });
  }
  // In a matrix, that is: only there is a column somebody's.
  const own =
    owner &&
    table.columns.find((column) => column.mention && samePerson(reading, column.mention.party, owner.party));
  if (!own) return undefined;
  // A table with one party alone is no matrix.
  const other = table.columns.find((column) => column.kind === 'party' && column !== own);
  return table.columns.map((column) => {
    if (column.kind === 'label') return label;
    if (column === own) return 'A';
    return column === other ? 'R' : '';
  });
}
