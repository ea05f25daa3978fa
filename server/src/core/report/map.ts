import type { Holder, HolderKind, InitiativeEntry, Place, SeatKind } from './model.ts';
import { SEAT_KINDS } from './model.ts';

/** One thing a holder has, with the document that says so. */
export interface PortfolioSeat extends Place {
  readonly kind: SeatKind;
  readonly what: string;
  /** The initiative's title. */
  readonly of: string;
}

/** A person, position or body with all it holds in documents in use. */
export interface PortfolioHolder {
  readonly kind: HolderKind;
  readonly name: string;
  readonly title: string | null;
  /** In how many initiatives it owns, is Accountable or may stop the system. Breaking ties does not count. */
  readonly initiatives: number;
  /** True for a person who holds so much that work waits for them. */
  readonly bottleneck: boolean;
  readonly seats: readonly PortfolioSeat[];
}

const KIND_ORDER: readonly HolderKind[] = ['person', 'body', 'position'];

/**
 * Who holds what, those with most first. A person is a bottleneck from a quarter of the initiatives on, but never
 * below three and always from ten.
 */
export function boards(entries: readonly InitiativeEntry[]): {
  readonly holders: readonly PortfolioHolder[];
  readonly bottleneckFrom: number;
} {
  const bottleneckFrom = Math.max(3, Math.min(10, Math.ceil(entries.length / 4)));
  const found = new Map<
    string,
    { holder: Holder; title: string | null; seats: PortfolioSeat[]; paths: Set<string> }
  >();
  for (const { path, title: of, seats } of entries)
    for (const { holder, kind, what, line } of seats) {
      let known = found.get(holder.key);
      if (!known) {
        known = { holder, title: null, seats: [], paths: new Set() };
        found.set(holder.key, known);
      }
      known.title ??= holder.title;
      known.seats.push({ kind, what, of, path, line });
      if (kind !== 'tie-breaker') known.paths.add(path);
    }
  const holders = [...found.values()].map(
    ({ holder: { kind, name }, title, seats, paths }): PortfolioHolder => ({
      kind,
      name,
      title,
      initiatives: paths.size,
      bottleneck: kind === 'person' && paths.size >= bottleneckFrom,
      seats: [...seats].sort(bySeat),
    }),
  );
  return { holders: holders.sort(byWeight), bottleneckFrom };
}

function bySeat(a: PortfolioSeat, b: PortfolioSeat): number {
  // Sorting keeps the order of files and lines within a kind.
  return SEAT_KINDS.indexOf(a.kind) - SEAT_KINDS.indexOf(b.kind);
}

function byWeight(a: PortfolioHolder, b: PortfolioHolder): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    b.initiatives - a.initiatives ||
    b.seats.length - a.seats.length ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
