import { ruleById } from '../core/rules/index.ts';
import { RULE_GROUPS, type Severity } from '../core/rules/rule.ts';
import { UsageError } from './options.ts';

/** `--max-warnings N`; without it any number is fine. */
export function maxWarnings(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new UsageError(`--max-warnings takes a number, not "${value}".`);
  return Number(value);
}

/** `--rule ID=SEVERITY`, by rule or group. */
export function ruleOverrides(values: readonly string[]): Map<string, Severity | 'off'> {
  const out = new Map<string, Severity | 'off'>();
  for (const value of values) {
    const [id = '', severity = ''] = value.split('=');
    const known = ruleById(id) !== undefined || RULE_GROUPS.some((group) => group === id);
    if (!known)
      throw new UsageError(
        `--rule: there is no rule or group "${id}". "decision-rights explain --list" shows them all.`,
      );
    if (severity !== 'off' && severity !== 'info' && severity !== 'warning' && severity !== 'error')
      throw new UsageError(`--rule ${id} takes off, info, warning or error, not "${severity}".`);
    out.set(id, severity);
  }
  return out;
}
