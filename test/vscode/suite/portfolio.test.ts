import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PortfolioNode } from '../../../client/src/portfolio-nodes.ts';
import { SHARED } from './documents.ts';
import { extensionApi, finds, ruleOf } from './extension.ts';
import {
  closeEverything,
  diagnosticsOf,
  openDocument,
  retry,
  waitFor,
  workspaceUri,
  writeFile,
} from './support.ts';

const OWNED = `---
type: decision-rights
initiative: portfolio-owned
title: Portfolio with an owner
status: production
owner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}
gate: {decide_by: 2030-01-31, decider: "Ines Moreau, COO"}
---

# Portfolio with an owner
`;

describe('the portfolio', () => {
  const names = ['portfolio-owned.md', 'portfolio-shared.md'];

  before(async () => {
    await writeFile('portfolio-owned.md', OWNED);
    await writeFile(
      'portfolio-shared.md',
      SHARED.replace('refund-agent', 'portfolio-shared').replace('# Refund agent', '# Shared portfolio'),
    );
    await openDocument('portfolio-shared.md');
    await diagnosticsOf(workspaceUri('portfolio-shared.md'));
    await vscode.commands.executeCommand('decisionRights.portfolio.focus');
  });

  after(async () => {
    await closeEverything();
    for (const name of names) await vscode.workspace.fs.delete(workspaceUri(name));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  const all = (nodes: readonly PortfolioNode[]): PortfolioNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);

  async function node(matches: (node: PortfolioNode) => boolean): Promise<PortfolioNode> {
    const { model, view } = (await extensionApi()).portfolio;
    return waitFor(
      model.onDidChange,
      () => all(view.roots).find(matches),
      () =>
        `a line of the view; they are ${all(view.roots)
          .map(({ label }) => label)
          .join(' · ')}`,
    );
  }

  it('shows initiatives by status with owner, gaps and clocks', async () => {
    const owned = await node(({ label }) => label === 'Portfolio with an owner');
    assert.match(owned.description ?? '', /^Dana Whitfield · .*due in \d+ days$/);
    assert.match(owned.spoken, /^Portfolio with an owner, Production, Owner: Dana Whitfield, VP Claims, /);
    const { view } = (await extensionApi()).portfolio;
    const production = view.roots.find(({ children }) => children.includes(owned));
    assert.equal(production?.label, 'Production');
    const item = view.getTreeItem(owned);
    assert.equal(item.accessibilityInformation?.label, owned.spoken);
    assert.equal(item.command?.command, 'decisionRights.openPlace');
    assert.ok(owned.children.some(({ id }) => id.startsWith('clock:')));
  });

  it('counts the errors on its badge', async () => {
    const { view } = (await extensionApi()).portfolio;
    const errors = await retry(async () => view.badge?.value);
    const reported = vscode.languages
      .getDiagnostics()
      .flatMap(([, list]) => list)
      .filter(
        ({ source, severity }) =>
          source === 'decision-rights' && severity === vscode.DiagnosticSeverity.Error,
      );
    assert.equal(errors, reported.length);
  });

  it('a line opens its place', async () => {
    const shared = await node(
      ({ id, label }) => id.startsWith('finding:portfolio-shared.md') && /Accountable/.test(label),
    );
    await vscode.commands.executeCommand('decisionRights.openPlace', shared);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.path.endsWith('/portfolio-shared.md'));
    assert.equal(editor?.selection.active.line, (shared.place?.line ?? 0) - 1);
  });

  it('follows what is written', async () => {
    const { document } = await openDocument('portfolio-owned.md');
    const edit = new vscode.WorkspaceEdit();
    const line = document.lineAt(5).range;
    edit.replace(document.uri, line, 'owner: {name: Lena Roth, title: VP Claims, accepted_on: 2026-01-15}');
    await vscode.workspace.applyEdit(edit);
    await node(
      ({ label, description }) => label === 'Portfolio with an owner' && /^Lena Roth/.test(description ?? ''),
    );
  });

  it('the page has a strict policy, shows every initiative, and opens what is chosen on it', async () => {
    await vscode.commands.executeCommand('decisionRights.openPortfolio');
    const { page } = (await extensionApi()).portfolio;
    const html = page.html ?? '';
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.match(
      policy,
      /^default-src 'none'; style-src 'nonce-[0-9a-f]{32}'; script-src 'nonce-[0-9a-f]{32}'; base-uri 'none'; form-action 'none'$/,
    );
    assert.ok(html.includes('Portfolio with an owner') && html.includes('Shared portfolio'));
    assert.ok(
      !/(?:src|href)="(?:https?:|vscode|command:|javascript:)/i.test(html),
      'nothing is loaded or run from elsewhere',
    );
    const tab = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(
          ({ input }) =>
            input instanceof vscode.TabInputWebview &&
            input.viewType.includes('decisionRights.portfolioPage'),
        );
    await waitFor(vscode.window.tabGroups.onDidChangeTabs, tab, () => 'a tab with the page');
    await page.receive({ type: 'open', path: 'portfolio-owned.md', line: 3 });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.path.endsWith('/portfolio-owned.md'));
    assert.equal(editor?.selection.active.line, 2);
    await page.receive({ type: 'open', path: '../outside.md', line: 1 });
    await page.receive({ type: 'run', command: 'workbench.action.closeWindow' });
    assert.equal(vscode.window.activeTextEditor, editor, 'whatever it does not know leads nowhere');
  });

  it('the code of a finding opens the rule’s page', async () => {
    const list = await diagnosticsOf(workspaceUri('portfolio-shared.md'), finds('raci-shared-accountable'));
    const { code } = list.find((one) => ruleOf(one) === 'raci-shared-accountable')!;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    assert.equal(code.target.path, 'decisionRights.explainRule');
    await vscode.commands.executeCommand(code.target.path, ...JSON.parse(code.target.query));
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await waitFor(
      vscode.window.tabGroups.onDidChangeTabs,
      () => tabs().find(({ label }) => label.includes('raci-shared-accountable')),
      () => 'the page of the rule',
    );
  });

  it('tools answer who, check and portfolio', async function () {
    if (typeof vscode.lm?.invokeTool !== 'function') return this.skip();
    const invoke = async (name: string, input: object) => {
      const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return result.content
        .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
        .join('');
    };
    assert.match(
      await invoke('decisionRights_who', { question: 'who owns portfolio-owned' }),
      /Dana Whitfield|Lena Roth/,
    );
    assert.match(
      await invoke('decisionRights_check', { path: 'portfolio-shared.md' }),
      /\[raci-shared-accountable\]/,
    );
    assert.match(
      await invoke('decisionRights_portfolio', {}),
      /Portfolio with an owner \(portfolio-owned\): production/,
    );
  });
});
