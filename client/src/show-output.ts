import type { Server } from './server.ts';

/** Command "Show Output": what the server and the client log. */
export async function showOutput(server: Server): Promise<void> {
  server.output.show();
}
