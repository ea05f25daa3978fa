import type { Schema } from './schema.ts';

/** A JSON Schema (draft-07, which editors' YAML support reads) or a part of one. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

/** The schema as JSON Schema, without `$schema` and title: those belong to the file. */
export function toJsonSchema(schema: Schema, freePrefix?: string): JsonSchema {
  const base: Record<string, unknown> = { description: schema.description };
  if (schema.default !== undefined) base.default = schema.default;
  if (schema.example !== undefined && isPlain(schema))
    base.examples = [schema.example.replace(/^"(.*)"$/, '$1')];
  const inner = (part: Schema): JsonSchema => toJsonSchema(part, freePrefix);
  const free = freePrefix === undefined ? {} : { patternProperties: { [`^${freePrefix}`]: {} } };
  switch (schema.kind) {
    case 'map':
      return {
        ...base,
        type: ['object', 'null'],
        properties: mapValues(schema.keys, inner),
        ...free,
        additionalProperties: schema.open === true,
      };
    case 'record': {
      const properties: Record<string, JsonSchema> = {};
      for (const { value, description } of schema.suggested ?? [])
        properties[value] = { ...inner(schema.values), description };
      const rest = schema.closed === true ? false : inner(schema.values);
      return {
        ...base,
        type: ['object', 'null'],
        properties,
        ...(schema.closed ? free : {}),
        additionalProperties: rest,
      };
    }
    case 'list': {
      const array = { type: ['array', 'null'], items: inner(schema.items) };
      const one = oneItem(schema.items);
      return one ? { ...base, anyOf: [array, inner(one)] } : { ...base, ...array };
    }
    case 'union': {
      const parts = [schema.scalar, schema.map, schema.list].flatMap((part) => (part ? [inner(part)] : []));
      return { ...base, anyOf: [...parts, { type: 'null' }] };
    }
    case 'enum': {
      const values = schema.values.map(({ value }) => value);
      const meanings = schema.values.map(({ description }) => description);
      if (schema.open === true)
        return { ...base, anyOf: [{ enum: values, enumDescriptions: meanings }, ANY_SCALAR] };
      return { ...base, enum: [...values, null], enumDescriptions: [...meanings, 'Not said yet.'] };
    }
    case 'bool':
    case 'yes-no':
      return { ...base, anyOf: [{ type: ['boolean', 'null'] }, { type: 'string', pattern: YES_NO }] };
    case 'int':
      return {
        ...base,
        type: ['integer', 'null'],
        ...(schema.min === undefined ? {} : { minimum: schema.min }),
      };
    case 'number':
      return {
        ...base,
        type: ['number', 'null'],
        ...(schema.min === undefined ? {} : { minimum: schema.min }),
      };
    case 'date':
      return { ...base, type: ['string', 'null'], pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' };
    default:
      return { ...base, ...ANY_SCALAR };
  }
}

/** YAML readers turn `12` and `true` into numbers and booleans; for us they are text. */
const ANY_SCALAR = { type: ['string', 'number', 'boolean', 'null'] } as const;
const YES_NO = '^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Nn]|[Oo][Ff][Ff])?$';

function isPlain(schema: Schema): boolean {
  return schema.kind !== 'map' && schema.kind !== 'record' && schema.kind !== 'list';
}

/** What may stand alone for a list of one. */
function oneItem(items: Schema): Schema | undefined {
  if (items.kind === 'union') return items.scalar;
  return isPlain(items) ? items : undefined;
}

function mapValues(
  keys: Readonly<Record<string, Schema>>,
  to: (schema: Schema) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, to(value)]));
}
