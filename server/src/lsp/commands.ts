import type { ExecuteCommandParams } from 'vscode-languageserver';

/** What a client may have executed; the VS Code client's side of it is in `client/src/protocol.ts`. */
export const COMMANDS = [
  'decisionRights.questions',
  'decisionRights.newDocument',
  'decisionRights.adopt',
  'decisionRights.rules',
  'decisionRights.explain',
];

/** Executes a command that needs no open document. Null for one that is unknown, or asks for what is not there. */
export async function executeCommand({
  command,
  arguments: args = [],
}: ExecuteCommandParams): Promise<unknown> {
  const [first] = args as unknown[];
  switch (command) {
    case 'decisionRights.rules': {
      const { RULES, severityText } = await import('../core/rules/index.ts');
      return RULES.map((rule) => ({
        id: rule.id,
        group: rule.group,
        severity: severityText(rule),
        summary: rule.summary,
      }));
    }
    case 'decisionRights.explain': {
      const { explainRule } = await import('../core/features/explain.ts');
      return explainRule(String(first ?? '')) ?? null;
    }
    default:
      return null;
  }
}
