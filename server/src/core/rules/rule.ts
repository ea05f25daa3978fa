import type { DocumentType } from '../document/ours.ts';
import type { Reading } from '../document/reading.ts';
import type { Report, Severity } from '../finding.ts';

export type { Finding, Fix, Related, Report, Severity } from '../finding.ts';

export const RULE_GROUPS = [
  'document',
  'owner',
  'metric',
  'raci',
  'stop-authority',
  'escalation',
  'gate',
  'operating-model',
  'use-case',
  'agentic',
  'eu',
  'register',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/**
 * A document that shows a rule at work. `⟦` and `⟧` mark where the finding points in a bad example (one pair
 * a finding; `⟦⟧` marks a place of no width) and are taken out before it is checked.
 */
export interface Example {
  readonly text: string;
  /** A configuration file's text. */
  readonly config?: string;
  /** A people register's text. */
  readonly people?: string;
  /** `YYYY-MM-DD`; 2026-03-02 when absent. */
  readonly today?: string;
  /** The file's name; `claims-triage.md` when absent. */
  readonly path?: string;
  /** Given by name on the command line, not ours otherwise. */
  readonly named?: boolean;
  /** Other files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What to look at, shown above the example in the docs. For a good one: the trap it stands for. */
  readonly note?: string;
  /** Rules that a fix of this example may bring up: what it declares has consequences of its own. */
  readonly raises?: readonly string[];
  /** Expected severity where it is not the default. */
  readonly severity?: Severity;
}

/** One rule: everything about it in one place. Hover, `explain`, docs page, tables and schemas are derived. */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  /** The default severity. */
  readonly severity: Severity;
  /** The catalogue's wording where one word does not say it: `error at gate, silent in pilot`. */
  readonly severityNote?: string;
  /** `said` reads what is there; `whole` asks for what a complete document has. */
  readonly needs: 'said' | 'whole';
  /** Types of document it applies to; `['decision-rights']` when absent. */
  readonly documents?: readonly DocumentType[];
  /** One line: the pattern it flags. */
  readonly summary: string;
  /** Two to six plain sentences in Markdown: what it means, why it matters, what to do. Our own words. */
  readonly why: string;
  /** Numbers of the seed's statements it rests on, or `product` for what the tool itself needs. */
  readonly source: readonly number[] | 'product';
  /** Ids of related facts in `facts.ts` (laws and standards), shown with how sure they are. */
  readonly facts?: readonly string[];
  /** Runs when the directives have been applied, and cannot itself be silenced by one. */
  readonly afterSuppression?: boolean;
  /** Its fixes may be safe. Without it they are all manual, and nobody who looks for safe ones works them out. */
  readonly safeFixes?: true;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  check(reading: Reading, report: (finding: Report) => void): void;
}

/** Says that an object is a rule; a place for the compiler to check it. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
