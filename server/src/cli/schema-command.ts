import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../core/config/json-schemas.ts';
import { KNOWN_RULES } from '../core/rules/index.ts';
import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';

/** `schema NAME` prints the JSON Schema of a file this project reads or writes. */
export function schemaCommand(args: readonly string[], host: Host): number {
  const { positionals } = parseOptions(args, {});
  const [name] = positionals;
  if (positionals.length !== 1 || !isSchema(name))
    throw new UsageError(`schema takes one of ${SCHEMA_NAMES.join(', ')}.`);
  host.out.write(`${JSON.stringify(jsonSchema(name, KNOWN_RULES), null, 2)}\n`);
  return 0;
}

function isSchema(name: string | undefined): name is SchemaName {
  return SCHEMA_NAMES.some((candidate) => candidate === name);
}
