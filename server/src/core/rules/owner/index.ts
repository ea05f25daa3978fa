import type { Rule } from '../rule.ts';
import { ownerBelowSeniority } from './owner-below-seniority.ts';
import { ownerDutiesIncomplete } from './owner-duties-incomplete.ts';
import { ownerIsCommittee } from './owner-is-committee.ts';
import { ownerIsCto } from './owner-is-cto.ts';
import { ownerIsDataOrEngineering } from './owner-is-data-or-engineering.ts';
import { ownerMissing } from './owner-missing.ts';
import { ownerNotAccepted } from './owner-not-accepted.ts';
import { ownerNotInBenefitingUnit } from './owner-not-in-benefiting-unit.ts';
import { ownerNotInRegister } from './owner-not-in-register.ts';
import { ownerRoleConflation } from './owner-role-conflation.ts';
import { ownerSeniorityUnknown } from './owner-seniority-unknown.ts';
import { ownerShared } from './owner-shared.ts';
import { ownerUnnamed } from './owner-unnamed.ts';
import { roleDefinitionIncomplete } from './role-definition-incomplete.ts';
import { roleDefinitionTooLong } from './role-definition-too-long.ts';
import { technicalOwnerMissing } from './technical-owner-missing.ts';

/** The `owner` rules, in catalogue order. */
export const ownerRules: readonly Rule[] = [
  ownerMissing,
  ownerUnnamed,
  ownerShared,
  ownerIsCommittee,
  ownerBelowSeniority,
  ownerSeniorityUnknown,
  ownerIsCto,
  ownerIsDataOrEngineering,
  ownerNotAccepted,
  ownerNotInBenefitingUnit,
  ownerNotInRegister,
  ownerDutiesIncomplete,
  ownerRoleConflation,
  technicalOwnerMissing,
  roleDefinitionIncomplete,
  roleDefinitionTooLong,
];
