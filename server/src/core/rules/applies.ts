import { severityFor } from '../config/rule-settings.ts';
import type { NamedRule } from '../document/directive.ts';
import type { Reading } from '../document/reading.ts';

/** Whether a rule looks at this document at all: by its type, what it needs, the document's status and the configuration. */
export function applies(rule: NamedRule, reading: Reading): boolean {
  const { doc } = reading;
  if (!(rule.documents ?? ['decision-rights']).includes(doc.type)) return false;
  if (rule.needs === 'whole' && doc.namedOnly) return false;
  const template = reading.frontmatter.bool('template') === true;
  if (template && (rule.needs === 'whole' || rule.id === 'doc-placeholder')) return false;
  const retired = reading.frontmatter.text('status') === 'retired';
  if (retired && rule.group !== 'register') return false;
  return severityFor(reading.config.rules, rule.id, rule.group) !== 'off';
}
