import type {
  Connection,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { TOKEN_LEGEND } from '../core/features/token-legend.ts';
import type { FolderEntry } from '../core/workspace/tree.ts';
import { Analyzer } from './analysis.ts';
import { type Client, readClient } from './client.ts';
import { COMMANDS } from './commands.ts';
import { Documents, OpenDocument } from './documents.ts';
import { registerFeatures } from './features.ts';
import { Gate } from './gate.ts';
import type { Host } from './host.ts';
import { Navigation } from './navigation.ts';
import { Progress } from './progress.ts';
import { Publisher } from './publisher.ts';
import { SettingsStore } from './settings.ts';
import { isUnder, partsOf } from './uri.ts';
import { type Listener, WorkspaceIndex } from './workspace.ts';
import { WorkspaceDiagnostics } from './workspace-diagnostics.ts';
import type { FileEvent } from './workspace-events.ts';

/** Our files, and those that decide which files are ours. */
const WATCHED = '**/{*.md,*.markdown,*.yaml,*.yml,.gitignore}';
/** Links lead to files of every kind, and a folder may go with all that is in it: creation and deletion. */
const ANY_FILE = { globPattern: '**/*', kind: 5 };

/**
 * Serves one client on a connection that is not listening yet. Used by every entry: desktop, browser, command
 * line. What comes before `initialize` or after `shutdown` is refused.
 */
export function start(connection: Connection, host: Host, version: string): Gate {
  const gate = new Gate(connection);
  connection.onInitialize((params) => {
    gate.initialized();
    return serve(connection, host, params, gate, version);
  });
  connection.onShutdown(() => gate.shutDown());
  connection.listen();
  return gate;
}

function serve(
  connection: Connection,
  outside: Host,
  params: InitializeParams,
  gate: Gate,
  version: string,
): InitializeResult {
  const client = readClient(params);
  const host = client.readFile ? throughClient(outside, connection, client) : outside;
  const documents = new Documents();
  const settings = new SettingsStore(host, documents);
  settings.setFolders(foldersOf(params));
  const log = (message: string): void => connection.console.error(message);
  const listener: Listener = {
    affected: (uris) => publisher.affected(uris),
    portfolioChanged: () => publisher.portfolioChanged(),
    readingCancelled: async () => {
      const [said, again] = [
        'Not all decision-rights documents were read, so they are checked without each other, and the portfolio is not complete.',
        'Read them',
      ];
      const answer = await connection.window.showWarningMessage(said, { title: again });
      return answer?.title === again;
    },
  };
  const progress = new Progress(connection, client, gate);
  const workspace = new WorkspaceIndex(host, documents, settings, progress, log, listener);
  const analyzer = new Analyzer(host, settings, documents, workspace, log);
  const publisher = new Publisher(
    connection,
    host,
    client,
    documents,
    settings,
    analyzer,
    workspace,
    gate.guard,
  );

  gate.notification('initialized', () => {
    if (client.watchFiles)
      void connection
        .sendRequest('client/registerCapability', {
          registrations: [
            {
              id: 'decision-rights-files',
              method: 'workspace/didChangeWatchedFiles',
              registerOptions: { watchers: [{ globPattern: WATCHED }, ANY_FILE] },
            },
          ],
        })
        .catch(() => undefined);
    // Deadlines pass while nobody types.
    host.every(600_000, () => {
      settings.ticks++;
      publisher.refresh();
    });
    workspace.foldersChanged();
  });

  gate.notification('textDocument/didOpen', ({ textDocument }: OpenParams) => {
    const { uri, languageId } = textDocument;
    const document = new OpenDocument(
      uri,
      languageId,
      textDocument.version,
      textDocument.text,
      client.encoding,
    );
    documents.open(document);
    publisher.opened(document);
  });
  gate.notification('textDocument/didChange', ({ textDocument, contentChanges }: ChangeParams) => {
    const document = documents.get(textDocument.uri);
    if (!document) return;
    document.change(contentChanges, textDocument.version);
    if (document.isMarkdown) publisher.changed(document);
    else if (settings.concerns(document.uri)) publisher.settingsChanged();
  });
  gate.notification('textDocument/didSave', ({ textDocument }: DocumentParams) => {
    const document = documents.get(textDocument.uri);
    if (document) document.dirty = false;
    if (settings.concerns(textDocument.uri)) publisher.settingsChanged();
  });
  gate.notification('textDocument/didClose', ({ textDocument }: DocumentParams) => {
    const document = documents.close(textDocument.uri);
    if (!document) return;
    publisher.closed(document);
    if (document.dirty && settings.concerns(document.uri)) publisher.settingsChanged();
  });

  /** Tells the open documents of a file, or below a folder, whether what they were read from is there. */
  const fileIs = (uri: string, there: boolean): void => {
    const { prefix, path } = partsOf(uri);
    for (const document of documents.all()) {
      const own = partsOf(document.uri);
      const meant = there ? own.path === path : isUnder(path, own.path);
      if (own.prefix === prefix && meant && document.fileIs(there)) publisher.changed(document);
    }
  };
  gate.notification('workspace/didChangeWatchedFiles', ({ changes }: WatchParams) => {
    let configuration = false;
    for (const { uri, type } of changes) fileIs(uri, type !== 3);
    workspace.filesChanged(changes.map(({ uri, type }) => [uri, EVENTS[type]]));
    for (const { uri, type } of changes) {
      const deleted = type === 3;
      if (settings.concerns(uri) || (/\.ya?ml$/i.test(partsOf(uri).path) && type === 1)) configuration = true;
      if (deleted) publisher.gone(uri);
      else publisher.fileChanged(uri);
    }
    if (configuration) publisher.settingsChanged();
  });
  gate.notification('workspace/didDeleteFiles', ({ files }: DeleteParams) => {
    for (const { uri } of files) fileIs(uri, false);
    workspace.filesChanged(files.map(({ uri }) => [uri, 'deleted']));
    for (const { uri } of files) publisher.gone(uri);
    publisher.settingsChanged();
  });
  gate.notification('workspace/didRenameFiles', ({ files }: RenameParams) => {
    for (const { oldUri } of files) fileIs(oldUri, false);
    workspace.filesChanged(
      files.flatMap(({ oldUri, newUri }): [string, FileEvent][] => [
        [oldUri, 'deleted'],
        [newUri, 'created'],
      ]),
    );
    for (const { oldUri } of files) publisher.gone(oldUri);
    publisher.settingsChanged();
  });
  gate.notification('workspace/didChangeWorkspaceFolders', ({ event }: FoldersParams) => {
    const gone = new Set(event.removed.map(({ uri }) => uri));
    const kept = (params.workspaceFolders ?? []).filter(({ uri }) => !gone.has(uri));
    params.workspaceFolders = [...kept, ...event.added];
    settings.setFolders(foldersOf(params));
    workspace.foldersChanged();
    publisher.refresh();
  });
  gate.notification('workspace/didChangeConfiguration', () => publisher.settingsChanged());

  const diagnostics = new WorkspaceDiagnostics(connection, host, documents, settings, workspace, publisher);
  const navigation = new Navigation(host, client, documents, settings, analyzer, workspace);
  navigation.register(gate);
  registerFeatures(gate, { host, client, documents, settings, analyzer, publisher, workspace, diagnostics });
  return { capabilities: capabilities(client), serverInfo: { name: 'decision-rights', version } };

  function capabilities({ encoding, pull, workspaceFolders }: typeof client): ServerCapabilities {
    const everyFile = { filters: [{ pattern: { glob: '**/*' } }] };
    return {
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      ...(pull && {
        diagnosticProvider: {
          identifier: 'decision-rights',
          interFileDependencies: true,
          workspaceDiagnostics: true,
        },
      }),
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', ' ', '#', '|', '-', '@', '/', '['] },
      ...(client.codeActionLiterals && {
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'source.fixAll.decisionRights'],
          resolveProvider: client.resolveCodeActionEdit,
        },
      }),
      documentLinkProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      workspaceSymbolProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      foldingRangeProvider: true,
      documentSymbolProvider: { label: 'Decision Rights' },
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_LEGEND], tokenModifiers: [] },
        full: true,
        range: false,
      },
      executeCommandProvider: { commands: COMMANDS },
      workspace: {
        ...(workspaceFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
        fileOperations: { didDelete: everyFile, didRename: everyFile },
      },
    };
  }
}

const EVENTS = { 1: 'created', 2: 'changed', 3: 'deleted' } as const;

interface DocumentParams {
  textDocument: { uri: string };
}
interface OpenParams {
  textDocument: { uri: string; languageId: string; version: number; text: string };
}
interface ChangeParams {
  textDocument: { uri: string; version: number };
  contentChanges: Parameters<OpenDocument['change']>[0];
}
interface WatchParams {
  changes: { uri: string; type: 1 | 2 | 3 }[];
}
interface DeleteParams {
  files: { uri: string }[];
}
interface RenameParams {
  files: { oldUri: string; newUri: string }[];
}
interface FoldersParams {
  event: { added: { uri: string; name: string }[]; removed: { uri: string }[] };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** Files that only the client can read: in the browser, and in virtual folders. */
function throughClient(host: Host, connection: Connection, client: Client): Host {
  const ask = async (uri: string): Promise<string | undefined> => {
    const answer: unknown = await connection
      .sendRequest('decisionRights/readFile', { uri })
      .catch(() => null);
    return typeof answer === 'string' ? answer : undefined;
  };
  const list = async (uri: string): Promise<readonly FolderEntry[] | undefined> => {
    if (!client.listFolder) return undefined;
    const answer: unknown = await connection
      .sendRequest('decisionRights/listFolder', { uri })
      .catch(() => null);
    return Array.isArray(answer) ? answer.filter(isEntry) : undefined;
  };
  const own = (uri: string): boolean => host.canRead(partsOf(uri).scheme);
  return {
    ...host,
    readFile: (uri, inside) => (own(uri) ? host.readFile(uri, inside) : ask(uri)),
    async readHead(uri, length) {
      if (own(uri)) return host.readHead(uri, length);
      const text = await ask(uri);
      return text === undefined ? undefined : { text, whole: true };
    },
    exists: async (uri, inside) => (own(uri) ? host.exists(uri, inside) : (await ask(uri)) !== undefined),
    list: (uri) => (own(uri) ? host.list(uri) : list(uri)),
  };
}

function isEntry(entry: unknown): entry is FolderEntry {
  const { name, kind } = (entry ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && !name.includes('/') && typeof kind === 'string';
}
