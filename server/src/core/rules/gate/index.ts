import type { Rule } from '../rule.ts';
import { businessCaseMissing } from './business-case-missing.ts';
import { businessCaseTechnical } from './business-case-technical.ts';
import { businessCaseUnsigned } from './business-case-unsigned.ts';
import { diagnosisOrder } from './diagnosis-order.ts';
import { gateAskNotTimeBound } from './gate-ask-not-time-bound.ts';
import { gateBlockedNoEscalation } from './gate-blocked-no-escalation.ts';
import { gateBudgetNotApproved } from './gate-budget-not-approved.ts';
import { gateBudgetOutsideDepartment } from './gate-budget-outside-department.ts';
import { gateDeciderMissing } from './gate-decider-missing.ts';
import { gateDefinedLate } from './gate-defined-late.ts';
import { gateEvidenceTechnical } from './gate-evidence-technical.ts';
import { gateMissing } from './gate-missing.ts';
import { gateNotBinary } from './gate-not-binary.ts';
import { gateNotTimeBoxed } from './gate-not-time-boxed.ts';
import { gateOverdue } from './gate-overdue.ts';
import { gateOwnerNotAccepted } from './gate-owner-not-accepted.ts';
import { gatePassedWithANo } from './gate-passed-with-a-no.ts';
import { gateQuestionUnanswered } from './gate-question-unanswered.ts';
import { governanceRetrofitted } from './governance-retrofitted.ts';
import { ownershipContested } from './ownership-contested.ts';
import { productionBeforeGate } from './production-before-gate.ts';
import { readinessLinkMissing } from './readiness-link-missing.ts';

/** The `gate` rules, in catalogue order. */
export const gateRules: readonly Rule[] = [
  gateMissing,
  gateDefinedLate,
  gateNotTimeBoxed,
  gateOverdue,
  gateNotBinary,
  gateQuestionUnanswered,
  gatePassedWithANo,
  gateEvidenceTechnical,
  gateOwnerNotAccepted,
  gateBudgetNotApproved,
  gateBudgetOutsideDepartment,
  gateBlockedNoEscalation,
  gateAskNotTimeBound,
  gateDeciderMissing,
  businessCaseMissing,
  businessCaseTechnical,
  businessCaseUnsigned,
  diagnosisOrder,
  productionBeforeGate,
  governanceRetrofitted,
  ownershipContested,
  readinessLinkMissing,
];
