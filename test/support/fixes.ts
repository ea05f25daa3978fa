import type { Example } from '../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { checkFixes, checkText, unmark } from './check-rule.ts';

/** What each fix of a rule's findings would do to a text: its title, and the lines it writes in place of others. */
export function fixesOf(rule: string, example: Example): Record<string, string[]> {
  checkFixes(rule, example, (text) => text);
  const { text } = unmark(example.text);
  const before = text.split('\n');
  const fixes = checkText(text, example)
    .findings.filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes());
  return Object.fromEntries(
    fixes.map(({ title, edits }) => {
      const left = [...before];
      const written = applyEdits(text, edits)
        .split('\n')
        .filter((line) => {
          const same = left.indexOf(line);
          if (same >= 0) left.splice(same, 1);
          return same < 0;
        });
      return [title, written];
    }),
  );
}
