import type { Rule } from '../rule.ts';
import { euAccountablePersonMissing } from './eu-accountable-person-missing.ts';
import { euHighRiskUnclassified } from './eu-high-risk-unclassified.ts';
import { euOversightPersonMissing } from './eu-oversight-person-missing.ts';
import { euRoleMissing } from './eu-role-missing.ts';
import { euTwoAccountabilityRoles } from './eu-two-accountability-roles.ts';

/** The `eu` rules, in catalogue order. */
export const euRules: readonly Rule[] = [
  euRoleMissing,
  euHighRiskUnclassified,
  euAccountablePersonMissing,
  euOversightPersonMissing,
  euTwoAccountabilityRoles,
];
