import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MISSPELT_KEY, MISSPELT_RULE, SHARED, SHARED_PLACE, SHARED_RULE } from './documents.ts';
import { finds, silentOn } from './extension.ts';
import {
  applyAction,
  closeEverything,
  codeActionsAt,
  completionsAt,
  diagnosticsOf,
  openDocument,
  retry,
  typeText,
  writeFile,
} from './support.ts';

const { line, start, end } = SHARED_PLACE;
const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('while editing', () => {
  afterEach(closeEverything);

  it('a quick fix removes its finding', async () => {
    const uri = await writeFile('quick-fix.md', SHARED);
    const { document } = await openDocument('quick-fix.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    const actions = await codeActionsAt(
      uri,
      new vscode.Range(line, start, line, end),
      vscode.CodeActionKind.QuickFix,
    );
    const own = actions.filter(({ title }) => title.startsWith('Keep '));
    assert.equal(own.length, 2, `one for each candidate: ${actions.map(({ title }) => title).join(' · ')}`);
    await applyAction(own[0]!);
    await diagnosticsOf(uri, silentOn(SHARED_RULE));
    assert.match(document.lineAt(line).text, /\| A \| C \|/);
  });

  it('saving fixes what is safe to fix', async () => {
    const uri = await writeFile('on-save.md', MISSPELT_KEY);
    const editor = await openDocument('on-save.md');
    await diagnosticsOf(uri, finds(MISSPELT_RULE));
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = { 'source.fixAll.decisionRights': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace);
    try {
      await typeText(editor, new vscode.Position(editor.document.lineCount - 1, 0), 'More.\n');
      await editor.document.save();
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.equal(saved, `${SHARED}More.\n`);
    await diagnosticsOf(uri, silentOn(MISSPELT_RULE));
  });

  it('Fix All does the same on command', async () => {
    const uri = await writeFile('fix-all.md', MISSPELT_KEY);
    const { document } = await openDocument('fix-all.md');
    await diagnosticsOf(uri, finds(MISSPELT_RULE));
    await vscode.commands.executeCommand('decisionRights.fixAll');
    assert.equal(document.getText(), SHARED);
  });

  it('keys and values of the frontmatter are completed', async () => {
    const uri = await writeFile('complete.md', SHARED.replace('status: pilot', 'stat'));
    const { document } = await openDocument('complete.md');
    await diagnosticsOf(uri);
    const keys = await completionsAt(uri, document.lineAt(3).range.end, (item) => labelOf(item) === 'status');
    const status = keys.find((item) => labelOf(item) === 'status');
    assert.ok(status?.documentation, 'the key is explained');
    await writeFile('values.md', SHARED.replace('pilot', ''));
    const values = await openDocument('values.md');
    const words = await completionsAt(
      values.document.uri,
      values.document.lineAt(3).range.end,
      (item) => labelOf(item) === 'production',
    );
    assert.ok(words.length > 0);
  });

  it('nothing of ours is completed in ordinary Markdown but snippets', async () => {
    await writeFile('plain.md', '---\nstat\n---\n');
    const { document } = await openDocument('plain.md');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(1).range.end,
    );
    // VS Code itself offers the words of open documents.
    const ours = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    assert.ok(!ours.map(labelOf).includes('status'));
  });

  it('names, letters and durations are coloured in documents of ours only', async () => {
    const tokensOf = async (name: string, text: string) => {
      const uri = await writeFile(name, text);
      await openDocument(name);
      return retry(() =>
        vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri),
      );
    };
    assert.ok((await tokensOf('coloured.md', SHARED)).data.length > 0);
    assert.equal((await tokensOf('grey.md', SHARED.replace('decision-rights', 'essay'))).data.length, 0);
  });
});
