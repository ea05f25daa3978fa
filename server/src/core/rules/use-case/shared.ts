import { titleOf } from '../../document/mentions.ts';
import type { Reading } from '../../document/reading.ts';
import type { Party } from '../../parties/party.ts';
import { type ConsultedFunction, consultedFunctions } from '../../parties/titles.ts';
import type { Span } from '../../text/span.ts';

/** The functions that have a stake in whatever reaches customers. */
export const CONSULTED: readonly ConsultedFunction[] = ['legal', 'compliance', 'customer-success', 'sales'];

/** The place where the frontmatter says that customers are on the receiving end; undefined when it does not. */
export function customerFacing({ frontmatter }: Reading): Span | undefined {
  const node = frontmatter.node('use_case_class');
  return frontmatter.text('use_case_class') === 'customer-facing' ? node?.span : undefined;
}

/** The consulted functions a party belongs to, by its own words or the title known for the person. */
export function functionsOf(reading: Reading, party: Party): readonly ConsultedFunction[] {
  return consultedFunctions(`${party.text}, ${titleOf(reading, party) ?? ''}`);
}

/** The functions that are the benefiting unit itself, or the owner's. */
export function ownFunctions({ frontmatter }: Reading): readonly ConsultedFunction[] {
  const unit = frontmatter.text('benefiting_unit') ?? frontmatter.text('owner', 'unit');
  return unit === undefined ? [] : consultedFunctions(unit);
}
