import * as vscode from 'vscode';
import type { Answers, Question } from './protocol.ts';

/**
 * Asks one question after the other and returns the answers, or undefined when the person gives up. What is
 * asked next may depend on the answers so far; a question left blank has no answer.
 */
export async function askAll(
  questionsFor: (given: Answers) => Promise<readonly Question[] | undefined>,
  titleOf: (step: number, steps: number) => string,
): Promise<Answers | undefined> {
  const answers: Answers = {};
  const asked = new Set<string>();
  for (;;) {
    const questions = await questionsFor(answers);
    const question = questions?.find(({ id }) => !asked.has(id));
    if (!questions) return undefined;
    if (!question) return answers;
    asked.add(question.id);
    const title = titleOf(asked.size, Math.max(questions.length, asked.size));
    const answer = question.choices
      ? await choose(title, question, question.choices)
      : await type(title, question, question.initial);
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') answers[question.id] = answer.trim();
  }
}

function type(title: string, question: Question, value: string | undefined): Thenable<string | undefined> {
  const { prompt, help, format } = question;
  return vscode.window.showInputBox({
    title,
    prompt: help ? `${prompt} ${help}` : prompt,
    value,
    placeHolder: format === undefined ? vscode.l10n.t('Leave blank to decide later') : undefined,
    ignoreFocusOut: true,
    validateInput: (text) => problemWith(text.trim(), format),
  });
}

type Choices = NonNullable<Question['choices']>;

/** One of the choices; where another text is allowed, what is typed is offered as well. */
async function choose(title: string, question: Question, choices: Choices): Promise<string | undefined> {
  const { prompt, help, other } = question;
  const items = choices.map(({ value, label, detail }) => ({ value, label, detail }));
  const placeHolder = help ? `${prompt} ${help}` : prompt;
  if (!other) {
    const picked = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
    return picked?.value;
  }
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: string }>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.ignoreFocusOut = true;
  pick.matchOnDetail = true;
  pick.items = items;
  try {
    return await new Promise<string | undefined>((done) => {
      pick.onDidChangeValue((text) => {
        const typed = text.trim();
        const known = typed === '' || items.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
        const own = {
          value: typed,
          label: vscode.l10n.t('Write “{0}”', typed),
          detail: undefined,
          alwaysShow: true,
        };
        pick.items = known ? items : [...items, own];
      });
      pick.onDidAccept(() => done(pick.selectedItems[0]?.value));
      pick.onDidHide(() => done(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-]\d{2}:\d{2})?)?$/i;

function problemWith(text: string, format: Question['format']): string | undefined {
  switch (format) {
    case 'required':
      return text === '' ? vscode.l10n.t('This is needed.') : undefined;
    case 'date':
      return DAY.test(text) ? undefined : vscode.l10n.t('Write a day as YYYY-MM-DD.');
    case 'moment':
      return MOMENT.test(text)
        ? undefined
        : vscode.l10n.t('Write a day as YYYY-MM-DD, or with a time as YYYY-MM-DDTHH:MMZ.');
    default:
      return undefined;
  }
}
