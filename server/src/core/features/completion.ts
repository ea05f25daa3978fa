import type { Reading } from '../document/reading.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { completeBody } from './complete-body.ts';
import { completeFrontmatter } from './complete-frontmatter.ts';
import { completeTable } from './complete-table.ts';

/** Something to write at a place. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | 'key'
    | 'value'
    | 'date'
    | 'person'
    | 'position'
    | 'group'
    | 'letter'
    | 'heading'
    | 'directive'
    | 'rule';
  readonly detail?: string;
  /** Markdown, ours. */
  readonly documentation?: string;
  /** Exactly what it replaces, on one line: the half-typed word and its rest behind the cursor. */
  readonly span: Span;
  /** For clients without snippets. */
  readonly newText: string;
  /** The same with places to fill in; whole lines carry their own indentation and line ends. */
  readonly snippet?: string;
  /** What the half-typed text is compared with, where that is not the label. */
  readonly filterText?: string;
}

/** The document's findings, asked for only where they matter. */
export type Findings = () => readonly Finding[];

/** What may be written at an offset, the most likely first. Empty where nothing of ours belongs. */
export function completionsAt(reading: Reading, findings: Findings, offset: number): Completion[] {
  const { content } = reading.frontmatter;
  if (content && offset >= content.start && offset <= content.end)
    return completeFrontmatter(reading, findings, offset);
  if (offset < reading.doc.markdown.bodyStart) return [];
  return completeTable(reading, offset) ?? completeBody(reading, findings, offset);
}
