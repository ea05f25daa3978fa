import type { Rule } from '../rule.ts';

/** The `raci` rules, in catalogue order. */
export const raciRules: readonly Rule[] = [];
