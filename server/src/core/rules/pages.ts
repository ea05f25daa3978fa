import { unmarked } from './examples.ts';
import { factById } from './facts.ts';
import { severityText } from './index.ts';
import type { Example, Rule } from './rule.ts';
import { statement } from './statements.ts';

/** Folder of the generated rule pages in the repository. */
export const RULE_PAGES = 'docs/rules';

/** A rule's page in Markdown: what `explain` prints and `docs/rules/<id>.md` holds. */
export function rulePage(rule: Rule): string {
  const lines = [
    `# ${rule.id}`,
    '',
    `${summaryOf(rule)}.`,
    '',
    `- **Group:** ${rule.group}`,
    `- **Severity:** ${severityText(rule)}`,
    '',
    rule.why,
    '',
    '## Where it comes from',
    '',
    ...sourceLines(rule),
    '',
  ];
  const facts = (rule.facts ?? []).flatMap((id) => factById(id) ?? []);
  if (facts.length > 0) {
    lines.push('## What laws and standards say', '');
    for (const fact of facts) {
      const asOf = fact.asOf ? `, as of ${fact.asOf}` : '';
      lines.push(`- **${fact.citation}** (${fact.sure}${asOf}): ${fact.says}`);
    }
    lines.push('');
  }
  lines.push(
    ...exampleLines('Reported', rule.examples.bad),
    ...exampleLines('Not reported', rule.examples.good),
  );
  lines.push(
    '## Silencing it',
    '',
    'When an exception is right, say why where it stands:',
    '',
    '```markdown',
    `<!-- decision-rights-disable-next-line ${rule.id}: the reason -->`,
    '```',
    '',
  );
  return lines.join('\n');
}

/** The statements of the source article a rule rests on, as a list with our paraphrase. */
export function sourceLines(rule: Rule): string[] {
  if (rule.source === 'product') return ['What this tool itself needs to read a document.'];
  return rule.source.map((n) => `- Statement ${n} of the source article: ${statement(n)?.says ?? ''}`);
}

/** Columns of `ruleLine`. */
export const RULE_LIST_HEADER = 'rule                                group            severity';

/** One line a rule: id, group, severity. */
export function ruleLine(rule: Rule): string {
  return `${rule.id.padEnd(35)} ${rule.group.padEnd(16)} ${severityText(rule)}`;
}

function exampleLines(title: string, examples: readonly Example[]): string[] {
  if (examples.length === 0) return [];
  const lines = [`## ${title}`, ''];
  for (const example of examples) {
    if (example.note) lines.push(`${capital(example.note.replace(/\.?$/, ''))}:`, '');
    lines.push('````markdown', unmarked(example.text).trimEnd(), '````', '');
    if (example.config)
      lines.push('With the configuration', '', '```yaml', example.config.trimEnd(), '```', '');
    if (example.people)
      lines.push('With the people register', '', '```yaml', example.people.trimEnd(), '```', '');
  }
  return lines;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a rule flags, as tables and lists show it: a capital first, no full stop. */
export function summaryOf({ summary }: Rule): string {
  return capital(summary.replace(/\.$/, ''));
}
