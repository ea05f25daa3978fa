/** The extension under test, as its users and its API see it. */
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/activate.ts';
import type { DocumentState } from '../../../client/src/protocol.ts';
import { waitFor } from './support.ts';

export const EXTENSION_ID = 'decision-rights.decision-rights-vscode';

export async function extensionApi(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
  if (!extension) throw new Error(`VS Code does not know ${EXTENSION_ID}`);
  return extension.activate();
}

export async function untilServerIs(state: Api['serverState']): Promise<void> {
  const api = await extensionApi();
  await waitFor(
    api.onDidChangeServerState,
    () => api.serverState === state || undefined,
    () => `a server that is ${state}; it is ${api.serverState}`,
  );
}

/** What the server says about a document, as soon as it satisfies `predicate`. */
export async function documentState(
  uri: vscode.Uri,
  predicate: (state: DocumentState) => boolean = () => true,
): Promise<DocumentState> {
  const api = await extensionApi();
  const find = () => {
    const state = api.documentState(uri);
    return state && predicate(state) ? state : undefined;
  };
  return waitFor(api.onDidChangeDocument, find, () => {
    return `the state of ${uri.path}; it is ${JSON.stringify(api.documentState(uri))}`;
  });
}

/** The rule a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

export const finds = (rule: string) => (diagnostics: vscode.Diagnostic[]) =>
  diagnostics.some((diagnostic) => ruleOf(diagnostic) === rule);

export const silentOn = (rule: string) => (diagnostics: vscode.Diagnostic[]) => !finds(rule)(diagnostics);
