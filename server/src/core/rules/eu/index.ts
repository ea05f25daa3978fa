import type { Rule } from '../rule.ts';

/** The `eu` rules, in catalogue order. */
export const euRules: readonly Rule[] = [];
