import type { Rule } from '../rule.ts';
import { backOfficeMetricHint } from './back-office-metric-hint.ts';
import { customerFacingNoConsultation } from './customer-facing-no-consultation.ts';
import { customerFacingNoQualityControl } from './customer-facing-no-quality-control.ts';
import { customerFacingShared } from './customer-facing-shared.ts';
import { portfolioCustomerFacingHeavy } from './portfolio-customer-facing-heavy.ts';
import { useCaseClassMissing } from './use-case-class-missing.ts';

/** The `use-case` rules, in catalogue order. */
export const useCaseRules: readonly Rule[] = [
  useCaseClassMissing,
  customerFacingNoConsultation,
  customerFacingShared,
  customerFacingNoQualityControl,
  backOfficeMetricHint,
  portfolioCustomerFacingHeavy,
];
