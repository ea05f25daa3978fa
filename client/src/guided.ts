import * as vscode from 'vscode';
import { askAll } from './ask.ts';
import type { GuideEdits, GuideId, GuideQuestions } from './protocol.ts';
import type { Server } from './server.ts';

/** A command that asks a few questions about the active document and writes the answers into it. */
export function guided(guide: GuideId, title: () => string): (server: Server) => Promise<void> {
  return async (server) => {
    const document = activeDocument();
    if (!document) return;
    const client = await server.start();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    let refused: GuideQuestions | undefined;
    const answers = await askAll(
      async (given) => {
        const asked = await server.ask('decisionRights.guideQuestions', { guide, uri, answers: given });
        if (!asked || asked.refusal !== undefined) {
          refused = asked ?? { questions: [] };
          return undefined;
        }
        return asked.questions;
      },
      (step, steps) => vscode.l10n.t('{0} ({1} of {2})', title(), step, steps),
    );
    if (refused) await explainRefusal(refused);
    if (!answers) return;
    const result = await server.ask('decisionRights.guideEdits', { guide, uri, answers });
    if (!result) throw new Error(vscode.l10n.t('The document is no longer a decision-rights document.'));
    await write(result, await client.protocol2CodeConverter.asTextEdits(result.edits));
  };
}

/** The Markdown document a person is looking at; says so when there is none. */
export function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open the decision-rights document that this is about first.'),
  );
  return undefined;
}

async function explainRefusal({ refusal, place }: GuideQuestions): Promise<void> {
  if (place) {
    const { start } = place.range;
    await openAt(vscode.Uri.parse(place.uri), start.line, start.character);
  }
  if (refusal) void vscode.window.showInformationMessage(refusal);
}

/** Makes the changes as one step that can be undone, shows the first of them, and says what there is to know. */
async function write(result: GuideEdits, edits: vscode.TextEdit[]): Promise<void> {
  const uri = vscode.Uri.parse(result.uri);
  const edit = new vscode.WorkspaceEdit();
  if (result.create !== undefined) {
    edit.createFile(uri, { ignoreIfExists: false, overwrite: false });
    edit.insert(uri, new vscode.Position(0, 0), result.create);
  } else {
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The document says this already.'));
      return;
    }
    const open = await vscode.workspace.openTextDocument(uri);
    if (result.version !== undefined && open.version !== result.version) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The file changed while it was read. Run the command again.'),
      );
      return;
    }
    edit.set(uri, edits);
  }
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('VS Code refused to change the file. It may be read-only.'));
  const first = edits.map(({ range }) => range.start.line).sort((a, b) => a - b)[0];
  await reveal(uri, first ?? 0);
  // Not awaited: whoever called the command need not wait until a person has read this.
  if (result.note) void vscode.window.showInformationMessage(result.note);
}

async function reveal(uri: vscode.Uri, line: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    preserveFocus: false,
  });
  const end = Math.min(line, editor.document.lineCount - 1);
  editor.revealRange(
    editor.document.lineAt(end).range,
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** Opens a file at a place, counted from 0. */
export async function openAt(uri: vscode.Uri, line: number, character = 0): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.validatePosition(new vscode.Position(line, character));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
