import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { LoadedConfig } from '../core/config/load.ts';
import { severityFor } from '../core/config/rule-settings.ts';
import type { Finding } from '../core/rules/rule.ts';
import { portfolioFindings } from '../core/rules/use-case/portfolio-customer-facing-heavy.ts';
import type { Analysis, Analyzer } from './analysis.ts';
import type { Client } from './client.ts';
import { type Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { Lines } from './position.ts';
import { resultIdOf } from './result-id.ts';
import { Scheduler } from './scheduler.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import type { DocumentState } from './state.ts';
import { toConfigDiagnostic, toDiagnostic } from './to-lsp.ts';
import { isUnder, keyOf, partsOf, uriOf } from './uri.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** The diagnostics last made of a document, by what they were made of. */
interface Made {
  readonly analysis: Analysis | undefined;
  readonly items: Diagnostic[];
  /** The same for the same items; empty for clients that do not ask. */
  readonly resultId: string;
}

/** Files whose lines are kept because findings of other files point into them. */
const MAX_LINES = 200;

/** Documents told along with one that was asked for; the others are asked for in their turn. */
const MAX_RELATED = 20;

/** Brings findings to the client: pushed when the text has settled, or given when asked for, never both. */
export class Publisher {
  readonly #scheduler: Scheduler;
  readonly #made = new WeakMap<OpenDocument, Made>();
  /** What the client shows because we pushed it: URI as sent, by key. */
  readonly #shown = new Map<string, string>();
  readonly #configShown = new Map<string, string>();
  readonly #states = new Map<string, string>();
  /** Lines of closed files that findings point into. */
  readonly #lines = new Map<string, Lines>();
  /** The stamps with which other documents were last told along with one that was asked for. */
  readonly #relatedTold = new Map<string, number>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly client: Client,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly analyzer: Analyzer,
    private readonly workspace: WorkspaceIndex,
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
      this.workspace.settingsChanged();
      this.refresh();
    });
  }

  /** Other files changed, and with them perhaps the findings of these. */
  affected(uris: readonly string[]): void {
    for (const uri of uris) {
      const document = this.documents.get(uri);
      const key = keyOf(uri);
      const shown = this.#shown.get(key);
      if (document) this.changed(document);
      else if (shown !== undefined) this.recheckClosed(key, shown);
      this.#lines.delete(key);
    }
    if (uris.length > 0) this.#scheduler.schedule('refresh', () => this.#askForRefresh());
  }

  /** Findings about all documents together stand in the configuration file; so do its own problems. */
  portfolioChanged(): void {
    this.#scheduler.schedule('portfolio', () => {
      for (const { uri } of this.settings.configurations())
        this.guard('Reading the configuration', () => this.#loadConfig(uri));
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
    this.#askForRefresh();
    if (this.client.refreshTokens) this.#ask('workspace/semanticTokens/refresh');
  }

  #askForRefresh(): void {
    if (this.client.pull && this.client.refreshDiagnostics) this.#ask('workspace/diagnostic/refresh');
    if (this.client.refreshLenses) this.#ask('workspace/codeLens/refresh');
    if (this.client.refreshHints) this.#ask('workspace/inlayHint/refresh');
  }

  #ask(method: string): void {
    void this.connection.sendRequest(method).catch(() => undefined);
  }

  /** The diagnostics of a document for a client that asks; unchanged ones are not sent twice. */
  async pull(
    document: OpenDocument,
    previousResultId: string | undefined,
  ): Promise<DocumentDiagnosticReport> {
    // Whoever cannot be asked to ask again is answered when all is known.
    if (!this.client.refreshDiagnostics) await this.workspace.settled();
    const made = await this.#settledReport(document);
    this.#tellState(document, made.analysis);
    const relatedDocuments = await this.#relatedReports(document.uri);
    const related = relatedDocuments && { relatedDocuments };
    if (previousResultId === made.resultId) return { kind: 'unchanged', resultId: made.resultId, ...related };
    return { kind: 'full', resultId: made.resultId, items: made.items, ...related };
  }

  /** The diagnostics of a file that is not open; undefined when it cannot be read. */
  async closedReport(uri: string): Promise<Omit<Made, 'analysis'> | undefined> {
    const text = await this.host.readFile(uri);
    if (text === undefined) return undefined;
    return this.#settledReport(new OpenDocument(uri, 'markdown', 0, text, this.client.encoding));
  }

  /** The diagnostics of an open document. */
  openReport(document: OpenDocument): Promise<Omit<Made, 'analysis'>> {
    return this.#settledReport(document);
  }

  /** The diagnostics of a document once everything they rest on has been read. */
  async #settledReport(document: OpenDocument): Promise<Made> {
    if (!this.settings.peek(document.uri)) await this.#loadConfig(document.uri);
    let analysis = await this.analyzer.of(document);
    // Findings are made when first looked at, and tell then which links have to be followed.
    if (analysis && analysis.findings.length >= 0 && this.workspace.looking) {
      await this.workspace.looking;
      analysis = await this.analyzer.of(document);
    }
    if (analysis && (await this.#readRelated(analysis))) analysis = await this.analyzer.of(document);
    return this.#make(document, analysis);
  }

  /** The reports of documents whose findings changed with this one's text, for clients that take them along. */
  async #relatedReports(uri: string): Promise<DocumentDiagnosticReport['relatedDocuments']> {
    const place = this.workspace.place(uri);
    if (!this.client.relatedDocuments || !place) return undefined;
    const reports: NonNullable<DocumentDiagnosticReport['relatedDocuments']> = {};
    for (const path of place.root.company.dependents(place.path)) {
      const other = place.root.uriOf(path);
      const stamp = this.workspace.stamp(other);
      if (this.#relatedTold.get(other) === stamp || Object.keys(reports).length >= MAX_RELATED) continue;
      this.#relatedTold.set(other, stamp);
      const open = this.documents.get(other);
      const made = open ? await this.#settledReport(open) : await this.closedReport(other);
      if (made) reports[open?.uri ?? other] = { kind: 'full', resultId: made.resultId, items: made.items };
    }
    return Object.keys(reports).length > 0 ? reports : undefined;
  }

  /** Reads the files that findings point into, so that their places can be told; true when any had to be read. */
  async #readRelated(analysis: Analysis): Promise<boolean> {
    const missing = this.#unread(analysis);
    await Promise.all(
      missing.map(async (uri) => {
        const text = await this.host.readFile(uri);
        if (this.#lines.size >= MAX_LINES) this.#lines.clear();
        this.#lines.set(keyOf(uri), new Lines(text ?? '', this.client.encoding));
      }),
    );
    return missing.length > 0;
  }

  #unread({ findings, place }: Analysis): string[] {
    const uris = new Set<string>();
    for (const { related } of findings)
      for (const { path } of related) {
        if (path === undefined) continue;
        const { uri, lines } = this.#locate(place, path);
        if (!lines) uris.add(uri);
      }
    return [...uris];
  }

  /** The document was closed: a file of the workspace keeps the findings of what is on disk. */
  closed(document: OpenDocument): void {
    this.#scheduler.cancel(document.key);
    this.workspace.filesChanged([[document.uri, 'changed']]);
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
      const made = await this.closedReport(uri);
      if (this.documents.get(uri) || !this.#shown.has(key)) return;
      if (!made || made.items.length === 0) this.#clear(key, uri);
      else void this.connection.sendDiagnostics({ uri, diagnostics: made.items });
    });
  }

  /** A file changed on disk. */
  fileChanged(uri: string): void {
    const key = keyOf(uri);
    this.#lines.delete(key);
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
    if (analysis && this.#unread(analysis).length > 0) {
      const { revision } = document;
      await this.#readRelated(analysis);
      if (document.revision !== revision || this.documents.get(document.uri) !== document) return;
    }
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
    const made = { analysis, items, resultId: this.client.pull ? resultIdOf(JSON.stringify(items)) : '' };
    this.#made.set(document, made);
    return made;
  }

  #locate(place: DocumentSettings, path: string): { uri: string; lines: Lines | undefined } {
    const full = path.startsWith('/') ? path : `${place.root}/${path}`;
    const uri = uriOf(place.prefix, full);
    const open = this.documents.get(uri);
    return { uri: open?.uri ?? uri, lines: open?.lines ?? this.#lines.get(keyOf(uri)) };
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
    for (const [index, file] of loaded.files.entries()) {
      const portfolio = index === 0 ? this.#portfolio(prefix, loaded) : [];
      const key = `${prefix} ${file.path}`;
      const target = this.documents.get(uriOf(prefix, file.path))?.uri ?? uriOf(prefix, file.path);
      const severity = severityFor(loaded.config.rules, 'config-invalid', 'document') ?? 'error';
      const silent = (severity === 'off' || file.problems.length === 0) && portfolio.length === 0;
      if (silent && !this.#configShown.has(key)) continue;
      if (silent) this.#configShown.delete(key);
      else this.#configShown.set(key, target);
      const lines = new Lines(file.text, this.client.encoding);
      const problems =
        severity === 'off'
          ? []
          : file.problems.map((p) => toConfigDiagnostic(p, lines, severity, this.client));
      const found = portfolio.map((finding) =>
        toDiagnostic(finding, target, lines, this.client, () => ({ uri: target, lines })),
      );
      const diagnostics = [...problems, ...found];
      void this.connection.sendDiagnostics({ uri: target, diagnostics });
    }
  }

  /** What all documents of a configuration show together. */
  #portfolio(prefix: string, { config, files }: LoadedConfig): Finding[] {
    const [file] = files;
    if (!file || config.programmeStartedOn === undefined) return [];
    const documents = this.workspace.governedBy(prefix, file.path);
    return portfolioFindings(config, documents, file.text, this.host.now());
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
