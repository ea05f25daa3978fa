import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/core/config/parse-config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { fixText } from '../../server/src/core/fix.ts';
import { configFindings, unreadableFinding } from '../../server/src/core/rules/document/host-findings.ts';
import { KNOWN_RULES } from '../../server/src/core/rules/index.ts';
import { settingsOf } from '../support/check-rule.ts';

const fixed = (text: string): string =>
  fixText(
    new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'name' }),
    settingsOf({ text }),
  ).text;

describe('safe fixes of a document', () => {
  it('write the nearest key or value when only one can be meant', () => {
    assert.equal(
      fixed('---\ntype: decision-rights\ninitative: x\nstatus: pilott\n---\n\n# X\n'),
      '---\ntype: decision-rights\ninitiative: x\nstatus: pilot\n---\n\n# X\n',
    );
  });

  it('leave two keys alone that would become one', () => {
    const text = '---\ntype: decision-rights\ninitiative: x\nStatus: pilot\nstats: gate\n---\n\n# X\n';
    assert.equal(fixed(text), text);
  });

  it('leave a key two slips away from a known one, and do not mind one that resembles none', () => {
    const text = '---\ntype: decision-rights\ninitiative: x\nautnmy: agentic\nbudget_line: 4\n---\n\n# X\n';
    assert.equal(fixed(text), text);
    assert.equal(
      fixed('---\ntype: decision-rights\ninitiative: x\nbudget_line: 4\nautnomy: advisory\n---\n\n# X\n'),
      '---\ntype: decision-rights\ninitiative: x\nbudget_line: 4\nautonomy: advisory\n---\n\n# X\n',
    );
  });

  it('close the block', () => {
    assert.equal(
      fixed('---\r\ntype: decision-rights\r\ninitiative: x\r\n\r\n# X\r\n'),
      '---\r\ntype: decision-rights\r\ninitiative: x\r\n---\r\n\r\n# X\r\n',
    );
  });
});

describe('findings that hosts make', () => {
  it('say what is wrong with a configuration, at its place, with the nearest word', () => {
    const text = 'max_page: 3\nrules:\n  owner-shard: off\n';
    const findings = configFindings(parseConfig(text, KNOWN_RULES).problems);
    assert.deepEqual(
      findings.map(({ rule, severity, span, fixes }) => [
        rule,
        severity,
        text.slice(span.start, span.end),
        fixes().map(({ title, safety }) => `${safety}: ${title}`),
      ]),
      [
        ['config-invalid', 'error', 'max_page', ['safe: Write max_pages']],
        ['config-invalid', 'error', 'owner-shard', ['safe: Write owner-shared']],
      ],
    );
  });

  it('say why a file cannot be read', () => {
    const { rule, message, span, fixes } = unreadableFinding('it is not UTF-8.');
    assert.equal(rule, 'file-unreadable');
    assert.equal(
      message,
      'This file cannot be read: it is not UTF-8. Check its permissions, and save it as UTF-8.',
    );
    assert.deepEqual([span, fixes()], [{ start: 0, end: 0 }, []]);
    assert.match(unreadableFinding('').message, /^This file cannot be read\. /);
  });
});
