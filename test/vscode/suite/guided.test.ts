import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finds, silentOn } from './extension.ts';
import {
  closeEverything,
  codeActionsAt,
  diagnosticsOf,
  openDocument,
  workspaceUri,
  writeFile,
} from './support.ts';

const head = (lines: string): string =>
  `---\ntype: decision-rights\ninitiative: guided\n${lines}---\n\n# Guided\n`;

/** Answers a command's questions as a person would: one for each, in order. */
async function answering(command: string, answers: readonly (string | undefined)[]): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = { ...window };
  const left = [...answers];
  const next = () => left.shift();
  const pick = async (items: readonly { label: string; value?: string }[]) => {
    const wanted = next();
    return wanted === undefined
      ? items[0]
      : items.find((one) => one.value === wanted || one.label === wanted);
  };
  // The commands' own dialogs are driven here; that they look right is shown by pictures.
  const replaced: Record<string, unknown> = {
    showQuickPick: pick,
    showInputBox: async ({ value }: vscode.InputBoxOptions) => next() ?? value ?? '',
    createQuickPick: () => fakePick(next()),
    showInformationMessage: async () => undefined,
  };
  for (const [name, value] of Object.entries(replaced))
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    for (const name of Object.keys(replaced))
      Object.defineProperty(window, name, { value: before[name], configurable: true, writable: true });
  }
}

/** A list that takes the answer, or its first line, as soon as it is shown. */
function fakePick(answer: string | undefined) {
  let accept = () => {};
  let items: { label: string; value: string }[] = [];
  return {
    set items(value: typeof items) {
      items = value;
    },
    get selectedItems() {
      return answer === undefined ? items.slice(0, 1) : [{ label: answer, value: answer }];
    },
    onDidChangeValue: () => ({ dispose() {} }),
    onDidAccept: (listener: () => void) => {
      accept = listener;
    },
    onDidHide: () => ({ dispose() {} }),
    show: () => accept(),
    dispose() {},
  };
}

describe('guided commands', () => {
  afterEach(closeEverything);

  it('Assign Owner names one owner, and the finding is gone; one undo takes it back', async () => {
    const text = head('status: pilot\n');
    const uri = await writeFile('guided-owner.md', text);
    const { document } = await openDocument('guided-owner.md');
    await diagnosticsOf(uri, finds('owner-missing'));
    const offered = await codeActionsAt(uri, new vscode.Range(0, 0, 0, 0), vscode.CodeActionKind.QuickFix);
    assert.ok(offered.some(({ command }) => command?.command === 'decisionRights.assignOwner'));
    await answering('decisionRights.assignOwner', ['Claims', 'Dana Whitfield', 'VP Claims', 'yes']);
    assert.match(
      document.getText(),
      /benefiting_unit: Claims\nowner:\n {2}name: Dana Whitfield\n {2}title: VP Claims\n/,
    );
    await diagnosticsOf(uri, silentOn('owner-missing'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('Record Gate Decision writes no pass when one answer is no', async () => {
    const uri = await writeFile(
      'guided-gate.md',
      head(
        'status: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-03-01\n  decider: Ines Moreau, COO\n  decision: pending\n  business_case: {evidence: Saved EUR 5.20 per claim, signed_by: Dana Whitfield}\n',
      ),
    );
    const { document } = await openDocument('guided-gate.md');
    await diagnosticsOf(uri, finds('gate-overdue'));
    await answering('decisionRights.recordGateDecision', ['yes', 'yes', 'no']);
    assert.match(document.getText(), /decision: no-pass/);
    await diagnosticsOf(uri, silentOn('gate-overdue'));
  });

  it('Start Escalation Clock and Record Escalation Decision keep the log', async () => {
    const uri = await writeFile(
      'guided-log.md',
      head('status: pilot\nescalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n'),
    );
    const { document } = await openDocument('guided-log.md');
    await diagnosticsOf(uri);
    await answering('decisionRights.startEscalationClock', [
      'Raise the limit?',
      'Dana Whitfield, Priya Nair',
      '2026-01-05T09:00Z',
    ]);
    assert.match(
      document.getText(),
      /## Escalation log\n\n\| Opened[^\n]+\n[^\n]+\n\| 2026-01-05T09:00Z \| Raise the limit\? \|/,
    );
    await diagnosticsOf(uri, finds('escalation-overdue'));
    await answering('decisionRights.recordEscalationDecision', [
      'No: complaints doubled',
      undefined,
      '2026-01-07',
    ]);
    assert.match(document.getText(), /\| 2026-01-07 \| Priya Nair, CTO \| No: complaints doubled \|/);
    await diagnosticsOf(uri, silentOn('escalation-overdue'));
  });

  it('Add to Production Register makes a register, then adds to it', async () => {
    const product = (id: string) =>
      head('status: production\nowner: {name: Dana Whitfield, title: VP Claims}\n')
        .replaceAll('guided', id)
        .replace('# Guided', `# ${id}`);
    await writeFile('guided-first.md', product('first-system'));
    await openDocument('guided-first.md');
    await answering('decisionRights.addToRegister', [undefined, 'Claims', undefined, '2026-02-20']);
    const register = vscode.window.activeTextEditor?.document;
    assert.equal(register?.uri.toString(), workspaceUri('ai-systems.md').toString());
    assert.match(
      register?.getText() ?? '',
      /\| first-system \| Claims \| Dana Whitfield, VP Claims \| 2026-02-20 \|.*\[first-system\]\(guided-first\.md\) \|/,
    );
    await register?.save();
    await writeFile('guided-second.md', product('second-system'));
    await openDocument('guided-second.md');
    await diagnosticsOf(workspaceUri('guided-second.md'), finds('system-not-in-register'));
    await answering('decisionRights.addToRegister', [undefined, 'Claims', undefined, '2026-02-20']);
    await diagnosticsOf(workspaceUri('guided-second.md'), silentOn('system-not-in-register'));
    assert.match(register?.getText() ?? '', /\| first-system .*\n\| second-system /);
    await vscode.window.activeTextEditor?.document.save();
    for (const name of ['ai-systems.md', 'guided-first.md', 'guided-second.md'])
      await vscode.workspace.fs.delete(workspaceUri(name));
  });

  it('Diagnose Missing Funding shows three answers and the next step', async () => {
    const uri = await writeFile('guided-diagnose.md', head('status: pilot\n'));
    await openDocument('guided-diagnose.md');
    await diagnosticsOf(uri);
    let labels: string[] = [];
    const { showQuickPick } = vscode.window;
    const record = async (items: readonly vscode.QuickPickItem[]) => {
      labels = items.map(({ label, description = '' }) => `${label} ${description}`.trim());
      return undefined;
    };
    Object.defineProperty(vscode.window, 'showQuickPick', {
      value: record,
      configurable: true,
      writable: true,
    });
    try {
      await vscode.commands.executeCommand('decisionRights.diagnoseFunding');
    } finally {
      Object.defineProperty(vscode.window, 'showQuickPick', {
        value: showQuickPick,
        configurable: true,
        writable: true,
      });
    }
    assert.equal(
      labels.filter((label) => /^\$\((?:pass|error|question)\)/.test(label)).length,
      3,
      labels.join('\n'),
    );
    assert.ok(labels.some((label) => label.startsWith('$(arrow-right)')));
    assert.ok(labels.some((label) => label.startsWith('$(copy)')));
  });
});
