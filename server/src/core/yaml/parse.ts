import type { Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { Composer, type CST, isAlias, isMap, isPair, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import type { YamlComment, YamlEntry, YamlNode, YamlProblem } from './node.ts';
import { pathAt, plainError } from './problems.ts';

/** The most problems reported for one text: a file with thousands has one cause, and nobody reads them. */
export const MAX_PROBLEMS = 50;
/** Levels of maps and lists that are read; real documents have five. */
const MAX_DEPTH = 100;
/** YAML costs about a microsecond for each unit; a text above this is refused instead of read. */
const MAX_LENGTH = 4_000_000;

export interface ParsedYaml {
  /** Undefined for an empty text and for one that cannot be read at all. */
  readonly root: YamlNode | undefined;
  /** In order of place, at most `MAX_PROBLEMS`. A problem with path [] makes the whole text unreliable. */
  readonly problems: readonly YamlProblem[];
  readonly comments: readonly YamlComment[];
}

/**
 * Reads a YAML text whose first unit stands at offset `base` of its file. Never throws. Only strings come out:
 * what a date or a number is, a schema says.
 */
export function parseYaml(source: string, base: number): ParsedYaml {
  if (source.length > MAX_LENGTH) {
    const span = { start: base, end: base };
    const message = 'This YAML is too large to be read. Split it into several files.';
    return { root: undefined, problems: [{ code: 'syntax', span, message, path: [] }], comments: [] };
  }
  const reader = new Reader(source, base);
  return reader.read();
}

/** A lone CR ends a line, though the parser takes it for text. Same length, same offsets. */
function normalise(source: string): string {
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}

/** At most `MAX_PROBLEMS`, in order of place; those that make the whole text unreliable are never left out. */
function capped(problems: readonly YamlProblem[]): YamlProblem[] {
  const whole = problems.filter((problem) => problem.path.length === 0);
  const parts = problems.filter((problem) => problem.path.length > 0);
  return [...whole, ...parts]
    .slice(0, MAX_PROBLEMS)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function clash(a: YamlProblem, b: YamlProblem): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

class Reader {
  readonly #text: string;
  readonly #base: number;
  readonly #problems: YamlProblem[] = [];
  readonly #comments: YamlComment[] = [];

  constructor(source: string, base: number) {
    // Behind a BOM, so that the parser sees a first column.
    const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#text = normalise(source.slice(bom));
    this.#base = base + bom;
  }

  read(): ParsedYaml {
    let root: YamlNode | undefined;
    const tokens = this.#tokens();
    try {
      if (tokens !== undefined) root = this.#compose(tokens);
    } catch (error) {
      // The parser promises not to throw; should it break the promise, the file is reported, not the process ended.
      this.#add('syntax', 0, 0, `This YAML cannot be read (${String(error)}).`, []);
    }
    return { root, problems: capped(this.#problems), comments: this.#comments };
  }

  /** The parser's tokens, collecting comments by the way; undefined when nested too deeply for any recursion. */
  #tokens(): CST.Token[] | undefined {
    const parser = new Parser();
    const tokens: CST.Token[] = [];
    let scalarNext = false;
    for (const lexeme of new Lexer().lex(this.#text)) {
      if (!scalarNext && lexeme.startsWith('#')) {
        const start = this.#base + parser.offset;
        const text = lexeme.slice(1).trim();
        this.#comments.push({ span: { start, end: start + lexeme.trimEnd().length }, text });
      }
      scalarNext = !scalarNext && lexeme === '\u001f';
      for (const token of parser.next(lexeme)) tokens.push(token);
      if (parser.stack.length > MAX_DEPTH) {
        this.#add('syntax', parser.offset, parser.offset, 'This is nested too deeply. Keep it flatter.', []);
        return undefined;
      }
    }
    for (const token of parser.end()) tokens.push(token);
    return tokens;
  }

  #compose(tokens: CST.Token[]): YamlNode | undefined {
    const composer = new Composer({
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      resolveKnownTags: false,
    });
    let document: Document.Parsed | undefined;
    for (const next of composer.compose(tokens, true, this.#text.length)) {
      if (document === undefined) document = next as Document.Parsed;
      else {
        const start = next.range[0];
        const message =
          'A second YAML document begins here, and only the first is read. Remove the `---` line.';
        this.#add('syntax', Math.max(0, start - 4), start, message, []);
        break;
      }
    }
    if (document === undefined) return undefined;
    const contents = document.contents as ParsedNode | null;
    const empty =
      contents === null ||
      (isScalar(contents) && contents.source === '' && !contents.type?.startsWith('QUOTE'));
    const root = empty ? undefined : this.#node(contents, [], 0);
    // The parser's own complaints, which know more, stand in for ours at the same place.
    const mine = this.#problems.splice(0);
    let lastEnd = -1;
    for (const error of [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
      const plain = plainError(error, this.#text);
      // One slip often makes the parser complain several times in its line.
      if (
        plain === undefined ||
        (lastEnd >= 0 && !this.#text.slice(lastEnd, plain.span.start).includes('\n'))
      )
        continue;
      lastEnd = plain.span.end;
      const path = plain.local ? pathAt(root, plain.span.start + this.#base) : [];
      this.#add('syntax', plain.span.start, plain.span.end, plain.message, path);
    }
    for (const problem of mine)
      if (
        !this.#problems.some(
          (other) => other.code === 'syntax' && problem.code === 'syntax' && clash(other, problem),
        )
      )
        this.#problems.push(problem);
    return root;
  }

  #node(node: ParsedNode | null, path: readonly string[], absent: number): YamlNode {
    if (node === null) return this.#absent(absent);
    if (isAlias(node)) {
      const span = this.#span(node.range[0], node.range[1]);
      const message =
        `A value that starts with \`*\` is a YAML reference, and references are not followed here. ` +
        'Write the value itself, in quotes if it begins with an asterisk.';
      this.#problems.push({ code: 'alias', span, message, path });
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
    const text = typeof node.value === 'string' ? node.value : node.source;
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
      if (!isPair(item)) return this.#node(item, at, item?.range?.[0] ?? end);
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
        this.#problems.push({ code: 'syntax', span: this.#span(start, end), message, path, placeholder });
      return undefined;
    }
    const name = typeof key.value === 'string' ? key.value : String(key.source ?? '');
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
      // Only what will be shown is kept: thousands of duplicates must not cost thousands of messages.
      if (this.#problems.length <= MAX_PROBLEMS * 20)
        this.#problems.push({ code: 'duplicate-key', span: keySpan, message, path: at });
      return undefined;
    }
    seen.add(name);
    const value = this.#node(pair.value, at, this.#valuePlace(end));
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
    this.#problems.push({ code, span: this.#span(start, end), message, path });
  }
}
