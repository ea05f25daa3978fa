import { type CheckResult, check } from '../core/check.ts';
import type { Reading } from '../core/document/reading.ts';
import { OpenDocument } from './documents.ts';
import type { Served } from './features.ts';
import type { Member } from './workspace.ts';

/** A document of the workspace with everything about it that was asked for. */
export interface Opened {
  readonly document: OpenDocument;
  readonly reading: Reading;
  readonly result: CheckResult;
  /** Line of an offset, from 1. */
  lineOf(offset: number): number;
}

/** Reads and checks a file of the workspace, from the editor where one holds it; undefined when it is not ours any more. */
export async function openMember(uri: string, served: Served): Promise<Opened | undefined> {
  const { documents, host, client } = served;
  const open = documents.get(uri);
  if (open) return openDocument(open, served);
  const text = await host.readFile(uri);
  if (text === undefined) return undefined;
  return openDocument(new OpenDocument(uri, 'markdown', 0, text, client.encoding), served);
}

/** Checks a document once everything its findings rest on has been read. */
export async function openDocument(
  document: OpenDocument,
  { analyzer, workspace }: Served,
): Promise<Opened | undefined> {
  let analysis = await analyzer.of(document);
  if (analysis && analysis.findings.length >= 0 && workspace.looking) {
    await workspace.looking;
    analysis = await analyzer.of(document);
  }
  if (!analysis) return undefined;
  const { doc, settings, reading } = analysis;
  return {
    document,
    reading,
    result: check(doc, settings, () => undefined),
    lineOf: (offset) => document.lines.positionAt(offset).line + 1,
  };
}

/** A member's path as a person sees it: with its folder's name where several folders are open. */
export function memberPath({ root, path }: Pick<Member, 'root' | 'path'>, { workspace }: Served): string {
  const several = [...workspace.roots].length > 1;
  return several ? `${root.path.slice(root.path.lastIndexOf('/') + 1)}/${path}` : path;
}
