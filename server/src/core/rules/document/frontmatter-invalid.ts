import type { YamlProblem } from '../../yaml/node.ts';
import { defineRule, type Fix } from '../rule.ts';

export const frontmatterInvalid = defineRule({
  id: 'frontmatter-invalid',
  group: 'document',
  severity: 'error',
  needs: 'said',
  safeFixes: true,
  documents: ['decision-rights', 'ai-system-register'],
  summary:
    'frontmatter that cannot be read: a YAML error, an unknown value, a wrong type, an impossible date',
  why: 'What cannot be read cannot be relied on: a slip in one line may hide the owner or the date of the gate from everybody who counts on it. Rules that would read the broken value stay silent until it is mended, so this finding comes first. Values that are plainly still to be filled in are reported as placeholders instead.',
  source: 'product',
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nautonomy: ⟦advisry⟧\n---\n\n# Claims triage\n',
        note: 'a slip of one letter',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ndates:\n  created_on: ⟦2026-02-30⟧\n---\n\n# Claims triage\n',
        note: 'a day that does not exist',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\ninitiative: claims-triage\ntemplate: true\n\n# Claims triage\n',
        note: 'a block that is never closed',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nautonomy: advisory\n⟦autonomy⟧: agentic\n---\n\n# Claims triage\n',
        note: 'a key that stands there twice',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nstatus: production\nowner: [Dana Whitfield, Omar Haddad]\n---\n\n# Claims triage\n',
        note: 'two owners are well written and wrong: another rule says so',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ngate:\n  decision: deferred\n---\n\n# Claims triage\n',
        note: 'a gate decision other than pass and no-pass has a rule of its own',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ngate:\n  decide_by: TBD\n---\n\n# Claims triage\n',
        note: 'a placeholder is reported as one',
      },
    ],
  },
  check(reading, report) {
    for (const problem of reading.frontmatter.problems) {
      if (problem.code === 'unknown-key' || problem.placeholder) continue;
      report({
        span: problem.span,
        message: problem.message,
        fixes: () => fixesOf(problem, reading.frontmatter.problems),
      });
    }
  },
});

/**
 * The nearest known word, and the edit that closes a block. Unattended only where nobody could mean anything
 * else: two keys that both look like one are a question for a person.
 */
export function fixesOf(problem: YamlProblem, all: readonly YamlProblem[]): Fix[] {
  const { nearest, fix } = problem;
  const fixes: Fix[] = [];
  if (fix) fixes.push({ title: 'Close the block with ---', safety: 'safe', edits: [fix] });
  if (nearest)
    fixes.push({
      title: `Write ${nearest.text}`,
      safety: nearest.unique && nearest.distance === 1 && !isRival(problem, all) ? 'safe' : 'manual',
      edits: [{ span: nearest.span, newText: nearest.text }],
    });
  return fixes;
}

/** Whether another key of the same map would become the same known key. */
function isRival(problem: YamlProblem, all: readonly YamlProblem[]): boolean {
  const map = problem.path.slice(0, -1).join('\n');
  return all.some(
    (other) =>
      other !== problem &&
      problem.code === 'unknown-key' &&
      other.code === 'unknown-key' &&
      other.nearest?.text === problem.nearest?.text &&
      other.path.slice(0, -1).join('\n') === map,
  );
}
