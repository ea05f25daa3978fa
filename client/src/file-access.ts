import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READ_FILE } from './protocol.ts';

/** No file we read is near this; a larger one is not a document somebody wrote. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Gives the server the text of files it cannot open itself: those of this window's workspace, no others. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
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
