import { businessCaseOf } from '../../document/business-case.ts';
import type { GateReading } from '../../document/gate.ts';
import { ownerOf, ownerUnreadable } from '../../document/owner.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { dateOf, deadline } from './shared.ts';

/** What one looks at, in this order, before the money: the owner, the gate, the business case. */
export type DiagnosticQuestion = 'owner' | 'gate' | 'case';

/** Faults of an owner that still leave one person in the seat. */
const MINOR = new Set(['owner-below-seniority', 'owner-seniority-unknown']);

/** The diagnostic questions that the document does not answer with yes, in order. */
export function openDiagnosis(reading: Reading, gate: GateReading): DiagnosticQuestion[] {
  const open: DiagnosticQuestion[] = [];
  if (!ownerStands(reading)) open.push('owner');
  if (!definedBefore(reading, gate)) open.push('gate');
  if (!caseStands(reading, gate)) open.push('case');
  return open;
}

/** A named business owner. An owner that cannot be read is given the benefit of the doubt. */
export function ownerStands(reading: Reading): boolean {
  if (ownerUnreadable(reading)) return true;
  const owner = ownerOf(reading);
  const fault = ownerVerdict(reading)?.rule;
  return owner !== undefined && owner.mentions.length > 0 && (fault === undefined || MINOR.has(fault));
}

/** A business case in business terms that nobody has answered with no. */
export function caseStands(reading: Reading, gate: GateReading): boolean {
  const { exists, technicalEvidence, technicalTerms } = businessCaseOf(reading);
  const { answer } = gate.questions.case;
  if (answer?.value === false || technicalEvidence.length > 0 || technicalTerms.length > 0) return false;
  return exists || answer?.value === true;
}

function definedBefore(reading: Reading, gate: GateReading): boolean {
  const started = dateOf(reading, 'pilot_started_on');
  const { definedOn } = gate;
  if (definedOn?.day !== undefined && started) return definedOn.day <= started.day;
  return definedOn !== undefined || deadline(gate) !== undefined;
}
