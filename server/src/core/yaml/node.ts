import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/**
 * YAML as this project reads it: a plain tree whose every node knows its place in the file. Built by walking
 * the parser's nodes, never through `toJS` (which an alias bomb can blow up). Dates and numbers stay strings
 * as written; a schema decides what they mean. Aliases are nodes of their own and are not followed.
 */
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlAlias;

interface NodeBase {
  /** The value's own text: quotes included for a quoted scalar; no width where the value is absent. */
  readonly span: Span;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  /** The text as written, unquoted and unescaped; empty for null. Whitespace of block scalars folded as YAML says. */
  readonly text: string;
  /** The inside of the quotes, or the span itself: what a reader would replace. */
  readonly inner: Span;
  readonly quoted: boolean;
  /** True for `key:` without value, `~` and `null`. */
  readonly isNull: boolean;
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly flow: boolean;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
  /** From the key's first unit to the value's last. */
  readonly span: Span;
}

export interface YamlList extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
}

export interface YamlAlias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

/** A comment of a YAML text. */
export interface YamlComment {
  /** From the `#` to the last unit that is not blank. */
  readonly span: Span;
  /** Without the `#` and the blanks around. */
  readonly text: string;
}

export type YamlProblemCode =
  | 'syntax'
  | 'duplicate-key'
  | 'alias'
  | 'unknown-key'
  | 'enum'
  | 'type'
  | 'date'
  | 'duration'
  | 'unclosed'
  /** A path that is absolute or leaves the workspace (configuration only). */
  | 'path';

/** What is wrong with a YAML text or with a value in it. Never thrown. */
export interface YamlProblem {
  readonly code: YamlProblemCode;
  readonly span: Span;
  /** One or two plain sentences; complete, ready to show. */
  readonly message: string;
  /** Path of the value from the root, e.g. ['owner', 'name'] or ['metrics', '0', 'type']. */
  readonly path: readonly string[];
  /** For unknown keys and enum values: the nearest known one and its edit distance; `unique` when no other is as near. */
  readonly nearest?: {
    readonly text: string;
    readonly distance: number;
    readonly unique: boolean;
    readonly span: Span;
  };
  /** True when the value is plainly one to be filled in (`TBD`, `YYYY-MM-DD`, `[Name]`, `{{ owner }}`): a template has these. */
  readonly placeholder?: boolean;
  /** For an unclosed block: the edit that closes it. */
  readonly fix?: TextEdit;
}

/** The entry of a map under `key`; undefined for other nodes and absent keys. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The node at a path of keys and list indices; undefined when any step is missing. */
export function nodeAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind === 'list') current = current.items[Number(step)];
    else current = entryOf(current, step)?.value;
  }
  return current;
}
