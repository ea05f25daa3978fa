import type { Reading } from '../document/reading.ts';
import { type Span, touches } from '../text/span.ts';
import { completeDirective } from './complete-directive.ts';
import type { Completion, Findings } from './completion.ts';
import { knownParties } from './mentions-in.ts';
import { SECTION_HELP } from './section-help.ts';

/** Headings, directives, and people behind the labels that want one. */
export function completeBody(reading: Reading, findings: Findings, offset: number): Completion[] {
  const { text } = reading.doc;
  const line = lineAt(text, offset);
  const written = text.slice(line.start, line.end);
  const head = text.slice(line.start, offset);
  const opened = head.lastIndexOf('<!--');
  if (opened >= 0 && !head.includes('-->', opened)) {
    const close = written.indexOf('-->', opened);
    const end = close < 0 ? line.end : line.start + close + 3;
    return completeDirective(reading, findings, { start: line.start + opened, end }, offset, 'body');
  }
  const hashes = /^(#{1,6})(?:[ \t]|$)/.exec(written)?.[1];
  if (hashes !== undefined && offset >= line.start + hashes.length)
    return headings(reading, line, hashes, offset);
  return people(reading, line, head, written);
}

function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? '')) end++;
  return { start, end };
}

function headings({ doc, outline }: Reading, line: Span, hashes: string, offset: number): Completion[] {
  if (doc.type !== 'decision-rights' || inCode(outline, offset)) return [];
  const others = outline.regions.filter(
    ({ own, heading }) => own && !(heading && touches(heading.span, offset)),
  );
  const there = new Set(others.map(({ kind }) => kind));
  // One `#` is the document's title; sections go where the others are.
  const depth = hashes.length > 1 ? hashes.length : (others[0]?.depth ?? 2);
  const marks = '#'.repeat(depth);
  const empty =
    doc.text.slice(line.end).trim() === '' || /^\s*[\r\n]\s*#/.test(doc.text.slice(line.end, line.end + 400));
  return SECTION_HELP.filter(({ kind }) => !there.has(kind)).map(({ heading, what, why, body }) => {
    const title = `${marks} ${heading}`;
    const lines = body.split('\n').join(doc.lineEnd);
    return {
      label: heading,
      kind: 'heading',
      detail: 'section',
      documentation: `${what}\n\n${why}`,
      span: line,
      newText: title,
      filterText: `${hashes} ${heading}`,
      // Only where the heading has nothing under it yet: a body in front of another would be in the way.
      ...(empty && { snippet: `${title}${doc.lineEnd}${doc.lineEnd}${lines}` }),
    };
  });
}

function inCode({ regions }: Reading['outline'], offset: number): boolean {
  return regions.some(({ blocks }) =>
    blocks.some(({ kind, span }) => (kind === 'code' || kind === 'html') && touches(span, offset)),
  );
}

const WANTS_PERSON =
  /\b(?:owner|accountable|holder|deputy|decider|tie-?breaker|approved by|signed by|executed by|decided by|responsible|consulted|informed)\b/i;

/** Behind `**Owner:** ` and `- Deputy: `. */
function people(reading: Reading, line: Span, head: string, written: string): Completion[] {
  const label = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*)?([^:*|]{2,40})(?::\*\*|\*\*:|:)[ \t]+/.exec(written);
  if (!label?.[1] || head.length < label[0].length || !WANTS_PERSON.test(label[1])) return [];
  if (inCode(reading.outline, line.start)) return [];
  const from = Math.max(label[0].length, head.lastIndexOf(',') + 1);
  const lead = /^\s*/.exec(head.slice(from))?.[0].length ?? 0;
  const start = line.start + from + lead;
  const rest = /^[^,;]*/.exec(written.slice(head.length))?.[0].trimEnd().length ?? 0;
  return knownParties(reading).map(({ text, kind, detail }) => ({
    label: text,
    kind,
    ...(detail !== undefined && { detail }),
    span: { start, end: line.start + head.length + rest },
    newText: text,
  }));
}
