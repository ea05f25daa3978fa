import type { Document, ParsedNode, YAMLError } from 'yaml';
import { Composer, type CST, isScalar, Lexer, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { MASKED_COLON, TreeBuilder } from './build.ts';
import type { YamlComment, YamlNode, YamlProblem } from './node.ts';
import { type PlainError, pathAt, plainError, unquotedColon } from './problems.ts';

/** The most problems reported for one text: a file with thousands has one cause, and nobody reads them. */
export const MAX_PROBLEMS = 50;
/** Levels of maps and lists that are read; real documents have five. */
const MAX_DEPTH = 100;
/** YAML costs about a microsecond for each unit; a text above this is refused instead of read. */
const MAX_LENGTH = 4_000_000;
/** Times a text is read again without colons that should have been quoted. */
const MAX_PASSES = 8;
const SECOND_DOCUMENT =
  'A second YAML document begins here, and only the first is read. Remove the `---` line.';

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
  readonly #source: string;
  readonly #base: number;

  constructor(source: string, base: number) {
    // Behind a BOM, so that the parser sees a first column.
    const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#source = normalise(source.slice(bom));
    this.#base = base + bom;
  }

  read(): ParsedYaml {
    try {
      return this.#read();
    } catch (error) {
      // The parser promises not to throw; should it break the promise, the file is reported, not the process ended.
      return this.#failed(0, `This YAML cannot be read (${String(error)}).`);
    }
  }

  #read(): ParsedYaml {
    let text = this.#source;
    const slips: PlainError[] = [];
    for (let pass = 0; ; pass++) {
      const comments: YamlComment[] = [];
      const tokens = this.#tokens(text, comments);
      if (typeof tokens === 'number')
        return this.#failed(tokens, 'This is nested too deeply. Keep it flatter.');
      const [document, second] = compose(tokens, text.length);
      if (document === undefined) return { root: undefined, problems: [], comments };
      const errors = document.errors.concat(document.warnings).sort((a, b) => a.pos[0] - b.pos[0]);
      // `title: Claims: triage` would draw all keys below it into `title`: read again without that colon.
      const colons = pass < MAX_PASSES ? errors.flatMap((error) => unquotedColon(error, text) ?? []) : [];
      if (colons.length === 0) return this.#finish(text, document, second, slips, errors, comments);
      text = hideColons(text, colons);
      slips.push(...colons.slice(0, Math.max(0, 2 * MAX_PROBLEMS - slips.length)));
    }
  }

  #failed(offset: number, message: string): ParsedYaml {
    const span = this.#span(offset, offset);
    return { root: undefined, problems: [{ code: 'syntax', span, message, path: [] }], comments: [] };
  }

  /** The parser's tokens, collecting comments by the way; the offset at which they nest too deeply for any recursion. */
  #tokens(text: string, comments: YamlComment[]): CST.Token[] | number {
    const parser = new Parser();
    const tokens: CST.Token[] = [];
    let scalarNext = false;
    for (const lexeme of new Lexer().lex(text)) {
      if (!scalarNext && lexeme.startsWith('#')) {
        const span = this.#span(parser.offset, parser.offset + lexeme.trimEnd().length);
        comments.push({ span, text: lexeme.slice(1).trim() });
      }
      scalarNext = !scalarNext && lexeme === '\u001f';
      for (const token of parser.next(lexeme)) tokens.push(token);
      if (parser.stack.length > MAX_DEPTH) return parser.offset;
    }
    for (const token of parser.end()) tokens.push(token);
    return tokens;
  }

  #finish(
    text: string,
    document: Document.Parsed,
    second: number | undefined,
    slips: readonly PlainError[],
    errors: readonly YAMLError[],
    comments: YamlComment[],
  ): ParsedYaml {
    const builder = new TreeBuilder(text, this.#base);
    const contents = document.contents as ParsedNode | null;
    const empty =
      contents === null ||
      (isScalar(contents) && contents.source === '' && !contents.type?.startsWith('QUOTE'));
    const root = empty ? undefined : builder.node(contents, [], 0);
    const problems: YamlProblem[] = [];
    const add = ({ span, message, local }: PlainError): void => {
      const path = local ? pathAt(root, span.start + this.#base) : [];
      problems.push({ code: 'syntax', span: this.#span(span.start, span.end), message, path });
    };
    for (const slip of slips.slice(0, MAX_PROBLEMS)) add(slip);
    let lineEnd = -1;
    for (const error of errors) {
      const plain = plainError(error, text);
      // One slip often makes the parser complain several times in its line.
      if (plain === undefined || plain.span.start < lineEnd || problems.length > 2 * MAX_PROBLEMS) continue;
      const next = text.indexOf('\n', plain.span.end);
      lineEnd = next < 0 ? text.length + 1 : next;
      if (!slips.some(({ span }) => span.start <= plain.span.end && plain.span.start <= span.end)) add(plain);
    }
    if (second !== undefined)
      add({ span: { start: Math.max(0, second - 4), end: second }, message: SECOND_DOCUMENT, local: false });
    // The parser's own complaints, which know more, stand in for ours at the same place.
    const covered = (problem: YamlProblem): boolean =>
      problem.code === 'syntax' && problems.some((other) => clash(other, problem));
    const ours = builder.problems.filter((problem) => !covered(problem));
    return { root, problems: capped([...problems, ...ours]), comments };
  }

  #span(start: number, end: number): Span {
    return { start: start + this.#base, end: end + this.#base };
  }
}

/** The first document, and where a second one begins. */
function compose(tokens: CST.Token[], length: number): [Document.Parsed | undefined, number | undefined] {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    resolveKnownTags: false,
  });
  const documents = composer.compose(tokens, true, length);
  const first = documents.next();
  const second = documents.next();
  return [
    first.done ? undefined : (first.value as Document.Parsed),
    second.done ? undefined : second.value.range[0],
  ];
}

/** The text with the colons of the slips, which stand in order, masked; its length stays. */
function hideColons(text: string, slips: readonly PlainError[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { span } of slips) {
    if (span.start < last) continue;
    parts.push(
      text.slice(last, span.start),
      text.slice(span.start, span.end).replace(/:(?=[ \t]|$)/g, MASKED_COLON),
    );
    last = span.end;
  }
  return parts.join('') + text.slice(last);
}
