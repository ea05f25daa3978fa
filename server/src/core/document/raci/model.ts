import type { Row, TableBlock } from '../../markdown/blocks.ts';
import type { Span } from '../../text/span.ts';
import type { Mention, Source } from '../mention.ts';
import type { Region } from '../outline.ts';

/** Whose letters a table uses. CAIRO and its like are `raci` with a letter for "left out". */
export type RaciModel = 'raci' | 'rasci' | 'daci' | 'rapid';

/** What a letter or a column gives a party. `support` is the S of RASCI, `other` a role without a RACI meaning. */
export type RaciRole = 'accountable' | 'responsible' | 'consulted' | 'informed' | 'support' | 'other';

/** The four decisions every document answers, in the order in which they come up. */
export const CATEGORIES = [
  'pilot-go-no-go',
  'production-go-live',
  'in-production-modification',
  'production-halt-rollback',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How the four are called in messages and in rows we write. */
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  'pilot-go-no-go': 'Pilot go/no-go',
  'production-go-live': 'Production go-live',
  'in-production-modification': 'In-production modification',
  'production-halt-rollback': 'Production halt or rollback',
};

/** A party's part in a decision. */
export interface Assignment {
  readonly mention: Mention;
  /** The letter in a matrix, the name in a cell or a value: what a person would change in this row. */
  readonly span: Span;
  /** `Tier 2` of `A (Tier 2)`, `*` of `A*`: the part is held only sometimes. */
  readonly condition?: string;
  /** True when the party is named by a column (or row) header, so that its mention stands outside the row. */
  readonly header?: boolean;
  /** True for one of several letters of a cell: `A/R`. */
  readonly combined?: boolean;
}

/** One decision and who has which part in it. */
export interface DecisionRow {
  /** The decision as the document words it; the category's key for frontmatter. */
  readonly label: string;
  readonly labelSpan: Span;
  /** One of `CATEGORIES`, a configured category, a free key of frontmatter, or undefined for an ordinary decision. */
  readonly category: string | undefined;
  /** All it speaks of: "Go-live and rollback" is two. The first is `category`. */
  readonly categories: readonly string[];
  readonly model: RaciModel;
  /** Who answers for it: A in RACI and RASCI. In DACI the Approver, in RAPID who decides. */
  readonly accountable: readonly Assignment[];
  readonly responsible: readonly Assignment[];
  readonly consulted: readonly Assignment[];
  readonly informed: readonly Assignment[];
  readonly source: Source;
  readonly table?: RaciTable;
  /** The table row, the frontmatter entry, or the list under the decision's heading. */
  readonly span: Span;
  /** Where an Accountable belongs: the Accountable cell, the line, the frontmatter entry; undefined in a matrix. */
  readonly accountablePlace?: Span;
}

/** What a column of a table is for. */
export interface RaciColumn {
  readonly index: number;
  readonly kind: 'label' | 'party' | 'role' | 'other';
  /** For `role` columns. */
  readonly role?: RaciRole;
  /** For `party` columns: the party of the header cell. */
  readonly mention?: Mention;
}

/** A token of a RACI table that means nothing to us. */
export interface UnreadableToken {
  readonly text: string;
  readonly span: Span;
}

/** A table read as decisions. */
export interface RaciTable {
  readonly block: TableBlock;
  readonly region: Region;
  readonly model: RaciModel;
  /** The words that say the model, when it is not plain RACI: `DACI`, `Approver`; undefined when `raci_model` says so. */
  readonly modelSpan?: Span;
  /**
   * `matrix`: decisions in rows, parties in columns · `transposed`: the other way round · `columns`: a column
   * for each role, people in the cells · `assignments`: a table for one decision, a row for each party.
   */
  readonly shape: 'matrix' | 'transposed' | 'columns' | 'assignments';
  readonly columns: readonly RaciColumn[];
  readonly rows: readonly DecisionRow[];
  /** Rows that head a group of decisions and say nothing themselves. */
  readonly groupRows: readonly Row[];
  readonly unreadable: readonly UnreadableToken[];
}

/** Everything a document says about who decides what. */
export interface Decisions {
  /** Frontmatter `decisions` first, then the body in order. */
  readonly rows: readonly DecisionRow[];
  readonly tables: readonly RaciTable[];
}
