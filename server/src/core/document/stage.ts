import type { Severity } from '../finding.ts';
import { once, type Reading } from './reading.ts';

/** How far an initiative has come, as the rules count it. */
export type Stage = 'pilot' | 'gate' | 'production';

/** `paused` counts as production; an absent or invalid status as pilot. Retired documents are not checked for these. */
export const stageOf = once((reading): Stage => {
  const status = reading.frontmatter.text('status');
  if (status === 'production' || status === 'paused') return 'production';
  return status === 'gate' ? 'gate' : 'pilot';
});

/** True from the funding gate on. */
export function fromGateOn(reading: Reading): boolean {
  return stageOf(reading) !== 'pilot';
}

/** "Warning in pilot, error from the gate on." */
export function errorFromGate(reading: Reading): Severity {
  return fromGateOn(reading) ? 'error' : 'warning';
}

/** True when the frontmatter says the system acts by itself. */
export const isAgentic = once((reading) => reading.frontmatter.text('autonomy') === 'agentic');
