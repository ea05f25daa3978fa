import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { pageOfRule } from './explain-rule.ts';

/** Where the server says that a rule's page is published: see `server/src/core/rules/rule-url.ts`. */
const PUBLISHED = /^\/decision-rights\/rules\/([a-z0-9-]{1,80})$/;

/** The rule whose page an address leads to; undefined for any other address. */
function ruleAt({ authority, path }: vscode.Uri): string | undefined {
  return authority === 'example.invalid' ? PUBLISHED.exec(path)?.[1] : undefined;
}

/**
 * Lets the code of a finding open the rule's page here. A command, which editors open without asking back and
 * which needs no browser; it carries nothing but a rule's id.
 */
function withPages(diagnostics: readonly vscode.Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    if (typeof code !== 'object') continue;
    const rule = ruleAt(code.target);
    if (rule === undefined) continue;
    const query = JSON.stringify([rule]);
    diagnostic.code = {
      value: code.value,
      target: vscode.Uri.from({ scheme: 'command', path: 'decisionRights.explainRule', query }),
    };
  }
}

/** Reports of diagnostics on their way from the server to the Problems view. */
export const ruleLinks: Middleware = {
  handleDiagnostics(uri, diagnostics, next) {
    withPages(diagnostics);
    next(uri, diagnostics);
  },
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report?.kind === 'full') withPages(report.items);
    for (const related of Object.values(report?.relatedDocuments ?? {}))
      if (related.kind === 'full') withPages(related.items);
    return report;
  },
  provideWorkspaceDiagnostics(resultIds, token, resultReporter, next) {
    return next(resultIds, token, (chunk) => {
      for (const item of chunk?.items ?? []) if (item.kind === 'full') withPages(item.items);
      resultReporter(chunk);
    });
  },
};

/** `vscode://decision-rights.decision-rights-vscode/rule/raci-missing` opens the rule's page: for links in reports and chats. */
export function ruleAddresses(): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri({ path }) {
      const rule = /^\/rule\/([a-z0-9-]{1,80})$/.exec(path)?.[1];
      if (rule) await pageOfRule(rule);
    },
  });
}
