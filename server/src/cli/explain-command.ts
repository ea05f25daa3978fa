import { RULES, ruleById } from '../core/rules/index.ts';
import { RULE_LIST_HEADER, ruleLine, rulePage } from '../core/rules/pages.ts';
import { shippedPage } from '../core/rules/texts.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Host } from './host.ts';
import { parseOptions, UsageError } from './options.ts';

/** `explain RULE-ID` prints a rule's page; `--list` one line a rule. */
export function explainCommand(args: readonly string[], host: Host): number {
  const options = parseOptions(args, { list: { type: 'boolean' } });
  if (options.flag('list')) {
    host.out.write(`${[RULE_LIST_HEADER, ...RULES.map(ruleLine)].join('\n')}\n`);
    return 0;
  }
  const [id] = options.positionals;
  if (id === undefined || options.positionals.length > 1)
    throw new UsageError('explain takes one rule id, or --list.');
  const rule = ruleById(id);
  if (!rule) {
    const near = nearest(
      id,
      RULES.map((candidate) => candidate.id),
    );
    throw new UsageError(`There is no rule "${id}".${near ? ` Did you mean ${near.text}?` : ''}`);
  }
  host.out.write(shippedPage(rule.id) ?? rulePage(rule));
  return 0;
}
