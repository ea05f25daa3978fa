import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command could not do its work: shown on standard error, exit status 2. */
export class UsageError extends Error {}

type OptionSpec = NonNullable<ParseArgsConfig['options']>;

/** What a command was told. */
export interface Parsed {
  /** `--flag value`: the last one given. */
  value(name: string): string | undefined;
  /** `--flag value` given several times. */
  values(name: string): readonly string[];
  flag(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Reads arguments against the options a command knows; throws UsageError for any other. */
export function parseOptions(args: readonly string[], options: OptionSpec): Parsed {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
      allowNegative: true,
    });
  } catch (error) {
    throw new UsageError(plain(error instanceof Error ? error.message : String(error)));
  }
  const values = parsed.values as Record<string, string | boolean | (string | boolean)[] | undefined>;
  return {
    value(name) {
      const found = values[name];
      const last = Array.isArray(found) ? found[found.length - 1] : found;
      return typeof last === 'string' ? last : undefined;
    },
    values(name) {
      const found = values[name];
      return (Array.isArray(found) ? found : [found]).filter(
        (item): item is string => typeof item === 'string',
      );
    },
    flag: (name) => values[name] === true,
    positionals: parsed.positionals,
  };
}

/** Node's message without its advice about `--`. */
function plain(message: string): string {
  return message.split('. To specify')[0]?.replace(/\.?$/, '.') ?? message;
}

/** The value of an option that takes one of a few words. */
export function choice<T extends string>(
  parsed: Parsed,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const value = parsed.value(name);
  if (value === undefined) return fallback;
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${list(choices)}, not "${value}".`);
  return found;
}

function list(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
