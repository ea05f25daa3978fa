import { type KeyEntry, lookupIn } from '../frontmatter/keys.ts';
import { touches } from '../text/span.ts';
import type { YamlEntry, YamlNode } from '../yaml/node.ts';
import { type Schema, valuesOf } from '../yaml/schema.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown, inlineCode } from './markdown.ts';

/** What a schema says about the key, or the word of its value, that stands at the offset. */
export function yamlHoverAt(root: YamlNode | undefined, schema: Schema, offset: number): Hover | undefined {
  const found = entryAt(root, offset, []);
  if (!found) return undefined;
  const { entry, path } = found;
  const key = lookupIn(schema, path);
  if (key && touches(entry.keySpan, offset)) return { span: entry.keySpan, markdown: aboutKey(key) };
  const { value } = entry;
  if (value.kind !== 'scalar' || !touches(value.span, offset)) return undefined;
  const meaning = valuesOf(key?.schema).find((one) => one.value === value.text.trim());
  if (!meaning) return undefined;
  return { span: value.span, markdown: `**${escapeMarkdown(meaning.value)}**: ${meaning.description}` };
}

/** The innermost entry that holds the offset. */
function entryAt(
  node: YamlNode | undefined,
  offset: number,
  path: readonly string[],
): { readonly entry: YamlEntry; readonly path: readonly string[] } | undefined {
  if (!node || !touches(node.span, offset)) return undefined;
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) {
      const found = entryAt(item, offset, [...path, String(index)]);
      if (found) return found;
    }
  } else if (node.kind === 'map') {
    for (const entry of node.entries) {
      if (touches(entry.keySpan, offset)) return { entry, path: [...path, entry.key] };
      if (!touches(entry.span, offset)) continue;
      return entryAt(entry.value, offset, [...path, entry.key]) ?? { entry, path: [...path, entry.key] };
    }
  }
  return undefined;
}

/** A key's page: also shown beside its completion. */
export function aboutKey({ path, schema, description, example }: KeyEntry): string {
  const lines = [
    `**${escapeMarkdown(path.filter((step) => !/^\d+$/.test(step)).join('.'))}** · ${typeName(schema)}`,
    description,
  ];
  const values = valuesOf(schema);
  if (values.length > 0 && schema.kind !== 'bool' && schema.kind !== 'yes-no')
    lines.push(
      values.map(({ value, description: meaning }) => `- ${inlineCode(value)}: ${meaning}`).join('\n'),
    );
  if (schema.default !== undefined) lines.push(`Without it: ${inlineCode(String(schema.default))}.`);
  if (example !== undefined) lines.push(`Example: ${inlineCode(`${path.at(-1)}: ${example}`)}`);
  return lines.join('\n\n');
}

function typeName(schema: Schema): string {
  switch (schema.kind) {
    case 'enum':
      return 'one of';
    case 'bool':
    case 'yes-no':
      return 'yes or no';
    case 'date':
      return 'date, `YYYY-MM-DD`';
    case 'duration':
      return 'length of time: `48h`, `2d`, `90min`, `PT48H`';
    case 'link':
      return 'path or address';
    case 'int':
    case 'number':
      return 'number';
    case 'list':
      return `list, each: ${typeName(schema.items)}`;
    case 'map':
      return `keys: ${Object.keys(schema.keys).map(inlineCode).join(', ')}`;
    case 'record':
      return `one entry for each ${schema.keyName}`;
    case 'union': {
      const parts = [schema.scalar, schema.map].flatMap((part) => (part ? [typeName(part)] : []));
      return parts.join(', or ');
    }
    default:
      return schema.kind;
  }
}
