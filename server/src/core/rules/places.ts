import type { DecisionRightsDocument } from '../document/document.ts';
import type { SectionKind } from '../document/heading-kinds.ts';
import type { Region } from '../document/outline.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../text/span.ts';

/** The place of something missing from frontmatter when nothing better exists: the block's first line. */
export function frontmatterPlace({ frontmatter, text }: DecisionRightsDocument): Span {
  const start = frontmatter.block?.start ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const [line = ''] = text.slice(start).split(/[\r\n]/, 1);
  return { start, end: start + line.trimEnd().length };
}

/** The section that announces itself as one of these kinds: the first of the highest level. */
export function sectionOf(reading: Reading, ...kinds: readonly SectionKind[]): Region | undefined {
  let best: Region | undefined;
  for (const region of reading.outline.regions)
    if (region.own && kinds.some((kind) => kind === region.kind) && !(best && best.depth <= region.depth))
      best = region;
  return best;
}

/** Where something that belongs in a section is missing: the section's heading, else the block's first line. */
export function sectionPlace(reading: Reading, ...kinds: readonly SectionKind[]): Span {
  return sectionOf(reading, ...kinds)?.heading?.prose.span ?? frontmatterPlace(reading.doc);
}
