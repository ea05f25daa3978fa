import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../server/src/core/text/nearest.ts';
import { nodeAt, type YamlNode } from '../../server/src/core/yaml/node.ts';
import { MAX_PROBLEMS, parseYaml } from '../../server/src/core/yaml/parse.ts';

/** The texts the spans of a tree point at, to compare with what a reader sees. */
function outline(node: YamlNode | undefined, text: string): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'map')
    return node.entries.map((e) => [text.slice(e.keySpan.start, e.keySpan.end), outline(e.value, text)]);
  if (node.kind === 'list') return { list: node.items.map((item) => outline(item, text)) };
  if (node.kind === 'alias') return { alias: node.name };
  return text.slice(node.inner.start, node.inner.end);
}

const messages = (text: string) =>
  parseYaml(text, 0).problems.map((p) => `${p.code} ${p.path.join('.')}`.trim());
const marked = (text: string) => parseYaml(text, 0).problems.map((p) => text.slice(p.span.start, p.span.end));

describe('yaml: positions', () => {
  const lines = [
    'title: "Claims 👩‍💻 triage" # why',
    'owner:',
    '  name: Zoë 🚀',
    "  unit: 'Claims'",
    'metrics:',
    '  - a',
    '  - name: b',
  ];
  const expected = [
    ['title', 'Claims 👩‍💻 triage'],
    [
      'owner',
      [
        ['name', 'Zoë 🚀'],
        ['unit', 'Claims'],
      ],
    ],
    ['metrics', { list: ['a', [['name', 'b']]] }],
  ];
  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    for (const bom of ['', '\uFEFF']) {
      it(`are exact with ${name}${bom && ' and a BOM'}`, () => {
        const text = bom + lines.join(eol) + eol;
        const { root, problems, comments } = parseYaml(text, 0);
        assert.deepEqual(problems, []);
        assert.deepEqual(outline(root, text), expected);
        assert.deepEqual(
          comments.map((c) => [c.text, text.slice(c.span.start, c.span.end)]),
          [['why', '# why']],
        );
      });
    }
  }

  it('add the base', () => {
    const { root } = parseYaml('a: b', 100);
    assert.deepEqual(nodeAt(root, 'a')?.span, { start: 103, end: 104 });
  });

  it('put an absent value behind its colon, without width', () => {
    for (const [text, place] of [
      ['a:\nb: 1\n', 2],
      ['a: \nb: 1\n', 3],
      ['a:   # c\nb: 1\n', 3],
      ['{a: , b}', 4],
    ] as const) {
      const value = nodeAt(parseYaml(text, 0).root, 'a');
      assert.equal(value?.kind === 'scalar' && value.isNull, true);
      assert.deepEqual(value?.span, { start: place, end: place }, text);
    }
  });

  it('give quoted keys and block scalars their inside', () => {
    const text = '"a b": |\n  one\n  two\nc: >-\n  three\n  four\n';
    assert.deepEqual(outline(parseYaml(text, 0).root, text), [
      ['a b', 'one\n  two'],
      ['c', 'three\n  four'],
    ]);
    const c = nodeAt(parseYaml(text, 0).root, 'c');
    assert.equal(c?.kind === 'scalar' && c.text, 'three four');
  });
});

describe('yaml: values', () => {
  it('stay strings', () => {
    for (const text of ['2026-01-02', '0123', '1e3', 'true', 'No', '48h', '0x1F']) {
      const node = nodeAt(parseYaml(`a: ${text}`, 0).root, 'a');
      assert.equal(node?.kind === 'scalar' && node.text, text);
    }
  });
  it('know null', () => {
    for (const text of ['', '~', 'null', 'Null']) {
      const node = nodeAt(parseYaml(`a: ${text}\n`, 0).root, 'a');
      assert.equal(node?.kind === 'scalar' && node.isNull && node.text === '', true, text);
    }
    const quoted = nodeAt(parseYaml('a: ""', 0).root, 'a');
    assert.equal(quoted?.kind === 'scalar' && !quoted.isNull && quoted.inner.start === 4, true);
  });
  it('read an unquoted handle', () => {
    const { root, problems } = parseYaml('owner: @dana\n', 0);
    assert.deepEqual(problems, []);
    assert.deepEqual(outline(root, 'owner: @dana\n'), [['owner', '@dana']]);
  });
  it('are undefined for nothing', () => {
    for (const text of ['', '\n\n', '# only\n', '\uFEFF']) assert.equal(parseYaml(text, 0).root, undefined);
  });
});

describe('yaml: faults', () => {
  it('are told in their own value where the rest is sure', () => {
    assert.deepEqual(messages('title: Claims: triage\nb: 1\n'), ['syntax title']);
    assert.deepEqual(marked('title: Claims: triage\nb: 1\n'), ['Claims: triage']);
    assert.deepEqual(messages('o:\n  n: `x`\n'), ['syntax o.n']);
    assert.deepEqual(messages('a: "\\q"\n'), ['syntax a']);
    assert.deepEqual(messages('a: "x" y\n'), ['syntax a']);
    assert.deepEqual(messages('a: !foo 1\n'), ['syntax a']);
    assert.deepEqual(messages('a: >90% accuracy\nb: 1\n'), ['syntax a']);
  });
  it('are told for the whole text where it may be misread', () => {
    for (const text of [
      'a: "x\nb: 1\n',
      'a:1\nb: 2\n',
      'a: [1, 2\nb: 3\n',
      'a:\n\tb: 1\n',
      'a:\n   b: 1\n  c: 2\n',
      '%FOO\n',
      'a: - b\n',
    ])
      assert.deepEqual([...new Set(messages(text))], ['syntax'], text);
  });
  it('never speak the parser’s jargon', () => {
    for (const text of [
      'a: "x\nb: 1\n',
      'a:1\nb: 2\n',
      'a: [1, 2\nb: 3\n',
      'a: 1\n  b: 2\n',
      'a: @x: y\n',
      'a: [b]c\n',
      'a: {b c: d e: f}\n',
    ])
      for (const { message } of parseYaml(text, 0).problems) {
        assert.doesNotMatch(message, /implicit|scalar|collection|token|mapping|indicator/i, text);
        assert.match(message, /\.$/);
      }
  });
  it('report a second document', () => {
    assert.deepEqual(messages('a: 1\n---\nb: 2\n'), ['syntax']);
    assert.deepEqual(messages('---\na: 1\n'), []);
  });
  it('report a duplicate at the second key and keep the first', () => {
    const text = 'a: 1\nb:\n  c: 1\n  c: 2\na: 3\n';
    const { root, problems } = parseYaml(text, 0);
    assert.deepEqual(outline(root, text), [
      ['a', '1'],
      ['b', [['c', '1']]],
    ]);
    assert.deepEqual(
      problems.map((p) => [p.code, p.path.join('.'), p.span.start]),
      [
        ['duplicate-key', 'b.c', 17],
        ['duplicate-key', 'a', 22],
      ],
    );
  });
  it('report an alias and do not follow it', () => {
    const text = 'a: &x 1\nb: *x\nc: **bold**\n<<: *x\n';
    assert.deepEqual(messages(text), ['alias b', 'alias c', 'alias <<']);
    assert.deepEqual(marked(text), ['*x', '**bold**', '*x']);
  });
});

describe('yaml: hostile texts', () => {
  it('alias bomb', () => {
    let text = 'a0: &a0 [x, x]\n';
    for (let i = 1; i < 40; i++) text += `a${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}]\n`;
    const { problems } = parseYaml(text, 0);
    assert.equal(problems.length, MAX_PROBLEMS);
    assert.equal(problems[0]?.code, 'alias');
  });
  it('merge bomb', () => {
    let text = 'm0: &m0 {a: b}\n';
    for (let i = 1; i < 100; i++) text += `m${i}: &m${i}\n  <<: [*m${i - 1}, *m${i - 1}]\n`;
    assert.equal(parseYaml(text, 0).problems.length, MAX_PROBLEMS);
  });
  it('keys that mean something to JavaScript', () => {
    const text = '__proto__: {a: 1}\nconstructor: x\ntoString: y\nhasOwnProperty: z\n';
    const { root, problems } = parseYaml(text, 0);
    assert.deepEqual(problems, []);
    assert.deepEqual(outline(root, text), [
      ['__proto__', [['a', '1']]],
      ['constructor', 'x'],
      ['toString', 'y'],
      ['hasOwnProperty', 'z'],
    ]);
    assert.equal(({} as Record<string, unknown>).a, undefined);
  });
  it('complex keys, without a process warning', async () => {
    const seen: Error[] = [];
    const listen = (warning: Error) => void seen.push(warning);
    process.on('warning', listen);
    assert.deepEqual(messages('? [a, b]\n: c\nd: 1\n'), ['syntax']);
    assert.deepEqual(messages('owner: {{ owner }}\n'), ['syntax owner']);
    assert.deepEqual(messages('? {a: 1}\n: c\n'), ['syntax']);
    await new Promise((done) => setImmediate(done));
    process.off('warning', listen);
    assert.deepEqual(seen, []);
  });
  for (const [name, text] of [
    ['500 levels by indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['100,000 open brackets', `a: ${'['.repeat(100_000)}`],
    ['3,000 open maps', `a: ${'{a: '.repeat(3000)}`],
    ['5,000 dashes in a line', '- '.repeat(5000)],
    ['5,000 question marks', '? '.repeat(5000)],
  ] as const)
    it(`${name}: nested too deeply`, () => {
      const { root, problems } = parseYaml(text, 0);
      assert.equal(root, undefined);
      assert.match(problems[0]?.message ?? '', /nested too deeply/);
    });
  it('50 levels are read', () => {
    const text = `${'['.repeat(50)}x${']'.repeat(50)}`;
    assert.deepEqual(parseYaml(text, 0).problems, []);
  });
  it('16k keys and 8k duplicates', () => {
    const many = parseYaml(Array.from({ length: 16_000 }, (_, i) => `k${i}: v\n`).join(''), 0);
    assert.equal(many.root?.kind === 'map' && many.root.entries.length, 16_000);
    const twice = parseYaml('k: v\n'.repeat(8000), 0);
    assert.equal(twice.problems.length, MAX_PROBLEMS);
    assert.equal(twice.root?.kind === 'map' && twice.root.entries.length, 1);
  });
  it('a text beyond every measure is refused', () => {
    assert.match(parseYaml('a'.repeat(4_000_001), 0).problems[0]?.message ?? '', /too large/);
  });
  it('anything at all, without throwing and with spans inside the text', () => {
    const parts = [
      'a:',
      ' b',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '- ',
      '? ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&x',
      '*x',
      '!t',
      '|',
      '>',
      '#',
      '%',
      '@',
      '`',
      '---',
      '...',
      ',',
      '\0',
      '\u2028',
      '😀',
      '\uFEFF',
      '\ud800',
      '<<',
      '\\',
      '  ',
    ];
    let seed = 42;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed % n;
    };
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + random(25) }, () => parts[random(parts.length)]).join('');
      const { root, problems } = parseYaml(text, 0);
      for (const { span, message } of problems) {
        assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end, JSON.stringify(text));
        assert.match(message, /[.!)]$/);
      }
      const walk = (node: YamlNode): void => {
        assert.ok(node.span.start <= node.span.end && node.span.end <= text.length, JSON.stringify(text));
        if (node.kind === 'map') for (const entry of node.entries) walk(entry.value);
        if (node.kind === 'list') node.items.forEach(walk);
      };
      if (root) walk(root);
    }
  });
});

describe('nearest', () => {
  it('counts inserts, deletes, replacements and swaps as one', () => {
    for (const [a, b, n] of [
      ['owner', 'owners', 1],
      ['owner', 'onwer', 1],
      ['', 'abc', 3],
      ['ca', 'abc', 3],
      ['a', 'a', 0],
    ] as const)
      assert.equal(editDistance(a, b), n);
  });
  it('finds the word that was meant, or none', () => {
    const keys = ['owner', 'technical_owner', 'status', 'sector', 'eu'];
    assert.deepEqual(nearest('onwer', keys), { text: 'owner', distance: 1, unique: true });
    assert.deepEqual(nearest('Technical-Owner', keys), {
      text: 'technical_owner',
      distance: 3,
      unique: true,
    });
    assert.equal(nearest('banana', keys), undefined);
    assert.equal(nearest('', keys), undefined);
    assert.equal(nearest('x'.repeat(100), keys), undefined);
  });
  it('says when two are as near', () => {
    assert.equal(nearest('cat', ['bat', 'car'])?.unique, false);
    assert.equal(nearest('cat', ['car', 'bar'])?.unique, true);
  });
});
