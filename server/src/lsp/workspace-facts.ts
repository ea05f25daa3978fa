import type { DecisionRightsDocument } from '../core/document/document.ts';
import { Reading } from '../core/document/reading.ts';
import { type FileFacts, registerFacts } from '../core/workspace/company.ts';
import type { DocumentFacts } from '../core/workspace/facts.ts';
import { documentFacts } from '../core/workspace/gather.ts';
import { headFacts } from '../core/workspace/head-facts.ts';
import type { DocumentSettings } from './settings.ts';

/** What a document or a register tells the others. */
export function factsOf(doc: DecisionRightsDocument, path: string): FileFacts {
  return doc.type === 'decision-rights' ? headFacts(path, doc.text) : registerFacts(doc, path);
}

export function isDocument(facts: FileFacts): facts is DocumentFacts {
  return !('rows' in facts);
}

/** The facts with an owner that only the body names. */
export function withOwner(
  facts: DocumentFacts,
  doc: DecisionRightsDocument,
  { loaded }: DocumentSettings,
): DocumentFacts {
  const settings = { config: loaded.config, people: loaded.people, now: 0, workspace: undefined };
  const { owner } = documentFacts(new Reading(doc, settings), facts.path);
  return owner === undefined ? facts : { ...facts, owner };
}
