import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { FRONTMATTER_SCHEMA } from '../../server/src/core/frontmatter/keys.ts';
import { textsWith, tokenize } from '../support/tokenize.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The parts of VS Code's Markdown and YAML grammars that ours build on; its own are read in `test/vscode`. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      begin: '\\A(?=-{3})',
      end: '^-{3}$',
      applyEndPatternLast: 1,
      patterns: [
        {
          begin: '\\A-{3}$',
          while: '^(?!-{3}$)',
          contentName: 'meta.embedded.block.frontmatter',
          patterns: [{ include: 'source.yaml' }],
        },
      ],
    },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
  ],
};
const YAML = {
  scopeName: 'source.yaml',
  patterns: [
    { begin: '#', end: '$', name: 'comment.line.number-sign.yaml' },
    { match: '^(\\s*)([\\w-]+)(:)', captures: { 2: { name: 'entity.name.tag.yaml' } } },
  ],
};

const read = (text: string) => tokenize(text, root, { 'text.html.markdown': MARKDOWN, 'source.yaml': YAML });

const KEY = 'variable.other.key.decision-rights';
const DIRECTIVE = 'keyword.control.directive.decision-rights';
const RULE = 'variable.parameter.rule.decision-rights';
const REASON = 'string.unquoted.reason.decision-rights';

describe('the grammar', () => {
  it('knows every frontmatter key', async () => {
    const keys = Object.keys(FRONTMATTER_SCHEMA.keys).filter((key) => key !== 'type');
    const yaml = keys.map((key) => `${key}: x`).join('\n');
    const tokens = await read(`---\ntype: decision-rights\n${yaml}\n---\n`);
    assert.deepEqual(textsWith(tokens, KEY), ['type', ...keys]);
  });

  it('marks our keys only after the line that makes the file ours', async () => {
    const tokens = await read(
      '---\nowner: A\ntype: "ai-system-register" # ours\nowner: B\nx-y: 1\n  title: no\n---\nowner: C\n',
    );
    assert.deepEqual(textsWith(tokens, KEY), ['type', 'owner']);
    assert.deepEqual(textsWith(tokens, 'entity.name.tag.yaml'), ['owner', 'x-y', 'title']);
  });

  for (const type of ['essay', 'decision-rights-template', '']) {
    it(`leaves frontmatter of type "${type}" alone`, async () => {
      assert.deepEqual(textsWith(await read(`---\ntype: ${type}\nowner: A\n---\n`), KEY), []);
    });
  }

  for (const form of ['disable-next-line', 'disable', 'enable']) {
    it(`marks ${form} with rule and reason`, async () => {
      const tokens = await read(`a <!-- decision-rights-${form} raci-missing: until June --> b`);
      assert.deepEqual(textsWith(tokens, DIRECTIVE), [`decision-rights-${form}`]);
      assert.deepEqual(textsWith(tokens, RULE), ['raci-missing']);
      assert.deepEqual(textsWith(tokens, REASON), ['until June']);
    });
  }

  it('marks disable-line in a YAML comment', async () => {
    const tokens = await read(
      '---\ntype: decision-rights\nowner: A # decision-rights-disable-line owner-unnamed: known\n---\n',
    );
    assert.deepEqual(textsWith(tokens, DIRECTIVE), ['decision-rights-disable-line']);
    assert.deepEqual(textsWith(tokens, REASON), ['known']);
  });

  it('marks no directive outside a comment', async () => {
    assert.deepEqual(textsWith(await read('decision-rights-disable raci-missing: no'), DIRECTIVE), []);
  });
});
