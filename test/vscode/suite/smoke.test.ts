import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, typeText } from './support.ts';

describe('a real VS Code', () => {
  it('is at least the version the extension asks for', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.ok(major === 1 && minor! >= 95, vscode.version);
  });

  it('opens a Markdown file and reads its text', async () => {
    const { document } = await openDocument('notes.md');
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# Notes/);
  });

  it('types into it', async () => {
    const editor = await openDocument('notes.md');
    await typeText(editor, new vscode.Position(0, 0), 'Hello ');
    assert.equal(editor.document.lineAt(0).text, 'Hello # Notes');
  });
});
