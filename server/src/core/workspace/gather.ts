import { titlePlace } from '../document/length.ts';
import { ownerMention } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { freeze } from '../text/span.ts';
import type { DocumentFacts, LinkTarget, RegisterFacts, WorkspaceFacts } from './facts.ts';

export { registerFacts } from './company.ts';

/** What a decision-rights document tells the others. `path` is relative to the workspace root. */
export function documentFacts(reading: Reading, path: string = reading.doc.path): DocumentFacts {
  const { frontmatter, outline } = reading;
  const heading = outline.regions.find((region) => region.heading && region.depth === 1)?.heading;
  const owner = ownerMention(reading)?.party;
  const named = frontmatter.node('initiative');
  return {
    path,
    initiative: frontmatter.text('initiative'),
    title: frontmatter.text('title') ?? heading?.prose.text,
    status: frontmatter.text('status'),
    useCaseClass: frontmatter.text('use_case_class'),
    owner: owner?.name ?? owner?.text,
    ...(frontmatter.bool('template') === true && { template: true }),
    span: freeze(named?.kind === 'scalar' && !named.isNull ? named.inner : titlePlace(reading)),
  };
}

/** Everything a check may know of other files. */
export function workspaceFacts(
  documents: readonly DocumentFacts[],
  registers: readonly RegisterFacts[],
  link: (from: string, url: string) => LinkTarget | undefined = () => undefined,
): WorkspaceFacts {
  return { documents, registers, link };
}
