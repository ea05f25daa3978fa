import type { RULE_GROUPS, Rule } from '../../server/src/core/rules/rule.ts';
import { checkText, unmark } from './check-rule.ts';

/** What rules say about their bad examples, word for word, as it was read and found good. */
export type Reports = Readonly<Record<string, readonly string[]>>;

/** Where the reports of a group of rules are kept, from the root. */
export function reportsPath(group: (typeof RULE_GROUPS)[number]): string {
  return `test/rules/fixtures/said/${group}.json`;
}

/** The key of a rule's nth bad example, from 0. */
export function reportKey(rule: Rule, n: number): string {
  return `${rule.id}, bad ${n + 1}`;
}

/** Each finding of the rule on its nth bad example: severity, place, words, related places, fixes with their edits. */
export function reportsOn(rule: Rule, n: number): string[] {
  const example = rule.examples.bad[n];
  if (!example) return [];
  const { text } = unmark(example.text);
  const quoted = (start: number, end: number): string => `${start} ${JSON.stringify(text.slice(start, end))}`;
  return checkText(text, example)
    .findings.filter((finding) => finding.rule === rule.id)
    .flatMap(({ severity, span, message, related, fixes }) => [
      `${severity} at ${quoted(span.start, span.end)}: ${message}`,
      ...related.map((other) =>
        other.path === undefined
          ? `see ${quoted(other.span.start, other.span.end)}: ${other.message}`
          : `see ${other.path} ${other.span.start}: ${other.message}`,
      ),
      ...fixes().flatMap(({ title, safety, edits }) => [
        `${safety} fix: ${title}`,
        ...edits.map(
          (edit) => `  ${quoted(edit.span.start, edit.span.end)} → ${JSON.stringify(edit.newText)}`,
        ),
      ]),
    ]);
}

/** The reports of rules, as they are kept: one JSON text. */
export function reportsOf(rules: readonly Rule[]): string {
  const reports = rules.flatMap((rule) =>
    rule.examples.bad.map((_, n) => [reportKey(rule, n), reportsOn(rule, n)] as const),
  );
  return `${JSON.stringify(Object.fromEntries(reports), null, 2)}\n`;
}
