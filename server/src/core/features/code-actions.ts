import type { DecisionRightsDocument } from '../document/document.ts';
import type { Settings } from '../document/reading.ts';
import { fixText } from '../fix.ts';
import { parseFrontmatter } from '../frontmatter/parse.ts';
import type { Block } from '../markdown/blocks.ts';
import { ruleById } from '../rules/index.ts';
import { type Finding, RULE_GROUPS, type Severity } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEdits } from '../text/line-edits.ts';
import { at, type Span, touches } from '../text/span.ts';

/** The kind under which editors run all safe fixes on save. */
export const FIX_ALL = 'source.fixAll.decisionRights';

/** Something a person can do about a finding. */
export interface OfferedAction {
  readonly finding: Finding;
  readonly title: string;
  /** True for the one safe fix of a finding. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** Rules whose findings no directive should hide: they are about directives, or about reading the file at all. */
const NEVER_SILENCED = new Set([
  'directive-without-reason',
  'directive-unused',
  'config-invalid',
  'file-unreadable',
  'frontmatter-missing',
]);

/** More findings than these in one range are looked at one by one, not from a list. */
const MAX_FINDINGS = 40;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The gravest first; among equals in the order of the catalogue, where the owner comes before what hangs on the owner. */
function weight({ rule, severity }: Finding): number {
  const group = ruleById(rule)?.group;
  return RANK[severity] * RULE_GROUPS.length + (group ? RULE_GROUPS.indexOf(group) : 0);
}

/** How far a finding's place is from the range: first what is exactly there, then what lies tightest around it. */
function nearness({ span }: Finding, range: Span): number {
  return Math.abs(span.start - range.start) + Math.abs(span.end - range.end);
}

/** The fixes of the findings a range touches, nearest and gravest first, then for each a directive that silences it. */
export function codeActions(
  doc: DecisionRightsDocument,
  findings: readonly Finding[],
  range: Span,
): OfferedAction[] {
  const touched = findings
    .filter(({ span }) => span.start <= range.end && span.end >= range.start)
    .sort((a, b) => nearness(a, range) - nearness(b, range) || weight(a) - weight(b))
    .slice(0, MAX_FINDINGS);
  const fixes = touched.flatMap((finding) => {
    const all = finding.fixes();
    return all.map(
      (fix): OfferedAction => ({
        finding,
        title: fix.title,
        preferred: fix.safety === 'safe' && all.length === 1,
        edits: fix.edits,
      }),
    );
  });
  const seen = new Set<string>();
  const silencers = touched.flatMap((finding) => {
    const key = `${finding.rule} ${lineStart(doc.text, finding.span.start)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const silencer = silencing(doc, finding);
    if (!silencer) return [];
    const title = `Make an exception from ${finding.rule} ${silencer.reach}, with a reason`;
    return [{ finding, title, preferred: false, edits: silencer.edits }];
  });
  return [...fixes, ...silencers];
}

/** What all safe fixes together change: as few edits as show it. */
export function fixAllEdits(doc: DecisionRightsDocument, settings: Settings): TextEdit[] {
  const { text } = fixText(doc, settings);
  return text === doc.text ? [] : lineEdits(doc.text, text);
}

/** Where the reason goes. A placeholder, because only a person can give it. */
const REASON = '[reason]';

/** A directive to insert, and how far it reaches. */
interface Silencer {
  readonly edits: readonly TextEdit[];
  readonly reach: string;
}

/**
 * The comment that silences one finding: in frontmatter on its line, in the body before its line; around the
 * whole block where a comment between two lines would break the block. Undefined where no comment can stand.
 */
function silencing(doc: DecisionRightsDocument, finding: Finding): Silencer | undefined {
  if (NEVER_SILENCED.has(finding.rule) || ruleById(finding.rule)?.afterSuppression) return undefined;
  const { start } = finding.span;
  return start < doc.markdown.bodyStart
    ? inFrontmatter(doc, finding.rule, start)
    : inBody(doc, finding.rule, start);
}

function inFrontmatter(doc: DecisionRightsDocument, rule: string, offset: number): Silencer | undefined {
  const { content } = doc.frontmatter;
  if (!content || offset < content.start || offset > content.end) return undefined;
  const end = lineEnd(doc.text, offset);
  const comment = `# decision-rights-disable-line ${rule}: ${REASON}`;
  const edit = { span: at(end), newText: `  ${comment}` };
  // Inside a text of several lines, or behind another comment, it would be no comment of its own.
  const changed = parseFrontmatter(applyEdits(doc.text, [edit]));
  const took = changed.comments.some(({ span }) => span.start === end + 2);
  const harmless = changed.problems.length === doc.frontmatter.problems.length;
  return took && harmless ? { edits: [edit], reach: 'on this line' } : undefined;
}

function inBody(doc: DecisionRightsDocument, rule: string, offset: number): Silencer {
  const eol = doc.lineEnd;
  const line = lineStart(doc.text, offset);
  const block = blockAt(doc, offset);
  if (!block || lineStart(doc.text, block.span.start) === line) {
    const newText = `<!-- decision-rights-disable-next-line ${rule}: ${REASON} -->${eol}`;
    return { edits: [{ span: at(line), newText }], reach: 'on this line' };
  }
  const from = lineStart(doc.text, block.span.start);
  const to = lineEnd(doc.text, block.span.end);
  const edits = [
    { span: at(from), newText: `<!-- decision-rights-disable ${rule}: ${REASON} -->${eol}${eol}` },
    { span: at(to), newText: `${eol}${eol}<!-- decision-rights-enable ${rule} -->` },
  ];
  const known = block.kind === 'table' || block.kind === 'list' || block.kind === 'paragraph';
  return { edits, reach: `in this whole ${known ? block.kind : 'block'}` };
}

function blockAt(doc: DecisionRightsDocument, offset: number): Block | undefined {
  for (const region of doc.outline.regions) {
    if (region.heading && touches(region.heading.span, offset)) return region.heading;
    const block = region.blocks.find((candidate) => touches(candidate.span, offset));
    if (block) return block;
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(text[at - 1] ?? '')) at--;
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !/[\r\n]/.test(text[at] ?? '')) at++;
  return at;
}
