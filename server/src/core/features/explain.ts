import { factById } from '../rules/facts.ts';
import { ruleById, severityText } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { statement } from '../rules/statements.ts';

/** A rule as a short page in Markdown; undefined for an id that is none. */
export function explainRule(id: string): string | undefined {
  const rule = ruleById(id);
  if (!rule) return undefined;
  return [`## ${rule.id}`, `${rule.summary} (${severityText(rule)})`, rule.why, ...groundsOf(rule)].join(
    '\n\n',
  );
}

/** What a rule rests on: statements of the source, then what laws and standards say that is related, and how sure that is. */
export function groundsOf(rule: Rule): string[] {
  const out: string[] = [];
  if (rule.source !== 'product' && rule.source.length > 0) {
    const shown = rule.source
      .slice(0, SHOWN_STATEMENTS)
      .map((n) => `- ${statement(n)?.says ?? ''} *(statement ${n})*`);
    const more = rule.source.length - shown.length;
    out.push(`Rests on our source:\n\n${shown.join('\n')}${more > 0 ? `\n- and ${more} more` : ''}`);
  }
  const facts = (rule.facts ?? []).flatMap((id) => factById(id) ?? []);
  if (facts.length > 0) {
    const lines = facts.map((fact) => {
      const seen = fact.asOf === undefined ? '' : `, as of ${fact.asOf}`;
      return `- ${fact.citation}: ${fact.says} *(${SURE[fact.sure]}${seen})*`;
    });
    out.push(`Related, though this rule is good practice and not the law itself:\n\n${lines.join('\n')}`);
  }
  return out;
}

/** Statements a hover shows; a rule's page lists them all. */
const SHOWN_STATEMENTS = 3;

const SURE = {
  'text seen': 'we read the text',
  'quoted copies': 'we read quoted copies',
  'second-hand': 'reported, we have not read it',
} as const;
