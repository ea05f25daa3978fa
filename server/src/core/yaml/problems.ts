import type { YAMLError } from 'yaml';
import type { Span } from '../text/span.ts';
import type { YamlNode } from './node.ts';

export interface PlainError {
  /** Relative to the text that was parsed. */
  readonly span: Span;
  readonly message: string;
  /** True when only the value it stands in is unreadable; otherwise what follows may have been swallowed too. */
  readonly local: boolean;
}

/** The parser's complaint in plain words; undefined for what is no fault here. */
export function plainError(error: YAMLError, text: string): PlainError | undefined {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  const char = text[start] ?? '';
  const at = (message: string, local = false): PlainError => ({ span: { start, end }, message, local });
  switch (error.code) {
    case 'BAD_SCALAR_START':
      // `owner: @dana` is one of our ways to name a person; the parser recovers its exact text.
      return char === '@'
        ? undefined
        : at(
            `A value cannot begin with ${char === '`' ? 'a backtick' : `\`${char}\``} in YAML. Put it in quotes.`,
            true,
          );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return at('A value and indented keys cannot share one key. Remove one, or indent the lines alike.');
    case 'BLOCK_IN_FLOW':
      return at('Text with a colon, or a list with dashes, needs quotes inside brackets.');
    case 'TAB_AS_INDENT':
      return at('Tabs cannot indent YAML. Use spaces.');
    case 'BAD_INDENT':
      if (/must be sufficiently indented and end with/.test(error.message)) {
        const close = error.message.endsWith(']') ? ']' : '}';
        return at(`A closing \`${close}\` is missing before this line. Add it, or put the text in quotes.`);
      }
      return at('This line is not indented like its neighbours. Line the keys up in one column.');
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        ...at(
          'This line is not `key: value`. Add a colon and a space behind the key; if the text of the document ' +
            'begins here, close the block above it with `---`.',
        ),
        span: { start, end: start + Math.max(0, text.slice(start, end).search(/[\r\n]|$/)) },
      };
    case 'MISSING_CHAR':
      return at(missing(error.message));
    case 'BAD_DQ_ESCAPE':
      return at('YAML does not know this backslash sequence. Write `\\\\`, or use single quotes.', true);
    case 'TAG_RESOLVE_FAILED':
      return at(
        'A value that begins with `!` is a YAML tag, and none are used here. Put it in quotes.',
        true,
      );
    case 'UNEXPECTED_TOKEN':
      if (/block-seq-ind/.test(error.message))
        return at('A list begins on its own line. Move the `-` below the key, or put the value in quotes.');
      if (/Block scalar header/.test(error.message))
        return at('Text cannot follow `|` or `>` on the same line. Put the whole value in quotes.', true);
      if (/scalar at node end|Not a YAML token/.test(error.message))
        return at('Text follows a value that is already complete. Put the whole value in quotes.', true);
      return at('This text does not fit here in YAML. Check brackets, quotes and indentation.');
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return at('A value that begins with `&` or `!` needs quotes.', true);
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
      return at('A value that begins with `*` or `&` needs quotes.', true);
    case 'KEY_OVER_1024_CHARS':
      return at('This key is longer than 1,024 characters. A quote or a colon is probably missing.');
    case 'BAD_DIRECTIVE':
      return at('A line that begins with `%` is a YAML directive. Put the text in quotes.');
    case 'RESOURCE_EXHAUSTION':
      return at('This is nested too deeply. Keep it flatter.');
    default:
      return at(`This is not valid YAML: ${error.message.replace(/\s+/g, ' ').trim()}.`);
  }
}

/** For `title: Claims: triage`: the value with its colon; undefined for every other complaint. */
export function unquotedColon(error: YAMLError, text: string): PlainError | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const start = error.pos[0];
  const lineEnd = lineEndAt(text, start);
  const line = text.slice(start, lineEnd).replace(/[ \t]+(?:#.*)?$/, '');
  if (!/:(?:[ \t]|$)/.test(line)) return undefined;
  const message = 'A value with a colon and a space in it needs quotes. Put the whole value in quotes.';
  return { span: { start, end: start + line.length }, message, local: true };
}

function missing(message: string): string {
  if (/quote/.test(message))
    return 'The closing quote is missing, so the rest was read as part of this value. Add it.';
  if (/,/.test(message)) return 'A comma is missing between two items of this list.';
  if (/map values/.test(message)) return 'A colon is missing behind this key.';
  if (/directives-end/.test(message))
    return 'A line that begins with `%` is a YAML directive. Put the text in quotes.';
  return `This is not valid YAML: ${message.replace(/\s+/g, ' ').trim()}.`;
}

/** The path of the deepest value that begins at or before an offset of the file; [] when none does. */
export function pathAt(root: YamlNode | undefined, offset: number): string[] {
  const path: string[] = [];
  let node = root;
  while (node !== undefined) {
    let next: YamlNode | undefined;
    if (node.kind === 'map') {
      const entry = node.entries.findLast(({ span }) => offset >= span.start);
      // A fault that begins with a key lies in the value this map was meant to be, not in the key's own.
      if (entry === undefined || (entry.keySpan.start >= offset && path.length > 0)) break;
      path.push(entry.key);
      next = entry.value;
    } else if (node.kind === 'list') {
      const index = node.items.findLastIndex(({ span }) => offset >= span.start);
      if (index >= 0) path.push(String(index));
      next = node.items[index];
    }
    node = next;
  }
  return path;
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}
