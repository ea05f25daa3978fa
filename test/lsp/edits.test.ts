import assert from 'node:assert/strict';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { OpenDocument } from '../../server/src/lsp/documents.ts';
import { type Encoding, Lines } from '../../server/src/lsp/position.ts';
import { LspClient, PULL_CLIENT } from '../support/lsp-client.ts';
import fc, { runs } from '../support/properties.ts';
import { BAD } from './documents.ts';

/** A model of a text, written without our code: lines with their ends, places by counting. */
function applyToModel(text: string, range: Range, newText: string, encoding: Encoding): string {
  const lines: string[] = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  if (lines.length === 0 || /[\r\n]$/.test(lines.at(-1) ?? '')) lines.push('');
  const offset = ({ line, character }: Range['start']): number => {
    if (line >= lines.length) return text.length;
    const before = lines.slice(0, line).join('').length;
    let units = 0;
    let counted = 0;
    for (const c of (lines[line] ?? '').replace(/[\r\n]+$/, '')) {
      if (encoding === 'utf-16' && counted + c.length > character) {
        // The middle of a surrogate pair is a place in UTF-16.
        units += Math.min(c.length, character - counted);
        break;
      }
      if (encoding === 'utf-8' && counted + Buffer.byteLength(c) > character) break;
      counted += encoding === 'utf-16' ? c.length : Buffer.byteLength(c);
      units += c.length;
    }
    return before + units;
  };
  const [a, b] = [offset(range.start), offset(range.end)];
  return text.slice(0, Math.min(a, b)) + newText + text.slice(Math.max(a, b));
}

const fragment = fc.constantFrom(
  'x',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '',
  'ü',
  '👩🏽‍💼',
  '---\n',
  '\n---\n',
  'type: decision-rights\n',
  'status: gate\n',
  '\n## Owner\n\nDana Whitfield\n',
  '\n# Stop\n',
  '| A | R |',
  '|',
  'A',
  '```\n',
  '<!--',
  '-->',
  '- Accountable: CTO\n',
  '[a]: b\n',
);
const place = fc.record({ line: fc.nat(30), character: fc.nat(60) });
const change = fc.record({
  start: place,
  end: place,
  text: fragment,
  whole: fc.integer({ min: 0, max: 20 }),
});

/** Mostly small edits: the end near the start. */
function rangeOf({ start, end }: { start: Range['start']; end: Range['start'] }): Range {
  const near = end.line % 3 !== 0;
  return near
    ? { start, end: { line: start.line, character: start.character + (end.character % 4) } }
    : { start, end };
}

describe('language server: edits', function () {
  // Hundreds of edited documents, on machines that have other work as well.
  this.timeout(120_000);

  for (const encoding of ['utf-16', 'utf-8'] as const)
    it(`give the text a plain model gives, lines included, in ${encoding}`, () => {
      fc.assert(
        fc.property(
          fc.array(change, { maxLength: 12 }),
          fc.constantFrom(BAD, '', 'a\r\nb\rc\n'),
          (changes, start) => {
            const document = new OpenDocument('file:///a.md', 'markdown', 1, start, encoding);
            document.ours({ documents: true, excluded: false, named: false }, 'a.md');
            let model: string = start;
            changes.forEach((one, i) => {
              const range = rangeOf(one);
              if (one.whole === 0) {
                model = one.text;
                document.change([{ text: one.text }], i + 2);
              } else {
                model = applyToModel(model, range, one.text, encoding);
                document.change([{ range, text: one.text }], i + 2);
              }
              document.ours({ documents: true, excluded: false, named: false }, 'a.md');
              assert.equal(document.text, model);
              const fresh = new Lines(model, encoding);
              assert.equal(document.lines.count, fresh.count);
              for (const offset of [0, 1, Math.floor(model.length / 2), model.length])
                assert.deepEqual(document.lines.positionAt(offset), fresh.positionAt(offset));
            });
          },
        ),
        runs(300),
      );
    });

  it('leave what a document read afresh has', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const document = new OpenDocument('file:///a.md', 'markdown', 1, BAD, 'utf-16');
        const rules = { documents: true, excluded: false, named: false };
        const ours = document.ours(rules, 'a.md');
        assert.ok(ours?.outline);
        for (const one of changes) document.change([{ range: rangeOf(one), text: one.text }], 2);
        const edited = document.ours(rules, 'a.md');
        assert.ok(edited);
        const fresh = new DecisionRightsDocument('a.md', document.text, edited.ownership);
        const shape = (doc: DecisionRightsDocument): string =>
          JSON.stringify([
            doc.outline.regions.map(({ depth, kind, blocks }) => [depth, kind, blocks]),
            doc.frontmatter,
          ]);
        assert.equal(shape(edited), shape(fresh));
      }),
      runs(150),
    );
  });

  it('lead to the findings of the text opened afresh', async () => {
    const client = new LspClient();
    try {
      await client.initialize(PULL_CLIENT);
      let number = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          number++;
          const edited = client.open(`edited-${number}.decision-rights.md`, BAD);
          await edited.pulled();
          for (const one of changes) edited.edit(rangeOf(one), one.text);
          const fresh = client.open(`fresh-${number}.decision-rights.md`, edited.text);
          const [a, b] = [await edited.pulled(), await fresh.pulled()];
          // Both are documents of one initiative; that is said of both, in other words.
          const plain = (items: Diagnostic[], uri: string): string =>
            JSON.stringify(items.filter(({ code }) => code !== 'initiative-duplicated')).replaceAll(uri, '');
          assert.ok(a.kind === 'full' && b.kind === 'full');
          assert.equal(plain(a.items, edited.uri), plain(b.items, fresh.uri));
          edited.close();
          fresh.close();
        }),
        runs(30),
      );
    } finally {
      client.dispose();
    }
  });
});
