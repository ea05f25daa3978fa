import fc from 'fast-check';

/**
 * fast-check for every property test. An ordinary run tries the same texts each time, so that it fails for what was
 * changed and not by luck; `TIMES=50 npm run test:unit` looks for new ones, fifty times as many.
 */
const times = Number(process.env['TIMES'] ?? 0);
if (times === 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });

/** How often a property is tried, of which `usual` times are enough for an ordinary run. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Math.ceil(usual * Math.max(times, 1)) };
}

export default fc;
