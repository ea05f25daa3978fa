import * as vscode from 'vscode';
import { looksOurs } from './ours.ts';
import type { Server } from './server.ts';

const CONFIGURATION = '**/.decision-rights.yaml';
const NOT_IN = '**/{node_modules,.git}/**';

/**
 * Starts the server when the first document looks ours or the workspace has a configuration, and stops it
 * when a person switches the extension off. Until then a Markdown file costs one look at its head.
 */
export function startWhenNeeded(server: Server): vscode.Disposable {
  let failed = false;
  const start = () => {
    if (failed || !isEnabled() || server.state !== 'stopped') return;
    server.start().catch((error) => {
      // Not again at the next keystroke: from here on "Restart Server" is a person's choice.
      failed = true;
      server.output.error(String(error));
    });
  };
  const consider = (document: vscode.TextDocument) => {
    if (server.state === 'stopped' && looksOurs(document)) start();
  };
  const considerAll = () => {
    vscode.workspace.textDocuments.forEach(consider);
    if (server.state === 'stopped' && isEnabled()) void hasConfiguration().then((found) => found && start());
  };
  const configuration = vscode.workspace.createFileSystemWatcher(CONFIGURATION, false, true, true);
  considerAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    vscode.workspace.onDidChangeWorkspaceFolders(considerAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('decisionRights.enable')) return;
      failed = false;
      if (isEnabled()) considerAll();
      else void server.stop();
    }),
    configuration,
    configuration.onDidCreate(start),
  );
}

export function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('decisionRights').get('enable', true);
}

/** Whether a configuration lies in a workspace folder, or anywhere in them where they can be searched. */
async function hasConfiguration(): Promise<boolean> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const file = vscode.Uri.joinPath(uri, '.decision-rights.yaml');
    const found = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return vscode.workspace.findFiles(CONFIGURATION, NOT_IN, 1).then(
    (found) => found.length > 0,
    () => false,
  );
}
