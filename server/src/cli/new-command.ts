import {
  type Answers,
  ESSENTIAL_QUESTIONS,
  newDocument,
  QUESTIONS,
  type Question,
} from '../core/features/new-document.ts';
import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';
import { absolute } from './paths.ts';

/**
 * `new FILE`: writes a complete document from answers: flags, and on a terminal questions for what no flag gave.
 * What nobody answered stays a placeholder.
 */
export async function newCommand(args: readonly string[], host: Host): Promise<number> {
  const options = parseOptions(
    args,
    Object.fromEntries(QUESTIONS.map(({ id }) => [id, { type: 'string' as const }])),
  );
  const [given] = options.positionals;
  if (given === undefined || options.positionals.length > 1)
    throw new UsageError('new takes one file to write.');
  const path = absolute(host.cwd, /\.(?:md|markdown)$/i.test(given) ? given : `${given}.md`);
  if (await host.files.kind(path)) throw new UsageError(`${given} exists already; nothing was written.`);
  const answers: Record<string, string | undefined> = {};
  for (const question of QUESTIONS) {
    const value = options.value(question.id);
    if (value !== undefined) answers[question.id] = checked(question, value);
  }
  if (host.ask) await askRest(answers, host.ask, host);
  try {
    await host.files.create(path, newDocument(answers));
  } catch (error) {
    throw new UsageError(`${given} could not be written: ${(error as Error).message}.`);
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  host.out.write(
    `Wrote ${name}. Fill in what stands in [brackets], then run: decision-rights check ${given}\n`,
  );
  return 0;
}

async function askRest(
  answers: Record<string, string | undefined>,
  ask: (question: string) => Promise<string>,
  host: Host,
): Promise<void> {
  const open = ESSENTIAL_QUESTIONS.filter(({ id }) => answers[id] === undefined);
  if (open.length > 0) host.err.write('Press Enter to leave an answer open.\n');
  for (const question of open) {
    if (question.when && !question.when(answers as Answers)) continue;
    for (;;) {
      const said = (await ask(`${question.prompt}${hint(question)} `)).trim();
      if (said === '') break;
      try {
        answers[question.id] = checked(question, said);
        break;
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        host.err.write(`${error.message}\n`);
      }
    }
  }
}

function hint({ choices, help }: Question): string {
  if (choices) return ` (${choices.map(({ value }) => value).join(' / ')})`;
  return help === undefined ? '' : ` (${help.replace(/\.$/, '')})`;
}

function checked({ id, choices }: Question, value: string): string {
  if (!choices) return value;
  const found = choices.find((choice) => choice.value === value.toLowerCase());
  if (found) return found.value;
  throw new UsageError(
    `${id} is one of ${choices.map((choice) => choice.value).join(', ')}, not "${value}".`,
  );
}

/** The answers as help shows them. */
export function answerHelp(): string {
  return QUESTIONS.map(({ id, prompt, choices }) => {
    const values = choices ? ` (${choices.map(({ value }) => value).join(', ')})` : '';
    return `  --${id.padEnd(22)} ${prompt}${values}`;
  }).join('\n');
}
