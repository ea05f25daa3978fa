import { FREE_KEY_PREFIX, FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import { PEOPLE_SCHEMA } from '../people/people-schema.ts';
import { type JsonSchema, toJsonSchema } from '../yaml/json-schema.ts';
import { configSchema, type KnownRules } from './options.ts';
import { REPORT_SCHEMA } from './report-schema.ts';

/** The files that this project reads or writes and that have a JSON Schema. */
export const SCHEMA_NAMES = ['frontmatter', 'config', 'people', 'report'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

const BUILDERS: Readonly<Record<SchemaName, { title: string; build: (known: KnownRules) => JsonSchema }>> = {
  frontmatter: {
    title: 'Decision-rights frontmatter',
    build: () => toJsonSchema(FRONTMATTER_SCHEMA, FREE_KEY_PREFIX),
  },
  config: { title: 'Decision-rights configuration', build: (known) => toJsonSchema(configSchema(known)) },
  people: {
    title: 'Decision-rights people register',
    build: () => toJsonSchema(PEOPLE_SCHEMA),
  },
  report: { title: 'Decision-rights report', build: () => REPORT_SCHEMA },
};

/** The JSON Schema (draft-07) of a file; `known` are the rule ids and groups a configuration may name. */
export function jsonSchema(name: SchemaName, known: KnownRules): JsonSchema {
  const { title, build } = BUILDERS[name];
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...build(known) };
}
