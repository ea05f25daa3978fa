import * as vscode from 'vscode';
import type { Server } from './server.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('decisionRights');

/** Command "Fix All": makes the changes that need no decision by a person, the same as on save. */
export async function fixAll(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  await server.start();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    FIX_ALL.value,
    1,
  );
  const action = actions.find(({ edit }) => edit && edit.size > 0);
  if (!action?.edit) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing to fix automatically: what is left in this file is a decision for a person.'),
    );
    return;
  }
  await vscode.workspace.applyEdit(action.edit);
}
