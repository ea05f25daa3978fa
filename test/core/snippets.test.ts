import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editorFiles, snippets } from '../../scripts/generate-editor-files.ts';
import { SECTION_HELP } from '../../server/src/core/features/section-help.ts';
import { parseFrontmatter } from '../../server/src/core/frontmatter/parse.ts';

/** A snippet's text once every tab stop is passed: defaults, and the first of several choices. */
function expand(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*?)\|\}/g, (_, choices: string) => choices.split(',')[0] ?? '')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replaceAll('YYYY-MM-DD', '2026-03-02')
    .replace(/\\([\\$}])/g, '$1');
}

describe('snippets', () => {
  const all = Object.entries(snippets());

  for (const [path, text] of editorFiles()) {
    it(`${path} is what the code says (npm run generate)`, () => {
      assert.equal(readFileSync(path, 'utf8'), text);
    });
  }

  it('all begin dr-, each prefix once', () => {
    const prefixes = all.map(([, { prefix }]) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix) => !/^dr-[a-z-]+$/.test(prefix)),
      [],
    );
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('are one for each section, and one for the whole document', () => {
    assert.equal(all.filter(([name]) => name.includes(': section ')).length, SECTION_HELP.length);
    assert.equal(all.filter(([, { prefix }]) => prefix === 'dr-document').length, 1);
  });

  for (const [name, { body }] of all) {
    it(`${name}: tab stops are numbered from 1 without gaps`, () => {
      const numbers = new Set(
        [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, number]) => Number(number)),
      );
      numbers.delete(0);
      assert.deepEqual(
        [...numbers].sort((a, b) => a - b),
        Array.from({ length: numbers.size }, (_, i) => i + 1),
      );
    });

    if (!name.includes('section')) {
      it(`${name}: its frontmatter is valid`, () => {
        const text = expand(body);
        const document = text.startsWith('---') ? text : `---\ntype: decision-rights\n${text}\n---\n`;
        assert.deepEqual(
          parseFrontmatter(document).problems.map(({ message }) => message),
          [],
        );
      });
    }
  }
});
