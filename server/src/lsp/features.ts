import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  DocumentSymbolParams,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  SemanticTokens,
  SemanticTokensParams,
  SymbolInformation,
  WorkspaceDiagnosticParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/config/load.ts';
import type { Completion } from '../core/features/completion.ts';
import type { SettingsKind } from '../core/features/settings-file.ts';
import type { Analysis, Analyzer } from './analysis.ts';
import type { Client } from './client.ts';
import { executeCommand } from './commands.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Gate } from './gate.ts';
import type { Host } from './host.ts';
import type { Publisher } from './publisher.ts';
import type { SettingsStore } from './settings.ts';
import { toEdits } from './to-lsp.ts';
import type { WorkspaceIndex } from './workspace.ts';
import type { WorkspaceDiagnostics } from './workspace-diagnostics.ts';

/** What requests are answered from. */
export interface Served {
  readonly host: Host;
  readonly client: Client;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly analyzer: Analyzer;
  readonly publisher: Publisher;
  readonly workspace: WorkspaceIndex;
  readonly diagnostics: WorkspaceDiagnostics;
}

/**
 * Serves the requests about documents. Each feature's code is loaded when first asked for, and before the
 * document is looked at: from then on nothing may be awaited, or an edit could come in between.
 */
export function registerFeatures(gate: Gate, served: Served): void {
  const { client, documents, settings, analyzer, publisher, diagnostics } = served;
  /** The open document and its analysis, when it is ours. */
  const ours = async (uri: string): Promise<{ document: OpenDocument; analysis: Analysis } | undefined> => {
    const document = documents.get(uri);
    if (!document?.isMarkdown) return undefined;
    const analysis = await analyzer.of(document);
    return analysis && { document, analysis };
  };

  /** What kind of settings file an open document is, if it is one. */
  const settingsKind = (document: OpenDocument): SettingsKind | undefined => {
    if (document.isMarkdown || !settings.concerns(document.uri)) return undefined;
    return document.path.endsWith(`/${CONFIG_NAME}`) ? 'config' : 'people';
  };

  if (client.pull) {
    gate.request('workspace/diagnostic', (params: WorkspaceDiagnosticParams, token) =>
      diagnostics.answer(params, token),
    );
    gate.request(
      'textDocument/diagnostic',
      async ({
        textDocument,
        previousResultId,
      }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
        const document = documents.get(textDocument.uri);
        if (!document?.isMarkdown) return { kind: 'full', items: [] };
        return publisher.pull(document, previousResultId);
      },
    );
  }

  gate.request(
    'textDocument/hover',
    async ({ textDocument, position }: HoverParams): Promise<Hover | null> => {
      const { hoverAt } = await import('../core/features/hover.ts');
      const { aboutSubject, subjectAt } = await import('../core/features/definition.ts');
      const { settingsHoverAt } = await import('../core/features/settings-file.ts');
      const { toMarkup } = await import('./to-lsp-text.ts');
      const document = documents.get(textDocument.uri);
      const analysis = document?.isMarkdown ? await analyzer.of(document) : undefined;
      if (!document) return null;
      const offset = document.lines.offsetAt(position);
      const kind = settingsKind(document);
      const named = analysis && subjectAt(analysis.reading, offset);
      const about = named && aboutSubject(analysis.reading.people, named.subject);
      const said = analysis
        ? hoverAt(analysis.reading, analysis.findings, offset)
        : kind && settingsHoverAt(kind, document.text, offset);
      const parts = [said?.markdown, about].filter((part) => part !== undefined);
      const span = said?.span ?? named?.span;
      if (!span || parts.length === 0) return null;
      const hover = { span, markdown: parts.join('\n\n---\n\n') };
      return {
        contents: toMarkup(hover.markdown, client.markdownHover),
        range: document.lines.rangeOf(hover.span),
      };
    },
  );

  gate.request(
    'textDocument/completion',
    async ({ textDocument, position }: CompletionParams): Promise<CompletionItem[]> => {
      const { completionsAt } = await import('../core/features/completion.ts');
      const { settingsCompletionsAt } = await import('../core/features/settings-file.ts');
      const { toCompletionItem } = await import('./to-lsp-text.ts');
      const document = documents.get(textDocument.uri);
      const kind = document && settingsKind(document);
      const place = kind && (await settings.load(document.uri));
      const analysis = document?.isMarkdown ? await analyzer.of(document) : undefined;
      if (!document) return [];
      const offset = document.lines.offsetAt(position);
      let found: Completion[] = [];
      if (analysis) found = completionsAt(analysis.reading, () => analysis.findings, offset);
      else if (place)
        found = settingsCompletionsAt(kind, document.text, offset, place.loaded.people, analyzer.time);
      return found.map((completion, index) => toCompletionItem(completion, index, document.lines, client));
    },
  );

  gate.request(
    'textDocument/documentSymbol',
    async ({ textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> => {
      const { documentSymbols } = await import('../core/features/symbols.ts');
      const { toSymbols } = await import('./to-lsp-text.ts');
      const found = await ours(textDocument.uri);
      if (!found) return [];
      const { document, analysis } = found;
      return toSymbols(
        documentSymbols(analysis.doc),
        document.lines,
        document.uri,
        client.hierarchicalSymbols,
      );
    },
  );

  gate.request(
    'textDocument/semanticTokens/full',
    async ({ textDocument }: SemanticTokensParams): Promise<SemanticTokens> => {
      const { semanticTokens } = await import('../core/features/semantic-tokens.ts');
      const { toTokens } = await import('./to-lsp-text.ts');
      const found = await ours(textDocument.uri);
      if (!found) return { data: [] };
      return toTokens(semanticTokens(found.analysis.reading), found.document.lines);
    },
  );

  gate.request('textDocument/codeAction', async (params: CodeActionParams): Promise<CodeAction[]> => {
    const { actionsFor, settingsActions } = await import('./code-actions.ts');
    const document = documents.get(params.textDocument.uri);
    if (document && client.codeActionLiterals && settingsKind(document))
      return settingsActions(document, await settings.load(document.uri), params, client);
    const found = await ours(params.textDocument.uri);
    if (!found || !client.codeActionLiterals) return [];
    return actionsFor(found.document, found.analysis, params, client);
  });

  gate.request('codeAction/resolve', async (action: CodeAction): Promise<CodeAction> => {
    const { resolveAction } = await import('./code-actions.ts');
    const data: unknown = action.data;
    const uri = typeof data === 'object' && data !== null && 'uri' in data ? String(data.uri) : '';
    const found = await ours(uri);
    return found ? resolveAction(action, found.document, found.analysis, client) : action;
  });

  gate.request('workspace/executeCommand', (params: ExecuteCommandParams, token) =>
    executeCommand(params, served, () => token.isCancellationRequested),
  );
}

/** The edits of an action on one document, in the form this client takes. */
export function workspaceEdit(
  document: OpenDocument,
  edits: Parameters<typeof toEdits>[0],
  client: Client,
): WorkspaceEdit {
  const list = toEdits(edits, document.lines);
  if (!client.versionedEdits) return { changes: { [document.uri]: list } };
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: list }],
  };
}
