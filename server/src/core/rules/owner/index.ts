import type { Rule } from '../rule.ts';

/** The `owner` rules, in catalogue order. */
export const ownerRules: readonly Rule[] = [];
