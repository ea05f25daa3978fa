import type { DecisionRightsDocument } from '../core/document/document.ts';
import type { WorkspaceFacts } from '../core/workspace/facts.ts';
import type { Host } from './host.ts';

/** What a document needs to know of other files: looked up before it is checked. */
export async function factsFor(
  _doc: DecisionRightsDocument,
  _path: string,
  _root: string,
  _host: Host,
): Promise<WorkspaceFacts | undefined> {
  return undefined;
}
