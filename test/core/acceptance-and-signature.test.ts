import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { businessCaseOf } from '../../server/src/core/document/business-case.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { ownerOf } from '../../server/src/core/document/owner.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

function read(body: string): Reading {
  const text = `---\ntype: decision-rights\n---\n\n# Claims triage\n\n${body}\n`;
  const doc = new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'frontmatter' });
  return new Reading(doc, { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined });
}

describe('who signed the business case', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Signed by Maria Vasquez on 2026-10-20.', 'Maria Vasquez'],
    ['It was signed by Maria Vasquez, VP Claims, on 20 October 2026.', 'Maria Vasquez, VP Claims'],
    ['Signed by Maria Vasquez, 2026-10-20.', 'Maria Vasquez'],
    ['Maria Vasquez has signed it.', 'Maria Vasquez'],
    ['Maria Vasquez signed on 2026-10-20.', 'Maria Vasquez'],
    ['Maria Vasquez has not signed it.', undefined],
    ['Not signed yet.', undefined],
    ['To be signed on 2026-10-20.', undefined],
  ];
  for (const [sentence, name] of cases)
    it(`${sentence} ${name ?? 'nobody'}`, () => {
      const { signedBy } =
        businessCaseOf(read(`## Business case\n\nSaves EUR 200,000 a year. ${sentence}`)) ?? {};
      assert.equal(signedBy?.mentions[0]?.party.text, name);
    });
});

describe('whether the owner accepted', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['She formally accepted this on 2026-03-02.', true],
    ['She confirmed her acceptance in writing on 2026-03-02.', true],
    ['She took on this accountability on 2026-03-02.', true],
    ['Accepted: 2026-03-02 (by e-mail).', true],
    ['Her acceptance is due on 2026-03-02.', false],
  ];
  for (const [sentence, accepted] of cases)
    it(`${sentence} ${accepted ? 'yes' : 'no'}`, () => {
      const owner = ownerOf(read(`## Owner\n\nMaria Vasquez, VP Claims, owns the outcome. ${sentence}`));
      assert.equal(owner?.accepted !== undefined, accepted);
    });

  it('is also said in the lines below a title that name the owner', () => {
    const owner = ownerOf(read('**Owner:** Maria Vasquez, VP Claims\n**Accepted on:** 2026-03-02'));
    assert.equal(owner?.accepted?.value, '2026-03-02');
  });

  it('is not said where somebody else’s acceptance stands', () => {
    const owner = ownerOf(
      read('## Owner\n\n**Owner:** Maria Vasquez\n\n## Security\n\n**Accepted on:** 2026-03-02'),
    );
    assert.equal(owner?.accepted, undefined);
  });
});
