import type { Span } from '../text/span.ts';

/** What one document tells the others: the part of it that cross-document rules read. */
export interface DocumentFacts {
  readonly path: string;
  readonly initiative: string | undefined;
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly useCaseClass: string | undefined;
  readonly owner: string | undefined;
  /** Where the initiative's id stands, or the first line. */
  readonly span: Span;
}

/** A row of a production register (`type: ai-system-register`). */
export interface RegisterRowFacts {
  readonly path: string;
  readonly system: string;
  /** The link in the Document column, as a workspace path; undefined when blank. */
  readonly document: string | undefined;
  readonly span: Span;
}

/** What is known of a link target. */
export interface LinkTarget {
  readonly file: boolean;
  /** False when the link names a heading (`#…`) that the file does not have. */
  readonly heading: boolean;
  /** The link to the nearest existing file, written as this document would write it. */
  readonly nearest?: string;
}

/** A look at the rest of the workspace, gathered by the host before a check. */
export interface WorkspaceFacts {
  readonly documents: readonly DocumentFacts[];
  readonly registers: readonly { readonly path: string; readonly rows: readonly RegisterRowFacts[] }[];
  /** What a relative link in the file `from` points at; undefined when nobody looked. */
  link(from: string, url: string): LinkTarget | undefined;
}
