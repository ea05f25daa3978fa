import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Host } from '../cli/host.ts';
import { VERSION } from '../cli/version.ts';
import { callTool, TOOLS } from './tools.ts';

/** Serves the tools over a transport until the other side closes it. Reads the workspace below the current directory; writes nothing. */
export async function serveMcp(host: Host, transport: Transport): Promise<void> {
  const server = new Server(
    { name: 'decision-rights', title: 'Decision Rights', version: VERSION },
    {
      capabilities: { tools: {} },
      instructions:
        'Who may stop, decides or owns an AI system of this company stands in its decision-rights documents. Ask "who" before you name anybody, quote file and line, and say so when the answer is in doubt.',
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...TOOLS] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const { text, data, failed } = await callTool(params.name, params.arguments ?? {}, host);
    return {
      content: [{ type: 'text', text }],
      ...(data ? { structuredContent: data } : {}),
      isError: failed,
    };
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(transport);
  await closed;
}
