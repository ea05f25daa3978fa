import type { Rule } from '../rule.ts';

/** The `agentic` rules, in catalogue order. */
export const agenticRules: readonly Rule[] = [];
