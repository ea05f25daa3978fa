import { parseDate } from '../text/dates.ts';
import { parseDuration } from '../text/duration.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlProblem, YamlScalar } from './node.ts';
import { MAX_PROBLEMS, type ParsedYaml } from './parse.ts';
import type { EnumSchema, MapSchema, RecordSchema, ScalarSchema, Schema } from './schema.ts';

export interface ValidateOptions {
  /** Keys with this beginning are free. */
  readonly freePrefix?: string;
}

/**
 * What in a tree breaks its schema, in order of place, at most `MAX_PROBLEMS`. Absent values (`key:`, blank
 * text) break nothing: what is missing is for rules to say. Aliases are left to the parser, which reports them.
 */
export function validate(
  node: YamlNode | undefined,
  schema: Schema,
  options: ValidateOptions = {},
): YamlProblem[] {
  if (node === undefined) return [];
  const validator = new Validator(options);
  validator.check(node, schema, []);
  return validator.problems;
}

/**
 * The problems of a parsed text and of its values together, one for each slip: beside a syntax error that may
 * have garbled the rest, and within a value already reported, complaints about values would be guesses.
 */
export function checkParsed(
  parsed: ParsedYaml,
  schema: Schema,
  options: ValidateOptions = {},
): YamlProblem[] {
  const broken = parsed.problems.map(({ path }) => path);
  if (parsed.problems.some(({ code, path }) => code === 'syntax' && path.length === 0))
    return [...parsed.problems];
  const found = validate(parsed.root, schema, options).filter(
    (problem) => !broken.some((path) => path.every((step, i) => problem.path[i] === step)),
  );
  return inOrder([...parsed.problems, ...found]);
}

/** Problems in order of place, not more than anybody reads. */
export function inOrder(problems: readonly YamlProblem[]): YamlProblem[] {
  return [...problems]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .slice(0, MAX_PROBLEMS);
}

/** True for a text that stands where a value will be filled in. */
export function looksLikePlaceholder(text: string): boolean {
  return /^(?:tbd|tbc|tba|todo|xxx+|\?+|…|\.{3}|_+|y{4}-mm-dd|<[^<>]*>|\[[^[\]]*\]|\{\{[^{}]*\}\})$/i.test(
    text.trim(),
  );
}

class Validator {
  readonly problems: YamlProblem[] = [];
  readonly #options: ValidateOptions;

  constructor(options: ValidateOptions) {
    this.#options = options;
  }

  check(node: YamlNode, schema: Schema, path: readonly string[]): void {
    if (this.problems.length >= MAX_PROBLEMS || node.kind === 'alias') return;
    if (node.kind === 'scalar' && (node.isNull || node.text.trim() === '')) return;
    switch (schema.kind) {
      case 'union': {
        const option = schema[node.kind];
        if (option === undefined) this.#type(node, schema, path);
        else this.check(node, option, path);
        return;
      }
      case 'list':
        if (node.kind === 'list')
          node.items.forEach((item, i) => void this.check(item, schema.items, [...path, String(i)]));
        else if (node.kind === 'scalar' && takesScalar(schema.items)) this.check(node, schema.items, path);
        else this.#type(node, schema, path);
        return;
      case 'map':
        if (node.kind === 'map') this.#map(node, schema, path);
        else this.#type(node, schema, path);
        return;
      case 'record':
        if (node.kind === 'map') this.#record(node, schema, path);
        else this.#type(node, schema, path);
        return;
      default:
        if (node.kind !== 'scalar') this.#type(node, schema, path);
        else if (schema.kind === 'enum') this.#enum(node, schema, path);
        else this.#scalar(node, schema, path);
    }
  }

  #map(node: YamlMap, schema: MapSchema, path: readonly string[]): void {
    for (const entry of node.entries) {
      const known = Object.hasOwn(schema.keys, entry.key) ? schema.keys[entry.key] : undefined;
      if (known !== undefined) this.check(entry.value, known, [...path, entry.key]);
      else if (schema.open !== true) this.#unknown(entry, node, Object.keys(schema.keys), path, 'key');
    }
  }

  #record(node: YamlMap, schema: RecordSchema, path: readonly string[]): void {
    const known = schema.suggested?.map(({ value }) => value) ?? [];
    for (const entry of node.entries) {
      if (schema.closed === true && !known.includes(entry.key))
        this.#unknown(entry, node, known, path, schema.keyName);
      else this.check(entry.value, schema.values, [...path, entry.key]);
    }
  }

  #unknown(
    entry: YamlEntry,
    map: YamlMap,
    known: readonly string[],
    path: readonly string[],
    what: string,
  ): void {
    const prefix = this.#options.freePrefix;
    if (prefix !== undefined && entry.key.startsWith(prefix)) return;
    // An alias under `<<` is reported as such; one slip, one finding.
    if (entry.key === '<<' && (entry.value.kind === 'alias' || entry.value.kind === 'list')) return;
    const found = nearest(entry.key, known);
    const taken = found !== undefined && map.entries.some(({ key }) => key === found.text);
    let advice = known.length <= 12 ? `Known here: ${list(known)}.` : 'Correct it, or remove it.';
    if (found !== undefined) advice = `Did you mean \`${found.text}\`?`;
    else if (prefix !== undefined)
      advice = `Remove it, or begin it with \`${prefix}\` to keep it as your own.`;
    this.#add(
      'unknown-key',
      entry.keySpan,
      `\`${clip(entry.key)}\` is not a known ${what} here. ${advice}`,
      [...path, entry.key],
      {
        // A key that is there already must not be written a second time by an unattended fix.
        ...(found && { nearest: { ...found, unique: found.unique && !taken, span: entry.keySpan } }),
      },
    );
  }

  #enum(node: YamlScalar, schema: EnumSchema, path: readonly string[]): void {
    const text = node.text.trim();
    const values = schema.values.map(({ value }) => value);
    if (values.includes(text) || schema.open === true) return;
    const found = nearest(text, values);
    const advice = found ? `Did you mean \`${found.text}\`?` : `Write ${list(values, 'or')}.`;
    this.#add('enum', node.inner, `\`${clip(text)}\` is not a value of \`${name(path)}\`. ${advice}`, path, {
      ...(found && { nearest: { ...found, span: node.inner } }),
      ...(looksLikePlaceholder(text) && { placeholder: true }),
    });
  }

  #scalar(node: YamlScalar, schema: ScalarSchema, path: readonly string[]): void {
    const text = node.text.trim();
    const shown = `\`${clip(text)}\``;
    const extra = looksLikePlaceholder(text) ? { placeholder: true } : {};
    const type = (message: string): void => this.#add('type', node.inner, message, path, extra);
    switch (schema.kind) {
      case 'bool':
      case 'yes-no':
        if (!/^(?:yes|no|true|false|on|off)$/i.test(text))
          type(`${shown} is no answer to \`${name(path)}\`. Write yes or no.`);
        return;
      case 'int':
      case 'number': {
        const shape = schema.kind === 'int' ? /^[+-]?\d+$/ : /^[+-]?\d+(?:\.\d+)?$/;
        const least = schema.min === undefined ? '' : ` of at least ${schema.min}`;
        const ok = shape.test(text) && Number(text) >= (schema.min ?? Number.NEGATIVE_INFINITY);
        if (!ok || !Number.isSafeInteger(Math.trunc(Number(text))))
          type(
            `\`${name(path)}\` needs a ${schema.kind === 'int' ? 'whole ' : ''}number${least}, not ${shown}.`,
          );
        return;
      }
      case 'date':
        if (parseDate(text) !== undefined) return;
        this.#add(
          'date',
          node.inner,
          /^\d{4}-\d{2}-\d{2}$/.test(text)
            ? `${shown} is a day that does not exist. Write the date that was meant.`
            : `${shown} is not a date. Write it as YYYY-MM-DD, for example 2026-03-31.`,
          path,
          extra,
        );
        return;
      case 'duration':
        if (schema.lenient === true || parseDuration(text) !== undefined) return;
        this.#add(
          'duration',
          node.inner,
          `${shown} is not a length of time. Write for example 48h, 2d or PT48H.`,
          path,
          extra,
        );
        return;
      default:
    }
  }

  #type(node: YamlNode, schema: Schema, path: readonly string[]): void {
    const placeholder = node.kind === 'list' && node.flow && node.items.length <= 1;
    const span = node.kind === 'scalar' ? node.inner : node.span;
    const found = { scalar: 'a single value', map: 'a block of keys', list: 'a list', alias: 'a reference' }[
      node.kind
    ];
    const where = path.length === 0 ? 'This file' : `\`${name(path)}\``;
    this.#add(
      'type',
      span,
      `${where} needs ${expected(schema)}, not ${found}.`,
      path,
      placeholder ? { placeholder } : {},
    );
  }

  #add(
    code: YamlProblem['code'],
    span: Span,
    message: string,
    path: readonly string[],
    extra: Partial<YamlProblem>,
  ): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, span, message, path, ...extra });
  }
}

function takesScalar(schema: Schema): boolean {
  if (schema.kind === 'union') return schema.scalar !== undefined;
  return schema.kind !== 'map' && schema.kind !== 'record' && schema.kind !== 'list';
}

/** The last key of a path: what the writer sees beside the value. */
function name(path: readonly string[]): string {
  return clip(path.findLast((step) => !/^\d+$/.test(step)) ?? path.join('.'));
}

function expected(schema: Schema): string {
  switch (schema.kind) {
    case 'map':
      return `keys below it (${list(Object.keys(schema.keys).slice(0, 4))})`;
    case 'record':
      return `one key for each ${schema.keyName} below it`;
    case 'list':
      return 'a list';
    case 'union':
      return [schema.scalar, schema.list, schema.map]
        .flatMap((part) => (part ? [expected(part)] : []))
        .join(' or ');
    case 'enum':
      return `one of ${list(schema.values.map(({ value }) => value))}`;
    case 'date':
      return 'a date';
    case 'duration':
      return 'a length of time';
    case 'person':
      return 'a person';
    case 'bool':
    case 'yes-no':
      return 'yes or no';
    case 'int':
    case 'number':
      return 'a number';
    default:
      return 'a text';
  }
}

function list(words: readonly string[], join = 'and'): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${join} ${quoted.at(-1)}`;
}

/** A text of the file as a message may show it: one short line, nothing a terminal would act on. */
export function clip(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  const units = [...line];
  return units.length > 40 ? `${units.slice(0, 39).join('')}…` : line;
}
