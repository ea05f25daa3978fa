import type { ClockKind, SeatKind, Status, SystemState } from './model.ts';

/** How the report calls things: the same in every rendering. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  pilot: 'Pilot',
  gate: 'At the gate',
  production: 'Production',
  paused: 'Paused',
  retired: 'Retired',
};

export function statusWord(status: Status | null): string {
  return status === null ? 'Not said' : STATUS_WORDS[status];
}

export const CLOCK_WORDS: Readonly<Record<ClockKind, string>> = {
  gate: 'Funding gates',
  ask: 'Requests for funding',
  escalation: 'Disagreements',
  triage: 'Systems without owner',
};

/** One clock of that kind. */
export const CLOCK_WORD: Readonly<Record<ClockKind, string>> = {
  gate: 'Funding gate',
  ask: 'Request for funding',
  escalation: 'Disagreement',
  triage: 'Triage',
};

/** Heads of the map's columns, short enough to stand side by side. */
export const SEAT_WORDS: Readonly<Record<SeatKind, string>> = {
  owner: 'Owner',
  'pilot-go-no-go': 'Pilot go/no-go',
  'production-go-live': 'Go-live',
  'in-production-modification': 'Modifi&shy;cation',
  'production-halt-rollback': 'Halt or rollback',
  'other-decision': 'Other decisions',
  'stop-right': 'Stop right',
  'tie-breaker': 'Breaks ties',
};

export const SYSTEM_WORDS: Readonly<Record<SystemState, string>> = {
  owned: 'Owner and document',
  undocumented: 'Owner, but no document',
  waiting: 'No owner yet',
  overdue: 'No owner, overdue',
};

/** The words of a rule group as a heading. */
export function groupWord(group: string): string {
  const words: Readonly<Record<string, string>> = {
    raci: 'RACI',
    eu: 'EU AI Act',
    gate: 'Funding gate',
    metric: 'Metrics',
    agentic: 'Systems that act',
    'use-case': 'Use case',
  };
  const word = words[group] ?? group.replaceAll('-', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
