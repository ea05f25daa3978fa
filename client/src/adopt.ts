import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Command "Adopt This File": gives a Markdown file the frontmatter that its body already says. */
export async function adoptThisFile(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the Markdown file to adopt as a decision-rights document first.'),
    );
    return;
  }
  const { document } = editor;
  const { version } = document;
  const client = await server.start();
  const answer = await server.ask('decisionRights.adopt', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    text: document.getText(),
  });
  if (answer.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This file is a decision-rights document already.'),
    );
    return;
  }
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The file changed while it was read. Run the command again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(answer));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('VS Code refused to change the file. It may be read-only.'));
  }
}
