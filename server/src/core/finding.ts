import type { TextEdit } from './text/edit.ts';
import type { Span } from './text/span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place that helps to understand a finding. */
export interface Related {
  /** Path of the other file; undefined for the document itself. */
  readonly path?: string;
  readonly span: Span;
  readonly message: string;
}

/**
 * A change that removes a finding. `safe` ones run on save and with `--fix`; `manual` ones are decisions for a
 * person: offered, never applied unattended.
 */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'manual';
  readonly edits: readonly TextEdit[];
}

/** What a rule reports. */
export interface Report {
  /** The smallest text a person would change; for what is missing, the place it belongs. */
  readonly span: Span;
  /** One sentence names what was found, a second says what to do. */
  readonly message: string;
  /** Only where it differs from the rule's default: by stage, by row, by kind of holder. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Computed when somebody asks for the fixes. */
  readonly fixes?: () => readonly Fix[];
}

/** A finding as the hosts see it: spans are snapshots. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: () => readonly Fix[];
}
