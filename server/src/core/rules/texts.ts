import type { Rule } from './rule.ts';

/** Words of a rule that shipped bundles keep outside the code (see `scripts/lean-rules.mjs`). */
export interface RuleText {
  readonly why: string;
  /** The whole page, examples included. */
  readonly page: string;
}

let load: (() => Readonly<Record<string, RuleText>>) | undefined;
let texts: Readonly<Record<string, RuleText>> | undefined;

/** Says how a host's bundle gets at the texts. Read when first asked for; never called where rules hold their own. */
export function provideRuleTexts(read: () => Readonly<Record<string, RuleText>>): void {
  load = read;
}

/** The words of a rule, for bundles without them. */
export function ruleText(id: string): string {
  texts ??= load?.() ?? {};
  return texts[id]?.why ?? '';
}

/** The page of a rule from the texts beside the bundle; undefined where rules hold their own examples. */
export function shippedPage(id: string): string | undefined {
  if (!load) return undefined;
  texts ??= load();
  return texts[id]?.page;
}

export const NO_EXAMPLES: Rule['examples'] = { bad: [], good: [] };
