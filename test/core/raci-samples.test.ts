import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { decisionsOf, distinct } from '../../server/src/core/document/decisions.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading, type Settings } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

// Real documents with a hand-made truth. They are not part of the repository: where they are absent, one line says so.
const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

interface Label {
  readonly file: string;
  readonly line: number;
  readonly accountable: readonly string[];
  readonly verdict: string;
  readonly framework: string;
}

const settings: Settings = {
  config: defaultConfig,
  people: emptyRegister,
  now: Date.UTC(2026, 2, 2),
  workspace: undefined,
};

function documentOf(name: string): DecisionRightsDocument {
  const text = readFileSync(`${folder}${name}`, 'utf8');
  return new DecisionRightsDocument(name, text, { type: 'decision-rights', by: 'command-line' });
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
const plain = (name: string): string => name.replace(/\s+/g, '').toLowerCase();

describe('real RACI documents', () => {
  if (!existsSync(`${folder}labels.jsonl`)) {
    console.log('    (skipped: the folder of real documents is not here)');
    return;
  }
  const labels = readFileSync(`${folder}labels.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label);
  const files = readdirSync(folder).filter((name) => /^\d.*\.md$/.test(name));
  for (const name of files) {
    const own = labels.filter(({ file, framework }) => file === name && framework === 'raci');
    const labelled = labels.some(({ file }) => file === name);
    it(`${name}: shared and missing Accountables, and nothing else`, () => {
      const doc = documentOf(name);
      const { findings } = check(doc, settings);
      const found = findings
        .filter(({ rule }) => rule === 'raci-shared-accountable' || rule === 'raci-no-accountable')
        .map(({ rule, span }) => `${lineAt(doc.text, span.start)} ${rule}`);
      const expected = own
        .filter(({ verdict }) => verdict === 'shared' || verdict === 'none')
        .map(({ line, verdict }) => `${line} raci-${verdict === 'shared' ? 'shared' : 'no'}-accountable`);
      assert.deepEqual(found, expected);
      if (!labelled) {
        assert.deepEqual(
          findings.filter(({ rule }) => rule.startsWith('raci-')).map(({ message }) => message),
          [],
        );
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
          [],
        );
      }
    });
    if (labelled)
      it(`${name}: who is Accountable in every row`, () => {
        const doc = documentOf(name);
        const reading = new Reading(doc, settings);
        const found = decisionsOf(reading)
          .rows.filter(({ model }) => model === 'raci')
          .map(
            (row) =>
              `${lineAt(doc.text, row.span.start)} ${distinct(reading, row.accountable)
                .map(({ mention }) => plain(mention.party.text))
                .join(' + ')}`,
          );
        assert.deepEqual(
          found,
          own.map(({ line, accountable }) => `${line} ${accountable.map(plain).join(' + ')}`),
        );
      });
  }
});
