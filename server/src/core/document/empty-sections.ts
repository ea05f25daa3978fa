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
  let first: Region | undefined;
  for (const region of reading.outline.regions) {
    if (!region.own || region.kind !== kind) continue;
    if (speaking(reading).has(region)) return undefined;
    first ??= region;
  }
  return first;
}

/** The regions in which, or below whose headings, anything but comments stands. */
const speaking = once((reading): ReadonlySet<Region> => {
  const found = new Set<Region>();
  for (const region of reading.outline.regions) {
    if (found.has(region) || !region.blocks.some(({ kind }) => kind !== 'comment' && kind !== 'break'))
      continue;
    for (let at: Region | undefined = region; at && !found.has(at); at = at.parent) found.add(at);
  }
  return found;
});
