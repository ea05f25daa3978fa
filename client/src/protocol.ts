/**
 * What client and server say to each other beyond the Language Server Protocol. The server's side of the same
 * is in `server/src/lsp/commands.ts` and `server/src/lsp/state.ts`.
 */
import type { TextEdit } from 'vscode-languageclient';

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
}

export interface Question {
  readonly id: string;
  readonly prompt: string;
  readonly help?: string;
  /** A value to start from. */
  readonly initial?: string;
  /** Where given, one of these is chosen; otherwise free text. */
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
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

/** What this client offers beyond the protocol, told to the server when it starts. */
export const INITIALIZATION_OPTIONS = { documentState: true, readFile: true };
