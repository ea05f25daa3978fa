import type { Rule } from '../rule.ts';

/** The `metric` rules, in catalogue order. */
export const metricRules: readonly Rule[] = [];
