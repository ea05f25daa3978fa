import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Host } from '../cli/host.ts';
import { absolute } from '../cli/paths.ts';
import { run } from '../cli/run.ts';
import type { WhoReport } from '../core/answers/who.ts';
import { whoText } from '../core/answers/who-text.ts';

/** What a tool gave: words for the model, and the same as data. */
export interface ToolResult {
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** Longest text that `check` takes, in UTF-16 units. */
const MAX_TEXT = 2_000_000;

/** The tools, as the protocol lists them. None of them writes anything. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'who',
    title: 'Who may decide',
    description:
      'Answers from the decision-rights documents of this workspace who may stop an AI system, who decides about it, who owns it, who decides a disagreement, and how fast they can be reached. Says the file and line of each statement, and when the document itself is in doubt. Never guess such a right: ask this tool.',
    inputSchema: {
      type: 'object',
      properties: {
        question: {
          type: 'string',
          description:
            'Such as "stop refund-agent", "decides refund-agent production-go-live", "owns refund-agent".',
        },
      },
      required: ['question'],
      additionalProperties: false,
    },
    annotations: READ_ONLY,
  },
  {
    name: 'check',
    title: 'Check decision-rights documents',
    description:
      'Reports what is wrong or missing in decision-rights documents: of a file or folder of this workspace, or of a text that is not saved yet. Gives rule, severity, message, place and possible fixes; changes nothing.',
    inputSchema: {
      type: 'object',
      properties: {
        path: {
          type: 'string',
          description: 'File or folder, relative to the workspace. Default: all of it.',
        },
        text: { type: 'string', description: 'A Markdown text to check instead of a file.' },
        errorsOnly: { type: 'boolean', description: 'Leave out warnings and information.' },
      },
      additionalProperties: false,
    },
    annotations: READ_ONLY,
  },
  {
    name: 'portfolio',
    title: 'Portfolio of AI initiatives',
    description:
      'All initiatives of this workspace with stage, owner and gaps; who holds which decisions; what is due when; systems without an owner; exceptions with their reasons.',
    inputSchema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: 'Folder, relative to the workspace. Default: all of it.' },
      },
      additionalProperties: false,
    },
    annotations: READ_ONLY,
  },
];

/** Runs a tool. Whatever is wrong with what was asked is told in the result, for the model to read. */
export async function callTool(
  name: string,
  args: Readonly<Record<string, unknown>>,
  host: Host,
): Promise<ToolResult> {
  const wrong = mismatch(name, args);
  if (wrong !== undefined) return { text: wrong, failed: true };
  const {
    question,
    path = '.',
    text,
    errorsOnly,
  } = args as Partial<{
    question: string;
    path: string;
    text: string;
    errorsOnly: boolean;
  }>;
  if (name === 'who') {
    const result = await quiet(['who', '--format=json', '--', question ?? ''], host);
    return result.data ? { ...result, text: whoText(result.data as unknown as WhoReport) } : result;
  }
  if (name === 'check' && text !== undefined) {
    if (text.length > MAX_TEXT) return { text: 'The text is too long to check.', failed: true };
    const bytes = new TextEncoder().encode(text);
    const args = ['check', '--format=json', ...(errorsOnly ? ['--quiet'] : []), '-'];
    return quiet(args, { ...host, readStandardInput: async () => bytes });
  }
  if (!(await inside(path, host)))
    return {
      text: `${path} lies outside the workspace: only files below ${host.cwd} are read.`,
      failed: true,
    };
  return name === 'check'
    ? quiet(['check', '--format=json', ...(errorsOnly ? ['--quiet'] : []), '--', path], host)
    : quiet(['report', '--format=json', '--', path], host);
}

/** What is wrong with the arguments by the tool's own schema; undefined when nothing is. */
function mismatch(name: string, args: Readonly<Record<string, unknown>>): string | undefined {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) return `There is no tool "${name}".`;
  const { properties = {}, required = [] } = tool.inputSchema;
  for (const [key, value] of Object.entries(args)) {
    const schema = Object.hasOwn(properties, key) ? (properties[key] as { type?: string }) : undefined;
    if (!schema) return `${name} takes no "${key}".`;
    if (typeof value !== schema.type) return `"${key}" of ${name} must be a ${schema.type}.`;
  }
  const missing = required.find((key) => args[key] === undefined || args[key] === '');
  return missing === undefined ? undefined : `${name} needs "${missing}".`;
}

/** True for a path below the current directory, links resolved. */
async function inside(path: string, { cwd, files }: Host): Promise<boolean> {
  const root = await files.real(cwd);
  const real = await files.real(absolute(cwd, path));
  return real === root || real.startsWith(root === '/' ? '/' : `${root}/`);
}

/** Runs a command, keeping what it prints. */
async function quiet(args: readonly string[], host: Host): Promise<ToolResult> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    ...host,
    env: {},
    out: { write: (text) => void out.push(text), isTerminal: false },
    err: { write: (text) => void err.push(text), isTerminal: false },
    ask: undefined,
  });
  const text = out.join('');
  const said = err.join('').trim();
  if (text === '') return { text: said || 'Nothing was found.', failed: code === 2 };
  return {
    text: said === '' ? text : `${said}\n${text}`,
    data: JSON.parse(text) as Record<string, unknown>,
    failed: false,
  };
}
