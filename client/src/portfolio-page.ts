import * as vscode from 'vscode';
import { openAt } from './guided.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import type { ReportPage } from './protocol.ts';
import type { Server } from './server.ts';

const TYPE = 'decisionRights.portfolioPage';

/** What the page says: which place was chosen. See `server/src/core/report/script.ts`. */
interface Chosen {
  readonly type: 'open';
  readonly path: string;
  readonly line: number;
}

/**
 * Command "Open Portfolio": the report's page beside the editors. Its style and script run by a nonce and nothing
 * else does; when the portfolio changes, the new content is sent to the page, which keeps filters and scroll.
 */
export class PortfolioPage implements vscode.Disposable {
  readonly #server: Server;
  readonly #model: PortfolioModel;
  #panel: vscode.WebviewPanel | undefined;
  #page: ReportPage | undefined;
  #nonce = '';
  #stale = false;
  #sending: Promise<void> | undefined;

  constructor(server: Server, model: PortfolioModel) {
    this.#server = server;
    this.#model = model;
  }

  /** What the page was made of, for tests. */
  get html(): string | undefined {
    return this.#panel?.webview.html;
  }

  async open(): Promise<void> {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    await this.#server.start();
    this.#nonce = newNonce();
    this.#page = await this.#ask(true);
    const panel = vscode.window.createWebviewPanel(
      TYPE,
      vscode.l10n.t('Portfolio'),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [], enableCommandUris: false, enableFindWidget: true },
    );
    panel.webview.html = this.#page.html;
    this.#panel = panel;
    const watching = vscode.Disposable.from(
      this.#model.addWatcher(() => panel.visible),
      this.#model.onDidChange(() => this.#send()),
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        // A page that was hidden has been made anew, from the text it began with.
        if (panel.visible) this.#send();
      }),
    );
    panel.onDidDispose(() => {
      watching.dispose();
      this.#panel = undefined;
      this.#page = undefined;
    });
  }

  /** Opens the place that was chosen on the page, in the column beside it. */
  async receive(message: unknown): Promise<void> {
    if (!isChosen(message)) return;
    const uri = this.#page?.uris[message.path];
    if (uri !== undefined) await openAt(vscode.Uri.parse(uri), message.line - 1);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #ask(complete = false): Promise<ReportPage> {
    return this.#server.ask('decisionRights.report', { format: 'html', nonce: this.#nonce, complete });
  }

  /** Sends today's content; while one is on its way, one more follows. */
  #send(): void {
    this.#stale = true;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#stale && this.#panel?.visible && this.#server.state !== 'stopped') {
      this.#stale = false;
      try {
        const page = await this.#ask();
        this.#page = page;
        await this.#panel?.webview.postMessage({ type: 'decisionRights.report', html: page.html });
      } catch (error) {
        this.#server.output.warn(`The portfolio page could not be made: ${String(error)}`);
      }
    }
  }
}

function isChosen(message: unknown): message is Chosen {
  const { type, path, line } = (message ?? {}) as Record<string, unknown>;
  return type === 'open' && typeof path === 'string' && Number.isInteger(line) && (line as number) > 0;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
