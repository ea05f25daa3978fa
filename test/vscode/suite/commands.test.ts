import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };
import { MISSPELT_KEY, MISSPELT_RULE, ORDINARY, SHARED, SHARED_RULE } from './documents.ts';
import { documentState, extensionApi, finds, ruleOf } from './extension.ts';
import { closeEverything, diagnosticsOf, openDocument, retry, waitFor, writeFile } from './support.ts';

describe('commands', () => {
  before(extensionApi);
  afterEach(closeEverything);

  it('are all there', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !known.has(command));
    assert.deepEqual(missing, []);
  });

  it('New Document opens a complete document, not yet saved', async () => {
    const before = vscode.window.activeTextEditor;
    const done = vscode.commands.executeCommand('decisionRights.createDocument');
    const opened = retry(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      return editor !== before && editor?.document.isUntitled ? editor : undefined;
    });
    await done;
    const { document } = await opened;
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^---\ntype: decision-rights\n/);
    await documentState(document.uri);
    const left = await diagnosticsOf(document.uri);
    const places = left.map(({ range }) => document.getText(range));
    assert.deepEqual(
      places.filter((text) => !/^"?\[.+\]"?$|^YYYY-MM-DD$/.test(text)),
      [],
      'nothing is reported but placeholders',
    );
  });

  it('Adopt This File writes the frontmatter and changes nothing else', async () => {
    const body = SHARED.slice(SHARED.indexOf('# Refund agent'));
    const uri = await writeFile('adopt.md', body);
    const { document } = await openDocument('adopt.md');
    await vscode.commands.executeCommand('decisionRights.adoptThisFile');
    assert.match(document.getText(), /^---\ntype: decision-rights\n/);
    assert.ok(document.getText().endsWith(`---\n\n${body}`), document.getText());
    await diagnosticsOf(uri, finds(SHARED_RULE));
  });

  it('Adopt This File keeps frontmatter of another kind', async () => {
    const text = ORDINARY.replace('type: essay\n', 'layout: page\n');
    await writeFile('adopt-more.md', text);
    const { document } = await openDocument('adopt-more.md');
    await vscode.commands.executeCommand('decisionRights.adoptThisFile');
    assert.match(document.getText(), /^type: decision-rights$/m);
    assert.match(document.getText(), /^layout: page$/m);
  });

  it('Explain Rule shows the page of the rule under the cursor', async () => {
    const uri = await writeFile('explain.md', MISSPELT_KEY);
    const editor = await openDocument('explain.md');
    const diagnostics = await diagnosticsOf(uri, finds(MISSPELT_RULE));
    const { range } = diagnostics.find((diagnostic) => ruleOf(diagnostic) === MISSPELT_RULE)!;
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('decisionRights.explainRule');
    const preview = () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.find(({ label }) => label.includes(MISSPELT_RULE));
    };
    await waitFor(vscode.window.tabGroups.onDidChangeTabs, preview, () => 'a preview of the rule');
    const page = vscode.Uri.from({ scheme: 'decision-rights-rule', path: `/${MISSPELT_RULE}.md` });
    const document = await vscode.workspace.openTextDocument(page);
    assert.match(document.getText(), new RegExp(`^#.*${MISSPELT_RULE}`, 'm'));
  });

  it('Show Output works', async () => {
    await vscode.commands.executeCommand('decisionRights.showOutput');
  });
});
