import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PARTY_READINGS, partyReadings, TABLES } from '../support/party-readings.ts';

// Not only what kind of party each string of the tables names, but every name, title, condition and place. After a
// wanted change: `npm run generate`, and read the difference.
describe('parties, in full', () => {
  const kept = JSON.parse(
    readFileSync(new URL(`../../${PARTY_READINGS}`, import.meta.url), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  for (const [mode, texts] of TABLES)
    for (const text of new Set(texts))
      it(`reads ${JSON.stringify(text)} as ${mode} as before`, () =>
        assert.deepEqual(partyReadings(text, mode), kept[mode]?.[text]));
});
