import * as vscode from 'vscode';
import { type Api, activateWith } from './activate.ts';

export { deactivate } from './activate.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server/dist/lsp-browser.js').toString(true);
  return activateWith(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient('decisionRights', 'Decision Rights', async () => new Worker(script), options);
  });
}
