import type { Rule } from '../rule.ts';
import { stopAuthorityCollective } from './stop-authority-collective.ts';
import { stopAuthorityEngineering } from './stop-authority-engineering.ts';
import { stopAuthorityMissing } from './stop-authority-missing.ts';
import { stopAuthorityNoMechanism } from './stop-authority-no-mechanism.ts';
import { stopAuthorityNoTrigger } from './stop-authority-no-trigger.ts';
import { stopAuthorityNotExplicit } from './stop-authority-not-explicit.ts';
import { stopAuthorityNotOwner } from './stop-authority-not-owner.ts';

/** The `stop-authority` rules, in catalogue order. */
export const stopAuthorityRules: readonly Rule[] = [
  stopAuthorityMissing,
  stopAuthorityNotExplicit,
  stopAuthorityNotOwner,
  stopAuthorityEngineering,
  stopAuthorityCollective,
  stopAuthorityNoTrigger,
  stopAuthorityNoMechanism,
];
