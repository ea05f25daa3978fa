import { decisionsOf } from '../document/decisions.ts';
import { escalationLogOf } from '../document/escalation-log.ts';
import { titlePlace } from '../document/length.ts';
import { ownerMention } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { freeze, type Span } from '../text/span.ts';

/** A line above the text. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
}

/** Who is accountable, how many decisions are allotted, and how long the next open disagreement has. */
export function lensesOf(reading: Reading): Lens[] {
  if (reading.doc.type !== 'decision-rights') return [];
  const owner = ownerMention(reading)?.party;
  const { length } = decisionsOf(reading).rows;
  const parts = [
    owner ? `${owner.name ?? owner.text} is accountable` : 'Nobody is named accountable',
    length === 1 ? '1 decision' : `${length} decisions`,
    ...clocks(reading),
  ];
  return [{ span: freeze(titlePlace(reading)), title: parts.join(' · ') }];
}

function clocks(reading: Reading): string[] {
  const { now } = reading.settings;
  const open = escalationLogOf(reading).flatMap(({ state, deadline }) =>
    (state === 'open' || state === 'overdue') && deadline !== undefined ? [deadline] : [],
  );
  const first = Math.min(...open);
  if (open.length === 0) return [];
  if (first > now) return [`escalation runs out in ${lasting(first - now)}`];
  return [`escalation ran out ${lasting(now - first)} ago`];
}

/** `40 min`, `5 h`, `3 days`: a length of time in its largest whole unit; hours up to two days. */
export function lasting(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
