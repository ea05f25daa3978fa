import { defineRule } from '../rule.ts';

export const fileUnreadable = defineRule({
  id: 'file-unreadable',
  group: 'document',
  severity: 'error',
  needs: 'said',
  summary: 'a file that cannot be read, or is not UTF-8',
  why: 'A document nobody can open is a document nobody can check. The file may be missing its permissions, may have vanished while it was read, or may be saved in an older encoding; save it as UTF-8. All other files are checked all the same.',
  source: 'product',
  // Found by the hosts when they read the file: see `host-findings.ts`. No document can show it.
  examples: { bad: [], good: [] },
  check() {},
});
