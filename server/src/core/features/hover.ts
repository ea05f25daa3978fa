import { type Assignment, type DecisionRow, decisionsOf, type RaciTable } from '../document/decisions.ts';
import type { Reading } from '../document/reading.ts';
import { FRONTMATTER_SCHEMA } from '../frontmatter/keys.ts';
import { ruleById, severityText } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { freeze, hull, type Span, touches } from '../text/span.ts';
import { groundsOf } from './explain.ts';
import { LETTERS, type Letter } from './letters.ts';
import { escapeMarkdown, inlineCode } from './markdown.ts';
import { sectionHelp } from './section-help.ts';
import { yamlHoverAt } from './yaml-hover.ts';

/** What is shown about a place. */
export interface Hover {
  readonly span: Span;
  /** Ours, with every word of the document escaped. */
  readonly markdown: string;
}

/** Findings shown in one hover; more would hide each other. */
const MAX_FINDINGS = 4;

/** What there is to say about a place: its findings, then the key, heading or letter that stands there. */
export function hoverAt(reading: Reading, findings: readonly Finding[], offset: number): Hover | undefined {
  const here = findings.filter(({ span }) => touches(span, offset));
  const parts = here.slice(0, MAX_FINDINGS).map(aboutFinding);
  if (here.length > MAX_FINDINGS) parts.push(`…and ${here.length - MAX_FINDINGS} more findings here.`);
  const thing =
    offset < reading.doc.markdown.bodyStart
      ? yamlHoverAt(reading.frontmatter.root, FRONTMATTER_SCHEMA, offset)
      : (letterHover(reading, offset) ?? headingHover(reading, offset));
  if (thing) parts.push(thing.markdown);
  const spans = [...here.map(({ span }) => span), ...(thing ? [thing.span] : [])];
  const [first, ...rest] = spans;
  return first && { span: freeze(thing?.span ?? hull(first, ...rest)), markdown: parts.join('\n\n---\n\n') };
}

function aboutFinding(finding: Finding): string {
  const rule = ruleById(finding.rule);
  const head = `**${escapeMarkdown(finding.message)}**`;
  if (!rule) return head;
  return [head, rule.why, ...groundsOf(rule), `Rule ${inlineCode(rule.id)}, ${severityText(rule)}.`].join(
    '\n\n',
  );
}

function headingHover({ outline }: Reading, offset: number): Hover | undefined {
  const region = outline.regions.find(({ heading }) => heading && touches(heading.span, offset));
  const help = region?.own && region.kind ? sectionHelp(region.kind) : undefined;
  if (!region?.heading || !help) return undefined;
  return { span: region.heading.span, markdown: `**${help.heading}**\n\n${help.what}\n\n${help.why}` };
}

function letterHover(reading: Reading, offset: number): Hover | undefined {
  const decisions = decisionsOf(reading);
  for (const table of decisions.tables) {
    if (!touches(table.block.span, offset)) continue;
    return inRows(table.rows, offset) ?? inHeader(table, offset);
  }
  return inRows(
    decisions.rows.filter((row) => row.source !== 'frontmatter' && !row.table),
    offset,
  );
}

function inRows(rows: readonly DecisionRow[], offset: number): Hover | undefined {
  for (const row of rows) {
    if (!touches(row.span, offset)) continue;
    for (const role of ['accountable', 'responsible', 'consulted', 'informed'] as const) {
      const assignment = row[role].find(({ span }) => touches(span, offset));
      const letter = LETTERS[row.model].find((candidate) => candidate.role === role);
      if (assignment && letter)
        return { span: assignment.span, markdown: aboutAssignment(row, assignment, letter) };
    }
    if (touches(row.labelSpan, offset)) return { span: row.labelSpan, markdown: aboutRow(row) };
  }
  return undefined;
}

function aboutAssignment(row: DecisionRow, { mention, condition }: Assignment, letter: Letter): string {
  const who = escapeMarkdown(mention.party.text);
  const when = condition === undefined ? '' : ` (only: ${escapeMarkdown(condition)})`;
  return `**${letter.word}**: ${who}${when}, for *${escapeMarkdown(row.label)}*\n\nThat is, ${who} ${letter.meaning}.`;
}

function aboutRow(row: DecisionRow): string {
  const lines = LETTERS[row.model].flatMap(({ role, word }) => {
    if (role === 'support' || role === 'other') return [];
    const names = row[role].map(({ mention }) => escapeMarkdown(mention.party.text));
    return names.length > 0 ? [`- ${word}: ${names.join(', ')}`] : [];
  });
  const category = row.category === undefined ? '' : ` · ${inlineCode(row.category)}`;
  return [`**${escapeMarkdown(row.label)}**${category}`, lines.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function inHeader(table: RaciTable, offset: number): Hover | undefined {
  if (!touches(table.block.header.span, offset)) return undefined;
  const index = table.block.header.cells.findIndex(({ span }) => touches(span, offset));
  const column = table.columns.find((candidate) => candidate.index === index);
  const cell = table.block.header.cells[index];
  if (!column || !cell) return undefined;
  const letters = LETTERS[table.model];
  const legend = letters.map(({ letter, word, meaning }) => `- **${letter}** ${word}: ${meaning}`).join('\n');
  if (column.kind === 'role') {
    const letter = letters.find(({ role }) => role === column.role);
    if (letter) return { span: cell.span, markdown: `**${letter.word}**: ${letter.meaning}.` };
    return undefined;
  }
  if (column.kind === 'party') {
    const name = escapeMarkdown(column.mention?.party.text ?? cell.prose.text);
    return { span: cell.span, markdown: `**${name}**\n\nThe letters in this table:\n\n${legend}` };
  }
  return { span: cell.span, markdown: `The letters in this table:\n\n${legend}` };
}
