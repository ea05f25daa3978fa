import type { InitializeParams } from 'vscode-languageserver';
import type { Encoding } from './position.ts';

/** What the client can do, asked once; every field is false where it does not say. */
export interface Client {
  readonly encoding: Encoding;
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshTokens: boolean;
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  /** Takes the findings of other documents along with those it asked for. */
  readonly relatedDocuments: boolean;
  readonly workDoneProgress: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly diagnosticTags: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly snippets: boolean;
  readonly asIsIndentation: boolean;
  readonly insertReplace: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolveCodeActionEdit: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  /** The client shows our `decisionRights/documentState` (initialization option `documentState: true`). */
  readonly documentState: boolean;
  /** The client reads files for us (initialization option `readFile: true`): in the browser, and for virtual folders. */
  readonly readFile: boolean;
  /** And lists folders for us (initialization option `listFolder: true`, request `decisionRights/listFolder`). */
  readonly listFolder: boolean;
}

/** Reads the client's abilities from what it sends first. */
export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace, window, general } = params.capabilities;
  const item = textDocument?.completion?.completionItem;
  const action = textDocument?.codeAction;
  const options: unknown = params.initializationOptions;
  const option = (name: string): boolean =>
    typeof options === 'object' && options !== null && (options as Record<string, unknown>)[name] === true;
  const offered = general?.positionEncodings ?? [];
  return {
    // In the client's order of preference, among what we speak.
    encoding: offered.find((one): one is Encoding => one === 'utf-16' || one === 'utf-8') ?? 'utf-16',
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    relatedInformation:
      (textDocument?.publishDiagnostics?.relatedInformation ??
        textDocument?.diagnostic?.relatedInformation) === true,
    codeDescription:
      (textDocument?.publishDiagnostics?.codeDescriptionSupport ??
        textDocument?.diagnostic?.codeDescriptionSupport) === true,
    diagnosticData:
      (textDocument?.publishDiagnostics?.dataSupport ?? textDocument?.diagnostic?.dataSupport) === true,
    diagnosticTags:
      (textDocument?.publishDiagnostics?.tagSupport ?? textDocument?.diagnostic?.tagSupport) !== undefined,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: item?.documentationFormat?.includes('markdown') === true,
    snippets: item?.snippetSupport === true,
    asIsIndentation: item?.insertTextModeSupport?.valueSet.includes(1) === true,
    insertReplace: item?.insertReplaceSupport === true,
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolveCodeActionEdit:
      action?.resolveSupport?.properties.includes('edit') === true && action.dataSupport === true,
    preferredActions: action?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentState: option('documentState'),
    readFile: option('readFile'),
    listFolder: option('listFolder'),
  };
}
