import { roleHolder } from '../document/people.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../text/span.ts';
import { disjoint, mentionsIn } from './mentions-in.ts';

/** A name shown behind the position that stands in the text. */
export interface Hint {
  readonly offset: number;
  readonly name: string;
}

/** Who holds the positions named in a stretch of the document, where the document or the register says it. */
export function hintsIn(reading: Reading, within: Span): Hint[] {
  const positions = mentionsIn(reading).filter(
    ({ party, span }) => party.kind === 'position' && span.end >= within.start && span.start <= within.end,
  );
  return disjoint(positions).flatMap(({ party, span }) => {
    const known = party.personId === undefined ? undefined : reading.people.byId(party.personId);
    const name = known?.name ?? roleHolder(reading, party.title ?? party.text)?.name;
    return name === undefined ? [] : [{ offset: span.end, name }];
  });
}
