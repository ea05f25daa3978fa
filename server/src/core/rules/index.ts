import { agenticRules } from './agentic/index.ts';
import { documentRules } from './document/index.ts';
import { escalationRules } from './escalation/index.ts';
import { euRules } from './eu/index.ts';
import { gateRules } from './gate/index.ts';
import { metricRules } from './metric/index.ts';
import { operatingModelRules } from './operating-model/index.ts';
import { ownerRules } from './owner/index.ts';
import { raciRules } from './raci/index.ts';
import { registerRules } from './register/index.ts';
import { RULE_GROUPS, type Rule } from './rule.ts';
import { stopAuthorityRules } from './stop-authority/index.ts';
import { useCaseRules } from './use-case/index.ts';

/** The catalogue: every rule, in the order in which it is listed everywhere. */
export const RULES: readonly Rule[] = [
  ...documentRules,
  ...ownerRules,
  ...metricRules,
  ...raciRules,
  ...stopAuthorityRules,
  ...escalationRules,
  ...gateRules,
  ...operatingModelRules,
  ...useCaseRules,
  ...agenticRules,
  ...euRules,
  ...registerRules,
];

/** What a configuration may name. */
export const KNOWN_RULES = { rules: RULES.map((rule) => rule.id), groups: [...RULE_GROUPS] };

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

/** The rule's severity in the catalogue's words. */
export function severityText(rule: Rule): string {
  return rule.severityNote ?? rule.severity;
}
