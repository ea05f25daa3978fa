import * as vscode from 'vscode';
import type { Server } from './server.ts';

const SCHEME = 'decision-rights-rule';

/** Command "Explain Rule": shows the page of the rule under the cursor, else of one picked from the list. */
export async function explainRule(server: Server): Promise<void> {
  const id = ruleAtCursor() ?? (await pickRule(server));
  if (!id) return;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // Without VS Code's own Markdown extension the page is still readable as text.
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  }
}

/** The rules' pages as read-only documents. */
export function ruleDocuments(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      const id = uri.path.slice(1).replace(/\.md$/, '');
      const page = await server.ask('decisionRights.explain', id);
      return page ?? vscode.l10n.t('There is no rule {0}.', id);
    },
  });
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === 'decision-rights')
    .filter(({ range }) => range.intersection(editor.selection) !== undefined);
  // Where findings overlap, the one on the smallest text is meant.
  const [nearest] = here.sort((a, b) => (a.range.contains(b.range) ? 1 : b.range.contains(a.range) ? -1 : 0));
  const code = nearest?.code;
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

async function pickRule(server: Server): Promise<string | undefined> {
  const rules = await server.ask('decisionRights.rules');
  const items = rules.map((rule) => ({
    label: rule.id,
    description: rule.severity,
    detail: rule.summary,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain a rule'),
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDetail: true,
  });
  return picked?.label;
}
