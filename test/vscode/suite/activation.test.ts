import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MINUTES, ORDINARY, README, SHARED } from './documents.ts';
import { EXTENSION_ID, extensionApi, untilServerIs } from './extension.ts';
import { closeEverything, diagnosticsOf, openDocument, writeFile } from './support.ts';

// The first file of the suite: afterwards the server runs.
describe('among 200 ordinary Markdown files', () => {
  const texts = [ORDINARY, README, MINUTES, ORDINARY.replace(/^---[\s\S]*?---\n/, '')];
  const names = Array.from({ length: 200 }, (_, index) => `ordinary/${index % 10}/${index}.md`);

  before(async () => {
    for (const [index, name] of names.entries())
      await writeFile(name, texts[index % texts.length] ?? ORDINARY);
    for (const name of names.slice(0, 20)) await openDocument(name);
    await extensionApi();
    // The extension asks for configuration files; by the time the same question is answered again, it has its answer.
    await vscode.workspace.findFiles('**/.decision-rights.yaml');
  });

  after(closeEverything);

  it('is active', () => {
    assert.equal(vscode.extensions.getExtension(EXTENSION_ID)?.isActive, true);
  });

  it('starts no server', async () => {
    assert.equal((await extensionApi()).serverState, 'stopped');
  });

  it('reports nothing', () => {
    const reported = vscode.languages.getDiagnostics().filter(([, { length }]) => length > 0);
    assert.deepEqual(
      reported.map(([uri]) => uri.path),
      [],
    );
  });

  it('starts the server with the first document that is ours, and reports nothing else', async () => {
    const uri = await writeFile('ours.md', SHARED);
    await openDocument('ours.md');
    await untilServerIs('running');
    await diagnosticsOf(uri);
    const reported = vscode.languages.getDiagnostics().filter(([, { length }]) => length > 0);
    assert.deepEqual(
      reported.map(([{ path }]) => path),
      [uri.path],
    );
  });

  it('reports findings as soon as a file becomes ours, and forgets them when it stops being so', async () => {
    const uri = await writeFile('ordinary/becomes-ours.md', ORDINARY);
    const editor = await openDocument('ordinary/becomes-ours.md');
    const type = editor.document.lineAt(1).range;
    await editor.edit((edit) => edit.replace(type, 'type: decision-rights'));
    await diagnosticsOf(uri);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'type: essay'));
    await diagnosticsOf(uri, ({ length }) => length === 0);
  });

  it('leaves other views of a document alone', async () => {
    const scheme = 'old-version';
    const provider = { provideTextDocumentContent: () => SHARED };
    const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
    const old = vscode.Uri.from({ scheme, path: '/ours.md' });
    await vscode.window.showTextDocument(old);
    const uri = await writeFile('ours-later.md', SHARED);
    await openDocument('ours-later.md');
    await diagnosticsOf(uri);
    assert.deepEqual(vscode.languages.getDiagnostics(old), []);
    registration.dispose();
  });
});
