import type { Rule } from '../rule.ts';
import { metricMissing } from './metric-missing.ts';
import { metricNotMeasurable } from './metric-not-measurable.ts';
import { metricTechnicalOnly } from './metric-technical-only.ts';
import { outcomeTypeMissing } from './outcome-type-missing.ts';

/** The `metric` rules, in catalogue order. */
export const metricRules: readonly Rule[] = [
  metricMissing,
  metricTechnicalOnly,
  metricNotMeasurable,
  outcomeTypeMissing,
];
