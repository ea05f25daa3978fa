import type { Severity } from '../rules/rule.ts';
import type { About } from './question.ts';

// The JSON of `who`, version 1: stable. Incident tools read it; whatever is added keeps what is there.

/** A place a reader can go to. */
export interface Place {
  /** As the host shows it: relative, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Somebody a document names. */
export interface Named extends Place {
  /** The person's name; for a position nobody fills, a committee or a placeholder, its words. */
  readonly name: string;
  /** `position`: no person is named for it · `body`: a committee, board or team. */
  readonly kind: 'person' | 'position' | 'body' | 'placeholder';
  readonly title: string | null;
  /** The entry in the people register. */
  readonly id: string | null;
  readonly handles: readonly string[];
  /** False when the register says that the person has left. */
  readonly active: boolean;
  /** As the document writes it: `VP Claims`, where the register says who that is. */
  readonly written: string;
  /** The part is held only sometimes: `Tier 2`, `*`. */
  readonly condition: string | null;
}

/** Words of the document at their place. */
export interface SaidText extends Place {
  readonly text: string;
}

export interface SaidTime extends SaidText {
  /** Null where the text gives no figure that can be counted. */
  readonly minutes: number | null;
}

/** A finding about the very right that was asked for: the document cannot be relied on here. */
export interface Doubt extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The reason of the exception, where somebody silenced the finding. */
  readonly exception: string | null;
}

interface Right {
  /** Whom the document names; nobody when it does not say. */
  readonly who: readonly Named[];
  readonly doubts: readonly Doubt[];
}

export interface StopAnswer extends Right {
  /** `decision`: nothing is said of a stop right, the Accountable of halt or rollback stands in. */
  readonly from: 'stop-authority' | 'decision';
  readonly rights: readonly ('pause' | 'roll-back')[];
  /** True when they may only ask somebody else to stop it. */
  readonly asksOnly: boolean;
  /** Words that tie the right to consent: `in consultation with`. */
  readonly hedges: readonly SaidText[];
  readonly reachWithin: SaidTime | null;
  readonly deputy: Named | null;
  readonly mechanism: SaidText | null;
  readonly executedBy: readonly Named[];
  readonly triggers: readonly SaidText[];
}

export interface DecisionAnswer extends Right, Place {
  /** One of the four, a configured one, or null for an ordinary decision. */
  readonly category: string | null;
  /** As the document words it. */
  readonly label: string;
  readonly responsible: readonly Named[];
  readonly consulted: readonly Named[];
  readonly informed: readonly Named[];
}

export interface OwnerAnswer extends Right {
  /** False where nobody is called the owner and the Accountable of go-live or halt stands in. */
  readonly stated: boolean;
  readonly unit: SaidText | null;
  readonly accepted: SaidText | null;
  readonly technicalOwner: Named | null;
}

/** A disagreement that is not decided yet. */
export interface Running extends Place {
  readonly question: string;
  /** `YYYY-MM-DDTHH:MMZ`; null when the log's date cannot be read. */
  readonly opened: string | null;
  readonly deadline: string | null;
  /** `unreadable`: nobody can tell how late it is. */
  readonly state: 'open' | 'overdue' | 'unreadable';
  /** Hours until the deadline, negative behind it. */
  readonly hoursLeft: number | null;
  /** The parties while the clock runs, then the tie-breaker. */
  readonly decidesNow: readonly Named[];
  readonly decidesThen: readonly Named[];
}

export interface EscalationAnswer extends Right {
  /** True when the document says anything about disagreements. `who` decides when the time is over. */
  readonly said: boolean;
  readonly parties: readonly Named[];
  readonly timebox: SaidTime | null;
  readonly interim: SaidText | null;
  readonly running: readonly Running[];
}

export interface GateAnswer extends Right {
  readonly said: boolean;
  readonly decideBy: SaidText | null;
  readonly decision: SaidText | null;
}

/** What one document says of the rights over one system. */
export interface SystemAnswer extends Place {
  readonly initiative: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly autonomy: string | null;
  /** The answer in one line. */
  readonly answer: string;
  /** True when somebody is named for what was asked. */
  readonly answered: boolean;
  /** Findings on the very right; those on the document as a whole among them. */
  readonly doubts: readonly Doubt[];
  readonly stop: StopAnswer;
  /** Those asked for; all of them when none was named. */
  readonly decisions: readonly DecisionAnswer[];
  /** Every decision the document holds, by its words. */
  readonly decisionNames: readonly string[];
  readonly owner: OwnerAnswer;
  readonly escalation: EscalationAnswer;
  readonly gate: GateAnswer;
}

/** A system of the production register without a document: nobody has written down who may do what. */
export interface UndocumentedAnswer extends Place {
  readonly system: string;
  readonly answer: string;
  readonly firstCall: readonly Named[];
  readonly owner: readonly Named[];
}

export interface WhoReport {
  readonly version: 1;
  readonly question: string;
  readonly about: About;
  /** The decision asked for, as it was understood; null for all or none. */
  readonly decision: string | null;
  /** The moment of the answer, `YYYY-MM-DDTHH:MMZ`. */
  readonly asOf: string;
  /** `answered`: one system, and somebody is named · `unanswered`: one system, and its document names nobody. */
  readonly status: 'answered' | 'unanswered' | 'several' | 'none';
  readonly answers: readonly SystemAnswer[];
  readonly undocumented: readonly UndocumentedAnswer[];
  /** Where nothing fits: the systems there are. */
  readonly known: readonly string[];
}
