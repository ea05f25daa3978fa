import * as vscode from 'vscode';
import type { PortfolioModel } from './portfolio-model.ts';
import type { PortfolioFinding, PortfolioInitiative } from './protocol.ts';
import type { Server } from './server.ts';

/** The longest answer to a question of a language model, in characters. */
const MOST = 20_000;

/**
 * Tools with which an assistant asks who may stop a system, what a document lacks, and how the portfolio stands.
 * They read and change nothing. Absent where VS Code does not know tools.
 */
export function languageModelTools(server: Server, model: PortfolioModel): vscode.Disposable {
  const lm: Partial<typeof vscode.lm> | undefined = vscode.lm;
  if (typeof lm?.registerTool !== 'function') return new vscode.Disposable(() => undefined);
  const tool = (name: string, answer: (input: Readonly<Record<string, unknown>>) => Promise<string>) =>
    vscode.lm.registerTool<object>(`decisionRights_${name}`, {
      async invoke({ input }) {
        const text = await answer((input ?? {}) as Readonly<Record<string, unknown>>);
        const short = text.length > MOST ? `${text.slice(0, MOST)}\n…` : text;
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(short)]);
      },
    });
  const news = async () => {
    await server.start();
    model.touch();
    await model.refresh();
    return model.news;
  };
  return vscode.Disposable.from(
    tool('who', async ({ question }) => {
      const answer = await server.ask('decisionRights.who', String(question ?? ''));
      return answer?.text ?? 'Ask a question, such as: who may stop refund-agent?';
    }),
    tool('check', async ({ path }) => {
      const wanted = typeof path === 'string' ? path.replaceAll('\\', '/').toLowerCase() : '';
      const findings = ((await news())?.portfolio.findings ?? []).filter((one) =>
        one.path.toLowerCase().endsWith(wanted),
      );
      return findings.length === 0 ? 'No finding.' : findings.map(findingLine).join('\n');
    }),
    tool('portfolio', async () => {
      const { portfolio, partial } = (await news()) ?? {};
      if (!portfolio || portfolio.initiatives.length === 0)
        return 'There is no decision-rights document here.';
      return [
        `As of ${portfolio.today}${partial ? ', not complete: the reading of the documents was cancelled' : ''}:`,
        ...portfolio.initiatives.map(initiativeLine),
        ...portfolio.clocks.map(
          ({ what, due, state, decides, path, line }) =>
            `Clock: ${what}, due ${due}${state === 'overdue' ? ', OVERDUE' : ''}${decides.length > 0 ? `, decided by ${decides.join(', ')}` : ''} (${path}:${line})`,
        ),
      ].join('\n');
    }),
  );
}

function findingLine({ path, line, severity, rule, message }: PortfolioFinding): string {
  return `${path}:${line} ${severity} ${message} [${rule}]`;
}

function initiativeLine({
  title,
  initiative,
  status,
  owner,
  errors,
  warnings,
  path,
  line,
}: PortfolioInitiative): string {
  const who = owner ? `owner ${owner.name}${owner.title ? `, ${owner.title}` : ''}` : 'no owner';
  return `${title}${initiative ? ` (${initiative})` : ''}: ${status ?? 'status not said'}, ${who}, ${errors} errors, ${warnings} warnings (${path}:${line})`;
}
