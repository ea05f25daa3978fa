import type { Rule } from '../rule.ts';

/** The `register` rules, in catalogue order. */
export const registerRules: readonly Rule[] = [];
