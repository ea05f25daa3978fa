import type { Rule } from '../rule.ts';
import { escalationAgenticTooSlow } from './escalation-agentic-too-slow.ts';
import { escalationInterimState } from './escalation-interim-state.ts';
import { escalationMissing } from './escalation-missing.ts';
import { escalationNoTiebreaker } from './escalation-no-tiebreaker.ts';
import { escalationNoTimebox } from './escalation-no-timebox.ts';
import { escalationNotDocumented } from './escalation-not-documented.ts';
import { escalationNotOwnerVsCto } from './escalation-not-owner-vs-cto.ts';
import { escalationOverdue } from './escalation-overdue.ts';
import { escalationTiebreakerNotCto } from './escalation-tiebreaker-not-cto.ts';
import { escalationTimeboxTooLong } from './escalation-timebox-too-long.ts';
import { escalationTimeboxUnclear } from './escalation-timebox-unclear.ts';

/** The `escalation` rules, in catalogue order. */
export const escalationRules: readonly Rule[] = [
  escalationMissing,
  escalationNotOwnerVsCto,
  escalationNoTimebox,
  escalationTimeboxTooLong,
  escalationTimeboxUnclear,
  escalationNoTiebreaker,
  escalationTiebreakerNotCto,
  escalationNotDocumented,
  escalationAgenticTooSlow,
  escalationInterimState,
  escalationOverdue,
];
