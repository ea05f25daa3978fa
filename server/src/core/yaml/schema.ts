/**
 * A small language to say what a YAML file may hold. One description serves the validator (`validate.ts`),
 * the JSON Schema (`json-schema.ts`), hovers and completion, so that they cannot disagree.
 */
export type Schema = ScalarSchema | EnumSchema | ListSchema | MapSchema | RecordSchema | UnionSchema;

interface Described {
  /** What the value means, in one or two plain sentences: shown on hover. */
  readonly description: string;
  /** A value as one would write it after the key. */
  readonly example?: string;
  /** What completion inserts for the key, in snippet syntax; derived from the example when absent. */
  readonly snippet?: string;
  /** What holds when the key is absent, as written. */
  readonly default?: string | number | boolean;
}

/**
 * `text`: any scalar, a number included · `link`: a path or URL · `person`: a name, position, handle or id ·
 * `yes-no` and `bool`: yes, no, true, false, on, off in any case · `date`: `YYYY-MM-DD` that exists ·
 * `duration`: read strictly, or any text where `lenient` (a rule judges it).
 */
export type ScalarKind =
  | 'text'
  | 'link'
  | 'person'
  | 'bool'
  | 'yes-no'
  | 'int'
  | 'number'
  | 'date'
  | 'duration';

export interface ScalarSchema extends Described {
  readonly kind: ScalarKind;
  /** Smallest allowed number. */
  readonly min?: number;
  readonly lenient?: boolean;
}

export interface EnumValue {
  readonly value: string;
  readonly description: string;
}

export interface EnumSchema extends Described {
  readonly kind: 'enum';
  readonly values: readonly EnumValue[];
  /** True when other values pass because a rule judges them. */
  readonly open?: boolean;
}

/** A list; one value alone counts as a list of one where its kind fits the items. */
export interface ListSchema extends Described {
  readonly kind: 'list';
  readonly items: Schema;
}

export interface MapSchema extends Described {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, Schema>>;
  /** True when keys nobody named are free. */
  readonly open?: boolean;
}

/** A map with free keys, whose values are all alike. */
export interface RecordSchema extends Described {
  readonly kind: 'record';
  readonly values: Schema;
  /** What the key stands for, e.g. `decision category`. */
  readonly keyName: string;
  /** Keys to offer, with what they mean. */
  readonly suggested?: readonly EnumValue[];
  /** True when only suggested keys are known: others are reported. */
  readonly closed?: boolean;
}

/** A value that may be written in several shapes; at most one schema for each kind of node. */
export interface UnionSchema extends Described {
  readonly kind: 'union';
  readonly scalar?: ScalarSchema | EnumSchema;
  readonly map?: MapSchema | RecordSchema;
  readonly list?: ListSchema;
}

type Extra = Omit<Described, 'description' | 'example'>;

/** A scalar of a kind. */
export function scalar(
  kind: ScalarKind,
  description: string,
  example?: string,
  extra: Extra & { min?: number; lenient?: boolean } = {},
): ScalarSchema {
  return { kind, description, ...(example === undefined ? {} : { example }), ...extra };
}

/** One of a few words, each explained. */
export function oneOf(
  description: string,
  values: Readonly<Record<string, string>>,
  extra: Partial<EnumSchema> = {},
): EnumSchema {
  const list = Object.entries(values).map(([value, meaning]) => ({ value, description: meaning }));
  return { kind: 'enum', description, values: list, ...extra };
}

/** A list of alike items. */
export function listOf(
  description: string,
  items: Schema,
  extra: Extra & { example?: string } = {},
): ListSchema {
  return { kind: 'list', description, items, ...extra };
}

/** A map of known keys. */
export function mapOf(
  description: string,
  keys: Readonly<Record<string, Schema>>,
  extra: Extra & { example?: string; open?: boolean } = {},
): MapSchema {
  return { kind: 'map', description, keys, ...extra };
}

const PERSON_KEYS: Readonly<Record<string, Schema>> = {
  name: scalar('person', 'The person’s name as colleagues know it.', 'Dana Whitfield'),
  title: scalar('text', 'The position the person holds.', 'VP Claims Operations'),
  unit: scalar('text', 'The business unit the person belongs to.', 'Claims Operations'),
  id: scalar('text', 'The person’s id in the people register.', 'dana'),
  handle: scalar('text', 'The person’s handle in chat or code review.', '"@dana"'),
  email: scalar('text', 'The person’s own e-mail address, not that of a team.', 'dana@example.com'),
};

/**
 * One person: a text (`Dana Whitfield, VP Claims`), a map, or a list, which is valid here because a rule has
 * better words for two people in one chair. `keys` are what the map may hold besides a person's own keys.
 */
export function person(
  description: string,
  example = 'Dana Whitfield, VP Claims Operations',
  keys: Readonly<Record<string, Schema>> = {},
  snippet?: string,
): UnionSchema {
  const map = mapOf(description, { ...PERSON_KEYS, ...keys });
  const one = scalar('person', description, example);
  const items: UnionSchema = { kind: 'union', description, scalar: one, map };
  const list = listOf(description, items);
  return {
    kind: 'union',
    description,
    example,
    scalar: one,
    map,
    list,
    ...(snippet === undefined ? {} : { snippet }),
  };
}

/** Several people. */
export function people(description: string, example = '[Dana Whitfield, Omar Haddad]'): ListSchema {
  const one = scalar('person', description, 'Dana Whitfield');
  const items: UnionSchema = {
    kind: 'union',
    description,
    scalar: one,
    map: mapOf(description, PERSON_KEYS),
  };
  return listOf(description, items, { example });
}

/** The schema under a key or list index; free keys of a record lead to its values. Undefined when there is none. */
export function childSchema(schema: Schema | undefined, step: string): Schema | undefined {
  switch (schema?.kind) {
    case 'map':
      return Object.hasOwn(schema.keys, step) ? schema.keys[step] : undefined;
    case 'record':
      return schema.values;
    case 'list':
      return /^\d+$/.test(step) ? schema.items : undefined;
    case 'union':
      return (/^\d+$/.test(step) && childSchema(schema.list, step)) || childSchema(schema.map, step);
    default:
      return undefined;
  }
}

/** The keys a map under this schema may hold, for completion; empty for scalars and lists of scalars. */
export function keysOf(schema: Schema | undefined): readonly (readonly [string, Schema])[] {
  switch (schema?.kind) {
    case 'map':
      return Object.entries(schema.keys);
    case 'record':
      return (schema.suggested ?? []).map(({ value }) => [value, schema.values]);
    case 'union':
      return keysOf(schema.map);
    case 'list':
      return keysOf(schema.items);
    default:
      return [];
  }
}

/** The values to offer for a scalar under this schema, each explained; empty where anything may be written. */
export function valuesOf(schema: Schema | undefined): readonly EnumValue[] {
  switch (schema?.kind) {
    case 'enum':
      return schema.values;
    case 'bool':
      return [
        { value: 'true', description: 'Yes.' },
        { value: 'false', description: 'No.' },
      ];
    case 'yes-no':
      return [
        { value: 'yes', description: 'Yes.' },
        { value: 'no', description: 'No.' },
      ];
    case 'union':
      return valuesOf(schema.scalar);
    case 'list':
      return valuesOf(schema.items);
    default:
      return [];
  }
}
