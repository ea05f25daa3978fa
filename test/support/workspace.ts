import type { WorkspaceFacts } from '../../server/src/core/workspace/facts.ts';

/** What a workspace of these files tells its documents. Filled in with the workspace index. */
export function factsFromFiles(_files: Readonly<Record<string, string>>): WorkspaceFacts {
  return { documents: [], registers: [], link: () => undefined };
}
