import * as vscode from 'vscode';
import { openAt } from './guided.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import { type PortfolioNode, portfolioNodes } from './portfolio-nodes.ts';
import type { Server } from './server.ts';

const VIEW = 'decisionRights.portfolio';

/** The view is there once the server runs: whoever keeps no such documents never sees it. */
const CONTEXT_KEY = 'decisionRights.serverRuns';

/** The tree of initiatives, each with its owner, clocks and gaps; the badge counts the errors of all files. */
export class PortfolioView implements vscode.TreeDataProvider<PortfolioNode>, vscode.Disposable {
  readonly #model: PortfolioModel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<PortfolioNode>;
  readonly #subscriptions: vscode.Disposable;
  readonly #errors = new Map<string, number>();
  #nodes: readonly PortfolioNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: Server, model: PortfolioModel) {
    this.#model = model;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const followServer = () => {
      const runs = server.state !== 'stopped';
      void vscode.commands.executeCommand('setContext', CONTEXT_KEY, runs);
      if (!runs) this.#errors.clear();
      this.#showBadge();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      model.addWatcher(() => this.#view.visible),
      model.onDidChange((news) => {
        this.#nodes = news ? portfolioNodes(news) : [];
        this.#view.message = news?.partial
          ? vscode.l10n.t(
              'Reading was cancelled, so documents are missing here. Open the portfolio page to read them.',
            )
          : undefined;
        this.#changed.fire();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => visible && model.touch()),
      server.onDidChangeState(followServer),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#count(uris)),
      vscode.commands.registerCommand('decisionRights.openPlace', (node?: PortfolioNode) => this.open(node)),
    );
    followServer();
    this.#count(vscode.languages.getDiagnostics().map(([uri]) => uri));
  }

  /** The lines at the top, for tests. */
  get roots(): readonly PortfolioNode[] {
    return this.#nodes;
  }

  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  getChildren(node?: PortfolioNode): readonly PortfolioNode[] & PortfolioNode[] {
    return [...(node ? node.children : this.#nodes)];
  }

  getTreeItem(node: PortfolioNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(
      node.label,
      node.children.length === 0 ? None : node.open ? Expanded : Collapsed,
    );
    item.id = node.id;
    item.description = node.description;
    item.iconPath = node.icon;
    item.tooltip = node.tooltip ?? node.label;
    item.accessibilityInformation = { label: node.spoken };
    item.contextValue = node.id.slice(0, node.id.indexOf(':'));
    if (node.place)
      item.command = {
        command: 'decisionRights.openPlace',
        title: vscode.l10n.t('Open'),
        arguments: [node],
      };
    return item;
  }

  getParent(): undefined {
    return undefined;
  }

  /** Opens the file of a line of the view, at the place it stands for. */
  async open(node: PortfolioNode | undefined): Promise<void> {
    const uri = node?.place && this.#model.news?.uris[node.place.path];
    if (node?.place && uri !== undefined) await openAt(vscode.Uri.parse(uri), node.place.line - 1);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #count(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const errors = vscode.languages
        .getDiagnostics(uri)
        .filter(
          ({ source, severity }) =>
            source === 'decision-rights' && severity === vscode.DiagnosticSeverity.Error,
        ).length;
      if (errors > 0) this.#errors.set(uri.toString(), errors);
      else this.#errors.delete(uri.toString());
    }
    this.#showBadge();
  }

  #showBadge(): void {
    let value = 0;
    for (const errors of this.#errors.values()) value += errors;
    if (value === (this.#view.badge?.value ?? 0)) return;
    const tooltip =
      value === 1
        ? vscode.l10n.t('1 error in decision-rights documents')
        : vscode.l10n.t('{0} errors in decision-rights documents', value);
    this.#view.badge = value === 0 ? undefined : { value, tooltip };
  }
}
