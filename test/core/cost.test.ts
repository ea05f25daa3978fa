import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import type { Settings } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { RULES, ruleById } from '../../server/src/core/rules/index.ts';
import { worked } from '../../server/src/core/text/memo.ts';
import { checkText, unmark } from '../support/check-rule.ts';

const settings: Settings = {
  config: defaultConfig,
  people: emptyRegister,
  now: Date.UTC(2026, 2, 2),
  workspace: undefined,
};

const HEAD = `---
type: decision-rights
initiative: Claims triage
status: pilot
owner:
  name: Dana Whitfield
  title: VP Claims
---

# Claims triage

## Owner

Dana Whitfield, VP Claims, answers for the result and accepts it.

`;

const part = (i: number): string => `## Decisions of region ${i}

The team of region ${i} meets each week. Dana Whitfield may stop the system in region ${i} within 4 hours.

- **Deputy ${i}:** Lena Roth, Director Operations
- **Channel:** line ${i}

| Decision | VP Claims | Legal | CTO |
| --- | --- | --- | --- |
| Go-live of release ${i} | A | C | R |
| Threshold ${i} | A | I | R |

`;

function documentOf(parts: number): DecisionRightsDocument {
  const text = HEAD + Array.from({ length: parts }, (_, i) => part(i)).join('');
  return new DecisionRightsDocument('claims-triage.md', text, { type: 'decision-rights', by: 'frontmatter' });
}

/** What one edit and the check after it work out anew. */
function costOf(doc: DecisionRightsDocument, at: number, newText: string): typeof worked {
  const before = { ...worked };
  doc.edit({ span: { start: at, end: at + 1 }, newText });
  check(doc, settings);
  return {
    texts: worked.texts - before.texts,
    parts: worked.parts - before.parts,
    parses: worked.parses - before.parses,
  };
}

describe('the cost of an edit', () => {
  const SMALL = 8;
  // So that no memory of texts starts afresh meanwhile: as many texts as it keeps would be needed.
  const LARGE = 80;

  for (const [where, word] of [
    ['in prose', 'meets each week'],
    ['in a table', 'Threshold 5 |'],
    ['in a heading', 'Decisions of region 5'],
    ['in a field', 'Lena Roth'],
  ] as const) {
    it(`${where} stays the same when the document is ten times as long`, () => {
      const costs = [SMALL, LARGE].map((parts) => {
        const doc = documentOf(parts);
        check(doc, settings);
        const from = doc.text.indexOf('## Decisions of region 5');
        const at = doc.text.indexOf(word, from) + 3;
        // A letter that makes a word no document held before.
        costOf(doc, at, 'q');
        return costOf(doc, at, parts === SMALL ? 'ж' : 'щ');
      });
      const [small, large] = costs;
      assert.ok(small && large);
      assert.ok(large.parses <= 2, `${large.parses} sections parsed`);
      assert.equal(large.parses, small.parses, 'sections parsed');
      assert.ok(large.parts <= small.parts + 2, `parts read: ${large.parts}, not ${small.parts}`);
      assert.ok(large.texts <= small.texts + 5, `texts read: ${large.texts}, not ${small.texts}`);
    });
  }

  it('of nothing is nothing: the same text again is not read again', () => {
    const doc = documentOf(SMALL);
    check(doc, settings);
    const before = { ...worked };
    check(doc, settings);
    assert.equal(worked.parses, before.parses, 'sections parsed');
    assert.equal(worked.texts, before.texts, 'texts read');
    assert.equal(worked.parts, before.parts, 'parts read');
  });
});

describe('looking for safe fixes', () => {
  it('passes over no rule that has any', () => {
    for (const rule of RULES)
      for (const example of rule.examples.bad) {
        const { text } = unmark(example.text);
        for (const finding of checkText(text, example).findings)
          if (finding.fixes().some(({ safety }) => safety === 'safe'))
            assert.ok(ruleById(finding.rule)?.safeFixes, `${finding.rule} needs \`safeFixes\``);
      }
  });
});
