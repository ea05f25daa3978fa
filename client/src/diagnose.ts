import * as vscode from 'vscode';
import { activeDocument, openAt } from './guided.ts';
import type { Diagnosis } from './protocol.ts';
import type { Server } from './server.ts';

const ICONS = { yes: '$(pass)', no: '$(error)', unknown: '$(question)' } as const;

/** What the next step leads to, where one of our commands takes it. */
const COMMANDS: Partial<Record<Diagnosis['step']['id'], string>> = {
  'assign-owner': 'decisionRights.assignOwner',
  accept: 'decisionRights.assignOwner',
};

interface Row extends vscode.QuickPickItem {
  readonly run?: () => Thenable<unknown>;
}

/** Command "Diagnose Missing Funding": the three questions as the document answers them, and the next step. */
export async function diagnoseFunding(server: Server): Promise<void> {
  const document = activeDocument();
  if (!document) return;
  const client = await server.start();
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const diagnosis = await server.ask('decisionRights.diagnose', uri);
  if (!diagnosis) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the decision-rights document that this is about first.'),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(rows(diagnosis, document.uri), {
    title: vscode.l10n.t('Why {0} has no funding', diagnosis.title),
    placeHolder: vscode.l10n.t('Choose an answer to see where it stands, or the next step'),
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  await picked?.run?.();
}

function rows({ questions, step }: Diagnosis, uri: vscode.Uri): Row[] {
  const { Separator } = vscode.QuickPickItemKind;
  const answers = { yes: vscode.l10n.t('Yes'), no: vscode.l10n.t('No'), unknown: vscode.l10n.t('Not said') };
  const own = COMMANDS[step.id];
  return [
    { label: vscode.l10n.t('Three questions'), kind: Separator },
    ...questions.map(
      ({ question, answer, why, evidence: [evidence] }): Row => ({
        label: `${ICONS[answer]} ${answers[answer]}`,
        description: question,
        detail: evidence ? vscode.l10n.t('{0} (line {1})', why, evidence.line) : why,
        run: () => openAt(uri, (evidence?.line ?? 1) - 1),
      }),
    ),
    { label: vscode.l10n.t('Next step'), kind: Separator },
    {
      label: `$(arrow-right) ${step.title}`,
      detail: step.text,
      ...(own && { run: () => vscode.commands.executeCommand(own) }),
    },
    ...step.also.map((detail): Row => ({ label: `$(list-unordered) ${vscode.l10n.t('Also open')}`, detail })),
    ...(step.paragraph === ''
      ? []
      : [
          {
            label: `$(copy) ${vscode.l10n.t('Copy a paragraph to send')}`,
            detail: step.paragraph.replace(/\s+/g, ' '),
            run: () => copy(step.paragraph),
          },
        ]),
  ];
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 3000);
}
