import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { isEnabled } from './start-when-needed.ts';

/** Command "Restart Server". */
export async function restartServer(server: Server): Promise<void> {
  if (isEnabled()) {
    await server.restart();
    return;
  }
  const open = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Decision Rights is switched off in the settings.'),
    open,
  );
  if (chosen === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'decisionRights.enable');
}
