import type { Reading } from '../document/reading.ts';
import { yamlScalar } from '../edits/frontmatter-edits.ts';
import { FRONTMATTER_SCHEMA, lookupKey } from '../frontmatter/keys.ts';
import { dayOf, formatDay } from '../text/dates.ts';
import { childSchema, keysOf, type Schema, valuesOf } from '../yaml/schema.ts';
import { completeDirective } from './complete-directive.ts';
import type { Completion, Findings } from './completion.ts';
import { aboutKey } from './hover.ts';
import { knownParties, scalarSchema } from './mentions-in.ts';
import { escapeSnippet, indented } from './snippet.ts';
import { type YamlPlace, yamlPlace } from './yaml-place.ts';

/** Keys, values, people and dates in frontmatter. */
export function completeFrontmatter(reading: Reading, findings: Findings, offset: number): Completion[] {
  const { doc, frontmatter } = reading;
  const place = frontmatter.content && yamlPlace(doc.text, frontmatter.content, offset);
  if (!place) return [];
  if (place.kind === 'comment')
    return completeDirective(reading, findings, place.span, offset, 'frontmatter');
  const schema = schemaAt(place.path);
  if (place.kind === 'key') return [...keys(reading, place, schema), ...listItem(reading, place, schema)];
  return values(reading, place, schema);
}

function schemaAt(path: readonly string[]): Schema | undefined {
  let schema: Schema | undefined = FRONTMATTER_SCHEMA;
  for (const step of path) schema = childSchema(schema, step);
  return schema;
}

function keys({ doc }: Reading, place: YamlPlace, schema: Schema | undefined): Completion[] {
  // Keys below a list stand behind a dash; without one they would break it.
  if (schema?.kind === 'list') return [];
  return keysOf(schema).flatMap(([key, child]): Completion[] => {
    if (place.present.has(key)) return [];
    const entry = lookupKey([...place.path, key]);
    if (!entry) return [];
    const base = { label: key, kind: 'key' as const, span: place.span, documentation: aboutKey(entry) };
    const detail = doc.type === 'ai-system-register' && key === 'type' ? 'register' : undefined;
    const item = { ...base, ...(detail !== undefined && { detail }) };
    if (place.hasColon) return [{ ...item, newText: key }];
    const below = child.kind === 'map' || child.kind === 'record';
    const newText = place.flow || !below ? `${key}: ` : `${key}:${doc.lineEnd}${place.indent}  `;
    if (place.flow) return [{ ...item, newText }];
    return [{ ...item, newText, snippet: indented(entry.snippet, place.indent, doc.lineEnd) }];
  });
}

/** Behind `- ` a scalar item may stand instead of a key. */
function listItem(reading: Reading, place: YamlPlace, schema: Schema | undefined): Completion[] {
  return place.path.at(-1) === '0' && !place.hasColon ? values(reading, place, schema) : [];
}

function values(reading: Reading, place: YamlPlace, schema: Schema | undefined): Completion[] {
  const { text } = reading.doc;
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
    for (const { text: name, kind, detail } of knownParties(reading))
      found.push(finish({ label: name, kind, ...(detail !== undefined && { detail }) }, name));
  if (own?.kind === 'date') {
    const today = formatDay(dayOf(reading.settings.now));
    found.push(finish({ label: today, kind: 'date', detail: 'today' }, today));
  }
  if (own?.kind === 'duration')
    for (const value of durationsFor(reading, place))
      found.push(finish({ label: value, kind: 'value' }, value));
  // The item just written is no news; and a value that is complete needs no list of others unless asked for.
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

function durationsFor({ config }: Reading, { path }: YamlPlace): string[] {
  if (path.at(-1) === 'timebox') {
    const [most, agentic] = [config.timeboxMinutes, config.agenticTimeboxMinutes].map(
      (m) => `${Math.round(m / 60)}h`,
    );
    return [...new Set([most ?? '48h', agentic ?? '24h'])];
  }
  return ['30min', '1h', '4h'];
}
