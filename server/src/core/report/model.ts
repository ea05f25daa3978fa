import type { RuleGroup, Severity } from '../rules/rule.ts';

/** A place a reader can go to. */
export interface Place {
  /** As the host shows it: relative, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** `body`: a committee, board or team · `position`: a position or function for which no person is named. */
export type HolderKind = 'person' | 'position' | 'body';

/** Who holds something, the same in every document that means the same one. */
export interface Holder {
  /** Equal for the same person, position or body; never shown. */
  readonly key: string;
  readonly kind: HolderKind;
  readonly name: string;
  readonly title: string | null;
}

/** What somebody can hold, in the order in which the map shows it. */
export const SEAT_KINDS = [
  'owner',
  'pilot-go-no-go',
  'production-go-live',
  'in-production-modification',
  'production-halt-rollback',
  'other-decision',
  'stop-right',
  'tie-breaker',
] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** One thing that one holder has in one document. */
export interface EntrySeat {
  readonly holder: Holder;
  readonly kind: SeatKind;
  /** In the document's words: the decision, or what the seat is called. */
  readonly what: string;
  readonly line: number;
}

export interface EntryFinding {
  readonly rule: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
}

/** A finding that a directive silences, with the reason it gives. */
export interface EntryException extends EntryFinding {
  readonly reason: string;
}

/** `gate`: a funding decision is due · `ask`: an answer to a request for money is due · `escalation`: a disagreement
 * has to be decided · `triage`: a system needs an owner. */
export const CLOCK_KINDS = ['gate', 'ask', 'escalation', 'triage'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** A clock that runs: whatever is decided has none. */
export interface EntryClock {
  readonly kind: ClockKind;
  readonly what: string;
  /** `YYYY-MM-DD`, the last day; for escalations the minute, `YYYY-MM-DDTHH:MMZ`. */
  readonly due: string;
  /** The first moment that is too late, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** Who decides at this moment. */
  readonly decides: readonly string[];
  readonly line: number;
}

interface FileEntry {
  readonly path: string;
  readonly findings: readonly EntryFinding[];
  readonly exceptions: readonly EntryException[];
}

export interface EntryOwner {
  readonly name: string;
  readonly title: string | null;
  /** `shared`: several people at once. */
  readonly kind: HolderKind | 'shared' | 'placeholder';
  /** False where nobody is called the owner and the Accountable of go-live or halt stands in. */
  readonly stated: boolean;
  readonly line: number;
}

/** What one decision-rights document says, as far as the portfolio shows it. Plain data: holds on to no text. */
export interface InitiativeEntry extends FileEntry {
  readonly kind: 'initiative';
  readonly initiative: string | null;
  readonly title: string;
  readonly status: Status | null;
  readonly autonomy: 'advisory' | 'agentic' | null;
  readonly useCaseClass: 'back-office' | 'customer-facing' | null;
  readonly unit: string | null;
  readonly owner: EntryOwner | null;
  readonly stop: { readonly names: readonly string[]; readonly line: number } | null;
  readonly seats: readonly EntrySeat[];
  readonly clocks: readonly EntryClock[];
  /** Where the initiative's name stands. */
  readonly line: number;
}

export const STATUSES = ['pilot', 'gate', 'production', 'paused', 'retired'] as const;
export type Status = (typeof STATUSES)[number];

/** `owned`: has an owner and a document · `undocumented`: an owner alone · `waiting`: no owner yet, in time or
 * without a date · `overdue`: no owner, and the time is over. */
export type SystemState = 'owned' | 'undocumented' | 'waiting' | 'overdue';

/** One row of a production register. */
export interface EntrySystem {
  readonly system: string;
  readonly unit: string | null;
  readonly firstCall: string | null;
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly identifiedOn: string | null;
  readonly dueOn: string | null;
  readonly state: SystemState;
  readonly line: number;
}

export interface RegisterEntry extends FileEntry {
  readonly kind: 'register';
  readonly systems: readonly EntrySystem[];
  readonly clocks: readonly EntryClock[];
}

/** A configuration or people file, or a file that cannot be read: findings alone. */
export interface OtherEntry extends FileEntry {
  readonly kind: 'other';
}

export type PortfolioEntry = InitiativeEntry | RegisterEntry | OtherEntry;
