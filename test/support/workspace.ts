import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import type { WorkspaceFacts } from '../../server/src/core/workspace/facts.ts';
import { documentFacts, registerFacts, workspaceFacts } from '../../server/src/core/workspace/gather.ts';
import { headingAnchors, linkTarget } from '../../server/src/core/workspace/links.ts';
import type { Workspace } from '../../server/src/core/workspace/workspace.ts';

/** What a workspace of these files tells its documents: paths relative to the root, with their texts. */
export function factsFromFiles(files: Readonly<Record<string, string>>): WorkspaceFacts {
  const docs = Object.entries(files).flatMap(([path, text]) => {
    const owned = path.endsWith('.md')
      ? ownership(path, text, { documents: false, excluded: false, named: false })
      : undefined;
    return owned ? [new DecisionRightsDocument(path, text, owned)] : [];
  });
  const settings = { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined };
  const known = {
    paths: Object.keys(files),
    anchors: (path: string) => (path.endsWith('.md') ? headingAnchors(files[path] ?? '') : undefined),
  };
  return workspaceFacts(
    docs
      .filter(({ type }) => type === 'decision-rights')
      .map((doc) => documentFacts(new Reading(doc, settings))),
    docs.filter(({ type }) => type === 'ai-system-register').map((doc) => registerFacts(doc)),
    (from, url) => linkTarget(from, url, known),
  );
}

/** The same files as a host would offer them; counts what is read. */
export class MemoryWorkspace implements Workspace {
  readonly reads: string[] = [];

  constructor(readonly files: Readonly<Record<string, string>>) {}

  async read(path: string): Promise<string | undefined> {
    this.reads.push(path);
    return this.files[path];
  }

  async list(): Promise<readonly string[]> {
    return Object.keys(this.files);
  }
}
