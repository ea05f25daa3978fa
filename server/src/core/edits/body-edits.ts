import type { DecisionRightsDocument } from '../document/document.ts';
import type { SectionKind } from '../document/heading-kinds.ts';
import type { Region } from '../document/outline.ts';
import type { TextEdit } from '../text/edit.ts';
import { at } from '../text/span.ts';

/** The order in which sections stand in a document that `new` writes. */
const ORDER: readonly SectionKind[] = [
  'owner',
  'metrics',
  'raci',
  'stop',
  'escalation',
  'escalation-log',
  'gate',
  'business-case',
  'operating-model',
  'actions',
  'quality',
];

/**
 * Adds a section (heading and lines, `\n` between them) where the usual order puts it: before the first
 * section that comes later, else at the end of the document. One blank line on either side.
 */
export function insertSection(doc: DecisionRightsDocument, kind: SectionKind, lines: string): TextEdit[] {
  const eol = doc.lineEnd;
  const later = new Set(ORDER.slice(ORDER.indexOf(kind) + 1));
  const next = doc.outline.regions.find((region) => region.own && region.kind && later.has(region.kind));
  const text = lines.trim().split('\n').join(eol);
  if (next?.heading) return [{ span: at(next.heading.span.start), newText: `${text}${eol}${eol}` }];
  const body = doc.text.trimEnd();
  const end = body.length;
  const lead = end === 0 ? '' : `${eol}${eol}`;
  return [{ span: at(end), newText: `${lead}${text}${doc.text.length === end ? eol : ''}` }];
}

/** Adds lines at the end of a region, after its last block; one blank line before them. */
export function appendToRegion(doc: DecisionRightsDocument, region: Region, lines: string): TextEdit[] {
  const eol = doc.lineEnd;
  const last = region.blocks[region.blocks.length - 1];
  const end = last?.span.end ?? region.heading?.span.end ?? doc.markdown.bodyStart;
  const text = lines.trim().split('\n').join(eol);
  return [{ span: at(end), newText: `${eol}${eol}${text}` }];
}
