import type { Span } from '../../text/span.ts';
import type { Mention, Said, Source } from '../mention.ts';
import type { GateQuestion, GateVerdict } from './words.ts';

/** A day of the record. `day` counts from 1970-01-01; undefined for a period in words (`end of April`). */
export interface GateDate extends Said<string> {
  readonly day: number | undefined;
}

/** Who is named for a part of the record. */
export interface GatePeople {
  readonly mentions: readonly Mention[];
  /** The whole value. */
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly source: Source;
}

/** One of the three questions, as far as it stands in the document. */
export interface GateAnswer {
  readonly question: GateQuestion;
  /** True for yes; undefined while nobody has answered. */
  readonly answer: Said<boolean> | undefined;
  /** Where the question stands: its key, line or cell; undefined where it is not asked. */
  readonly place: Span | undefined;
  /** Where its answer is left open: the key `answer` without a value. */
  readonly blank?: Span;
  /** A value stands there that frontmatter cannot hold: reported as such, and by nobody else. */
  readonly unreadable: boolean;
}

/** What was decided. */
export interface GateDecision extends Said<string> {
  readonly verdict: GateVerdict;
}

/** A case that is ready and has no money. */
export interface GateBlocked {
  readonly span: Span;
  readonly reason: Said<string> | undefined;
  readonly askTo: GatePeople | undefined;
  readonly askBy: GateDate | undefined;
}

/** The funding gate by frontmatter and body; frontmatter wins value by value. */
export interface GateReading {
  readonly source: 'frontmatter' | 'body';
  /** Where something missing from the record belongs: the key `gate`, else the section's heading. */
  readonly place: Span;
  readonly definedOn: GateDate | undefined;
  readonly decideBy: GateDate | undefined;
  /** Where a day to decide by is left open: the blank key or label, or the placeholder. */
  readonly undated: Span | undefined;
  readonly decidedOn: GateDate | undefined;
  readonly decider: GatePeople | undefined;
  /** Undefined while the record says nothing; `pending` where it says so. */
  readonly decision: GateDecision | undefined;
  readonly questions: Readonly<Record<GateQuestion, GateAnswer>>;
  readonly signedBy: GatePeople | undefined;
  readonly evidence: Said<string> | undefined;
  /** Link to the business case. */
  readonly caseLink: Said<string> | undefined;
  /** The day or words of the owner's acceptance, where the gate's own section says them. */
  readonly accepted: Said<string> | undefined;
  readonly amount: Said<string> | undefined;
  readonly costCentre: Said<string> | undefined;
  readonly approvedBy: GatePeople | undefined;
  readonly approvedOn: GateDate | undefined;
  readonly blocked: GateBlocked | undefined;
  /** Link to the readiness assessment. */
  readonly readiness: Said<string> | undefined;
}

/** What one source says of the gate; every part may be absent. */
export type GatePart = Partial<
  Omit<GateReading, 'source' | 'place' | 'questions' | 'blocked'> & {
    readonly questions: Readonly<Partial<Record<GateQuestion, GateAnswer>>>;
    readonly blocked: GateBlocked;
  }
>;
