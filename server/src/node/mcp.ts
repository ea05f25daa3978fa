import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { serveMcp } from '../mcp/server.ts';
import { nodeHost } from './host.ts';

/** Runs the MCP server over standard input and output until the input ends. */
export async function serveOverStdio(): Promise<number> {
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve));
  await Promise.race([
    serveMcp(
      nodeHost(async () => 2),
      transport,
    ),
    ended,
  ]);
  return 0;
}
