import assert from 'node:assert/strict';
import type { Example } from '../../server/src/core/rules/rule.ts';
import { checkText } from '../support/check-rule.ts';

// Which rules look at a document at all, and how much they say.

/** How many findings each rule has. */
function counts(example: Example): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { rule } of checkText(example.text, example).findings) found[rule] = (found[rule] ?? 0) + 1;
  return found;
}

const TWO = '## RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Halt | A | A |\n';

describe('a template', () => {
  it('may lack anything and hold placeholders, but what it says is checked', () => {
    const text = `---\ntype: decision-rights\ntemplate: true\n---\n\n# [Initiative]\n\nOwner: TBD\n\n${TWO}`;
    assert.deepEqual(counts({ text }), { 'raci-shared-accountable': 1, 'raci-no-responsible': 1 });
  });
});

describe('a retired document', () => {
  it('is left alone', () => {
    const text = `---\ntype: decision-rights\nstatus: retired\n---\n\nOwner: TBD\n\n${TWO}`;
    assert.deepEqual(counts({ text }), {});
  });
});

describe('a document given by name only', () => {
  it('is checked for what it says, not for what it lacks', () => {
    const found = counts({ text: `# Claims triage\n\n${TWO}`, named: true });
    assert.deepEqual(Object.keys(found).sort(), [
      'frontmatter-missing',
      'raci-no-responsible',
      'raci-shared-accountable',
    ]);
  });
});

describe('long lists', () => {
  it('of placeholders end at a hundred findings', () => {
    const text = (n: number): string =>
      `---\ntype: decision-rights\n---\n\n# Claims triage\n\n${'- Deputy: TBD\n'.repeat(n)}`;
    assert.equal(counts({ text: text(99) })['doc-placeholder'], 99);
    assert.equal(counts({ text: text(100) })['doc-placeholder'], 100);
    assert.equal(counts({ text: text(250) })['doc-placeholder'], 100);
  });

  it('of people who may hold a position are cut to five', () => {
    const people = `people:\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `  - {id: p${n}, name: Ada Reed${'e'.repeat(n)}, title: Claims Director}\n`).join('')}`;
    const text =
      '---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | Claims Director | Tom Reed |\n| --- | --- | --- |\n| Halt | A | R |\n';
    const [finding] = checkText(text, { text, people }).findings.filter(
      ({ rule }) => rule === 'raci-accountable-unnamed',
    );
    assert.equal(finding?.fixes().length, 5 + 1);
  });
});
