import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { severityFor } from '../core/config/rule-settings.ts';
import type { Analysis, Analyzer } from './analysis.ts';
import type { Client } from './client.ts';
import { type Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { Lines } from './position.ts';
import { Scheduler } from './scheduler.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import type { DocumentState } from './state.ts';
import { toConfigDiagnostic, toDiagnostic } from './to-lsp.ts';
import { isUnder, keyOf, partsOf, uriOf } from './uri.ts';

/** The diagnostics last made of a document, by what they were made of. */
interface Made {
  readonly analysis: Analysis | undefined;
  readonly items: Diagnostic[];
  readonly text: string;
  readonly resultId: string;
}

/** Brings findings to the client: pushed when the text has settled, or given when asked for, never both. */
export class Publisher {
  readonly #scheduler: Scheduler;
  readonly #made = new WeakMap<OpenDocument, Made>();
  /** What the client shows because we pushed it: URI as sent, by key. */
  readonly #shown = new Map<string, string>();
  readonly #configShown = new Map<string, string>();
  readonly #states = new Map<string, string>();
  #results = 0;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly client: Client,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly analyzer: Analyzer,
    private readonly guard: (what: string, work: () => Promise<void>) => void,
  ) {
    this.#scheduler = new Scheduler((callback) => host.defer(callback));
  }

  /** The document is new or has changed. */
  changed(document: OpenDocument): void {
    if (this.client.pull && !this.client.documentState) return;
    if (!document.isMarkdown) return;
    this.#scheduler.schedule(document.key, () =>
      this.guard(`Checking ${document.uri}`, () => this.#push(document)),
    );
  }

  /** A configuration or register may have changed: everything is looked at again, coalesced. */
  settingsChanged(): void {
    this.#scheduler.schedule('', () => {
      this.settings.reset();
      this.refresh();
    });
  }

  /** Everything shown is made anew. */
  refresh(): void {
    for (const document of this.documents.all()) {
      if (document.isMarkdown) this.changed(document);
      this.guard('Reading the configuration', () => this.#loadConfig(document.uri));
    }
    for (const [key, uri] of this.#shown) if (!this.documents.get(uri)) this.recheckClosed(key, uri);
    for (const uri of this.#configShown.values())
      this.guard('Reading the configuration', () => this.#loadConfig(uri));
    if (this.client.pull && this.client.refreshDiagnostics)
      void this.connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
    if (this.client.refreshTokens)
      void this.connection.sendRequest('workspace/semanticTokens/refresh').catch(() => undefined);
  }

  /** The diagnostics of a document for a client that asks; unchanged ones are not sent twice. */
  async pull(
    document: OpenDocument,
    previousResultId: string | undefined,
  ): Promise<DocumentDiagnosticReport> {
    const known = this.settings.peek(document.uri);
    if (!known) await this.#loadConfig(document.uri);
    const made = this.#make(document, await this.analyzer.of(document));
    this.#tellState(document, made.analysis);
    if (previousResultId === made.resultId) return { kind: 'unchanged', resultId: made.resultId };
    return { kind: 'full', resultId: made.resultId, items: made.items };
  }

  /** The document was closed: a file of the workspace keeps the findings of what is on disk. */
  closed(document: OpenDocument): void {
    this.#scheduler.cancel(document.key);
    this.#states.delete(document.key);
    const shown = this.#shown.get(document.key);
    if (shown === undefined) return;
    if (this.settings.folderOf(partsOf(document.uri).prefix, document.path))
      this.recheckClosed(document.key, shown);
    else this.#clear(document.key, shown);
  }

  /** Looks at a file that is not open, if the client shows findings of it. */
  recheckClosed(key: string, uri: string): void {
    this.guard(`Checking ${uri}`, async () => {
      const text = await this.host.readFile(uri);
      if (this.documents.get(uri)) return;
      if (text === undefined) {
        this.#clear(key, uri);
        return;
      }
      const document = new OpenDocument(uri, 'markdown', 0, text, this.client.encoding);
      const made = this.#make(document, await this.analyzer.of(document));
      if (this.documents.get(uri) || !this.#shown.has(key)) return;
      if (made.items.length === 0) this.#clear(key, uri);
      else void this.connection.sendDiagnostics({ uri, diagnostics: made.items });
    });
  }

  /** A file changed on disk. */
  fileChanged(uri: string): void {
    const key = keyOf(uri);
    const shown = this.#shown.get(key);
    if (shown !== undefined && !this.documents.get(uri)) this.recheckClosed(key, shown);
  }

  /** A file or folder is gone, or has another name now: nothing may be left of its findings. */
  gone(uri: string): void {
    const { prefix, path } = partsOf(uri);
    for (const shown of [this.#shown, this.#configShown])
      for (const [key, sent] of [...shown]) {
        const parts = partsOf(sent);
        if (parts.prefix !== prefix || !isUnder(path, parts.path)) continue;
        shown.delete(key);
        void this.connection.sendDiagnostics({ uri: sent, diagnostics: [] });
      }
  }

  /** A document was opened: its configuration is read, and shown if something is wrong with it. */
  opened(document: OpenDocument): void {
    if (document.isMarkdown) this.changed(document);
    else if (this.settings.concerns(document.uri))
      this.guard('Reading the configuration', () => this.#loadConfig(document.uri));
  }

  async #push(document: OpenDocument): Promise<void> {
    if (!this.settings.peek(document.uri)) await this.#loadConfig(document.uri);
    const place = this.settings.peek(document.uri) ?? (await this.settings.load(document.uri));
    if (this.documents.get(document.uri) !== document) return;
    const analysis = this.analyzer.now(document, place);
    this.#tellState(document, analysis);
    if (this.client.pull) return;
    const { items } = this.#make(document, analysis);
    // Ordinary Markdown is never heard of, unless it was ours a moment ago.
    if (!analysis && !this.#shown.has(document.key)) return;
    if (analysis) this.#shown.set(document.key, document.uri);
    else this.#shown.delete(document.key);
    void this.connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: items,
    });
  }

  #make(document: OpenDocument, analysis: Analysis | undefined): Made {
    const before = this.#made.get(document);
    if (before && before.analysis === analysis) return before;
    const items = analysis
      ? analysis.findings.map((finding) =>
          toDiagnostic(finding, document.uri, document.lines, this.client, (path) =>
            this.#locate(analysis.place, path),
          ),
        )
      : [];
    const text = this.client.pull ? JSON.stringify(items) : '';
    const same = before !== undefined && this.client.pull && before.text === text;
    const made = { analysis, items, text, resultId: same ? before.resultId : String(++this.#results) };
    this.#made.set(document, made);
    return made;
  }

  #locate(place: DocumentSettings, path: string): { uri: string; lines: Lines | undefined } {
    const full = path.startsWith('/') ? path : `${place.root}/${path}`;
    const uri = uriOf(place.prefix, full);
    const open = this.documents.get(uri);
    return { uri: open?.uri ?? uri, lines: open?.lines };
  }

  #clear(key: string, uri: string): void {
    if (this.#shown.delete(key)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #loadConfig(uri: string): Promise<void> {
    const { loaded, prefix } = await this.settings.load(uri);
    const own = keyOf(uri);
    const files = new Set(loaded.files.map((file) => `${prefix} ${file.path}`));
    // A configuration that is gone, or a register nobody names any more.
    const stale = this.#configShown.get(own);
    if (stale !== undefined && !files.has(own)) {
      this.#configShown.delete(own);
      void this.connection.sendDiagnostics({ uri: stale, diagnostics: [] });
    }
    for (const file of loaded.files) {
      const key = `${prefix} ${file.path}`;
      const target = this.documents.get(uriOf(prefix, file.path))?.uri ?? uriOf(prefix, file.path);
      const severity = severityFor(loaded.config.rules, 'config-invalid', 'document') ?? 'error';
      const silent = severity === 'off' || file.problems.length === 0;
      if (silent && !this.#configShown.has(key)) continue;
      if (silent) this.#configShown.delete(key);
      else this.#configShown.set(key, target);
      const lines = new Lines(file.text, this.client.encoding);
      const diagnostics =
        severity === 'off'
          ? []
          : file.problems.map((p) => toConfigDiagnostic(p, lines, severity, this.client));
      void this.connection.sendDiagnostics({ uri: target, diagnostics });
    }
  }

  #tellState(document: OpenDocument, analysis: Analysis | undefined): void {
    if (!this.client.documentState) return;
    this.guard('Telling the document state', async () => {
      const { stateOf } = await import('./state.ts');
      const state: DocumentState = { uri: document.uri, ...stateOf(analysis) };
      const text = JSON.stringify(state);
      const before = this.#states.get(document.key);
      if (before === text || (before === undefined && state.type === null)) return;
      this.#states.set(document.key, text);
      void this.connection.sendNotification('decisionRights/documentState', state);
    });
  }
}
