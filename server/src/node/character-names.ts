import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let names: Readonly<Record<string, string>> | undefined;

/**
 * What `&value;` stands for, or false: takes the place of the package `decode-named-character-reference` in the
 * bundles for Node, whose names stand in a file beside them.
 */
export function decodeNamedCharacterReference(value: string): string | false {
  names ??= JSON.parse(readFileSync(join(__dirname, 'character-names.json'), 'utf8')) as Record<
    string,
    string
  >;
  return (Object.hasOwn(names, value) && names[value]) || false;
}
