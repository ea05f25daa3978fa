import { decisionsOf } from '../document/decisions.ts';
import type { Mention } from '../document/mention.ts';
import { readPartiesOf } from '../document/mentions.ts';
import { ownerOf } from '../document/owner.ts';
import { once } from '../document/reading.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import type { Span } from '../text/span.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';
import { childSchema, type Schema } from '../yaml/schema.ts';

/** The scalars of the frontmatter that are to be people, and those that are to be lengths of time. */
export const frontmatterScalars = once(
  (reading): { readonly people: readonly YamlScalar[]; readonly durations: readonly YamlScalar[] } => {
    const people: YamlScalar[] = [];
    const durations: YamlScalar[] = [];
    const walk = (node: YamlNode, schema: Schema | undefined, depth: number): void => {
      if (depth > 8 || !schema) return;
      if (node.kind === 'scalar') {
        const own = scalarSchema(schema);
        if (node.isNull || !own) return;
        if (own.kind === 'person') people.push(node);
        else if (own.kind === 'duration') durations.push(node);
      } else if (node.kind === 'list')
        node.items.forEach((item, i) => void walk(item, childSchema(schema, String(i)), depth + 1));
      else if (node.kind === 'map')
        for (const { key, value } of node.entries) walk(value, childSchema(schema, key), depth + 1);
    };
    if (reading.frontmatter.root) walk(reading.frontmatter.root, FRONTMATTER_SCHEMA, 0);
    return { people, durations };
  },
);

/** The schema of a scalar that stands here: the union's short form, or the items of a list of one. */
export function scalarSchema(schema: Schema | undefined): Schema | undefined {
  if (schema?.kind === 'union') return schema.scalar;
  if (schema?.kind === 'list') return scalarSchema(schema.items);
  return schema;
}

/** Every party the document is read as naming, each at its place; in no order, some places more than once. */
export const mentionsIn = once((reading): readonly Mention[] => {
  const out: Mention[] = [];
  for (const node of frontmatterScalars(reading).people)
    out.push(...readPartiesOf(reading, node, 'one', 'frontmatter'));
  for (const row of decisionsOf(reading).rows)
    for (const { mention } of [...row.accountable, ...row.responsible, ...row.consulted, ...row.informed])
      out.push(mention);
  for (const table of decisionsOf(reading).tables)
    for (const { mention } of table.columns) if (mention) out.push(mention);
  out.push(...(ownerOf(reading)?.mentions ?? []));
  const stop = stopAuthorityOf(reading);
  out.push(...stop.statements.flatMap(({ holders }) => holders), ...stop.executedBy);
  if (stop.deputy) out.push(stop.deputy);
  return out;
});

/** A name as completion offers it. */
export interface KnownParty {
  readonly text: string;
  readonly kind: 'person' | 'position' | 'group';
  /** Title and unit, as far as known. */
  readonly detail?: string;
}

/** People of the register who are still there, its positions and bodies, then whoever else the document names. */
export const knownParties = once((reading): readonly KnownParty[] => {
  const out = new Map<string, KnownParty>();
  const add = (party: KnownParty): void => {
    const key = party.text.toLowerCase();
    if (party.text !== '' && party.text.length <= 80 && !/[\r\n|]/.test(party.text) && !out.has(key))
      out.set(key, party);
  };
  const { people } = reading;
  for (const { name, title, unit, active } of people.people) {
    const detail = [title, unit].filter((part) => part !== undefined).join(' · ');
    if (active) add({ text: name, kind: 'person', ...(detail !== '' && { detail }) });
  }
  for (const { position, holder } of people.roles) add({ text: position, kind: 'position', detail: holder });
  for (const { party } of mentionsIn(reading)) {
    if (party.personId !== undefined) continue;
    if (party.kind === 'person')
      add({ text: party.name ?? party.text, kind: 'person', ...(party.title && { detail: party.title }) });
    else if (party.kind === 'position' || party.kind === 'function')
      add({ text: party.text, kind: 'position' });
    else if (party.kind === 'group') add({ text: party.text, kind: 'group' });
  }
  for (const { name } of people.bodies) add({ text: name, kind: 'group' });
  return [...out.values()];
});

/** Places of a document in order, each once: of two that overlap the first, longer one stays. */
export function disjoint<T extends { readonly span: Span }>(places: readonly T[]): T[] {
  const sorted = [...places].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return sorted.filter(({ span }) => {
    if (span.end <= span.start || span.start < end) return false;
    end = span.end;
    return true;
  });
}
