import type { Rule } from '../rule.ts';

/** The `operating-model` rules, in catalogue order. */
export const operatingModelRules: readonly Rule[] = [];
