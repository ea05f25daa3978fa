import assert from 'node:assert/strict';
import { staleFiles, uncovered } from '../../scripts/generate.ts';
import { factById } from '../../server/src/core/rules/facts.ts';
import { RULES } from '../../server/src/core/rules/index.ts';
import { statement } from '../../server/src/core/rules/statements.ts';

describe('what is derived from the rules', () => {
  it('is up to date on disk (npm run generate)', () => assert.deepEqual(staleFiles(), []));

  it('covers every normative statement of the source', () => assert.deepEqual(uncovered(), []));

  it('rests on statements and facts that exist', () => {
    for (const rule of RULES) {
      if (rule.source !== 'product')
        for (const n of rule.source) assert.ok(statement(n), `${rule.id}: statement ${n}`);
      for (const id of rule.facts ?? []) assert.ok(factById(id), `${rule.id}: fact ${id}`);
    }
  });

  it('gives every rule an id of its own, words, and examples', () => {
    const ids = new Set<string>();
    // What only the host can find has no document to show it in.
    const hostOnly = new Set(['config-invalid', 'file-unreadable', 'portfolio-customer-facing-heavy']);
    for (const { id, summary, why, examples } of RULES) {
      assert.ok(!ids.has(id), id);
      ids.add(id);
      assert.ok(summary.length > 10, `${id}: summary`);
      assert.ok(why.length > 80 && /[.]$/.test(why), `${id}: why`);
      if (hostOnly.has(id)) continue;
      assert.ok(examples.bad.length >= 1 && examples.good.length >= 2, `${id}: examples`);
    }
  });
});
