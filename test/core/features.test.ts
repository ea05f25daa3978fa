import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { headingKind } from '../../server/src/core/document/heading-kinds.ts';
import { Reading, type Settings } from '../../server/src/core/document/reading.ts';
import { codeActions, fixAllEdits } from '../../server/src/core/features/code-actions.ts';
import { completionsAt } from '../../server/src/core/features/completion.ts';
import { explainRule } from '../../server/src/core/features/explain.ts';
import { hoverAt } from '../../server/src/core/features/hover.ts';
import { escapeMarkdown, inlineCode, toPlainText } from '../../server/src/core/features/markdown.ts';
import { SECTION_HELP, sectionHelp } from '../../server/src/core/features/section-help.ts';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import { type Symbol as DocumentSymbol, documentSymbols } from '../../server/src/core/features/symbols.ts';
import { yamlPlace } from '../../server/src/core/features/yaml-place.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { RULES } from '../../server/src/core/rules/index.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import fc, { runs } from '../support/properties.ts';

const SETTINGS: Settings = {
  config: defaultConfig,
  people: emptyRegister,
  now: Date.UTC(2026, 2, 2),
  workspace: undefined,
};

function read(text: string): Reading {
  return new Reading(
    new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'frontmatter' }),
    SETTINGS,
  );
}

const line = fc.constantFrom(
  'type: decision-rights',
  'owner: Dana Whitfield',
  'owner: {name: Dana',
  'gate:',
  '  decision: ',
  '  - name: x',
  '  rights: [pause, ',
  'status: "pilot',
  '---',
  '# decision-rights-disable-line a: b',
  '',
  '## Owner',
  '# ',
  '**Owner:** Dana',
  '- Deputy: ',
  '| Decision | VP | CTO |',
  '| --- | --- | --- |',
  '| Pilot go/no-go | A | R |',
  '| Production go-live | A/',
  '<!-- decision-rights-disable ',
  '<!-- x -->',
  '```',
  '👩🏽‍💼 田中',
  '\tkey: |',
  'a: &x *y',
);
const text = fc
  .tuple(
    fc.constantFrom('---\n', '\uFEFF---\n', ''),
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([head, lines, eol]) => head.replace('\n', eol) + lines.join(eol));

describe('features', () => {
  it('stand any text and any place, and never point outside it', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(text, fc.nat(600), fc.nat(40), (source, at, length) => {
        const reading = read(source);
        const offset = Math.min(at, source.length);
        const { findings } = check(reading.doc, SETTINGS);
        const inside = ({ start, end }: { start: number; end: number }): void =>
          assert.ok(
            start >= 0 && start <= end && end <= source.length,
            `${start}..${end} of ${source.length}`,
          );
        for (const { span, newText, snippet } of completionsAt(reading, () => findings, offset)) {
          inside(span);
          assert.ok(span.start <= offset && offset <= span.end);
          assert.doesNotMatch(source.slice(span.start, span.end), /[\r\n]/);
          for (const added of [newText, snippet ?? ''])
            if (source.includes('\r\n')) assert.doesNotMatch(added, /(?<!\r)\n/);
        }
        const hover = hoverAt(reading, findings, offset);
        if (hover) inside(hover.span);
        let last = 0;
        for (const { span } of semanticTokens(reading)) {
          inside(span);
          assert.ok(span.start >= last);
          last = span.end;
        }
        const look = (symbols: readonly DocumentSymbol[]): void => {
          for (const { span, selection, children } of symbols) {
            inside(span);
            assert.ok(span.start <= selection.start && selection.end <= span.end);
            look(children);
          }
        };
        look(documentSymbols(reading.doc));
        for (const { edits } of codeActions(reading.doc, findings, {
          start: offset,
          end: Math.min(source.length, offset + length),
        }))
          applyEdits(source, edits);
        applyEdits(source, fixAllEdits(reading.doc, SETTINGS));
      }),
      runs(150),
    );
  });

  it('know a section for every kind of heading, by the heading they write', () => {
    for (const { kind, heading } of SECTION_HELP) {
      assert.equal(headingKind(heading), kind, heading);
      assert.equal(sectionHelp(kind)?.heading, heading);
    }
  });

  it('read a heading by its words, however it was typed', () => {
    const headings = {
      'Stop\u00a0authority': 'stop',
      '4. Go\u2011live gate': 'gate',
      'Who owns this': 'owner',
    };
    for (const [heading, kind] of Object.entries(headings)) assert.equal(headingKind(heading), kind, heading);
    assert.equal(headingKind('Measures taken'), undefined);
  });

  it('explain every rule', () => {
    for (const { id } of RULES) assert.match(explainRule(id) ?? '', new RegExp(`^## ${id}\\n`));
    assert.equal(explainRule('no-such-rule'), undefined);
  });

  it('show the words of a document as words', () => {
    assert.equal(escapeMarkdown('a [x](command:y) <b> `c`'), 'a \\[x\\](command:y) \\<b\\> \\`c\\`');
    assert.equal(escapeMarkdown('1. one\n# two'), '1\u200B. one \\# two');
    assert.equal(escapeMarkdown('- x https://a.b www.c.d e@f.g'), '\\- x https:\\//a.b www\\.c.d e\\@f.g');
    assert.equal(inlineCode('a `b` c'), '``a `b` c``');
    assert.equal(inlineCode('`b`'), '`` `b` ``');
    assert.equal(toPlainText(`**${escapeMarkdown('a *b* [c]')}**\n\n- \`d\``), 'a *b* [c]\n\n- d');
  });

  describe('the place in YAML', () => {
    const where = (marked: string): string => {
      const offset = marked.indexOf('‸');
      const yaml = marked.replace('‸', '');
      const place = yamlPlace(yaml, { start: 0, end: yaml.length }, offset);
      if (!place) return 'nowhere';
      const { kind, path, span } = place;
      return `${kind} ${path.join('.')} ${JSON.stringify(yaml.slice(span.start, span.end))}`;
    };
    for (const [marked, expected] of [
      ['‸', 'key  ""'],
      ['a‸b', 'key  "ab"'],
      ['a:\n  ‸', 'key a ""'],
      ['a:\n  b: 1\n‸', 'key  ""'],
      ['a:\n  b: 1\n  ‸', 'key a ""'],
      ['a:\n  b:\n    c: ‸d', 'value a.b.c "d"'],
      ['a:\n- b: 1\n  ‸', 'key a.0 ""'],
      ['a:\n  - b: 1\n    c: ‸', 'value a.0.c ""'],
      ['a:\n  - b: 1\n  - ‸', 'key a.0 ""'],
      ['a: [x, ‸y]', 'value a.0 "y"'],
      ['a: {b: {c: ‸', 'value a.b.c ""'],
      ['a: {b: 1, ‸c: 2}', 'key a "c"'],
      ['a: "x # y‸"', 'value a "\\"x # y\\""'],
      ['a: b # ‸c', 'comment  "# c"'],
      ['# ‸', 'comment  "# "'],
    ] as const)
      it(`of ${JSON.stringify(marked)}`, () => assert.equal(where(marked), expected));
  });
});
