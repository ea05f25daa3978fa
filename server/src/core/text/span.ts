/**
 * A stretch of a document: offsets in UTF-16 units from the start of the text (a BOM counts as one unit),
 * end exclusive. Spans of body parts are *live*: they follow their section when text before it is edited
 * (see `markdown/section.ts`); `freeze` takes a snapshot.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A plain span that no longer follows the document. */
export function freeze(span: Span): Span {
  return { start: span.start, end: span.end };
}

/** A span of no width at `offset`. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** True when `offset` lies in the span or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** True when the spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The smallest span that holds all of `spans`; they must not be empty. */
export function hull(first: Span, ...rest: readonly Span[]): Span {
  let { start, end } = first;
  for (const span of rest) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}
