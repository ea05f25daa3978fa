import type { Rule } from '../rule.ts';

/** The `stop-authority` rules, in catalogue order. */
export const stopAuthorityRules: readonly Rule[] = [];
