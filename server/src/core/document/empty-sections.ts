import type { SectionKind } from './heading-kinds.ts';
import type { Region } from './outline.ts';
import { once, type Reading } from './reading.ts';

/** The sections no document does without. */
export type RequiredKind = 'owner' | 'raci' | 'stop' | 'escalation';

/** Their frontmatter keys: what one of these says need not stand in the body. */
const KEYS: readonly (readonly [RequiredKind, string])[] = [
  ['owner', 'owner'],
  ['raci', 'decisions'],
  ['stop', 'stop_authority'],
  ['escalation', 'escalation'],
];

/**
 * Required sections of which only the heading stands there: nothing under it, nothing in another section of its
 * kind, nothing in frontmatter. The rules that ask for their content leave them to `doc-section-missing`.
 */
export const emptySections = once((reading): ReadonlyMap<RequiredKind, Region> => {
  const found = new Map<RequiredKind, Region>();
  for (const [kind, key] of KEYS) {
    const region = emptySection(reading, kind);
    if (region && !reading.frontmatter.has(key) && !reading.frontmatter.invalid(key)) found.set(kind, region);
  }
  return found;
});

function emptySection(reading: Reading, kind: SectionKind): Region | undefined {
  const own = reading.outline.regions.filter((region) => region.own && region.kind === kind);
  const [first] = own;
  if (!first || own.some((region) => saysSomething(reading, region))) return undefined;
  return first;
}

/** Whether anything but comments stands in the region or below its headings. */
function saysSomething(reading: Reading, region: Region): boolean {
  return reading.outline.regions.some(
    (other) =>
      isUnder(other, region) && other.blocks.some(({ kind }) => kind !== 'comment' && kind !== 'break'),
  );
}

function isUnder(region: Region, top: Region): boolean {
  for (let at: Region | undefined = region; at; at = at.parent) if (at === top) return true;
  return false;
}
