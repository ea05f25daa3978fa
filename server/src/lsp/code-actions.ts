import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import { codeActions, FIX_ALL, fixAllEdits, type OfferedAction } from '../core/features/code-actions.ts';
import { safeFix } from '../core/fix.ts';
import type { Analysis } from './analysis.ts';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';
import { workspaceEdit } from './features.ts';
import type { DocumentSettings } from './settings.ts';
import { SOURCE } from './to-lsp.ts';

/** What an unresolved action needs to find its edits again. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
}

/** The actions for a range. Edits of fix-all are computed at once only for clients that cannot resolve. */
export function actionsFor(
  document: OpenDocument,
  analysis: Analysis,
  { range, context }: CodeActionParams,
  client: Client,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wanted('quickfix'))
    for (const offered of codeActions(analysis.doc, analysis.findings, document.lines.spanOf(range)))
      actions.push(quickFix(offered, document, context.diagnostics, client));
  // Offered when asked for by kind: editors run it on save; in the lamp's list it would only be noise.
  if (context.only && wanted(FIX_ALL)) {
    const action: CodeAction = { title: 'Fix everything that is safe to fix', kind: FIX_ALL };
    if (client.resolveCodeActionEdit) {
      const data: ActionData = { uri: document.uri, version: document.version };
      if (analysis.findings.some((finding) => safeFix(finding) !== undefined))
        actions.push({ ...action, data });
    } else {
      const edits = fixAllEdits(analysis.doc, analysis.settings);
      if (edits.length > 0) actions.push({ ...action, edit: workspaceEdit(document, edits, client) });
    }
  }
  return actions;
}

/** The nearest known key or value for what is misspelt in a configuration or register. */
export function settingsActions(
  document: OpenDocument,
  { loaded }: DocumentSettings,
  { range, context }: CodeActionParams,
  client: Client,
): CodeAction[] {
  const file = loaded.files.find(({ path }) => path === document.path);
  const { start, end } = document.lines.spanOf(range);
  // Problems of another state of the text have their places there, not here.
  if (!file || file.text !== document.text || context.only?.every((kind) => kind !== 'quickfix')) return [];
  return file.problems.flatMap(({ nearest, span }) => {
    if (!nearest || span.start > end || span.end < start) return [];
    const edit = workspaceEdit(document, [{ span: nearest.span, newText: nearest.text }], client);
    return [{ title: `Write ${nearest.text}`, kind: 'quickfix', edit }];
  });
}

/** Fills in the edit; for a document that has changed since, today's edit, which is the one that fits. */
export function resolveAction(
  action: CodeAction,
  document: OpenDocument,
  analysis: Analysis,
  client: Client,
): CodeAction {
  if (action.kind !== FIX_ALL) return action;
  return { ...action, edit: workspaceEdit(document, fixAllEdits(analysis.doc, analysis.settings), client) };
}

function quickFix(
  offered: OfferedAction,
  document: OpenDocument,
  diagnostics: readonly Diagnostic[],
  client: Client,
): CodeAction {
  const { finding, title, preferred, edits } = offered;
  const start = document.lines.positionAt(finding.span.start);
  const own = diagnostics.filter(
    (diagnostic) =>
      diagnostic.source === SOURCE &&
      diagnostic.code === finding.rule &&
      diagnostic.range.start.line === start.line &&
      diagnostic.range.start.character === start.character,
  );
  return {
    title,
    kind: 'quickfix',
    ...(own.length > 0 && { diagnostics: own }),
    ...(preferred && client.preferredActions && { isPreferred: true }),
    edit: workspaceEdit(document, edits, client),
  };
}
