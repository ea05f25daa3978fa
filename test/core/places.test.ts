import assert from 'node:assert/strict';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { frontmatterPlace, sectionPlace } from '../../server/src/core/rules/places.ts';
import { settingsOf } from '../support/check-rule.ts';

const documentOf = (text: string): DecisionRightsDocument =>
  new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'name' });

describe('the place of something that frontmatter lacks', () => {
  const placeIn = (text: string): [number, string] => {
    const { start, end } = frontmatterPlace(documentOf(text));
    return [start, text.slice(start, end)];
  };

  it('is the first line of the block, without blanks behind it', () => {
    assert.deepEqual(placeIn('---\ntype: decision-rights\n---\n'), [0, '---']);
    assert.deepEqual(placeIn('---  \r\ntype: decision-rights\r\n---\r\n'), [0, '---']);
    assert.deepEqual(placeIn('\uFEFF---\ntype: decision-rights\n---\n'), [1, '---']);
  });

  it('is the first line of a document without a block', () => {
    assert.deepEqual(placeIn('# Claims triage \t\n\nText\n'), [0, '# Claims triage']);
    assert.deepEqual(placeIn('\uFEFF# Claims triage\n'), [1, '# Claims triage']);
    assert.deepEqual(placeIn('Claims'), [0, 'Claims']);
    assert.deepEqual(placeIn(''), [0, '']);
    assert.deepEqual(placeIn('  \nClaims'), [0, '']);
  });
});

describe('the place of something that a section lacks', () => {
  const placeIn = (text: string): string => {
    const reading = new Reading(documentOf(text), settingsOf({ text }));
    const { start, end } = sectionPlace(reading, 'stop');
    return text.slice(start, end);
  };

  it('is the heading of the section', () => {
    assert.equal(placeIn('# Claims\n\n## Stop authority\n\n### Triggers\n\n## Owner\n'), '## Stop authority');
  });

  it('is the first of the highest level where several are about it', () => {
    assert.equal(
      placeIn('# Claims\n\n### Kill switch\n\n## Stop authority\n\n## Halt and rollback\n'),
      '## Stop authority',
    );
  });

  it('is the first line where no section is about it', () => {
    assert.equal(placeIn('---\ntype: decision-rights\n---\n\n# Claims\n\n## Owner\n'), '---');
  });
});
