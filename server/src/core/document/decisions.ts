import type { Assignment, DecisionRow, Decisions } from './raci/model.ts';
import { once, type Reading } from './reading.ts';

export * from './raci/model.ts';

/** Who decides what, by frontmatter and body. */
export const decisionsOf = once((_reading): Decisions => ({ rows: [], tables: [] }));

/** Rows of a category whose A means Accountable; those of frontmatter alone when it has any. */
export function rowsOf(reading: Reading, category: string): readonly DecisionRow[] {
  const rows = decisionsOf(reading).rows.filter(
    (row) => row.category === category && (row.model === 'raci' || row.model === 'rasci'),
  );
  const said = rows.filter((row) => row.source === 'frontmatter' && row.accountable.length > 0);
  return said.length > 0 ? said : rows;
}

/** Who is Accountable for a category: frontmatter beats tables. */
export function accountableOf(reading: Reading, category: string): readonly Assignment[] {
  return rowsOf(reading, category).flatMap((row) => row.accountable);
}

/** The row that says who answers for the outcome: production go-live, else halt or rollback. */
export const outcomeAccountable = once(
  (reading): { readonly row: DecisionRow; readonly assignments: readonly Assignment[] } | undefined => {
    for (const category of ['production-go-live', 'production-halt-rollback']) {
      const row = rowsOf(reading, category).find((candidate) => candidate.accountable.length > 0);
      if (row) return { row, assignments: row.accountable };
    }
    return undefined;
  },
);
