/**
 * Runs work per key once the input has settled: when a full turn of the event loop brought nothing newer.
 * Never waits for a length of time. One turn is not enough, because the protocol library delivers the messages
 * of one read in one turn each.
 */
export class Scheduler {
  readonly #defer: (callback: () => void) => void;
  readonly #pending = new Map<string, { stamp: number; run: () => void }>();
  #stamp = 0;

  constructor(defer: (callback: () => void) => void) {
    this.#defer = defer;
  }

  /** Asks for `run`; a run still waiting under this key is replaced, and the wait begins anew. */
  schedule(key: string, run: () => void): void {
    const stamp = ++this.#stamp;
    const waiting = this.#pending.has(key);
    this.#pending.set(key, { stamp, run });
    if (!waiting) this.#wait(key, stamp);
  }

  /** Takes back what is waiting under this key. */
  cancel(key: string): void {
    this.#pending.delete(key);
  }

  #wait(key: string, stamp: number): void {
    this.#defer(() =>
      this.#defer(() => {
        const entry = this.#pending.get(key);
        if (!entry) return;
        if (entry.stamp !== stamp) {
          this.#wait(key, entry.stamp);
          return;
        }
        this.#pending.delete(key);
        entry.run();
      }),
    );
  }
}
