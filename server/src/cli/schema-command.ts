import { jsonSchema, type SchemaName, SCHEMA_NAMES } from '../core/config/json-schemas.ts';
import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';

/** `schema NAME` prints the JSON Schema of a file this project reads or writes. */
export function schemaCommand(args: readonly string[], host: Host): number {
  const { positionals } = parseOptions(args, {});
  const [name] = positionals;
  if (positionals.length !== 1 || !isSchema(name))
    throw new UsageError(`schema takes one of ${SCHEMA_NAMES.join(', ')}.`);
  host.out.write(`${JSON.stringify(jsonSchema(name), null, 2)}\n`);
  return 0;
}

function isSchema(name: string | undefined): name is SchemaName {
  return SCHEMA_NAMES.some((candidate) => candidate === name);
}
