import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { decisionsOf } from '../../server/src/core/document/decisions.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import fc, { runs } from '../support/properties.ts';

const folder = fileURLToPath(new URL('./fixtures/raci/', import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'frontmatter.md')
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'));

const documentOf = (text: string): DecisionRightsDocument =>
  new DecisionRightsDocument('raci.md', text, { type: 'decision-rights', by: 'command-line' });

/** Everything read, with places as numbers. */
function said(doc: DecisionRightsDocument): unknown {
  const reading = new Reading(doc, {
    config: defaultConfig,
    people: emptyRegister,
    now: 0,
    workspace: undefined,
  });
  const { rows, tables } = decisionsOf(reading);
  return JSON.parse(
    JSON.stringify({
      rows: rows.map(({ table, ...row }) => ({ ...row, table: table?.shape })),
      tables: tables.map((table) => ({
        model: table.model,
        heading: table.region.heading?.prose.text,
        at: table.block.span,
        unreadable: table.unreadable,
        columns: table.columns,
      })),
    }),
  );
}

describe('RACI while it is edited', function () {
  this.timeout(60_000);
  it('reads after any edits what it reads in the finished text', () => {
    const insert = fc.constantFrom(
      'A',
      '',
      '|',
      '\n',
      '# RACI\n\n',
      'Dana Whitfield, VP Claims\n\n',
      '## DACI\n',
      '| x | A | R |\n',
      '*',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(6), insert), { maxLength: 4 }),
        (parts, edits) => {
          const doc = documentOf(parts.join('\n\n# Next\n\n'));
          said(doc);
          for (const [at, length, newText] of edits) {
            const start = at % (doc.text.length + 1);
            doc.edit({ span: { start, end: Math.min(doc.text.length, start + length) }, newText });
            said(doc);
          }
          assert.deepEqual(said(doc), said(documentOf(doc.text)));
        },
      ),
      runs(40),
    );
  });

  it('keeps what it read of a table while another section is edited', () => {
    const doc = documentOf(
      '## RACI\n\n| Decision | Dana Whitfield | Tom Reed |\n|---|---|---|\n| Go-live | A | R |\n\n## Notes\n\nText.\n',
    );
    const settings = { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined };
    const before = decisionsOf(new Reading(doc, settings)).tables[0];
    doc.edit({ span: { start: doc.text.length - 1, end: doc.text.length - 1 }, newText: ' More' });
    assert.equal(decisionsOf(new Reading(doc, settings)).tables[0], before);
  });

  it('reads anything without throwing, with places inside the text', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'A',
        'R',
        'A/R',
        'RA',
        '',
        '—',
        'A*',
        '**A**',
        'Dana Whitfield',
        'Accountable',
        'x',
        '<br>',
        '\\|',
        'A (',
        '[^1]',
        '`A`',
        '负责',
      ),
      fc.string({ maxLength: 8 }),
    );
    const line = fc.array(cell, { maxLength: 7 }).map((cells) => `| ${cells.join(' | ')} |`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(6), (lines, width) => {
        const [first = '', ...rest] = lines;
        const text = `# RACI\n\n${first}\n|${'---|'.repeat(width + 1)}\n${rest.join('\n')}\n`;
        const doc = documentOf(text);
        const reading = new Reading(doc, {
          config: defaultConfig,
          people: emptyRegister,
          now: 0,
          workspace: undefined,
        });
        for (const row of decisionsOf(reading).rows)
          for (const { span } of [row.accountable, row.responsible, row.consulted, row.informed].flat())
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      runs(100),
    );
  });
});
