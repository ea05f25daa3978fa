import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './activate.ts';

export { deactivate } from './activate.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const run = { module: context.asAbsolutePath('server/dist/lsp.cjs'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return activateWith(
    context,
    (options) => new LanguageClient('decisionRights', 'Decision Rights', { run, debug }, options),
  );
}
