import * as vscode from 'vscode';
import { looksOurs } from './ours.ts';
import type { DocumentState } from './protocol.ts';
import type { Server } from './server.ts';

/** Set while the active document is ours; the palette offers some commands only then. */
const CONTEXT_KEY = 'decisionRights.documentIsOurs';

/** Length and state of the active document, in VS Code's language status; nothing for other files. */
export function languageStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('decisionRights.document', []);
  item.name = vscode.l10n.t('Decision Rights');
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const state = document && server.documentState(document.uri);
    const ours = !!document && (!!state || looksOurs(document));
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, ours);
    item.selector = ours ? { scheme: document.uri.scheme, pattern: exactly(document.uri) } : [];
    if (ours) show(item, state, server);
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    server.onDidChangeDocument(update),
    server.onDidChangeState(update),
  );
}

function show(item: vscode.LanguageStatusItem, state: DocumentState | undefined, server: Server): void {
  item.busy = !state && server.state !== 'stopped';
  if (!state) {
    item.text = vscode.l10n.t('Decision rights');
    item.detail = server.state === 'stopped' ? vscode.l10n.t('the server is not running') : undefined;
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command =
      server.state === 'stopped'
        ? { command: 'decisionRights.restartServer', title: vscode.l10n.t('Start') }
        : undefined;
    return;
  }
  const { LanguageStatusSeverity } = vscode;
  item.text = state.type === 'ai-system-register' ? vscode.l10n.t('Production register') : pages(state.pages);
  item.detail = counts(state);
  item.severity = state.errors
    ? LanguageStatusSeverity.Error
    : state.warnings
      ? LanguageStatusSeverity.Warning
      : LanguageStatusSeverity.Information;
  item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') };
}

function pages(count: number): string {
  return count === 1
    ? vscode.l10n.t('Decision rights: 1 page')
    : vscode.l10n.t('Decision rights: {0} pages', count);
}

function counts({ errors, warnings }: DocumentState): string {
  if (!errors && !warnings) return vscode.l10n.t('no errors or warnings');
  const parts: string[] = [];
  if (errors === 1) parts.push(vscode.l10n.t('1 error'));
  else if (errors) parts.push(vscode.l10n.t('{0} errors', errors));
  if (warnings === 1) parts.push(vscode.l10n.t('1 warning'));
  else if (warnings) parts.push(vscode.l10n.t('{0} warnings', warnings));
  return parts.join(', ');
}

/** A glob that matches this path alone: brackets and stars in file names are no wildcards here. */
function exactly(uri: vscode.Uri): string {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.path;
  return path.replaceAll('\\', '/').replace(/[[\]{}*?]/g, (character) => `[${character}]`);
}
