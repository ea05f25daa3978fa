import type { Span } from '../text/span.ts';
import { entryOf, type YamlNode } from '../yaml/node.ts';
import { decisionsOf } from './decisions.ts';
import { escalationOf } from './escalation.ts';
import { ownerOf } from './owner.ts';
import { once } from './reading.ts';
import { registerOf } from './register.ts';
import { stopAuthorityOf } from './stop-authority.ts';

/** Frontmatter values that name parties. */
const PARTY_KEYS: readonly (readonly string[])[] = [
  ['owner'],
  ['technical_owner'],
  ['roles'],
  ['stop_authority'],
  ['stop_authority', 'executed_by'],
  ['stop_authority', 'deputy'],
  ['escalation', 'parties'],
  ['escalation', 'tie_breaker'],
  ['gate', 'decider'],
  ['gate', 'business_case', 'signed_by'],
  ['gate', 'budget', 'approved_by'],
  ['gate', 'blocked', 'ask_to'],
  ['operating_model', 'named_executive'],
  ['eu', 'accountable_person'],
  ['eu', 'oversight_persons'],
];

/** Where parties are named, each place once, in order. */
export const partySpans = once((reading): readonly Span[] => {
  const found: Span[] = [];
  if (reading.doc.type === 'ai-system-register')
    for (const { firstCall, owner } of registerOf(reading))
      for (const { span } of [...firstCall, ...owner]) found.push(span);
  for (const path of PARTY_KEYS) inYaml(reading.frontmatter.node(...path), found);
  for (const { accountable, responsible, consulted, informed } of decisionsOf(reading).rows)
    for (const { mention } of [...accountable, ...responsible, ...consulted, ...informed])
      found.push(mention.span);
  for (const { columns } of decisionsOf(reading).tables)
    for (const { mention } of columns) if (mention) found.push(mention.span);
  for (const { span } of ownerOf(reading)?.mentions ?? []) found.push(span);
  const stop = stopAuthorityOf(reading);
  for (const { span } of [...stop.holders, ...stop.executedBy, ...(stop.deputy ? [stop.deputy] : [])])
    found.push(span);
  const escalation = escalationOf(reading);
  for (const { span } of escalation?.parties ?? []) found.push(span);
  const sorted = found
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // All before it begin no later, so that one holds it exactly if one of them reaches as far.
  let reached = -1;
  return sorted.filter(({ end }) => {
    if (end <= reached) return false;
    reached = end;
    return true;
  });
});

/** The scalars that name a person: the value itself, items of a list, `name`, `holder`, and values of `roles`. */
function inYaml(node: YamlNode | undefined, found: Span[]): void {
  if (node?.kind === 'scalar' && !node.isNull) found.push(node.inner);
  else if (node?.kind === 'list') for (const item of node.items) inYaml(item, found);
  else if (node?.kind === 'map') {
    const named = ['name', 'holder'].flatMap((key) => entryOf(node, key)?.value ?? []);
    for (const value of named.length > 0 ? named : node.entries.map((entry) => entry.value))
      if (value.kind === 'scalar') inYaml(value, found);
  }
}
