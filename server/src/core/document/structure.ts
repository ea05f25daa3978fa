import { emptySections } from './empty-sections.ts';
import { escalationOf } from './escalation.ts';
import { gateOf, gateUnreadable } from './gate.ts';
import { ownerOf, ownerUnreadable } from './owner.ts';
import { once } from './reading.ts';
import { fromGateOn, isAgentic } from './stage.ts';
import { saysWhoMayStop, stopAuthorityOf } from './stop-authority.ts';

/** The parts of the minimum structure, in the order in which a document states them. */
export type StructurePart = 'owner' | 'stop authority' | 'escalation path' | 'funding gate';

/** The parts that the document says nothing about at all. A part that cannot be read, or whose section is empty, is not among them. */
export const missingStructure = once((reading): readonly StructurePart[] => {
  const empty = emptySections(reading);
  const path = escalationOf(reading);
  const parts: readonly (readonly [StructurePart, boolean])[] = [
    ['owner', !ownerOf(reading) && !ownerUnreadable(reading)],
    ['stop authority', !saysWhoMayStop(stopAuthorityOf(reading)) && !empty.has('stop')],
    ['escalation path', !path.said && !path.invalid && !empty.has('escalation')],
    ['funding gate', !gateOf(reading) && !gateUnreadable(reading)],
  ];
  return parts.filter(([, missing]) => missing).map(([part]) => part);
});

/**
 * True for an agentic system, from the gate on, that lacks two or more parts: one finding says so
 * (`agentic-without-structure`), and the rules about each part stay silent.
 */
export const lacksStructure = once(
  (reading) => isAgentic(reading) && fromGateOn(reading) && missingStructure(reading).length >= 2,
);
