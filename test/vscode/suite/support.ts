/** What tests do in VS Code, waiting for what happens and never for a length of time. */
import * as vscode from 'vscode';

const WAIT_MS = 45_000;
const RETRY_PAUSE_MS = 50;

/** Opens a file of the workspace folder, freshly read from disk, in an editor. */
export async function openDocument(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceUri(name)));
}

/** A file of the (first) workspace folder. */
export function workspaceUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the workspace folder, as another program would. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Throws away all unsaved changes and closes every editor. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((open) => open.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The diagnostics of a file, as soon as they satisfy `predicate`. */
export function diagnosticsOf(
  uri: vscode.Uri,
  predicate: (diagnostics: vscode.Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
): Promise<vscode.Diagnostic[]> {
  return waitFor(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return predicate(diagnostics) ? diagnostics : undefined;
    },
    () => {
      const last = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
      return `diagnostics of ${uri.path}; they are ${JSON.stringify(last)}`;
    },
  );
}

/** Resolves with what `find` finds, asked now and after each `event`. */
export function waitFor<T>(
  event: vscode.Event<unknown>,
  find: () => T | undefined,
  description: () => string,
): Promise<T> {
  return new Promise((done, failed) => {
    const settle = (finish: () => void) => {
      subscription.dispose();
      clearTimeout(timer);
      finish();
    };
    const look = () => {
      try {
        const found = find();
        if (found !== undefined) settle(() => done(found));
      } catch (error) {
        settle(() => failed(error));
      }
    };
    const subscription = event(look);
    const timer = setTimeout(() => {
      settle(() => failed(new Error(`Waited in vain for ${description()}`)));
    }, WAIT_MS);
    look();
  });
}

/**
 * Asks again until there is an answer. For actions, hovers and completions there is no event to wait for,
 * and VS Code cancels a query when another provider registers meanwhile. An empty answer is no answer.
 */
export async function retry<T>(query: () => Thenable<T | undefined>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  let problem: unknown = new Error('Asked in vain: the answer stayed empty');
  while (Date.now() < end) {
    try {
      const answer = await query();
      if (answer !== undefined && !(Array.isArray(answer) && answer.length === 0)) return answer;
    } catch (error) {
      problem = error;
    }
    await new Promise((next) => setTimeout(next, RETRY_PAUSE_MS));
  }
  throw problem;
}

/** The text of all hovers at a position. */
export function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  return retry(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    const parts = hovers.flatMap((hover) => hover.contents);
    const text = parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n\n');
    return text || undefined;
  });
}

/** The code actions offered for a range, with their edits resolved. */
export function codeActionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const resolveAtMost = 100;
  return retry(() =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
      resolveAtMost,
    ),
  );
}

/** Does what choosing the action in the menu does: its edit, then its command. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`VS Code refused the edit of "${action.title}"`);
  }
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The completions at a position; waits for one that `matches`, as other providers answer too. */
export function completionsAt(
  uri: vscode.Uri,
  position: vscode.Position,
  matches: (item: vscode.CompletionItem) => boolean = () => true,
): Promise<vscode.CompletionItem[]> {
  return retry(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    return list.items.some(matches) ? list.items : undefined;
  });
}

/** Types at a position, as the keyboard would. */
export async function typeText(
  editor: vscode.TextEditor,
  position: vscode.Position,
  text: string,
): Promise<void> {
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('type', { text });
}
