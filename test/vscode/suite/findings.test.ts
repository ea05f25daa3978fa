import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ORDINARY, SHARED, SHARED_PLACE, SHARED_RULE } from './documents.ts';
import { documentState, extensionApi, finds, ruleOf, silentOn, untilServerIs } from './extension.ts';
import {
  closeEverything,
  diagnosticsOf,
  hoverText,
  openDocument,
  waitFor,
  workspaceUri,
  writeFile,
} from './support.ts';

const { line, start, end } = SHARED_PLACE;
const PLACE = new vscode.Range(line, start, line, end);

describe('findings', () => {
  afterEach(closeEverything);

  it('stand at the exact word, with rule, page and related places', async () => {
    const uri = await writeFile('exact.md', SHARED);
    await openDocument('exact.md');
    const diagnostics = await diagnosticsOf(uri, finds(SHARED_RULE));
    const found = diagnostics.filter((diagnostic) => ruleOf(diagnostic) === SHARED_RULE);
    assert.equal(found.length, 1);
    const [finding] = found;
    assert.deepEqual(finding?.range, PLACE);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding?.source, 'decision-rights');
    assert.equal(typeof finding?.code, 'object', 'the rule links to its page');
    assert.equal(finding?.relatedInformation?.length, 1, 'the other A');
  });

  it('are explained on hover', async () => {
    const uri = await writeFile('hover.md', SHARED);
    await openDocument('hover.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    assert.match(await hoverText(uri, PLACE.start), /Accountable/);
  });

  it('follow the typing', async () => {
    const uri = await writeFile('typing.md', SHARED);
    const editor = await openDocument('typing.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    await editor.edit((edit) => edit.replace(PLACE, 'C'));
    await diagnosticsOf(uri, silentOn(SHARED_RULE));
    await vscode.commands.executeCommand('undo');
    await diagnosticsOf(uri, finds(SHARED_RULE));
  });

  it('are the same in a file with CRLF, BOM and an emoji', async () => {
    const text = SHARED.replace('# Refund', '# 🎯 Refund').replaceAll('\n', '\r\n');
    const uri = await writeFile('crlf.md', `\uFEFF${text}`);
    await openDocument('crlf.md');
    const diagnostics = await diagnosticsOf(uri, finds(SHARED_RULE));
    assert.deepEqual(diagnostics.find((diagnostic) => ruleOf(diagnostic) === SHARED_RULE)?.range, PLACE);
  });

  it('appear in a document that was never saved', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content: SHARED });
    await vscode.window.showTextDocument(uri);
    await diagnosticsOf(uri, finds(SHARED_RULE));
  });

  it('go when the file is deleted', async () => {
    const uri = await writeFile('deleted.md', SHARED);
    await openDocument('deleted.md');
    await diagnosticsOf(uri);
    await closeEverything();
    await vscode.workspace.fs.delete(uri);
    await diagnosticsOf(uri, ({ length }) => length === 0);
  });

  it('move with the file when it is renamed', async () => {
    const uri = await writeFile('before.md', SHARED);
    await openDocument('before.md');
    await diagnosticsOf(uri);
    const renamed = workspaceUri('after.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed, { overwrite: true });
    await vscode.workspace.applyEdit(edit);
    await diagnosticsOf(renamed);
    await diagnosticsOf(uri, ({ length }) => length === 0);
  });

  it('follow the configuration on disk, without a reload', async () => {
    const uri = await writeFile('configured/document.md', SHARED);
    await openDocument('configured/document.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    const configuration = await writeFile(
      'configured/.decision-rights.yaml',
      `rules:\n  ${SHARED_RULE}: off\n`,
    );
    await diagnosticsOf(uri, silentOn(SHARED_RULE));
    await writeFile('configured/.decision-rights.yaml', `rules:\n  ${SHARED_RULE}: info\n`);
    const diagnostics = await diagnosticsOf(uri, finds(SHARED_RULE));
    const { severity } = diagnostics.find((diagnostic) => ruleOf(diagnostic) === SHARED_RULE) ?? {};
    assert.equal(severity, vscode.DiagnosticSeverity.Information);
    await vscode.workspace.fs.delete(configuration);
    await diagnosticsOf(uri, (now) =>
      now.some((one) => ruleOf(one) === SHARED_RULE && one.severity === vscode.DiagnosticSeverity.Error),
    );
  });

  it('are counted in the language status, with the length of the document', async () => {
    const uri = await writeFile('status.md', SHARED);
    const editor = await openDocument('status.md');
    const state = await documentState(uri, ({ errors }) => errors > 0);
    assert.equal(state.type, 'decision-rights');
    assert.equal(state.initiative, 'refund-agent');
    assert.ok(state.pages > 0 && state.pages < 1, String(state.pages));
    const { onDidChangeDocument, documentState: stateOf } = await extensionApi();
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, ORDINARY));
    await waitFor(
      onDidChangeDocument,
      () => stateOf(uri) === undefined || undefined,
      () => 'no state',
    );
  });

  it('come back after the server was restarted', async () => {
    const uri = await writeFile('restart.md', SHARED);
    await openDocument('restart.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    const api = await extensionApi();
    const states: string[] = [];
    const subscription = api.onDidChangeServerState((state) => states.push(state));
    await vscode.commands.executeCommand('decisionRights.restartServer');
    await untilServerIs('running');
    subscription.dispose();
    assert.deepEqual(states, ['stopped', 'starting', 'running']);
    await diagnosticsOf(uri, finds(SHARED_RULE));
  });

  it('go when the extension is switched off, and come back', async () => {
    const uri = await writeFile('switched.md', SHARED);
    await openDocument('switched.md');
    await diagnosticsOf(uri, finds(SHARED_RULE));
    const settings = vscode.workspace.getConfiguration('decisionRights');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await untilServerIs('stopped');
    await diagnosticsOf(uri, ({ length }) => length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await untilServerIs('running');
    await diagnosticsOf(uri, finds(SHARED_RULE));
  });
});
