import type { Rule } from '../rule.ts';
import { initiativeDuplicated } from './initiative-duplicated.ts';
import { initiativeWithoutDocument } from './initiative-without-document.ts';
import { systemNotInRegister } from './system-not-in-register.ts';
import { triageDueSoon } from './triage-due-soon.ts';
import { triageFirstCallCommittee } from './triage-first-call-committee.ts';
import { triageMissingDate } from './triage-missing-date.ts';
import { triageNoFirstCall } from './triage-no-first-call.ts';
import { triageNotFormalised } from './triage-not-formalised.ts';
import { triageOverdue } from './triage-overdue.ts';
import { triageOwnerWithoutDocument } from './triage-owner-without-document.ts';

/** The `register` rules, in catalogue order. */
export const registerRules: readonly Rule[] = [
  triageNoFirstCall,
  triageFirstCallCommittee,
  triageNotFormalised,
  triageOverdue,
  triageDueSoon,
  triageOwnerWithoutDocument,
  triageMissingDate,
  systemNotInRegister,
  initiativeWithoutDocument,
  initiativeDuplicated,
];
