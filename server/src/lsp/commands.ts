import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Served } from './features.ts';
import type { GuideParams } from './guided.ts';
import type { PortfolioStore } from './portfolio.ts';
import { toEdits } from './to-lsp.ts';
import { partsOf } from './uri.ts';

/** What a client may have executed; the VS Code client's side of it is in `client/src/protocol.ts`. */
export const COMMANDS = [
  'decisionRights.questions',
  'decisionRights.newDocument',
  'decisionRights.adopt',
  'decisionRights.rules',
  'decisionRights.explain',
  'decisionRights.guideQuestions',
  'decisionRights.guideEdits',
  'decisionRights.diagnose',
  'decisionRights.report',
  'decisionRights.who',
];

const stores = new WeakMap<Served, PortfolioStore>();

/** Executes a command. Null for one that is unknown, or asks for what is not there. */
export async function executeCommand(
  { command, arguments: args = [] }: ExecuteCommandParams,
  served: Served,
  stopped: () => boolean = () => false,
): Promise<unknown> {
  const [first] = args as unknown[];
  const { encoding } = served.client;
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
    case 'decisionRights.questions': {
      const { ESSENTIAL_QUESTIONS } = await import('../core/features/new-document.ts');
      const answers = answersIn(first);
      return ESSENTIAL_QUESTIONS.filter(({ when }) => !when || when(answers)).map(
        ({ id, prompt, help, initial, choices }) => ({ id, prompt, help, initial, choices }),
      );
    }
    case 'decisionRights.newDocument': {
      const { fileNameFor, newDocument } = await import('../core/features/new-document.ts');
      const answers = answersIn(first);
      return { text: newDocument(answers), fileName: fileNameFor(answers) };
    }
    case 'decisionRights.adopt': {
      if (!isFile(first)) return [];
      const { DecisionRightsDocument } = await import('../core/document/document.ts');
      const { adopt } = await import('../core/edits/adopt.ts');
      const { Lines } = await import('./position.ts');
      const owned = { type: 'decision-rights', by: 'command-line' } as const;
      const edits = adopt(new DecisionRightsDocument(partsOf(first.uri).path, first.text, owned));
      return toEdits(edits, new Lines(first.text, encoding));
    }
    case 'decisionRights.guideQuestions':
    case 'decisionRights.guideEdits': {
      const params = guideParams(first);
      if (!params) return null;
      const { guideEdits, guideQuestions } = await import('./guided.ts');
      return command === 'decisionRights.guideEdits'
        ? guideEdits(params, served)
        : guideQuestions(params, served);
    }
    case 'decisionRights.diagnose': {
      const { diagnosisOf } = await import('./guided.ts');
      return diagnosisOf(String(first ?? ''), served);
    }
    case 'decisionRights.report': {
      const { PortfolioStore, rendered } = await import('./portfolio.ts');
      const store = stores.get(served) ?? new PortfolioStore(served);
      stores.set(served, store);
      const { format, nonce, complete } = (first ?? {}) as Record<string, unknown>;
      return rendered(await store.answer(stopped, complete === true), format, nonce);
    }
    case 'decisionRights.who': {
      const { who } = await import('./answers.ts');
      return typeof first === 'string' ? who(first, served) : null;
    }
    default:
      return null;
  }
}

/** A file as a client hands it over: it need not be open, or in a folder. */
function isFile(value: unknown): value is { uri: string; text: string } {
  const { uri, text } = (value ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof text === 'string';
}

function guideParams(value: unknown): GuideParams | undefined {
  const { guide, uri, answers } = (value ?? {}) as Record<string, unknown>;
  if (typeof guide !== 'string' || typeof uri !== 'string') return undefined;
  return { guide, uri, answers: answersIn(answers) };
}

/** Answers by question; whatever is no text is left out. */
function answersIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, answer]) => typeof answer === 'string'));
}
