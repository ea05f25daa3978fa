import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import snippets from '../../../snippets/decision-rights.json' with { type: 'json' };
import { silentOn } from './extension.ts';
import { closeEverything, completionsAt, diagnosticsOf, openDocument, writeFile } from './support.ts';

describe('snippets', () => {
  afterEach(closeEverything);

  it('are offered in any Markdown file', async () => {
    await writeFile('snippets.md', 'dr-');
    const { document } = await openDocument('snippets.md');
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
    const items = await completionsAt(document.uri, document.lineAt(0).range.end, (item) => {
      return labelOf(item) === prefixes[0];
    });
    const offered = new Set(items.map(labelOf));
    assert.deepEqual(
      prefixes.filter((prefix) => !offered.has(prefix)),
      [],
    );
  });

  it('expand to a complete document without an error but what the placeholders leave open', async () => {
    const uri = await writeFile('whole.md', '');
    const editor = await openDocument('whole.md');
    const whole = Object.entries(snippets).find(([, { prefix }]) => prefix === 'dr-document');
    assert.ok(whole);
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name: whole[0],
    });
    assert.match(editor.document.getText(), /^---\ntype: decision-rights\n/);
    await vscode.commands.executeCommand('leaveSnippet');
    await diagnosticsOf(uri, ({ length }) => length > 0);
    await diagnosticsOf(uri, silentOn('frontmatter-invalid'));
    await diagnosticsOf(uri, silentOn('frontmatter-unknown-key'));
  });
});
