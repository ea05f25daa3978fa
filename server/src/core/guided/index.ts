import { assignOwner } from './assign-owner.ts';
import { recordEscalation, startEscalation } from './escalation.ts';
import { recordGate } from './gate-decision.ts';
import type { Guide } from './guide.ts';

/** The guided commands that write into the document they are run on, by the name a client asks for them. */
export const GUIDES: ReadonlyMap<string, Guide> = new Map([
  ['assign-owner', assignOwner],
  ['record-gate', recordGate],
  ['start-escalation', startEscalation],
  ['record-escalation', recordEscalation],
]);
