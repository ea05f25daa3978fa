import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { actingSentences } from '../../server/src/core/document/autonomy.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

function acts(sentence: string): boolean {
  const text = `---\ntype: decision-rights\n---\n\n# Refunds\n\n${sentence}\n`;
  const doc = new DecisionRightsDocument('claims.md', text, { type: 'decision-rights', by: 'frontmatter' });
  const settings = { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined };
  return actingSentences(new Reading(doc, settings)).length > 0;
}

describe('a system that acts', () => {
  for (const sentence of [
    'The system approves refunds below 50 euros without a human in the loop.',
    'The system approves refunds with no human involvement.',
    'The system approves refunds; no human reviews them.',
    'The assistant automatically reroutes tickets and issues credits without human review.',
    'The system routes cases to a handler without human review.',
    'The agent approves no more than 50 euros.',
  ])
    it(`is told by ${JSON.stringify(sentence)}`, () => assert.equal(acts(sentence), true));

  for (const sentence of [
    'The model sends nothing to customers.',
    'The system routes nothing without a click.',
    'The agent sends customers nothing.',
    'The system issues no refunds.',
    'The agent sends only what a handler has released.',
    'The agent never sends replies without human review.',
    'The agent approves refunds after human review.',
    'Without human review the agent approves nothing.',
    'The agent sends drafts to a human.',
  ])
    it(`is not told by ${JSON.stringify(sentence)}`, () => assert.equal(acts(sentence), false));
});
