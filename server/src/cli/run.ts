import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';
import { commandHelp, HELP } from './usage.ts';
import { VERSION } from './version.ts';

type Command = (args: readonly string[], host: Host) => number | Promise<number>;

/** Each is loaded when it is run. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check: async (args, host) => (await import('./check-command.ts')).checkCommand(args, host, false),
  fix: async (args, host) => (await import('./check-command.ts')).checkCommand(args, host, true),
  new: async (args, host) => (await import('./new-command.ts')).newCommand(args, host),
  adopt: async (args, host) => (await import('./adopt-command.ts')).adoptCommand(args, host),
  report: async (args, host) => (await import('./report-command.ts')).reportCommand(args, host),
  who: async (args, host) => (await import('./who-command.ts')).whoCommand(args, host),
  diagnose: async (args, host) => (await import('./diagnose-command.ts')).diagnoseCommand(args, host),
  explain: async (args, host) => (await import('./explain-command.ts')).explainCommand(args, host),
  schema: async (args, host) => (await import('./schema-command.ts')).schemaCommand(args, host),
  init: async (args, host) => (await import('./init-command.ts')).initCommand(args, host),
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
    if (name === 'new') {
      const { answerHelp } = await import('./new-command.ts');
      host.out.write(`\nAnswers:\n${answerHelp()}\n`);
    }
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
