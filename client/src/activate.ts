import * as vscode from 'vscode';
import { adoptThisFile } from './adopt.ts';
import { checkTasks } from './check-task.ts';
import { diagnoseFunding } from './diagnose.ts';
import { explainRule, ruleDocuments } from './explain-rule.ts';
import { fixAll } from './fix-all.ts';
import { guided } from './guided.ts';
import { guidedActions } from './guided-actions.ts';
import { languageStatus } from './language-status.ts';
import { newDocument } from './new-document.ts';
import { PortfolioModel } from './portfolio-model.ts';
import { PortfolioPage } from './portfolio-page.ts';
import { PortfolioView } from './portfolio-view.ts';
import type { DocumentState } from './protocol.ts';
import { restartServer } from './restart-server.ts';
import { ruleAddresses } from './rule-links.ts';
import { type CreateClient, Server, type ServerState } from './server.ts';
import { showOutput } from './show-output.ts';
import { startWhenNeeded } from './start-when-needed.ts';
import { languageModelTools } from './tools.ts';

/** What the extension tells others, such as its own tests in a real VS Code. */
export interface Api {
  readonly serverState: ServerState;
  readonly onDidChangeServerState: vscode.Event<ServerState>;
  /** What the server says about a document; undefined when it is not ours. */
  documentState(uri: vscode.Uri): DocumentState | undefined;
  readonly onDidChangeDocument: vscode.Event<vscode.Uri>;
  readonly portfolio: {
    readonly model: PortfolioModel;
    readonly view: PortfolioView;
    readonly page: PortfolioPage;
  };
}

let running: Server | undefined;

/** VS Code waits for this before it ends the extension. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}

/** Starts the extension on either platform; the server itself waits until a document is ours. */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): Api {
  const server = new Server(createClient);
  running = server;
  const command = (name: string, run: (server: Server, given?: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(`decisionRights.${name}`, (given?: unknown) =>
      reportingErrors(server, () => run(server, given)),
    );
  const model = new PortfolioModel(server);
  const view = new PortfolioView(server, model);
  const page = new PortfolioPage(server, model);
  context.subscriptions.push(
    server,
    model,
    view,
    page,
    command('createDocument', newDocument),
    command('adoptThisFile', adoptThisFile),
    command(
      'assignOwner',
      guided('assign-owner', () => vscode.l10n.t('Assign owner')),
    ),
    command('diagnoseFunding', diagnoseFunding),
    command(
      'recordGateDecision',
      guided('record-gate', () => vscode.l10n.t('Gate decision')),
    ),
    command(
      'startEscalationClock',
      guided('start-escalation', () => vscode.l10n.t('Escalation clock')),
    ),
    command(
      'recordEscalationDecision',
      guided('record-escalation', () => vscode.l10n.t('Escalation decision')),
    ),
    command(
      'addToRegister',
      guided('add-to-register', () => vscode.l10n.t('Production register')),
    ),
    command('openPortfolio', () => page.open()),
    command('fixAll', fixAll),
    command('explainRule', explainRule),
    command('restartServer', restartServer),
    command('showOutput', showOutput),
    ruleDocuments(server),
    ruleAddresses(),
    languageStatus(server),
    guidedActions(),
    languageModelTools(server, model),
    checkTasks(),
    startWhenNeeded(server),
  );
  return {
    get serverState() {
      return server.state;
    },
    onDidChangeServerState: server.onDidChangeState,
    documentState: (uri) => server.documentState(uri),
    onDidChangeDocument: server.onDidChangeDocument,
    portfolio: { model, view, page },
  };
}

/** A command that fails says so in words, with the way to the log. */
async function reportingErrors(server: Server, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    server.output.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    const show = vscode.l10n.t('Show Output');
    // Not awaited: whoever called the command need not wait until a person has read this.
    void vscode.window
      .showErrorMessage(vscode.l10n.t('Decision Rights could not do this: {0}', reason), show)
      .then((chosen) => chosen === show && server.output.show());
  }
}
