import * as vscode from 'vscode';
import { askAll } from './ask.ts';
import type { Server } from './server.ts';

/** Command "New Document": asks a few questions and opens a complete document, not yet saved. */
export async function newDocument(server: Server): Promise<void> {
  const answers = await askAll(
    (given) => server.ask('decisionRights.questions', given),
    (step, steps) => vscode.l10n.t('New decision-rights document ({0} of {1})', step, steps),
  );
  if (!answers) return;
  const { text, fileName } = await server.ask('decisionRights.newDocument', answers);
  const document = await vscode.workspace.openTextDocument(await unusedUri(fileName));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

/** An unsaved file in the first workspace folder, under a name that is still free there. */
async function unusedUri(fileName: string): Promise<vscode.Uri> {
  const folder = currentFolder();
  const [, stem = fileName, ending = ''] = /^(.*?)((?:\.decision-rights)?\.md)$/.exec(fileName) ?? [];
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${stem}-${number}${ending}`;
    const file = folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(`/${name}`);
    const untitled = folder
      ? file.with({ scheme: 'untitled' })
      : vscode.Uri.from({ scheme: 'untitled', path: name });
    if (!(await exists(file)) && !isOpen(untitled)) return untitled;
  }
}

/** The folder of the file a person is looking at, else the first of the workspace. */
function currentFolder(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active);
  return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}

function exists(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
