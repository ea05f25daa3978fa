import type { Nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { DocumentType } from './ours.ts';

/** As much of a rule as tells whether it runs on a document. */
export interface NamedRule {
  readonly id: string;
  readonly group: string;
  readonly needs: 'said' | 'whole';
  readonly documents?: readonly DocumentType[];
  readonly afterSuppression?: boolean;
}

/** A written wish to silence one rule, or a group of rules, with the reason the format demands. */
export interface Directive {
  readonly form: 'next-line' | 'line' | 'disable' | 'enable';
  /** The comment as a whole. */
  readonly span: Span;
  /** The rule or group as written; empty when none is. */
  readonly rule: string;
  readonly ruleSpan: Span;
  /** The rules it names: one, those of a group, or none when the id is unknown. */
  readonly rules: readonly NamedRule[];
  /** The known id nearest to an unknown one. */
  readonly nearest: Nearest | undefined;
  /** Empty when missing; then it silences nothing. */
  readonly reason: string;
  /** Where the reason belongs, or stands. */
  readonly reasonSpan: Span;
  /** The stretch in which findings of the rule are silenced. */
  readonly reach: Span;
  /** In frontmatter, a comment on a line of its own also speaks for the block as a whole: for its opening line. */
  readonly opening?: Span;
}
