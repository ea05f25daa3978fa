import type { Span } from '../text/span.ts';
import { entryOf, type YamlNode } from '../yaml/node.ts';
import { type Fences, findFences } from './fences.ts';
import { parseFrontmatter } from './parse.ts';

/** A value of the head as written, without quotes, and its place. */
export interface HeadValue {
  readonly text: string;
  readonly span: Span;
}

const ENTRY = /([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+([^\r\n]*))?[ \t]*$/y;
const NESTED = /([ \t]+)([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+([^\r\n]*))?[ \t]*$/y;

/**
 * The values of some top-level keys of a frontmatter block, and of `name` and others one level below them
 * (`owner.name`), without reading YAML: ten microseconds where a parse takes hundreds, which is what an index of ten thousand files needs.
 * Undefined when one of the keys is written in a way that only the parser understands; then ask the parser.
 */
export function headValues(
  text: string,
  fences: Fences,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, HeadValue> | undefined {
  const found = new Map<string, HeadValue>();
  const seen = new Set<string>();
  let parent: string | undefined;
  let indent = '';
  let offset = fences.content.start;
  while (offset < fences.content.end) {
    const start = offset;
    let end = start;
    while (end < fences.content.end && !isLineEnd(text.charCodeAt(end))) end++;
    offset = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
    const first = text.charCodeAt(start);
    if (start === end || first === HASH) continue;
    if (first === SPACE || first === TAB) {
      if (parent === undefined) continue;
      const line = text.slice(start, end);
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      NESTED.lastIndex = 0;
      const nested = NESTED.exec(line);
      // A text that goes on below its key, or a list.
      if (!nested?.[1] || !nested[2]) return undefined;
      if (indent === '') indent = nested[1];
      if (nested[1] !== indent) {
        if (nested[1].length > indent.length) continue;
        return undefined;
      }
      const path = `${parent}.${nested[2]}`;
      if (!keys.has(path)) continue;
      if (seen.has(path)) return undefined;
      seen.add(path);
      const value = scalar(nested[3] ?? '', end - (nested[3] ?? '').length);
      if (value === undefined) return undefined;
      if (value.text !== '') found.set(path, value);
      continue;
    }
    parent = undefined;
    indent = '';
    // Lists and lines that begin with a sign are left to the parser where they may belong to a key we want.
    const line = text.slice(start, end);
    ENTRY.lastIndex = 0;
    const entry = ENTRY.exec(line);
    if (!entry?.[1]) {
      if (/^[-"'?&*!<{[%@`]/.test(line)) return undefined;
      continue;
    }
    const [, key, written = ''] = entry;
    if (!keys.has(key)) continue;
    if (seen.has(key)) return undefined;
    seen.add(key);
    parent = key;
    const value = scalar(written, end - written.length);
    if (value === undefined) return undefined;
    if (value.text !== '') found.set(key, value);
  }
  return found;
}

const HASH = 35;
const SPACE = 32;
const TAB = 9;

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** A value on one line: plain words, or quoted without escapes. Undefined for anything else. */
function scalar(written: string, start: number): HeadValue | undefined {
  const trimmed = written.trimEnd();
  const end = start + trimmed.length;
  if (/^(?:~|null|Null|NULL)?$/.test(trimmed)) return { text: '', span: { start, end: start } };
  if (/^"[^"\\]*"$|^'[^']*'$/.test(trimmed)) {
    const inner = trimmed.slice(1, -1);
    return { text: inner.trim(), span: { start: start + 1, end: end - 1 } };
  }
  if (/^[[\]{}&*!|>'"%@`#,]|^[-?:](?:\s|$)|:(?:\s|$)|\s#/.test(trimmed)) return undefined;
  return { text: trimmed, span: { start, end } };
}

const NOTHING: ReadonlyMap<string, HeadValue> = new Map();

/**
 * The texts of some keys of a file's frontmatter, `name` for top-level ones and `name.key` below them; blank and absent ones
 * are left out, and so are lists and maps. `text` may be the head of the file, if it holds all the frontmatter.
 */
export function readHead(text: string, keys: ReadonlySet<string>): ReadonlyMap<string, HeadValue> {
  const fences = findFences(text);
  if (!fences) return NOTHING;
  return headValues(text, fences, keys) ?? parsed(text.slice(0, fences.bodyStart), keys);
}

const TYPE = new Set(['type']);

/** The `type` a file's frontmatter gives, valid or not; undefined when it gives none. */
export function headType(text: string): string | undefined {
  return readHead(text, TYPE).get('type')?.text;
}

/** The same values where the quick look does not understand how they are written. */
function parsed(text: string, keys: ReadonlySet<string>): ReadonlyMap<string, HeadValue> {
  const { root } = parseFrontmatter(text);
  const found = new Map<string, HeadValue>();
  for (const key of keys) {
    const [top = '', below] = key.split('.');
    let node: YamlNode | undefined = entryOf(root, top)?.value;
    if (below !== undefined) node = entryOf(node, below)?.value;
    // Of several people the first serves.
    else if (node?.kind === 'list') node = node.items[0];
    if (node?.kind !== 'scalar' || node.isNull || node.text.trim() === '') continue;
    const { start, end } = node.inner;
    found.set(key, { text: node.text.trim(), span: { start, end } });
  }
  return found;
}
