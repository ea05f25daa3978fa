import { defineRule } from '../rule.ts';

export const configInvalid = defineRule({
  id: 'config-invalid',
  group: 'document',
  severity: 'error',
  needs: 'said',
  safeFixes: true,
  summary: 'a configuration or people file that cannot be read as it stands',
  why: 'A setting with a slip in it is a setting that does not hold, and nobody notices until a rule they relied on stays silent. Problems are therefore shown in the file itself, at their place: YAML errors, unknown keys and rule ids, wrong types, paths that leave the workspace. What could be read is used meanwhile.',
  source: 'product',
  // Found by the hosts when they read the file: see `host-findings.ts`. No document can show it.
  examples: { bad: [], good: [] },
  check() {},
});
