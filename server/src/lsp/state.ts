import type { DocumentType } from '../core/document/ours.ts';
import type { Analysis } from './analysis.ts';

/** What a client may show about the open document: our own notification `decisionRights/documentState`. */
export interface DocumentState {
  readonly uri: string;
  /** Null when the document is not (or no longer) ours. */
  readonly type: DocumentType | null;
  readonly initiative: string | null;
  /** Length in pages as the rules count them, to one decimal. */
  readonly pages: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The state of a document, without its URI. */
export function stateOf(analysis: Analysis | undefined): Omit<DocumentState, 'uri'> {
  if (!analysis) return { type: null, initiative: null, pages: 0, errors: 0, warnings: 0 };
  const { doc, findings, settings } = analysis;
  return {
    type: doc.type,
    initiative: doc.frontmatter.text('initiative') ?? null,
    pages:
      Math.round((words(doc.text.slice(doc.markdown.bodyStart)) / settings.config.wordsPerPage) * 10) / 10,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

function words(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const blank = text.charCodeAt(i) <= 32;
    if (!blank && !inWord) count++;
    inWord = !blank;
  }
  return count;
}
