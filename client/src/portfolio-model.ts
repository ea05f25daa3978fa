import * as vscode from 'vscode';
import type { Portfolio, Uris } from './protocol.ts';
import type { Server } from './server.ts';

/** The portfolio as last heard of, with where its paths lead. */
export interface PortfolioNews {
  readonly portfolio: Portfolio;
  readonly uris: Uris;
  /** True when somebody cancelled the reading of the documents: some may be missing. */
  readonly partial: boolean;
}

/** Answers that take longer than this are not asked for at every keystroke, but when a file is saved. */
const FAST_MS = 100;

/** No file we show matches another ending. */
const FILES = '**/*.{md,markdown,yaml,yml}';

/**
 * Says when the portfolio may have changed, and asks for it while somebody is watching: never two questions at
 * once, and what changes meanwhile leads to one more.
 */
export class PortfolioModel implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<PortfolioNews | undefined>();
  readonly #watchers = new Set<() => boolean>();
  readonly #subscriptions: vscode.Disposable;
  #news: PortfolioNews | undefined;
  #stale = true;
  #asking: Promise<void> | undefined;
  #lastMs = 0;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    const files = vscode.workspace.createFileSystemWatcher(FILES);
    const touched = () => this.touch();
    this.#subscriptions = vscode.Disposable.from(
      files,
      files.onDidChange(touched),
      files.onDidCreate(touched),
      files.onDidDelete(touched),
      server.onDidChangeDocument(touched),
      server.onDidChangeState(touched),
      vscode.workspace.onDidChangeWorkspaceFolders(touched),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => this.#shows(uri))) touched();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !server.documentState(document.uri)) return;
        this.#stale = true;
        if (this.#lastMs < FAST_MS) touched();
      }),
    );
  }

  get news(): PortfolioNews | undefined {
    return this.#news;
  }

  /** Whoever shows the portfolio says here whether anybody can see it at the moment. */
  addWatcher(isWatching: () => boolean): vscode.Disposable {
    this.#watchers.add(isWatching);
    return new vscode.Disposable(() => void this.#watchers.delete(isWatching));
  }

  /** Something that the portfolio shows may have changed, or somebody has begun to look. */
  touch(): void {
    this.#stale = true;
    if ([...this.#watchers].some((isWatching) => isWatching())) void this.refresh();
  }

  /** Resolves when the portfolio is that of now. */
  refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #shows(uri: vscode.Uri): boolean {
    return (
      vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'decision-rights') ||
      this.#has(uri)
    );
  }

  #has(uri: vscode.Uri): boolean {
    const text = uri.toString();
    return Object.values(this.#news?.uris ?? {}).some((one) => vscode.Uri.parse(one).toString() === text);
  }

  async #ask(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      if (this.#server.state === 'stopped') {
        this.#tell(undefined);
        continue;
      }
      const started = Date.now();
      try {
        this.#tell(await this.#server.ask('decisionRights.report', { format: 'json' }));
      } catch (error) {
        // The server may be on its way down; its next state is a reason to ask again.
        this.#server.output.warn(`The portfolio could not be read: ${String(error)}`);
      }
      this.#lastMs = Date.now() - started;
    }
  }

  #tell(news: PortfolioNews | undefined): void {
    this.#news = news;
    this.#changed.fire(news);
  }
}
