import { type DecisionRow, rowsOf } from '../../document/decisions.ts';
import type { Mention } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';
import { isCoeParty, sideOfParty } from '../../document/seniority.ts';

/** The rows of decisions about the system in production that name an Accountable. */
export function productionRows(reading: Reading): readonly DecisionRow[] {
  return ['production-go-live', 'in-production-modification', 'production-halt-rollback']
    .flatMap((category) => rowsOf(reading, category))
    .filter(({ accountable }) => accountable.length > 0);
}

/** True when decisions about production have an Accountable, and all of them sit with AI, data or technology. */
export function heldCentrally(reading: Reading): boolean {
  const rows = productionRows(reading);
  // A side that cannot be told counts as business: no guess becomes an error.
  return (
    rows.length > 0 &&
    rows.every(({ accountable }) => accountable.every(({ mention }) => isCentral(reading, mention)))
  );
}

function isCentral(reading: Reading, { party }: Mention): boolean {
  const side = sideOfParty(reading, party, undefined);
  return side === 'data' || side === 'technology' || isCoeParty(reading, party, undefined);
}
