import type { YamlProblem } from '../../yaml/node.ts';
import type { Finding } from '../rule.ts';
import { configInvalid } from './config-invalid.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { fixesOf } from './frontmatter-invalid.ts';

/** The findings of a configuration or people file. Unknown keys are errors there, too: a setting with a slip does not hold. */
export function configFindings(problems: readonly YamlProblem[]): Finding[] {
  return problems.map((problem) => ({
    rule: configInvalid.id,
    severity: configInvalid.severity,
    message: problem.message,
    span: problem.span,
    related: [],
    fixes: () => fixesOf(problem, problems),
  }));
}

/** The one finding of a file that cannot be read. `reason` is the system's own word for it. */
export function unreadableFinding(reason: string): Finding {
  const why = reason.replace(/[.!]+$/, '');
  return {
    rule: fileUnreadable.id,
    severity: fileUnreadable.severity,
    message: `This file cannot be read${why === '' ? '' : `: ${why}`}. Check its permissions, and save it as UTF-8.`,
    span: { start: 0, end: 0 },
    related: [],
    fixes: () => [],
  };
}
