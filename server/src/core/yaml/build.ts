import type { Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlNode, YamlProblem } from './node.ts';

/** More problems than are shown, since those of the parser may take the place of ours. */
const KEPT_PROBLEMS = 1000;

/** Stands for a colon that the parser must not see; the text keeps its length. */
export const MASKED_COLON = '\uE000';

function unmask(text: string): string {
  return text.replaceAll(MASKED_COLON, ':');
}

/** Turns the parser's nodes into ours, and tells what in them cannot be used. */
export class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #base: number;

  /** `text` is what the parser read; its first unit stands at `base` of the file. */
  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  /** The tree of a node; `absent` is where its value would be written if it has none. */
  node(node: ParsedNode | null, path: readonly string[], absent: number): YamlNode {
    if (node === null) return this.#absent(absent);
    if (isAlias(node)) {
      const span = this.#span(node.range[0], node.range[1]);
      const message =
        `A value that starts with \`*\` is a YAML reference, and references are not followed here. ` +
        'Write the value itself, in quotes if it begins with an asterisk.';
      this.#push({ code: 'alias', span, message, path });
      return { kind: 'alias', span, name: node.source };
    }
    if (isMap(node)) return this.#map(node as YAMLMap.Parsed, path);
    if (isSeq(node)) return this.#list(node as YAMLSeq.Parsed, path);
    return isScalar(node) ? this.#scalar(node, absent) : this.#absent(absent);
  }

  #absent(offset: number): YamlNode {
    const span = this.#span(offset, offset);
    return { kind: 'scalar', span, text: '', inner: span, quoted: false, isNull: true };
  }

  #scalar(node: Scalar.Parsed, absent: number): YamlNode {
    const [start, end] = this.#trimmed(node.range[0], node.range[1]);
    const text = unmask(typeof node.value === 'string' ? node.value : node.source);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    if (!quoted && node.type === 'PLAIN' && text === '') return this.#absent(absent);
    const span = this.#span(start, end);
    if (quoted) {
      const open = start + 1;
      const close = end > open && this.#text[end - 1] === this.#text[start] ? end - 1 : end;
      return { kind: 'scalar', span, text, inner: this.#span(open, close), quoted, isNull: false };
    }
    if (node.type === 'PLAIN') {
      const isNull = /^(?:~|null|Null|NULL)$/.test(text);
      return { kind: 'scalar', span, text: isNull ? '' : text, inner: span, quoted, isNull };
    }
    // A block scalar: what a reader would replace begins behind the `|` or `>` line.
    const line = this.#text.indexOf('\n', start);
    const [from, to] = line < 0 || line >= end ? [end, end] : this.#trimmedStart(line + 1, end);
    return { kind: 'scalar', span, text, inner: this.#span(from, to), quoted, isNull: false };
  }

  #list(node: YAMLSeq.Parsed, path: readonly string[]): YamlNode {
    const [start, end] = this.#trimmed(node.range[0], node.range[1]);
    const items = node.items.map((item, index) => {
      const at = [...path, String(index)];
      if (!isPair(item)) return this.node(item, at, item?.range?.[0] ?? end);
      return this.#absent(end);
    });
    return { kind: 'list', span: this.#span(start, end), items, flow: node.flow === true };
  }

  #map(node: YAMLMap.Parsed, path: readonly string[]): YamlNode {
    const [start, end] = this.#trimmed(node.range[0], node.range[1]);
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const entry = this.#entry(pair, path, seen);
      if (entry !== undefined) entries.push(entry);
    }
    return { kind: 'map', span: this.#span(start, end), entries, flow: node.flow === true };
  }

  #entry(
    pair: Pair<ParsedNode, ParsedNode | null>,
    path: readonly string[],
    seen: Set<string>,
  ): YamlEntry | undefined {
    const key = pair.key as ParsedNode | null;
    if (key === null || !isScalar(key)) {
      const [start, end] = key === null ? [0, 0] : this.#trimmed(key.range[0], key.range[1]);
      // A template's `{{ owner }}` reads as a map that is a key: say so where the writer sees it.
      const message =
        'A key must be plain text here. Put the value in quotes if it begins with `{`, `[` or `?`.';
      const placeholder = key !== null && isMap(key) && key.flow === true && this.#text[start - 1] === '{';
      if (key !== null)
        this.#push({ code: 'syntax', span: this.#span(start, end), message, path, placeholder });
      return undefined;
    }
    const name = unmask(typeof key.value === 'string' ? key.value : String(key.source ?? ''));
    const [start, end] = this.#trimmed(key.range[0], key.range[1]);
    if (name === '' && start === end) {
      this.#add(
        'syntax',
        start,
        start,
        'A key is missing before this colon. Write one, or quote the text.',
        path,
      );
      return undefined;
    }
    const quoted = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE' ? 1 : 0;
    const keySpan = this.#span(start + quoted, Math.max(start + quoted, end - quoted));
    const at = [...path, name];
    if (seen.has(name)) {
      const message = `The key \`${name}\` stands here twice, and only the first is read. Remove one of the two.`;
      this.#push({ code: 'duplicate-key', span: keySpan, message, path: at });
      return undefined;
    }
    seen.add(name);
    const value = this.node(pair.value, at, this.#valuePlace(end));
    return {
      key: name,
      keySpan,
      value,
      span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
    };
  }

  /** Where the value of a key ending at `keyEnd` would be written: behind the colon and one blank. */
  #valuePlace(keyEnd: number): number {
    const colon = /[ \t]*:[ \t]?/y;
    colon.lastIndex = keyEnd;
    return colon.test(this.#text) ? colon.lastIndex : keyEnd;
  }

  #trimmed(start: number, end: number): [number, number] {
    let last = Math.min(end, this.#text.length);
    while (last > start && /\s/.test(this.#text[last - 1] ?? '')) last--;
    return [start, last];
  }

  #trimmedStart(start: number, end: number): [number, number] {
    let first = start;
    while (first < end && /\s/.test(this.#text[first] ?? '')) first++;
    return [first, end];
  }

  #span(start: number, end: number): Span {
    return { start: start + this.#base, end: end + this.#base };
  }

  #add(
    code: YamlProblem['code'],
    start: number,
    end: number,
    message: string,
    path: readonly string[],
  ): void {
    this.#push({ code, span: this.#span(start, end), message, path });
  }

  #push(problem: YamlProblem): void {
    // Only what may be shown is kept: thousands of duplicates must not cost thousands of messages.
    if (this.problems.length < KEPT_PROBLEMS) this.problems.push(problem);
  }
}
