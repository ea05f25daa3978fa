import * as vscode from 'vscode';

/** The guided command that mends a finding, by the rule it comes from; the first that matches. */
const COMMANDS: readonly (readonly [RegExp, string, () => string])[] = [
  [
    /^owner-(?!not-accepted|role|duties|not-in-register)|^bu-not-accountable$/,
    'assignOwner',
    () => vscode.l10n.t('Assign owner…'),
  ],
  [
    /^gate-(?:overdue|question-unanswered|passed-with-a-no|not-binary|owner-not-accepted|budget-not-approved)$|^production-before-gate$/,
    'recordGateDecision',
    () => vscode.l10n.t('Record gate decision…'),
  ],
  [/^gate-blocked|^diagnosis-order$/, 'diagnoseFunding', () => vscode.l10n.t('Diagnose missing funding…')],
  [/^escalation-overdue$/, 'recordEscalationDecision', () => vscode.l10n.t('Record escalation decision…')],
  [/^system-not-in-register$/, 'addToRegister', () => vscode.l10n.t('Add to production register…')],
];

/** Offers the guided commands where a finding stands that they mend, beside the server's own quick fixes. */
export function guidedActions(): vscode.Disposable {
  const kinds = [vscode.CodeActionKind.QuickFix];
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions(_document, _range, { diagnostics }) {
        const actions = new Map<string, vscode.CodeAction>();
        for (const diagnostic of diagnostics) {
          if (diagnostic.source !== 'decision-rights') continue;
          const { code } = diagnostic;
          const rule = typeof code === 'object' ? String(code.value) : String(code ?? '');
          const found = COMMANDS.find(([pattern]) => pattern.test(rule));
          if (!found) continue;
          const [, name, titleOf] = found;
          const action =
            actions.get(name) ?? new vscode.CodeAction(titleOf(), vscode.CodeActionKind.QuickFix);
          action.command = { command: `decisionRights.${name}`, title: titleOf() };
          action.diagnostics = [...(action.diagnostics ?? []), diagnostic];
          actions.set(name, action);
        }
        return [...actions.values()];
      },
    },
    { providedCodeActionKinds: kinds },
  );
}
