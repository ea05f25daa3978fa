import type { Rule } from '../rule.ts';

/** The `document` rules, in catalogue order. */
export const documentRules: readonly Rule[] = [];
