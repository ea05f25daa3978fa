import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { type Assignment, decisionsOf } from '../../server/src/core/document/decisions.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

const folder = fileURLToPath(new URL('./fixtures/raci/', import.meta.url));
const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, string[]>;

function readingOf(text: string): Reading {
  const doc = new DecisionRightsDocument('raci.md', text, { type: 'decision-rights', by: 'command-line' });
  return new Reading(doc, { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined });
}

/** One line a decision: `Go-live: A=Dana Whitfield<Tier 2> R=Tom Reed C=Legal I=`. */
function rowsOf(text: string): string[] {
  const said = (list: readonly Assignment[]): string =>
    list
      .map(
        ({ mention, condition }) =>
          mention.party.text.replace(/\s+/g, ' ') + (condition ? `<${condition}>` : ''),
      )
      .join(',');
  return decisionsOf(readingOf(text)).rows.map(
    (row) =>
      `${row.model === 'daci' || row.model === 'rapid' ? `${row.model} ` : ''}${row.label}: A=${said(row.accountable)} R=${said(row.responsible)} C=${said(row.consulted)} I=${said(row.informed)}`,
  );
}

describe('reading RACI', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  it('has an expectation for every fixture', () =>
    assert.deepEqual(files.map((name) => name.replace(/\.md$/, '')).sort(), Object.keys(expected).sort()));
  for (const [name, rows] of Object.entries(expected)) {
    const text = readFileSync(`${folder}${name}.md`, 'utf8');
    it(`reads ${name}`, () => assert.deepEqual(rowsOf(text), rows));
    it(`reads ${name} with CRLF`, () => assert.deepEqual(rowsOf(text.replace(/\n/g, '\r\n')), rows));
    it(`places every letter and name of ${name}`, () => {
      for (const row of decisionsOf(readingOf(text)).rows) {
        const all = [row.accountable, row.responsible, row.consulted, row.informed].flat();
        for (const { span, header, mention } of all) {
          const there = text.slice(span.start, span.end);
          if (header)
            assert.match(
              there,
              /^(?:\p{L}|✓|x|Acc(?:t|ountable)?|Resp(?:onsible)?|Cons(?:ulted)?|Inf(?:orm(?:ed)?)?)$/u,
            );
          else assert.equal(there, mention.party.text);
        }
      }
    });
  }
});
