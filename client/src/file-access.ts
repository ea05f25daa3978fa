import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIST_FOLDER, READ_FILE } from './protocol.ts';

/** No file we read is near this; a larger one is not a document somebody wrote. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Gives the server what it cannot read itself: files and folders of this window's workspace, no others. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(serveTexts(client), serveFolders(client));
}

function serveFolders(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(LIST_FOLDER, async ({ uri }: { uri: string }) => {
    try {
      const folder = vscode.Uri.parse(uri, true);
      if (!vscode.workspace.getWorkspaceFolder(folder)) return null;
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries
        .map(([name, type]) => ({ name, kind: kindOf(type) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return null;
    }
  });
}

/** What an entry is; links are not followed, so that no folder leads out of the workspace or back into itself. */
function kindOf(type: vscode.FileType): 'file' | 'folder' | 'link' | 'other' {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

function serveTexts(client: BaseLanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  return client.onRequest(READ_FILE, async ({ uri }: { uri: string }): Promise<string | null> => {
    try {
      const file = vscode.Uri.parse(uri, true);
      if (!vscode.workspace.getWorkspaceFolder(file) || (await fs.stat(file)).size > MAX_BYTES) return null;
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await fs.readFile(file));
    } catch {
      return null;
    }
  });
}
