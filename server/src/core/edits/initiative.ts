import type { Reading } from '../document/reading.ts';

/** Words of a title that say what kind of document it is, not what it is about. */
const KIND =
  /\b(?:decision[- ]rights?(?: document)?|raci(?: matrix)?|ownership(?: document)?|governance)\b/gi;

/** The initiative's title as the document says it: `title`, else the first heading without words like "decision rights". */
export function titleOfDocument({ frontmatter, outline }: Reading): string | undefined {
  const said = frontmatter.text('title');
  if (said !== undefined) return said;
  const heading = outline.regions.find((region) => region.heading)?.heading;
  if (!heading || heading.depth > 2) return undefined;
  const text = heading.prose.text.replace(/\s+/g, ' ').trim();
  const about = text
    .replace(KIND, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—|,-]+|[\s:–—|,-]+$/g, '')
    .replace(/^(?:for|of)\s+(?:the\s+)?/i, '');
  return about === '' ? undefined : about;
}

/** An id for the initiative made from the document's title; undefined when no letter of it can be used. */
export function initiativeOf(reading: Reading): string | undefined {
  const title = titleOfDocument(reading);
  const slug = title === undefined ? '' : slugOfTitle(title);
  return slug === '' ? undefined : slug;
}

/** Lower case, accents off, hyphens between words, at most 60 units. */
export function slugOfTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
