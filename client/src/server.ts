import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  DocumentSelector,
  LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { serveFiles } from './file-access.ts';
import { GoneFiles } from './gone-files.ts';
import {
  DOCUMENT_STATE,
  type DocumentState,
  INITIALIZATION_OPTIONS,
  type ServerCommands,
} from './protocol.ts';
import { ruleLinks } from './rule-links.ts';
import { traceChannel } from './trace-channel.ts';

/**
 * How the platform makes a client: a process on the desktop, a worker in the browser. The client library is
 * large and loaded by this call, so that whoever never opens a document of ours never pays for it.
 */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

const NEVER: RevealOutputChannelOn.Never = 4;

export type ServerState = 'stopped' | 'starting' | 'running';

/** The language server as the rest of the extension sees it: started when first needed, and only then. */
export class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('Decision Rights', { log: true });
  readonly #trace = traceChannel(this.output);
  readonly #findings = new GoneFiles();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #documentChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #documents = new Map<string, DocumentState>();
  readonly #create: CreateClient;
  #client: BaseLanguageClient | undefined;
  #starting: Promise<BaseLanguageClient> | undefined;
  #perClient: vscode.Disposable | undefined;
  #state: ServerState = 'stopped';

  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires with the document of which something has changed. */
  readonly onDidChangeDocument = this.#documentChanged.event;

  constructor(create: CreateClient) {
    this.#create = create;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** What the server last said about a document of ours. */
  documentState(uri: vscode.Uri): DocumentState | undefined {
    return this.#documents.get(uri.toString());
  }

  /** Starts the server unless it runs already. */
  start(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#start().catch((error) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  /** Asks the running server, starting it first where necessary. */
  async ask<C extends keyof ServerCommands>(
    command: C,
    ...params: ServerCommands[C]['params']
  ): Promise<ServerCommands[C]['result']> {
    const client = await this.start();
    return client.sendRequest('workspace/executeCommand', { command, arguments: params });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    // A client that is still starting cannot be stopped: it would leave its process behind.
    await starting?.catch(() => undefined);
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose().catch((error) => this.output.warn(String(error)));
    this.#perClient?.dispose();
    this.#perClient = undefined;
    this.#forgetDocuments();
    this.#setState('stopped');
  }

  dispose(): void {
    void this.stop().finally(() => {
      this.#trace.dispose();
      this.#findings.dispose();
      this.output.dispose();
    });
    this.#stateChanged.dispose();
    this.#documentChanged.dispose();
  }

  async #start(): Promise<BaseLanguageClient> {
    this.#setState('starting');
    try {
      const client = await this.#create(this.#options());
      this.#client = client;
      this.#perClient = vscode.Disposable.from(
        client.onDidChangeState(() => this.#follow(client)),
        client.onNotification(DOCUMENT_STATE, (state: DocumentState) => this.#remember(state)),
        serveFiles(client),
      );
      await client.start();
      return client;
    } catch (error) {
      this.#setState('stopped');
      throw error;
    }
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(),
      initializationOptions: INITIALIZATION_OPTIONS,
      diagnosticCollectionName: 'decision-rights',
      diagnosticCollectionProvider: this.#findings,
      outputChannel: this.output,
      traceOutputChannel: this.#trace,
      revealOutputChannelOn: NEVER,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: ruleLinks,
    };
  }

  #follow(client: BaseLanguageClient): void {
    if (client !== this.#client) return;
    if (client.isRunning()) this.#setState('running');
    else if (client.needsStop()) this.#setState('starting');
    else {
      this.#forgetDocuments();
      this.#setState('stopped');
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #remember(state: DocumentState): void {
    const uri = vscode.Uri.parse(state.uri);
    if (state.type) this.#documents.set(uri.toString(), state);
    else this.#documents.delete(uri.toString());
    this.#documentChanged.fire(uri);
  }

  #forgetDocuments(): void {
    const uris = [...this.#documents.keys()];
    this.#documents.clear();
    for (const uri of uris) this.#documentChanged.fire(vscode.Uri.parse(uri));
  }
}

/**
 * Documents whose text is the thing itself. Other schemes show a version of it (the old side of a diff, a
 * commit), where every finding would appear a second time.
 */
function documentSelector(): DocumentSelector {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set(['file', 'untitled', 'vscode-vfs', ...folders]);
  return [...schemes].flatMap((scheme) => [
    { language: 'markdown', scheme },
    { language: 'yaml', scheme, pattern: '**/.decision-rights.yaml' },
    // Registers of people, as most are named; the server leaves alone what no configuration names.
    { language: 'yaml', scheme, pattern: '**/*people*.{yaml,yml}' },
  ]);
}
