import * as vscode from 'vscode';
import type { Answers, Question } from './protocol.ts';
import type { Server } from './server.ts';

/** Command "New Document": asks a few questions and opens a complete document, not yet saved. */
export async function newDocument(server: Server): Promise<void> {
  const answers = await askAll((given) => server.ask('decisionRights.questions', given));
  if (!answers) return;
  const { text, fileName } = await server.ask('decisionRights.newDocument', answers);
  const document = await vscode.workspace.openTextDocument(await unusedUri(fileName));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

/** The answers, or undefined when the person gives up. Left blank, a question becomes a placeholder. */
async function askAll(questionsFor: (given: Answers) => Promise<Question[]>): Promise<Answers | undefined> {
  const answers: Answers = {};
  const asked = new Set<string>();
  for (;;) {
    const questions = await questionsFor(answers);
    const question = questions.find(({ id }) => !asked.has(id));
    if (!question) return answers;
    asked.add(question.id);
    const title = vscode.l10n.t('New decision-rights document ({0} of {1})', asked.size, questions.length);
    const answer = question.choices
      ? await choose(title, question, question.choices)
      : await vscode.window.showInputBox({
          title,
          prompt: question.help ? `${question.prompt} ${question.help}` : question.prompt,
          value: question.initial,
          placeHolder: vscode.l10n.t('Leave blank to decide later'),
          ignoreFocusOut: true,
        });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') answers[question.id] = answer.trim();
  }
}

async function choose(
  title: string,
  { prompt, help }: Question,
  choices: NonNullable<Question['choices']>,
): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(
    choices.map(({ value, label, detail }) => ({ value, label, detail })),
    { title, placeHolder: help ? `${prompt} ${help}` : prompt, ignoreFocusOut: true },
  );
  return picked?.value;
}

/** An unsaved file in the first workspace folder, under a name that is still free there. */
async function unusedUri(fileName: string): Promise<vscode.Uri> {
  const folder = currentFolder();
  const [, stem = fileName, ending = ''] = /^(.*?)((?:\.decision-rights)?\.md)$/.exec(fileName) ?? [];
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${stem}-${number}${ending}`;
    const file = folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(`/${name}`);
    const untitled = folder
      ? file.with({ scheme: 'untitled' })
      : vscode.Uri.from({ scheme: 'untitled', path: name });
    if (!(await exists(file)) && !isOpen(untitled)) return untitled;
  }
}

/** The folder of the file a person is looking at, else the first of the workspace. */
function currentFolder(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active);
  return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}

function exists(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
