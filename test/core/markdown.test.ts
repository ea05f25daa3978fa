import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import type { Block } from '../../server/src/core/markdown/blocks.ts';
import { tooComplex } from '../../server/src/core/markdown/complexity.ts';
import type { Definition } from '../../server/src/core/markdown/definitions.ts';
import { MarkdownText } from '../../server/src/core/markdown/markdown-text.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse.ts';
import { parseAhead } from '../../server/src/core/markdown/parse-ahead.ts';
import type { Prose } from '../../server/src/core/markdown/prose.ts';
import { Section } from '../../server/src/core/markdown/section.ts';
import { cutSections } from '../../server/src/core/markdown/split.ts';
import fc, { runs } from '../support/properties.ts';

/** Lines that open, close, continue or only seem to open every kind of block, in every kind of container. */
const LINES = [
  ...[
    '# H',
    '## Owner #',
    '#',
    '#x',
    ' # in',
    'text',
    'more *text* and **bold** `code`',
    '',
    '',
    '',
    '',
    '  ',
    '\t',
  ],
  ...[
    '- item',
    '-',
    '  - nested',
    '1. one',
    '10. ten',
    '  1) x',
    '+',
    '* ',
    '   cont',
    '  cont',
    '    code',
    '\tcode',
  ],
  ...['- ```', '+ ~~~', '- <!--', '- <div>', '-     code', '\t- tab', '- [ ] open', '- [x] done', '- # H'],
  ...[
    '```',
    '```js',
    '``` a`b',
    '  ```',
    '   ```',
    '    ```',
    '~~~',
    '~~~~',
    '````',
    '***',
    '* * *',
    '---',
    '===',
  ],
  ...['> quote', '> ```', '> - a', '>', '> # h', '> <!--', '> 1. a', '> [q]: /quoted', 'lazy'],
  ...[
    '<!-- c',
    '-->',
    '<!-- c -->',
    '<!-->',
    '<div>',
    '</div>',
    '<div',
    '<span>',
    '<span a="b">',
    '<span a=b c>x',
  ],
  ...[
    '</span>',
    '<script>',
    '</script>',
    '<pre',
    '</pre> x',
    '<?php',
    '?>',
    '<?>',
    '<!DOCTYPE',
    '>',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<table><tr><td>a</td>',
    '</tr></table>',
    '<h2>Head</h2>',
    'a<br>b <!-- in --> c',
    '<textarea',
    'x <b>y</b> &amp; z',
  ],
  ...['| a | b |', '|---|---|', '| 1 | 2 | 3 |', 'a | b', '- | -', '| \\| | |', '| **A** | <br> |'],
  ...[
    '[x]: /url',
    '[x]: /other',
    '[x]:',
    '[x]',
    '[see][x]',
    '[X ]',
    '[q]',
    '[^1]: note',
    '[^1]: ```',
    'foot[^1]',
    '- [y]: /in-list',
    '[y]',
  ],
  ...[
    '👩🏽‍💼 a\\*b',
    '&copy; &#65; &nope;',
    'two  ',
    'hard\\',
    '[a](b.md#c) <http://d.e>',
    '\u0000',
    'a\u2028b',
  ],
];
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const lines = (max: number) => fc.array(fc.constantFrom(...LINES), { maxLength: max });
const body = fc.tuple(lines(14), lineEnd).map(([parts, eol]) => parts.join(eol));
const head = fc.constantFrom(
  '',
  '',
  '\uFEFF',
  '---\ntype: decision-rights\n---\n',
  '\uFEFF---\r\ntitle: x\r\n---\r\n',
  '---\n',
  '---\na: b\n',
);
const file = fc.tuple(head, body).map(([before, rest]) => before + rest);

const place = (span: { start: number; end: number }): string => `${span.start}..${span.end}`;

function plainProse(prose: Prose | undefined): unknown {
  if (!prose) return undefined;
  const links = prose.links.map(({ url, urlSpan, from, to }) => [url, place(urlSpan), from, to]);
  const units = [...prose.text].length > 0 ? place(prose.at(0, prose.text.length)) : '';
  return [prose.text, place(prose.span), units, prose.strong.map(({ from, to }) => [from, to]), links];
}

function plainBlock(block: Block): unknown {
  const head = [block.kind, place(block.span)];
  switch (block.kind) {
    case 'list':
      return [
        ...head,
        block.items.map((item) => [
          place(item.span),
          plainProse(item.prose),
          item.checked,
          item.children.map(plainBlock),
        ]),
      ];
    case 'table':
      return [
        ...head,
        [block.header, ...block.rows].map((row) =>
          row.cells.map((cell) => [place(cell.span), plainProse(cell.prose)]),
        ),
      ];
    case 'comment':
      return [...head, block.text];
    default:
      return [...head, plainProse(block.prose)];
  }
}

/** Spans that end in blank lines differ harmlessly: an open block at the end of a section ends with it. */
function blocksOf(sections: readonly Section[], text: string): unknown {
  const trim = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !/^\d+\.\.\d+$/.test(value)) return value;
    const [start, end] = value.split('..').map(Number);
    const last = text.slice(0, end).trimEnd().length;
    return `${start === end ? last : start}..${Math.max(start === end ? last : (start ?? 0), last)}`;
  };
  return JSON.parse(
    JSON.stringify(
      sections.flatMap((section) => section.blocks.map(plainBlock)),
      trim,
    ),
  );
}

/** The body as one section, with all its definitions: what a parser sees that knows no sections. */
function asOne(markdown: MarkdownText): Section {
  const whole = new Section(markdown.text.slice(markdown.bodyStart), markdown.bodyStart);
  const definitions = new Map<string, Definition>();
  for (const definition of whole.ownDefinitions)
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  whole.useDefinitions(definitions);
  return whole;
}

interface PlainNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly PlainNode[] | undefined;
}

/** An mdast node without its inline content, as offsets in the whole text. */
function plainNode(node: Nodes, base: number, text: string): PlainNode {
  const inline = node.type === 'paragraph' || node.type === 'heading';
  return {
    type: node.type,
    start: (node.position?.start.offset ?? 0) + base,
    end: text.slice(0, (node.position?.end.offset ?? 0) + base).trimEnd().length,
    children:
      inline || !('children' in node)
        ? undefined
        : node.children.map((child) => plainNode(child, base, text)),
  };
}

describe('the parser', () => {
  it('is remark: the same tree, but for what GitHub adds', () => {
    const text =
      '# A\n\nText with **strong**, `code` and [a link](b.md "c").\n\n1. one\n   - two\n\n> quote\n\n<div>\n\n***\n';
    assert.deepEqual(parseMarkdown(text), remark().parse(text));
  });
});

describe('sections', () => {
  it('hold the same tree, piece by piece, as one parse of the whole', () => {
    fc.assert(
      fc.property(body, (text) => {
        const cuts = cutSections(text, 0);
        const pieces = cuts.flatMap((cut, i) =>
          parseMarkdown(text.slice(cut, cuts[i + 1])).children.map((node) => plainNode(node, cut, text)),
        );
        assert.deepEqual(
          pieces,
          parseMarkdown(text).children.map((node) => plainNode(node, 0, text)),
        );
      }),
      runs(200),
    );
  });

  it('hold the same blocks parsed together as parsed one by one', () => {
    fc.assert(
      fc.property(file, (text) => {
        const [together, alone] = [new MarkdownText(text), new MarkdownText(text)];
        parseAhead(together.sections);
        const plain = ({ sections }: MarkdownText): unknown =>
          JSON.parse(JSON.stringify(sections.map((section) => section.blocks.map(plainBlock))));
        assert.deepEqual(plain(together), plain(alone));
      }),
      runs(300),
    );
  });

  it('hold the same blocks, texts and links as one section would', () => {
    fc.assert(
      fc.property(file, (text) => {
        const markdown = new MarkdownText(text);
        assert.equal(
          markdown.sections.map((section) => section.text).join(''),
          text.slice(markdown.bodyStart),
        );
        assert.deepEqual(blocksOf(markdown.sections, text), blocksOf([asOne(markdown)], text));
      }),
      runs(200),
    );
  });

  it('end an open HTML table at the next heading, cut there or not', () => {
    for (const text of [
      '<table><tr><td>a</td>\n  \n# H',
      '<table><tr><td>a\r\n\r\n# H\r\n\r\n</table>\r\n',
    ]) {
      const markdown = new MarkdownText(text);
      const kinds = (sections: readonly Section[]) => sections.flatMap((s) => s.blocks.map((b) => b.kind));
      assert.deepEqual(kinds(markdown.sections).slice(0, 2), ['table', 'heading']);
      assert.deepEqual(kinds([asOne(markdown)]), kinds(markdown.sections));
    }
  });

  it('resolve references to definitions that stand in another section', () => {
    const markdown = new MarkdownText('# A\n\nSee [the minutes][m].\n\n# B\n\n[m]: notes/minutes.md\n');
    const paragraph = markdown.sections[0]?.blocks[1];
    assert.ok(paragraph?.kind === 'paragraph');
    assert.equal(paragraph.prose.text, 'See the minutes.');
    assert.equal(paragraph.prose.links[0]?.url, 'notes/minutes.md');
  });

  it('take a definition in code for none', () => {
    const markdown = new MarkdownText('# A\n\nSee [Name].\n\n# B\n\n```\n[Name]: x\n```\n');
    const paragraph = markdown.sections[0]?.blocks[1];
    assert.ok(paragraph?.kind === 'paragraph');
    assert.equal(paragraph.prose.text, 'See [Name].');
    assert.deepEqual(paragraph.prose.links, []);
  });
});

describe('edits', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    insert: fc.oneof(
      body,
      fc.constantFrom(
        '',
        'x',
        '\n',
        '#',
        '```',
        '---',
        '---\n',
        '<!--',
        '-->',
        '\uFEFF',
        '\n\n# New\n\n',
        '\r',
      ),
    ),
  });

  it('leave the same sections, frontmatter and blocks as reading the text anew', () => {
    fc.assert(
      fc.property(file, file, fc.array(edit, { minLength: 1, maxLength: 6 }), (a, b, edits) => {
        const markdown = new MarkdownText(`${a}\n\n# Second\n\n${b}`);
        for (const { at, length, insert } of edits) {
          // Blocks are asked for in between, so that stale ones would be seen.
          blocksOf(markdown.sections, markdown.text);
          const start = Math.floor(at * markdown.text.length);
          markdown.edit({ span: { start, end: start + length }, newText: insert });
          const fresh = new MarkdownText(markdown.text);
          assert.equal(markdown.bodyStart, fresh.bodyStart);
          assert.deepEqual(
            markdown.sections.map(({ start, text }) => [start, text]),
            fresh.sections.map(({ start, text }) => [start, text]),
          );
          assert.deepEqual(
            blocksOf(markdown.sections, markdown.text),
            blocksOf(fresh.sections, markdown.text),
          );
          assert.deepEqual(markdown.frontmatter, fresh.frontmatter);
        }
      }),
      // Each run reads a dozen documents.
      runs(50),
    );
  });

  it('inside one section read at most two again, however long the document', () => {
    const part = (i: number): string =>
      `## Part ${i}\n\nText of part ${i}.\n\n- a\n- b\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n`;
    const markdown = new MarkdownText(
      `---\ntype: decision-rights\n---\n\n# Doc\n\n${Array.from({ length: 300 }, (_, i) => part(i)).join('')}`,
    );
    for (const word of ['Text of part 0.', 'Text of part 150', '| 1 | 2 |', '## Part 299', 'part 299.']) {
      const before = markdown.sectionsRead;
      const start = markdown.text.lastIndexOf(word) + 3;
      markdown.edit({ span: { start, end: start + 1 }, newText: 'xyz' });
      assert.ok(markdown.sectionsRead - before <= 2, `${word}: ${markdown.sectionsRead - before}`);
    }
    const before = markdown.sectionsRead;
    markdown.edit({ span: { start: 4, end: 8 }, newText: 'kind' });
    assert.equal(markdown.sectionsRead - before, 0, 'an edit of the frontmatter reads no section');
  });
});

describe('prose', () => {
  it('knows the place of what code keeps of the next line’s indentation', () => {
    const [paragraph] = new MarkdownText('``` a`b\n    ```').sections[0]?.blocks ?? [];
    assert.ok(paragraph?.kind === 'paragraph');
    assert.equal(paragraph.prose.text, 'a`b\n   ');
    assert.equal(place(paragraph.prose.at(4, 7)), '9..12');
  });

  it('knows the place of every unit', () => {
    fc.assert(
      fc.property(file, (text) => {
        const check = (prose: Prose): void => {
          for (let i = 0; i < prose.text.length; i++) {
            const { start, end } = prose.at(i, i + 1);
            assert.ok(
              start >= 0 && end > start && end <= text.length,
              `${i} of ${JSON.stringify(prose.text)}`,
            );
            const source = text.slice(start, end);
            const unit = prose.text[i] ?? '';
            if (unit === source || source.startsWith('&') || unit === '\uFFFD') continue;
            assert.match(
              source,
              unit === '\n' ? /^(?:<br\s*\/?>|\\?\s+)$/ : /^\s+$/,
              JSON.stringify([prose.text, unit, source]),
            );
          }
        };
        const visit = (blocks: readonly Block[]): void => {
          for (const block of blocks) {
            if (block.kind === 'list') {
              for (const item of block.items) {
                check(item.prose);
                visit(item.children);
              }
            } else if (block.kind === 'table') {
              for (const row of [block.header, ...block.rows])
                for (const cell of row.cells) check(cell.prose);
            } else if (block.kind === 'heading' || block.kind === 'paragraph') check(block.prose);
          }
        };
        visit(new MarkdownText(text).sections.flatMap((section) => section.blocks));
      }),
      runs(200),
    );
  });

  const proseOf = (text: string): Prose => {
    const block = new MarkdownText(text).sections[0]?.blocks[0];
    assert.ok(block?.kind === 'paragraph');
    return block.prose;
  };

  it('points at the whole entity, escape and line end', () => {
    const text = 'A &amp; B, *c\\*d*<br>e\\\nf &#x41;&copy;g';
    const prose = proseOf(text);
    assert.equal(prose.text, 'A & B, c*d\ne\nf A©g');
    const source = (word: string): string => {
      const i = prose.text.indexOf(word);
      const { start, end } = prose.at(i, i + word.length);
      return text.slice(start, end);
    };
    assert.equal(source('&'), '&amp;');
    assert.equal(source('c*d'), 'c\\*d');
    assert.equal(source('A©'), '&#x41;&copy;');
    assert.equal(source('e'), 'e');
    assert.equal(source('g'), 'g');
  });

  it('is cut into parts that keep their places', () => {
    const text = 'Owner: **Dana Whitfield**, [VP](a.md)';
    const part = proseOf(text).slice(7);
    assert.equal(part.text, 'Dana Whitfield, VP');
    assert.equal(text.slice(part.at(0, 4).start, part.at(0, 4).end), 'Dana');
    assert.deepEqual(part.strong, [{ from: 0, to: 14 }]);
    assert.equal(part.links[0]?.url, 'a.md');
  });

  it('is cut into sentences at units and possessives, and at no initial or abbreviation', () => {
    const sentences = (text: string): string[] =>
      proseOf(text)
        .sentences()
        .map((one) => one.text);
    assert.deepEqual(sentences('Reach within 2 h. Trigger: 4 %. 3 d. 5 times.'), [
      'Reach within 2 h.',
      'Trigger: 4 %.',
      '3 d.',
      '5 times.',
    ]);
    assert.deepEqual(sentences("The call is the CTO's. She writes it down."), [
      "The call is the CTO's.",
      'She writes it down.',
    ]);
    for (const one of [
      'J. R. Doe and Dr. A. Roth agree.',
      'See p. 4 and z.B. Anlage 2.',
      'Approx. No. 3, e.g. Legal.',
    ])
      assert.deepEqual(sentences(one), [one]);
  });
});

describe('complexity', () => {
  const line = (row: string, times: number): string => row.repeat(times);
  const hostile: Readonly<Record<string, string>> = {
    'emphasis of 16 KB': line('*a_ ', 4_000),
    'emphasis of 100 KB': line('*a_ ', 25_000),
    'emphasis behind what only looks like code': `<div>\n\`\`\`\n\n${line('*a_ ', 4_000)}`,
    'emphasis over many lines of one paragraph': line(`${line('*a_ ', 100)}\n`, 40),
    'nested quotes': `${line('>', 6_000)} a`,
    'nested lists on one line': line('- ', 3_000),
    'nested numbers on one line': `${line('1. ', 3_000)}a`,
    'nested lists over many lines': Array.from({ length: 600 }, (_, i) => `${' '.repeat(i * 2)}- x`).join(
      '\n',
    ),
    'comments inside a paragraph': `x ${line('<!-- ', 10_000)}`,
    brackets: line('[', 50_000),
    'a paragraph of 500 KB': line('lorem ipsum ', 42_000),
    'a table of 50,000 rows': `| a | b |\n|---|---|\n${line('| x | y |\n', 50_000)}`,
    'a line of 10 MB': line('a b ', 2_500_000),
    'a list of 20,000 items': line('- a\n', 20_000),
    'HTML of 60,000 lines': line('<!-- \n', 60_000),
    'code of 60,000 lines': `\`\`\`\n${line('x\n', 60_000)}`,
    'emphasis in every row': `| a |\n|---|\n${line(`| ${line('*a_ ', 290)} |\n`, 40)}`,
  };
  for (const [name, text] of Object.entries(hostile))
    it(`refuses ${name}`, () => {
      const section = new Section(text, 0);
      assert.match(section.refused ?? '', /^(?:it|a) .+[^.]$/);
      assert.deepEqual(section.blocks, []);
    });

  it('reads ten thousand opened comments, which cost nothing at the beginning of one line', () => {
    assert.equal(tooComplex(line('<!-- ', 10_000)), undefined);
  });

  it('reads opened comments and tags in HTML in one pass', () => {
    for (const text of [
      `<table><tr><td>${line('<!-- \n', 5_000)}</td></tr></table>`,
      `<!-- a -->${line('<!-- \n', 5_000)}`,
      `<table><tr><td>${line('<<<<<\n', 5_000)}`,
      `<table><tr>${line('<td>\n', 5_000)}`,
      `<h1>${line('</h1>  \n', 5_000)}x`,
    ])
      assert.ok(new Section(text, 0).blocks.length > 0, text.slice(0, 40));
  });

  it('refuses no real document', () => {
    const folder = new URL('../../../shared/samples/', import.meta.url);
    let names: string[] = [];
    try {
      names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    } catch {
      // The samples stand beside the repository where it was written, not everywhere.
    }
    for (const name of names)
      for (const { refused } of new MarkdownText(readFileSync(new URL(name, folder), 'utf8')).sections)
        assert.equal(refused, undefined, name);
  });

  it('refuses no long code, table or list of ordinary size', () => {
    const code = `\`\`\`js\n${line('const a_b = x[1] * y[2]; // <T>\n', 2_000)}\`\`\`\n`;
    const table = `| A | B |\n|---|---|\n${line('| **Dana** | `x` [y](z) |\n', 1_000)}`;
    const list = line('- **Dana:** decides about _this_\n', 1_000);
    const html = `<table>\n${line('<tr><td>A</td><td>R</td></tr>\n', 1_000)}</table>\n`;
    for (const text of [code, table, list, html]) assert.equal(tooComplex(text), undefined);
  });
});
