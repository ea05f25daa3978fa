import type { Rule } from '../rule.ts';
import { buNotAccountable } from './bu-not-accountable.ts';
import { capabilityTeamOwnsDelivery } from './capability-team-owns-delivery.ts';
import { capabilityTeamSize } from './capability-team-size.ts';
import { coeOwnershipNotTemporary } from './coe-ownership-not-temporary.ts';
import { coeOwnsWithoutAuthority } from './coe-owns-without-authority.ts';
import { crossFunctionalNoExecutive } from './cross-functional-no-executive.ts';
import { distributedNoOversight } from './distributed-no-oversight.ts';
import { fullCoeAtMidSize } from './full-coe-at-mid-size.ts';
import { modelUndeclared } from './model-undeclared.ts';

/** The `operating-model` rules, in catalogue order. */
export const operatingModelRules: readonly Rule[] = [
  modelUndeclared,
  coeOwnsWithoutAuthority,
  buNotAccountable,
  coeOwnershipNotTemporary,
  crossFunctionalNoExecutive,
  capabilityTeamOwnsDelivery,
  capabilityTeamSize,
  fullCoeAtMidSize,
  distributedNoOversight,
];
