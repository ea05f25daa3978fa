import type { Rule } from '../rule.ts';

/** The `use-case` rules, in catalogue order. */
export const useCaseRules: readonly Rule[] = [];
