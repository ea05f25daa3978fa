import type { Span } from '../text/span.ts';

/** What one document tells the others: the part of it that cross-document rules read. */
export interface DocumentFacts {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  readonly initiative: string | undefined;
  /** The frontmatter's `title`, else the document's first heading. */
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly useCaseClass: string | undefined;
  /** As written; undefined when nobody is named, or only where nobody has looked. */
  readonly owner: string | undefined;
  /** Where the initiative's id stands, or the first line. */
  readonly span: Span;
  /** `template: true`: no initiative of its own. */
  readonly template?: boolean;
  /** The files whose presence or headings its findings depend on. */
  readonly links?: readonly string[];
}

/** A row of a production register (`type: ai-system-register`). */
export interface RegisterRowFacts {
  /** Of the register. */
  readonly path: string;
  readonly system: string;
  /** The link in the Document column, as a workspace path; undefined when blank. */
  readonly document: string | undefined;
  /** As written; undefined when blank. */
  readonly owner?: string | undefined;
  readonly span: Span;
}

/** A production register and its rows. */
export interface RegisterFacts {
  readonly path: string;
  readonly rows: readonly RegisterRowFacts[];
  /** `template: true`: lists nothing that exists. */
  readonly template?: boolean;
  readonly links?: readonly string[];
}

/** What is known of a link target. */
export interface LinkTarget {
  readonly file: boolean;
  /** False when the link names a heading (`#…`) that the file does not have. */
  readonly heading: boolean;
  /** The link to the nearest existing file, written as this document would write it. */
  readonly nearest?: string;
}

/** Answers that cross-document rules need, without going through every document. See `Company`. */
export interface WorkspaceLookup {
  /** The decision-rights document at a path. */
  at(path: string): DocumentFacts | undefined;
  /** The documents in use (neither retired nor templates) with this initiative id, in path order. */
  ofInitiative(id: string): readonly DocumentFacts[];
  /** The document a register row belongs to: by its link, else by initiative or title. */
  documentOf(row: Pick<RegisterRowFacts, 'system' | 'document'>): DocumentFacts | undefined;
  /** The register rows that belong to a document. */
  rowsOf(doc: Pick<DocumentFacts, 'path' | 'initiative' | 'title'>): readonly RegisterRowFacts[];
}

/** A look at the rest of the workspace, gathered by the host before a check. */
export interface WorkspaceFacts {
  readonly documents: readonly DocumentFacts[];
  readonly registers: readonly RegisterFacts[];
  /** What a relative link in the file `from` points at; undefined when nobody looked. */
  link(from: string, url: string): LinkTarget | undefined;
  /** The path of the document being checked, as these facts know it; the document's own path when absent. */
  readonly self?: string;
  /** A path of these facts as findings show it; the path itself when absent. */
  shown?(path: string): string;
  /** Where absent, one is made of the lists: see `lookupOf`. */
  readonly lookup?: WorkspaceLookup;
}
