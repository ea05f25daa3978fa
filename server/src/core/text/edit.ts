import type { Span } from './span.ts';

/** A replacement of the text in `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Edits are taken in offset order; two insertions at one offset keep their order.
 * Throws a RangeError when edits overlap or reach outside the text: a caller passes edits of one fix.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = sortEdits(edits);
  let out = '';
  let last = 0;
  for (const { span, newText } of sorted) {
    if (span.start < last || span.end > text.length) throw new RangeError('edits overlap or leave the text');
    out += text.slice(last, span.start) + newText;
    last = span.end;
  }
  return out + text.slice(last);
}

/** True when the two groups of edits can be applied together. */
export function compatible(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return !a.some((x) => b.some((y) => clash(x.span, y.span)));
}

function clash(a: Span, b: Span): boolean {
  if (a.start === b.start) return true;
  return a.start < b.end && b.start < a.end;
}

function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
