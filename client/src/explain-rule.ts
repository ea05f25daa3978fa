import * as vscode from 'vscode';
import type { Server } from './server.ts';

const SCHEME = 'decision-rights-rule';

const RULE_ID = /^[a-z0-9-]{1,80}$/;

/** Command "Explain Rule": the page of the rule it is given, else of the one under the cursor, else of one picked. */
export async function explainRule(server: Server, given?: unknown): Promise<void> {
  if (typeof given === 'string' && RULE_ID.test(given)) {
    await pageOfRule(given);
    return;
  }
  const here = rulesAtCursor();
  const id = here.length === 1 ? here[0] : await pickRule(server, here);
  if (id) await pageOfRule(id);
}

/** Shows the page of a rule. */
export async function pageOfRule(id: string): Promise<void> {
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

/** The rules with a finding at the cursor, each once. */
function rulesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const ids = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === 'decision-rights')
    .filter(({ range }) => range.intersection(editor.selection) !== undefined)
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code ?? '')));
  return [...new Set(ids)];
}

/** One of `ids`, or of all rules when there are none. */
async function pickRule(server: Server, ids: readonly string[]): Promise<string | undefined> {
  const all = await server.ask('decisionRights.rules');
  const rules = ids.length > 0 ? all.filter(({ id }) => ids.includes(id)) : all;
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
