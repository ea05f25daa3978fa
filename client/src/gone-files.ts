import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

type Provider = NonNullable<LanguageClientOptions['diagnosticCollectionProvider']>;

/**
 * Collections of findings that lose those of files which are deleted or renamed. The client library forgets to
 * ask about a document once its tab is closed, and keeps what it was told last.
 */
export class GoneFiles implements Provider, vscode.Disposable {
  readonly #collections = new Set<vscode.DiagnosticCollection>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    const files = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
    this.#subscriptions = vscode.Disposable.from(
      files,
      files.onDidDelete((uri) => this.#forget(uri)),
      vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
        for (const { oldUri } of renamed) this.#forget(oldUri);
      }),
    );
  }

  create(name: string | undefined): vscode.DiagnosticCollection {
    const collection = vscode.languages.createDiagnosticCollection(name);
    this.#collections.add(collection);
    return collection;
  }

  dispose(collection?: vscode.DiagnosticCollection): void {
    if (collection) {
      this.#collections.delete(collection);
      collection.dispose();
    } else this.#subscriptions.dispose();
  }

  /** A file, or a folder with all that was in it. What somebody has typed and not saved keeps its findings. */
  #forget(gone: vscode.Uri): void {
    const unsaved = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
    );
    for (const collection of this.#collections)
      for (const [uri] of [...collection]) {
        const inside = uri.path === gone.path || uri.path.startsWith(`${gone.path}/`);
        const same = uri.scheme === gone.scheme && uri.authority === gone.authority;
        if (same && inside && !unsaved.has(uri.toString())) collection.delete(uri);
      }
  }
}
