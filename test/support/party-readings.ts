import { foldName } from '../../server/src/core/parties/names.ts';
import type { Party } from '../../server/src/core/parties/party.ts';
import { type ReadOptions, readParties } from '../../server/src/core/parties/read-parties.ts';
import { HEADERS, LISTS, ONES } from '../core/parties-table.ts';

/** Where the readings are kept, from the root. */
export const PARTY_READINGS = 'test/core/fixtures/party-readings.json';

export const TABLES: readonly (readonly [ReadOptions['mode'], readonly string[]])[] = [
  ['one', ONES.map(([text]) => text)],
  ['list', LISTS.map(([text]) => text)],
  ['header', HEADERS.map(([text]) => text)],
];

/** Names the tables use as known. */
const known = new Set(['Patrick', 'Winston', 'Cursor', 'Dana', 'Amy'].map(foldName));

/** All that is read of a text: each party with its place, name, title, condition, address and chair. */
export function partyReadings(text: string, mode: ReadOptions['mode']): string[] {
  return readParties(text, { mode, knownPeople: known }).map(shown);
}

function shown({ kind, start, end, text, chair, ...rest }: Party): string {
  const said = Object.entries(rest).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  const chaired = chair ? [`chair: (${shown(chair as Party)})`] : [];
  return [`${kind} ${start}-${end} ${JSON.stringify(text)}`, ...said, ...chaired].join('; ');
}

/** All readings of the tables, as they are kept: one JSON text. */
export function allPartyReadings(): string {
  const readings = TABLES.map(([mode, texts]) => [
    mode,
    Object.fromEntries(texts.map((text) => [text, partyReadings(text, mode)])),
  ]);
  return `${JSON.stringify(Object.fromEntries(readings), null, 1)}\n`;
}
