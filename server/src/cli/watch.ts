import type { Host, Output } from './host.ts';
import { UsageError } from './options.ts';

/** Changes closer together than this, in milliseconds, are one: editors and branch switches write many files. */
const SETTLE = 100;

/**
 * Clocks run out while nobody types: a gate at midnight, a disagreement at its hour. In milliseconds: how often the
 * time is looked at, and the spans into which a day is cut; in a new span there is a new check. The time of day is
 * looked at, and no timer set for it, since a computer that sleeps stops its timers.
 */
const [LOOK_AT_CLOCK, SPAN] = [60_000, 600_000];

/** What one run printed. */
interface Printed {
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a check, and again whenever something below the folders changes or a clock may have run out, until the host is
 * interrupted. Prints only what differs from the run before. `run` gets a host that keeps what is printed.
 */
export async function watchAndRun(
  host: Host,
  folders: readonly string[],
  run: (host: Host) => Promise<number>,
): Promise<number> {
  const { watch, interrupted } = host;
  if (!watch || !interrupted) throw new UsageError('--watch does not work here.');
  let wake: () => void = () => undefined;
  let dirty = false;
  const changed = (): void => {
    dirty = true;
    wake();
  };
  const stops = folders.map((folder) => watch(folder, changed));
  const spanNow = (): number => Math.floor(host.now() / SPAN);
  let span = spanNow();
  const stopClock = host.every?.(LOOK_AT_CLOCK, () => {
    if (spanNow() !== span) changed();
  });
  let over = false;
  const ended = interrupted().then(() => {
    over = true;
    wake();
  });
  let last: Printed = { out: '', err: '' };
  try {
    for (;;) {
      dirty = false;
      span = spanNow();
      const now = await printed(host, run);
      if (over) break;
      if (now.err !== last.err) host.err.write(now.err);
      if (now.out !== last.out) host.out.write(now.out === '' ? 'No findings any more.\n' : now.out);
      last = now;
      while (!dirty && !over)
        await new Promise<void>((resolve) => {
          wake = resolve;
          // A change that came since the test above.
          if (dirty || over) resolve();
        });
      if (over) break;
      await settled(() => over);
    }
  } finally {
    for (const stop of stops) stop();
    stopClock?.();
  }
  await ended;
  return 0;

  async function settled(stop: () => boolean): Promise<void> {
    do {
      dirty = false;
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
    } while (dirty && !stop());
  }
}

async function printed(host: Host, run: (host: Host) => Promise<number>): Promise<Printed> {
  const out: string[] = [];
  const err: string[] = [];
  const into = (texts: string[], { isTerminal }: Output): Output => ({
    write: (text) => void texts.push(text),
    isTerminal,
  });
  try {
    await run({ ...host, out: into(out, host.out), err: into(err, host.err) });
  } catch (error) {
    // A file that is gone for a moment, a configuration half written: told, and looked at again.
    if (!(error instanceof UsageError)) throw error;
    err.push(`decision-rights: ${error.message}\n`);
  }
  return { out: out.join(''), err: err.join('') };
}
