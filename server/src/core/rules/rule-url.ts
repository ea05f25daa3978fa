/**
 * Where the page of each rule is published, as far as the tools know: editors make it the link of a finding's
 * code. A reserved name until the documentation has a home; the one place to change.
 */
export const RULE_PAGE_BASE = 'https://example.invalid/decision-rights/rules/';

/** The address of a rule's page. */
export function ruleUrl(id: string): string {
  return `${RULE_PAGE_BASE}${id}`;
}
