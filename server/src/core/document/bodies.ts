import type { Span } from '../text/span.ts';
import { once, type Reading } from './reading.ts';

/** A committee, board or council the document names. */
export interface NamedBody {
  readonly name: string;
  readonly span: Span;
}

/** Nouns of bodies that discuss; a team works, and is none. */
const NOUN =
  'Committee|Board|Council|Steering Group|Steering Committee|Working Group|Task Force|Forum|Commission|Panel|Gremium|Ausschuss|Beirat|Comité|Comitê|SteerCo|SteerCom';
const BODY = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:[\\p{Lu}][\\p{L}\\p{N}&'’-]*[ ]){1,4}(?:of [\\p{Lu}][\\p{L}]*[ ])?(?:${NOUN})|Steering (?:Group|Committee)|SteerCo|SteerCom)(?![\\p{L}\\p{N}])(?! (?:member|chair|secretary|meeting)s?\\b)`,
  'gu',
);
/** Words before the noun that are no part of the name. */
const ARTICLE = /^(?:The|An?|Our|This|Each|Every|Any|No|When|If|Both|All|Since|After|Before) /;

/** The different bodies that the document names, each at its first mention. */
export const bodiesOf = once((reading): readonly NamedBody[] => {
  const found = new Map<string, NamedBody>();
  const scan = (text: string, place: (from: number, to: number) => Span): void => {
    for (const { name, from } of bodiesIn(reading, text)) {
      const key = keyOf(reading, name);
      if (!found.has(key)) found.set(key, { name, span: place(from, from + name.length) });
    }
  };
  for (const { prose } of reading.outline.texts) scan(prose.text, (from, to) => prose.at(from, to));
  for (const { table } of reading.outline.tables)
    for (const row of [table.header, ...table.rows])
      for (const { prose } of row.cells) scan(prose.text, (from, to) => prose.at(from, to));
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
});

function bodiesIn(reading: Reading, text: string): { name: string; from: number }[] {
  const found: { name: string; from: number }[] = [];
  for (const match of text.matchAll(BODY)) {
    const whole = match[1] ?? '';
    const lead = ARTICLE.exec(whole)?.[0].length ?? 0;
    const name = whole.slice(lead);
    if (/^(?:Board|Council|Committee|Forum|Panel|Commission)$/.test(name)) continue;
    found.push({ name, from: match.index + lead });
  }
  for (const { name, aliases } of reading.people.bodies)
    for (const known of [name, ...aliases]) {
      const at = text.indexOf(known);
      if (
        at >= 0 &&
        !found.some(({ from, name: other }) => at < from + other.length && at + known.length > from)
      )
        found.push({ name: known, from: at });
    }
  return found;
}

function keyOf({ people }: Reading, name: string): string {
  const body = people.bodies.find((one) =>
    [one.name, ...one.aliases].some((known) => known.toLowerCase() === name.toLowerCase()),
  );
  return (body?.name ?? name).toLowerCase();
}
