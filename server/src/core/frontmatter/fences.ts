import type { Span } from '../text/span.ts';

/** Where a file's frontmatter stands; offsets from the start of the file. */
export interface Fences {
  /** The opening `---`. */
  readonly opening: Span;
  /** Both fences and all between, without the line end behind the closing one. */
  readonly block: Span;
  readonly content: Span;
  /** `dots`: closed with `...`, which Markdown readers do not know · `none`: not closed at all. */
  readonly closing: 'dashes' | 'dots' | 'none';
  /** First unit of the body. */
  readonly bodyStart: number;
  /** The closing line; where the block is not closed, a place of no width at the end of the last line that reads as YAML. */
  readonly closingSpan: Span;
  readonly eol: string;
}

const OPENING = /\uFEFF?---[ \t]*(\r\n|\n|\r)/y;
const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;
const KEY = /^(?:"[^"]*"|'[^']*'|[A-Za-z_][\w.-]*|<<)[ \t]*:(?:[ \t]|$)/;

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly next: number;
  readonly text: string;
}

function lineAt(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  LINE.lastIndex = start;
  const match = LINE.exec(text);
  const content = match?.[1] ?? '';
  return { start, end: start + content.length, next: LINE.lastIndex, text: content };
}

/**
 * Finds the frontmatter: a block that opens in the first line (a BOM may precede it). Undefined when there is
 * none; a `---` that no key follows is a thematic break. Linear in the text, without reading YAML.
 */
export function findFences(text: string): Fences | undefined {
  OPENING.lastIndex = 0;
  const match = OPENING.exec(text);
  if (match === null) return undefined;
  const contentStart = OPENING.lastIndex;
  const dashes = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = { start: dashes, end: dashes + 3 };
  const eol = match[1] ?? '\n';
  const found = scan(text, contentStart);
  if (found === undefined) return undefined;
  const { closing, contentEnd, closingSpan, bodyStart } = found;
  const block = { start: dashes, end: closingSpan.end };
  return {
    opening,
    block,
    content: { start: contentStart, end: contentEnd },
    closing,
    bodyStart,
    closingSpan,
    eol,
  };
}

interface Scanned extends Pick<Fences, 'closing' | 'closingSpan' | 'bodyStart'> {
  readonly contentEnd: number;
}

function scan(text: string, contentStart: number): Scanned | undefined {
  let lastYaml = contentStart;
  let nextYaml = contentStart;
  /** A line that may be a comment or the first heading of the body: what follows tells. */
  let heading: Line | undefined;
  let keys = 0;
  let firstIsBlank = false;
  let valueBelow = false;
  let line = lineAt(text, contentStart);
  for (; line !== undefined; line = lineAt(text, line.next)) {
    const content = line.text;
    const fence = /^(---|\.\.\.)[ \t]*$/.exec(content)?.[1];
    if (fence !== undefined) return closed(line, fence === '---' ? 'dashes' : 'dots');
    if (/^[ \t]*$/.test(content)) {
      if (line.start === contentStart) firstIsBlank = true;
      continue;
    }
    if (content.startsWith('#')) {
      if (/^#{1,6}[ \t]+\S/.test(content)) heading ??= line;
      else if (heading === undefined) keep(line);
      continue;
    }
    const key = KEY.test(content);
    // Below a heading, `Owner: Dana` is prose and `owner: Dana` is a key.
    if (key && (heading === undefined || !/^[A-Z]/.test(content))) {
      if (keys === 0 && firstIsBlank && /^[A-Z]/.test(content)) break;
      keys++;
      valueBelow = /:[ \t]*(?:#.*|[|>][+-]?\d?)?$/.test(content);
    } else if (/^-(?:[ \t]|$)/.test(content) ? !valueBelow : !/^[ \t]/.test(content) || keys === 0) break;
    heading = undefined;
    keep(line);
  }
  // What is no YAML stands here. Below a heading it is the body; otherwise it may be a slip in a closed block.
  if (line !== undefined && heading === undefined) {
    const rest = /^---[ \t]*$/gm;
    rest.lastIndex = line.next;
    const later = rest.exec(text);
    const fence = later === null ? undefined : lineAt(text, later.index);
    if (fence !== undefined && (!firstIsBlank || keys > 0)) return closed(fence, 'dashes');
  }
  if (keys === 0) return undefined;
  return {
    closing: 'none',
    contentEnd: lastYaml,
    closingSpan: { start: lastYaml, end: lastYaml },
    bodyStart: nextYaml,
  };

  function keep(kept: Line): void {
    lastYaml = kept.end;
    nextYaml = kept.next;
  }
  function closed(fence: Line, closing: 'dashes' | 'dots'): Scanned | undefined {
    if (closing === 'dots' && keys === 0) return undefined;
    return {
      closing,
      contentEnd: fence.start,
      closingSpan: { start: fence.start, end: fence.end },
      bodyStart: fence.next,
    };
  }
}
