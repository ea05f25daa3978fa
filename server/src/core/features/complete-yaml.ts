import { yamlScalar } from '../edits/frontmatter-edits.ts';
import { lookupIn } from '../frontmatter/keys.ts';
import { childSchema, keysOf, type Schema, valuesOf } from '../yaml/schema.ts';
import type { Completion } from './completion.ts';
import { type KnownParty, scalarSchema } from './mentions-in.ts';
import { escapeSnippet, indented } from './snippet.ts';
import { aboutKey } from './yaml-hover.ts';
import type { YamlPlace } from './yaml-place.ts';

/** A YAML text in which something is being written. */
export interface YamlContext {
  readonly text: string;
  readonly lineEnd: string;
  /** What the text as a whole may hold. */
  readonly schema: Schema;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  parties(): readonly KnownParty[];
  /** Lengths of time to offer for a key. */
  durations(key: string): readonly string[];
}

/** The keys or values that a schema allows at a place. */
export function completeYaml(context: YamlContext, place: YamlPlace): Completion[] {
  let schema: Schema | undefined = context.schema;
  for (const step of place.path) schema = childSchema(schema, step);
  if (place.kind === 'value') return values(context, place, schema);
  // Behind `- ` a scalar item may stand instead of a key.
  const item = place.path.at(-1) === '0' && !place.hasColon ? values(context, place, schema) : [];
  return [...keys(context, place, schema), ...item];
}

function keys(context: YamlContext, place: YamlPlace, schema: Schema | undefined): Completion[] {
  // Keys below a list stand behind a dash; without one they would break it.
  if (schema?.kind === 'list') return [];
  const { lineEnd } = context;
  return keysOf(schema).flatMap(([key, child]): Completion[] => {
    if (place.present.has(key)) return [];
    const entry = lookupIn(context.schema, [...place.path, key]);
    if (!entry) return [];
    const item = { label: key, kind: 'key' as const, span: place.span, documentation: aboutKey(entry) };
    if (place.hasColon) return [{ ...item, newText: key }];
    const below = child.kind === 'map' || child.kind === 'record';
    const newText = place.flow || !below ? `${key}: ` : `${key}:${lineEnd}${place.indent}  `;
    if (place.flow) return [{ ...item, newText }];
    return [{ ...item, newText, snippet: indented(entry.snippet, place.indent, lineEnd) }];
  });
}

function values(context: YamlContext, place: YamlPlace, schema: Schema | undefined): Completion[] {
  const { text } = context;
  const typed = text.slice(place.span.start, place.span.end);
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const finish = (item: Omit<Completion, 'span' | 'newText'>, raw: string): Completion => {
    const written = place.flow && /[,[\]{}]/.test(raw) ? JSON.stringify(raw) : yamlScalar(raw);
    return {
      ...item,
      span: place.span,
      newText: (place.needsSpace ? ' ' : '') + written,
      ...(quote !== '' && { filterText: quote + item.label }),
      ...(place.needsSpace && { filterText: ` ${item.label}` }),
    };
  };
  const own = scalarSchema(schema);
  const found = valuesOf(schema).map(({ value, description }) =>
    finish({ label: value, kind: 'value', documentation: description }, value),
  );
  if (own?.kind === 'person')
    for (const { text: name, kind, detail } of context.parties())
      found.push(finish({ label: name, kind, ...(detail !== undefined && { detail }) }, name));
  if (own?.kind === 'date') {
    found.push(finish({ label: context.today, kind: 'date', detail: 'today' }, context.today));
  }
  if (own?.kind === 'duration')
    for (const value of context.durations(place.path.at(-1) ?? ''))
      found.push(finish({ label: value, kind: 'value' }, value));
  return schema?.kind === 'list' && !place.flow ? asList(found, place) : found;
}

/** `rights: ` wants a list: one value alone is written as a list of one. */
function asList(items: readonly Completion[], place: YamlPlace): Completion[] {
  return items.map((item) => {
    const lead = place.needsSpace ? ' ' : '';
    const value = item.newText.slice(lead.length);
    return { ...item, newText: `${lead}[${value}]`, snippet: `${lead}[${escapeSnippet(value)}$0]` };
  });
}
