import type { DecisionRightsDocument } from './document/document.ts';
import type { Finding } from './rules/rule.ts';
import type { Span } from './text/span.ts';

/** A written wish to silence one rule, with the reason the format demands. */
export interface Directive {
  readonly form: 'next-line' | 'line' | 'disable' | 'enable';
  /** The comment as a whole. */
  readonly span: Span;
  /** The rule id as written; empty when none is. */
  readonly rule: string;
  readonly ruleSpan: Span;
  /** Empty when missing; then it silences nothing. */
  readonly reason: string;
  /** The stretch in which findings of the rule are silenced. */
  readonly reach: Span;
}

const DIRECTIVE =
  /^decision-rights-(disable-next-line|disable-line|disable|enable)\b[ \t]*([a-z0-9-]*)[ \t]*(?::[ \t]*([\s\S]*))?/i;

/** The directives of a document, in order; `enable` ends the stretch of the `disable` before it. */
export function readDirectives(doc: DecisionRightsDocument): Directive[] {
  const found: Directive[] = [];
  for (const comment of doc.frontmatter.comments) {
    const text = doc.text.slice(comment.span.start, comment.span.end);
    const lead = /^#\s*/.exec(text)?.[0].length ?? 0;
    const directive = parse(text.slice(lead), comment.span.start + lead, comment.span);
    if (directive?.form === 'line') found.push({ ...directive, reach: lineOf(doc.text, comment.span.start) });
  }
  for (const comment of doc.outline.comments) {
    const text = doc.text.slice(comment.span.start, comment.span.end);
    const lead = /^<!--\s*/.exec(text)?.[0].length ?? 0;
    const span = { start: comment.span.start, end: comment.span.end };
    const directive = parse(text.slice(lead).replace(/\s*-->$/, ''), span.start + lead, span);
    if (!directive || directive.form === 'line') continue;
    if (directive.form === 'next-line') found.push({ ...directive, reach: nextLine(doc.text, span.end) });
    else found.push({ ...directive, reach: { start: span.end, end: doc.text.length } });
  }
  return closeStretches(found);
}

function parse(text: string, offset: number, span: Span): Directive | undefined {
  const match = DIRECTIVE.exec(text);
  if (!match?.[1]) return undefined;
  const form = match[1].toLowerCase().replace(/^disable-/, '') as Directive['form'];
  const rule = match[2] ?? '';
  const at = offset + match[0].indexOf(rule, match[1].length + 'decision-rights-'.length);
  return {
    form,
    span,
    rule,
    ruleSpan: { start: at, end: at + rule.length },
    reason: (match[3] ?? '').trim(),
    reach: span,
  };
}

function closeStretches(directives: Directive[]): Directive[] {
  return directives.map((directive, i) => {
    if (directive.form !== 'disable') return directive;
    const end = directives
      .slice(i + 1)
      .find((other) => other.form === 'enable' && (other.rule === '' || other.rule === directive.rule));
    return end ? { ...directive, reach: { start: directive.reach.start, end: end.span.start } } : directive;
  });
}

/** The whole line that holds the offset. */
function lineOf(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}

/** The first line below the offset's line that is not blank: what a reader calls the next line. */
function nextLine(text: string, offset: number): Span {
  let line = lineOf(text, offset);
  do {
    if (line.end >= text.length) return { start: text.length, end: text.length };
    const skip = text.startsWith('\r\n', line.end) ? 2 : 1;
    line = lineOf(text, line.end + skip);
  } while (text.slice(line.start, line.end).trim() === '');
  return line;
}

function isLineEnd(text: string, offset: number): boolean {
  const c = text.charCodeAt(offset);
  return c === 10 || c === 13;
}

/** Findings split by the directives: what is left to report, what a reasoned directive silenced, and which did nothing. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly directive: Directive }[];
  readonly unused: readonly Directive[];
}

/** Applies directives that name a rule and give a reason. */
export function applyDirectives(findings: readonly Finding[], directives: readonly Directive[]): Suppressed {
  const active = directives.filter((d) => d.form !== 'enable' && d.rule !== '' && d.reason !== '');
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const silenced: { finding: Finding; directive: Directive }[] = [];
  for (const finding of findings) {
    const directive = active.find(
      (d) =>
        d.rule === finding.rule && finding.span.start >= d.reach.start && finding.span.start <= d.reach.end,
    );
    if (directive) {
      used.add(directive);
      silenced.push({ finding, directive });
    } else kept.push(finding);
  }
  return { kept, silenced, unused: active.filter((d) => !used.has(d)) };
}
