/**
 * What client and server say to each other beyond the Language Server Protocol. The server's side of the same
 * is in `server/src/lsp/commands.ts` and `server/src/lsp/state.ts`.
 */
import type { Range, TextEdit } from 'vscode-languageclient';

/** Commands of the server, sent with `workspace/executeCommand`. */
export interface ServerCommands {
  /** What a new document needs to know, in the order to ask; depends on the answers so far. */
  'decisionRights.questions': { params: [Answers]; result: Question[] };
  /** The text of a new document from the answers given. */
  'decisionRights.newDocument': { params: [Answers]; result: NewDocument };
  /** The frontmatter that a file's body already says, as edits; empty when the file is ours already. */
  'decisionRights.adopt': { params: [{ uri: string; text: string }]; result: TextEdit[] };
  /** All rules, or with an id the rule's page as Markdown (null for an unknown id). */
  'decisionRights.rules': { params: []; result: RuleSummary[] };
  'decisionRights.explain': { params: [string]; result: string | null };
  /** What a guided command wants to know of an open document; depends on the answers so far. */
  'decisionRights.guideQuestions': { params: [GuideParams]; result: GuideQuestions | null };
  /** What it writes once all is answered. */
  'decisionRights.guideEdits': { params: [GuideParams]; result: GuideEdits | null };
  /** The three questions of a pilot without funding; null when the open document is not ours. */
  'decisionRights.diagnose': { params: [string]; result: Diagnosis | null };
  /**
   * The portfolio: as data, or as a page whose style and script carry the nonce. `complete` reads the documents after
   * all whose reading was cancelled; `partial` says that this has not been done.
   */
  'decisionRights.report': {
    params: [({ format: 'json' } | { format: 'html'; nonce: string }) & { complete?: boolean }];
    result: { portfolio: Portfolio; uris: Uris; partial: boolean } & ReportPage;
  };
  /** Who may stop, decides or owns a system: as text, with places. */
  'decisionRights.who': { params: [string]; result: { text: string } | null };
}

export interface ReportPage {
  readonly html: string;
  readonly uris: Uris;
}

/** The files of the portfolio by the path it shows. */
export type Uris = Readonly<Record<string, string>>;

export type GuideId =
  | 'assign-owner'
  | 'record-gate'
  | 'start-escalation'
  | 'record-escalation'
  | 'add-to-register';

export interface GuideParams {
  readonly guide: GuideId;
  readonly uri: string;
  readonly answers: Answers;
}

export interface GuideQuestions {
  readonly questions: readonly Question[];
  /** Why the command cannot be run here, and the place that shows it. */
  readonly refusal?: string;
  readonly place?: { readonly uri: string; readonly range: Range };
}

export interface GuideEdits {
  readonly uri: string;
  /** Of the open document that the edits were made for. */
  readonly version?: number;
  readonly edits: TextEdit[];
  /** The text of a file that is to be created. */
  readonly create?: string;
  /** What a person should know afterwards. */
  readonly note?: string;
}

export interface Diagnosis {
  readonly title: string;
  readonly path: string;
  readonly line: number;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: 'yes' | 'no' | 'unknown';
    readonly why: string;
    readonly evidence: readonly { readonly line: number; readonly quote: string }[];
  }[];
  readonly step: {
    readonly id: 'assign-owner' | 'accept' | 'translate-case' | 'ask' | 'wait' | 'none';
    readonly title: string;
    readonly text: string;
    readonly paragraph: string;
    readonly also: readonly string[];
  };
}

/** The parts of the portfolio that are shown here; lines count from 1. */
export interface Portfolio {
  readonly today: string;
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly initiatives: readonly PortfolioInitiative[];
  readonly clocks: readonly PortfolioClock[];
  readonly findings: readonly PortfolioFinding[];
  readonly systems: readonly PortfolioSystem[];
}

interface Place {
  readonly path: string;
  readonly line: number;
}

export interface PortfolioInitiative extends Place {
  readonly initiative: string | null;
  readonly title: string;
  readonly status: 'pilot' | 'gate' | 'production' | 'paused' | 'retired' | null;
  readonly owner: {
    readonly name: string;
    readonly title: string | null;
    readonly kind: string;
    readonly line: number;
  } | null;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface PortfolioClock extends Place {
  readonly kind: 'gate' | 'ask' | 'escalation' | 'triage';
  readonly what: string;
  /** `YYYY-MM-DD`, the last day; for escalations the minute. */
  readonly due: string;
  readonly state: 'running' | 'overdue';
  readonly hoursLeft: number;
  readonly decides: readonly string[];
}

export interface PortfolioFinding extends Place {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

export interface PortfolioSystem extends Place {
  readonly system: string;
  readonly owner: string | null;
  readonly firstCall: string | null;
  readonly dueOn: string | null;
  readonly state: 'owned' | 'undocumented' | 'waiting' | 'overdue';
}

export interface Question {
  readonly id: string;
  readonly prompt: string;
  readonly help?: string;
  /** A value to start from. */
  readonly initial?: string;
  /** Where given, one of these is chosen; otherwise free text. */
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
  /** With choices: any other text will do, too. */
  readonly other?: boolean;
  /** What a text has to be; a blank is fine where it says nothing. */
  readonly format?: 'date' | 'moment' | 'required';
}

export type Answers = Record<string, string>;

export interface NewDocument {
  readonly text: string;
  /** Such as `claims-triage.md`. */
  readonly fileName: string;
}

export interface RuleSummary {
  readonly id: string;
  readonly group: string;
  readonly severity: string;
  readonly summary: string;
}

/** Notification: sent by the server whenever what it says about a document has changed. */
export const DOCUMENT_STATE = 'decisionRights/documentState';

export interface DocumentState {
  readonly uri: string;
  /** Null when the document is not ours (any more). */
  readonly type: 'decision-rights' | 'ai-system-register' | null;
  readonly initiative: string | null;
  /** To one decimal. */
  readonly pages: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Request of the server for a file it cannot open itself: in the browser, and in virtual workspaces. */
export const READ_FILE = 'decisionRights/readFile';

/** Request of the server for the entries of a folder that it cannot list itself. */
export const LIST_FOLDER = 'decisionRights/listFolder';

/** What this client offers beyond the protocol, told to the server when it starts. */
export const INITIALIZATION_OPTIONS = { documentState: true, readFile: true, listFolder: true };
