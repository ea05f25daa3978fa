import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideRuleTexts, type RuleText } from '../core/rules/texts.ts';

// Injected into the bundles for Node: the rules' words stand in a file beside them.
provideRuleTexts(
  () => JSON.parse(readFileSync(join(__dirname, 'rule-texts.json'), 'utf8')) as Record<string, RuleText>,
);
