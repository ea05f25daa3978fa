import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { fixText } from '../../server/src/core/fix.ts';
import { RULES } from '../../server/src/core/rules/index.ts';
import { readDirectives } from '../../server/src/core/suppress.ts';
import { settingsOf, VARIANTS } from '../support/check-rule.ts';

const HEAD = '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n';
const open = (text: string, by: 'frontmatter' | 'command-line' = 'frontmatter') =>
  new DecisionRightsDocument('claims.md', text, { type: 'decision-rights', by });
const settings = settingsOf({ text: '' });
const run = (text: string) => check(open(text), settings);
const rulesIn = (text: string, rule: string) => run(text).findings.filter((finding) => finding.rule === rule);

describe('directives', () => {
  for (const { name, dress } of VARIANTS) {
    it(`silence the next line that is not blank (${name})`, () => {
      const text = dress(
        `${HEAD}<!-- decision-rights-disable-next-line doc-placeholder: named in May -->\n\nThe budget is TBD.\nThe amount is TBD.\n`,
      );
      const { findings, exceptions } = run(text);
      assert.equal(findings.filter(({ rule }) => rule === 'doc-placeholder').length, 1);
      assert.deepEqual(
        exceptions.map(({ finding, directive }) => [finding.rule, directive.reason]),
        [['doc-placeholder', 'named in May']],
      );
    });

    it(`silence a stretch, from disable to enable (${name})`, () => {
      const text = dress(
        `${HEAD}TBD one\n\n<!-- decision-rights-disable doc-placeholder: named in May -->\n\nTBD two\n\nTBD three\n\n<!-- decision-rights-enable -->\n\nTBD four\n`,
      );
      assert.deepEqual(
        run(text).exceptions.map(({ finding }) => finding.rule),
        ['doc-placeholder', 'doc-placeholder'],
      );
      assert.equal(rulesIn(text, 'doc-placeholder').length, 2);
    });

    it(`silence a line of frontmatter (${name})`, () => {
      const text = dress(
        '---\ntype: decision-rights\ninitiative: claims-triage\ntechnical_owner: TBD # decision-rights-disable-line doc-placeholder: hired in May\n---\n\n# Claims triage\n',
      );
      assert.equal(rulesIn(text, 'doc-placeholder').length, 0);
      assert.equal(run(text).exceptions.length, 1);
    });
  }

  it('in frontmatter on a line of their own speak for what is missing from the block', () => {
    const text =
      '---\n# decision-rights-disable-line initiative-missing: one document for the whole department\ntype: decision-rights\n---\n\n# Claims triage\n';
    assert.equal(rulesIn(text, 'initiative-missing').length, 0);
    assert.equal(run(text).exceptions[0]?.finding.rule, 'initiative-missing');
  });

  it('may name a group', () => {
    const text = `${HEAD}<!-- decision-rights-disable-next-line document: named in May -->\nThe budget is TBD.\n`;
    assert.equal(rulesIn(text, 'doc-placeholder').length, 0);
    assert.equal(rulesIn(text, 'directive-unused').length, 0);
  });

  it('silence nothing without a reason, and nothing of another rule', () => {
    const without = `${HEAD}<!-- decision-rights-disable-next-line doc-placeholder -->\nThe budget is TBD.\n`;
    assert.equal(rulesIn(without, 'doc-placeholder').length, 1);
    assert.equal(rulesIn(without, 'directive-without-reason').length, 1);
    assert.equal(rulesIn(without, 'directive-unused').length, 0);
    const other = `${HEAD}<!-- decision-rights-disable-next-line owner-shared: no -->\nThe budget is TBD.\n`;
    assert.equal(rulesIn(other, 'doc-placeholder').length, 1);
    assert.equal(rulesIn(other, 'directive-unused').length, 1);
  });

  it('cannot silence the rules about directives', () => {
    const text = `${HEAD}<!-- decision-rights-disable directive-unused: quiet, please -->\n\n<!-- decision-rights-disable-next-line owner-shared: no -->\nText.\n`;
    assert.equal(rulesIn(text, 'directive-unused').length, 2);
  });

  it('are not called unused where their rule does not run', () => {
    const text = `# RACI\n\n<!-- decision-rights-disable-next-line doc-placeholder: named in May -->\nThe budget is TBD.\n`;
    const { findings } = check(open(text, 'command-line'), settings);
    assert.ok(!findings.some(({ rule }) => rule === 'directive-unused'));
  });

  it('in code are quoted, not meant', () => {
    const text = `${HEAD}\`\`\`\n<!-- decision-rights-disable doc-placeholder: x -->\n\`\`\`\n\nThe budget is TBD.\n`;
    assert.deepEqual(readDirectives(open(text)), []);
    assert.equal(rulesIn(text, 'doc-placeholder').length, 1);
  });

  it('that are unused are taken out with their line by the safe fix', () => {
    const line = '<!-- decision-rights-disable-next-line doc-placeholder: named in May -->';
    for (const eol of ['\n', '\r\n']) {
      const text = `${HEAD}${line}\nThe budget is 5.\n`.replaceAll('\n', eol);
      assert.equal(fixText(open(text), settings).text, `${HEAD}The budget is 5.\n`.replaceAll('\n', eol));
    }
    const beside = `---\ntype: decision-rights\ninitiative: x # decision-rights-disable-line doc-placeholder: no\n---\n\n# X\n`;
    assert.equal(
      fixText(open(beside), settings).text,
      '---\ntype: decision-rights\ninitiative: x\n---\n\n# X\n',
    );
  });

  it('know every rule and group', () => {
    for (const { id, group } of RULES)
      for (const name of [id, group]) {
        const [directive] = readDirectives(open(`${HEAD}<!-- decision-rights-disable ${name}: why -->\n`));
        assert.ok(
          directive?.rules.some((rule) => rule.id === id),
          name,
        );
      }
  });
});
