import type { Directive } from './document/directive.ts';
import type { DecisionRightsDocument } from './document/document.ts';
import { RULES } from './rules/index.ts';
import { type Finding, RULE_GROUPS, type Rule } from './rules/rule.ts';
import { nearest } from './text/nearest.ts';
import type { Span } from './text/span.ts';

const DIRECTIVE =
  /^decision-rights-(disable-next-line|disable-line|disable|enable)\b(?:[ \t]+([a-z0-9-]+))?[ \t]*(?::[ \t]*([\s\S]*))?/i;

/** The directives of a document, in order; `enable` ends the stretch of the `disable` before it. */
export function readDirectives(doc: DecisionRightsDocument): Directive[] {
  return closeStretches([...inFrontmatter(doc), ...inBody(doc)]);
}

function inFrontmatter(doc: DecisionRightsDocument): Directive[] {
  const { comments, block } = doc.frontmatter;
  return comments.flatMap((comment): Directive[] => {
    const text = doc.text.slice(comment.span.start, comment.span.end);
    const lead = /^#\s*/.exec(text)?.[0].length ?? 0;
    const directive = parse(text.slice(lead), comment.span.start + lead, comment.span);
    if (directive?.form !== 'line') return [];
    const reach = lineOf(doc.text, comment.span.start);
    const alone = doc.text.slice(reach.start, comment.span.start).trim() === '';
    return [{ ...directive, reach, ...(alone && block && { opening: lineOf(doc.text, block.start) }) }];
  });
}

function inBody(doc: DecisionRightsDocument): Directive[] {
  return doc.outline.comments.flatMap((comment): Directive[] => {
    const { start, end } = comment.span;
    const text = doc.text.slice(start, end);
    const lead = /^<!--\s*/.exec(text)?.[0].length ?? 0;
    const directive = parse(text.slice(lead).replace(/-->$/, '').trimEnd(), start + lead, { start, end });
    if (!directive || directive.form === 'line') return [];
    const reach =
      directive.form === 'next-line' ? nextLine(doc.text, end) : { start: end, end: doc.text.length };
    return [{ ...directive, reach }];
  });
}

function parse(text: string, offset: number, span: Span): Directive | undefined {
  const match = DIRECTIVE.exec(text);
  if (!match?.[1]) return undefined;
  const form = match[1].toLowerCase().replace(/^disable-/, '') as Directive['form'];
  const rule = match[2] ?? '';
  const keyword = match[1].length + 'decision-rights-'.length;
  const at = offset + (rule === '' ? keyword : match[0].indexOf(rule, keyword));
  const reason = (match[3] ?? '').trim();
  const reasonAt =
    reason === '' ? offset + match[0].trimEnd().length : offset + match[0].indexOf(reason, keyword);
  const rules = rulesNamed(rule);
  return {
    form,
    span,
    rule,
    ruleSpan: { start: at, end: at + rule.length },
    rules,
    nearest: rules.length > 0 || rule === '' ? undefined : nearest(rule, KNOWN),
    reason,
    reasonSpan: { start: reasonAt, end: reasonAt + reason.length },
    reach: span,
  };
}

const KNOWN: readonly string[] = [...RULES.map((rule) => rule.id), ...RULE_GROUPS];

function rulesNamed(id: string): readonly Rule[] {
  const name = id.toLowerCase();
  return RULES.filter((rule) => rule.id === name || rule.group === name);
}

function closeStretches(directives: Directive[]): Directive[] {
  return directives.map((directive, i) => {
    if (directive.form !== 'disable') return directive;
    const end = directives
      .slice(i + 1)
      .find(
        (other) =>
          other.form === 'enable' &&
          (other.rule === '' || other.rule.toLowerCase() === directive.rule.toLowerCase()),
      );
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

/** Applies directives that name a rule or group and give a reason. Those that name none are among the unused. */
export function applyDirectives(findings: readonly Finding[], directives: readonly Directive[]): Suppressed {
  const asking = directives.filter(
    ({ form, rules, reason }) => form !== 'enable' && (reason !== '' || rules.length === 0),
  );
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const silenced: { finding: Finding; directive: Directive }[] = [];
  for (const finding of findings) {
    const directive = asking.find((d) => reaches(d, finding));
    if (directive) {
      used.add(directive);
      silenced.push({ finding, directive });
    } else kept.push(finding);
  }
  return { kept, silenced, unused: asking.filter((d) => !used.has(d)) };
}

function reaches(directive: Directive, { rule, span }: Finding): boolean {
  const { reach, opening } = directive;
  if (!directive.rules.some(({ id }) => id === rule)) return false;
  return [reach, opening].some((place) => place && span.start >= place.start && span.start <= place.end);
}
