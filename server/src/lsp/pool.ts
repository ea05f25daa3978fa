/** Files read at once: more gain nothing and can run out of descriptors. */
export const POOL = 32;

/** Does the work for every item, at most `limit` at a time, until it is done or `stopped` says so. */
export async function pooled<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  stopped: () => boolean = () => false,
  limit: number = POOL,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done && !stopped(); next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
