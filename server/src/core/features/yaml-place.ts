import type { Span } from '../text/span.ts';

/**
 * Where in half-written YAML the cursor stands. Read line by line, by indentation, because YAML that is being
 * typed does not parse; one-line `[a, b]` and `{a: b}` are understood, longer ones are not.
 */
export interface YamlPlace {
  readonly kind: 'key' | 'value' | 'comment';
  /** Keys above the place, `0` for a list item: the holder of the key, or the key of the value. */
  readonly path: readonly string[];
  /** What has been typed of it so far, quotes included, to its end behind the cursor. */
  readonly span: Span;
  /** Keys already in the same map. */
  readonly present: ReadonlySet<string>;
  /** White space before keys of this map, for lines that follow. */
  readonly indent: string;
  readonly flow: boolean;
  /** True when `: ` follows already: only the name is wanted. */
  readonly hasColon: boolean;
  /** True when a space has to come before a value: `status:` with the cursor behind the colon. */
  readonly needsSpace: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** Column of the first dash; -1 without one. */
  readonly dash: number;
  /** Column of the key or item text. */
  readonly column: number;
  readonly key: string | undefined;
}

const LINE =
  /^([ \t]*)((?:-[ \t]+)*(?:-$)?)(?:(?:"([^"]*)"|'([^']*)'|([^\s#:[\]{},"'&*!|>%@`-][^:#]*?))[ \t]*:(?=\s|$))?/;

/** The place of an offset in the YAML of `content`; undefined where nothing can be offered. */
export function yamlPlace(text: string, content: Span, offset: number): YamlPlace | undefined {
  if (offset < content.start || offset > content.end) return undefined;
  const lines = readLines(text, content);
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const found = lines[index];
  if (!found) return undefined;
  const at = offset - found.start;
  // On a blank line the cursor says how deep one is.
  const line = /^[ \t]*$/.test(found.text) ? { ...found, text: found.text.slice(0, at), column: at } : found;
  lines[index] = line;
  const head = line.text.slice(0, at);
  const comment = commentStart(line.text);
  if (comment >= 0 && at > comment)
    return place('comment', [], { start: line.start + comment, end: line.start + line.text.length }, line);
  const end = comment >= 0 ? comment : line.text.length;
  const above = parents(lines, index);
  const colon = line.key === undefined ? -1 : line.text.indexOf(':', line.column + line.key.length);
  if (line.key === undefined || at <= colon) return keyPlace(lines, index, above, at, end, line, colon);
  const path = [...above, line.key];
  const valueStart = colon + 1 + (/^[ \t]*/.exec(line.text.slice(colon + 1, at))?.[0].length ?? 0);
  const value = head.slice(valueStart);
  if (/^[[{]/.test(value)) return flowPlace(line, path, valueStart, at, end);
  const stop = valueStart + line.text.slice(valueStart, end).trimEnd().length;
  const span = { start: line.start + valueStart, end: line.start + Math.max(stop, at) };
  return { ...place('value', path, span, line), needsSpace: valueStart === colon + 1 };
}

function place(kind: YamlPlace['kind'], path: readonly string[], span: Span, line: Line): YamlPlace {
  const indent = line.text.slice(0, line.column).replace(/[^ \t]/g, ' ');
  return { kind, path, span, present: new Set(), indent, flow: false, hasColon: false, needsSpace: false };
}

function keyPlace(
  lines: readonly Line[],
  index: number,
  path: readonly string[],
  at: number,
  end: number,
  line: Line,
  colon: number,
): YamlPlace | undefined {
  const text = line.text.slice(line.column, end);
  const flow = /^[[{]/.test(text) && at > line.column;
  if (flow) return flowPlace(line, path, line.column, at, end);
  if (at < line.column) return undefined;
  const word = colon >= 0 ? line.text.slice(line.column, colon) : text;
  const span = {
    start: line.start + line.column,
    end: line.start + Math.max(at, line.column + word.trimEnd().length),
  };
  return { ...place('key', path, span, line), present: siblings(lines, index), hasColon: colon >= 0 };
}

/** Inside `[…` or `{…` of one line. */
function flowPlace(
  line: Line,
  outer: readonly string[],
  from: number,
  at: number,
  end: number,
): YamlPlace | undefined {
  const path = [...outer];
  const open: { kind: '[' | '{'; start: number; key: string | undefined; present: Set<string> }[] = [];
  let quote = '';
  for (let i = from; i < at; i++) {
    const c = line.text[i] ?? '';
    const top = open.at(-1);
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[' || c === '{') open.push({ kind: c, start: i + 1, key: undefined, present: new Set() });
    else if (c === ']' || c === '}') open.pop();
    else if (top && c === ',') {
      top.start = i + 1;
      top.key = undefined;
    } else if (top && c === ':' && /[\s]/.test(line.text[i + 1] ?? ' ') && top.kind === '{') {
      top.key = line.text.slice(top.start, i).trim();
      top.present.add(top.key);
      top.start = i + 1;
    }
  }
  const top = open.at(-1);
  if (!top) return undefined;
  for (const level of open) {
    if (level.kind === '[') path.push('0');
    else if (level.key !== undefined) path.push(level.key);
  }
  const lead = /^[ \t]*/.exec(line.text.slice(top.start, at))?.[0].length ?? 0;
  const kind = top.kind === '{' && top.key === undefined ? 'key' : 'value';
  const behind = line.text.slice(at, end);
  const rest = (kind === 'key' ? /^[^,\]}:]*/ : /^[^,\]}]*/).exec(behind)?.[0] ?? '';
  const span = { start: line.start + top.start + lead, end: line.start + at + rest.trimEnd().length };
  const hasColon = kind === 'key' && behind[rest.length] === ':';
  const needsSpace = lead === 0 && line.text[top.start - 1] === ':';
  return { ...place(kind, path, span, line), present: top.present, flow: true, hasColon, needsSpace };
}

function readLines(text: string, content: Span): Line[] {
  const out: Line[] = [];
  let start = content.start;
  for (const part of text.slice(content.start, content.end).split(/\r\n|\n|\r/)) {
    const match = LINE.exec(part);
    const [indent, dashes] = [match?.[1] ?? '', match?.[2] ?? ''];
    const key = match?.[3] ?? match?.[4] ?? match?.[5]?.trim();
    out.push({
      start,
      text: part,
      dash: dashes === '' ? -1 : indent.length,
      column: indent.length + dashes.length,
      key,
    });
    start += part.length;
    if (text.startsWith('\r\n', start)) start += 2;
    else start += 1;
  }
  return out;
}

function isBlank({ text }: Line): boolean {
  return /^\s*(?:#|$)/.test(text);
}

/** The keys above a line's content, outermost first. */
function parents(lines: readonly Line[], index: number): string[] {
  const path: string[] = [];
  const line = lines[index];
  if (!line) return path;
  let column = line.column;
  let inItem = false;
  const enterItem = (dash: number): void => {
    path.unshift('0');
    column = dash;
    inItem = true;
  };
  if (line.dash >= 0) enterItem(line.dash);
  for (let i = index - 1; i >= 0 && (column > 0 || inItem); i--) {
    const above = lines[i];
    if (!above || isBlank(above)) continue;
    if (above.dash >= 0 && !inItem && above.column === column) {
      enterItem(above.dash);
      continue;
    }
    const holds =
      above.key !== undefined &&
      (above.column < column || (inItem && above.column === column && above.dash < 0));
    if (!holds || above.key === undefined) continue;
    path.unshift(above.key);
    column = above.column;
    inItem = false;
    if (above.dash >= 0) enterItem(above.dash);
  }
  return path;
}

/** The other keys of the map a line stands in. */
function siblings(lines: readonly Line[], index: number): Set<string> {
  const out = new Set<string>();
  const own = lines[index];
  if (!own) return out;
  const look = (step: 1 | -1): void => {
    for (let i = index + step; i >= 0 && i < lines.length; i += step) {
      const line = lines[i];
      if (!line || isBlank(line)) continue;
      if (step === 1 && line.dash >= 0 && line.dash < own.column) return;
      if (line.column < own.column && line.dash < 0) return;
      if (line.column === own.column && line.key !== undefined) out.add(line.key);
      if (line.dash >= 0 && line.dash < own.column) return;
    }
  };
  if (own.dash < 0) look(-1);
  look(1);
  return out;
}

/** Where a comment begins in a line; -1 without one. */
function commentStart(line: string): number {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /[\s:[{,-]/.test(line[i - 1] ?? ' ')) quote = c;
    else if (c === '#' && /\s/.test(line[i - 1] ?? ' ')) return i;
  }
  return -1;
}
