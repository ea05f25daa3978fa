import type { Rule } from '../rule.ts';

/** The `escalation` rules, in catalogue order. */
export const escalationRules: readonly Rule[] = [];
