import { adoptCommand } from './adopt-command.ts';
import { checkCommand } from './check-command.ts';
import { diagnoseCommand } from './diagnose-command.ts';
import { explainCommand } from './explain-command.ts';
import type { Host } from './host.ts';
import { initCommand } from './init-command.ts';
import { answerHelp, newCommand } from './new-command.ts';
import { parseOptions, UsageError } from './options.ts';
import { reportCommand } from './report-command.ts';
import { schemaCommand } from './schema-command.ts';
import { commandHelp, HELP } from './usage.ts';
import { VERSION } from './version.ts';
import { whoCommand } from './who-command.ts';

type Command = (args: readonly string[], host: Host) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: (args, host) => checkCommand(args, host, false),
  fix: (args, host) => checkCommand(args, host, true),
  new: newCommand,
  adopt: adoptCommand,
  report: reportCommand,
  who: whoCommand,
  diagnose: diagnoseCommand,
  explain: explainCommand,
  schema: schemaCommand,
  init: initCommand,
  lsp: (args, host) => host.serve(args),
  mcp: (args, host) => {
    parseOptions(args, {});
    if (!host.mcp) throw new UsageError('There is no MCP server in this build.');
    return host.mcp();
  },
};

/**
 * Runs the command line. Results go to standard output, messages to standard error. Returns the exit status:
 * 0 no error-severity finding, 1 findings, 2 the command could not do its work.
 */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = name === 'help' ? commandHelp(args[0] ?? '') : undefined;
    host.out.write(about ?? HELP);
    return name === undefined ? 2 : 0;
  }
  if (args.includes('--version') || name === '--version' || name === '-v') {
    host.out.write(`${VERSION}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    host.err.write(`decision-rights: there is no command "${name}". See decision-rights --help.\n`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    host.out.write(commandHelp(name) ?? HELP);
    if (name === 'new') host.out.write(`\nAnswers:\n${answerHelp()}\n`);
    return 0;
  }
  try {
    return await command(args, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.err.write(`decision-rights ${name}: ${error.message}\n`);
    return 2;
  }
}
