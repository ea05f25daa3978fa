import type { Rule } from '../rule.ts';

/** The `gate` rules, in catalogue order. */
export const gateRules: readonly Rule[] = [];
