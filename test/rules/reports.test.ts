import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES } from '../../server/src/core/rules/index.ts';
import { RULE_GROUPS } from '../../server/src/core/rules/rule.ts';
import { type Reports, reportKey, reportsOn, reportsPath } from '../support/reports.ts';

// What a rule says about its bad examples, and what its fixes write, to the letter. After a wanted change:
// `npm run generate`, and read the difference.
for (const group of RULE_GROUPS) {
  const kept = JSON.parse(
    readFileSync(new URL(`../../${reportsPath(group)}`, import.meta.url), 'utf8'),
  ) as Reports;
  for (const rule of RULES.filter((candidate) => candidate.group === group)) {
    describe(`rule ${rule.id}`, () => {
      for (const n of rule.examples.bad.keys())
        it(`says and writes what it did before: bad ${n + 1} (as written)`, () =>
          assert.deepEqual(reportsOn(rule, n), kept[reportKey(rule, n)]));
    });
  }
}
