import assert from 'node:assert/strict';
import type { CompletionItem, DocumentSymbol, Position } from 'vscode-languageserver';
import { TOKEN_LEGEND } from '../../server/src/core/features/token-legend.ts';
import { FULL_CLIENT, LspClient, type OpenFile } from '../support/lsp-client.ts';
import { BAD, SECOND_A, SHARED_ROW } from './documents.ts';

const HEAD = '---\ntype: decision-rights\n';

describe('language server: features', () => {
  let client: LspClient;
  before(async () => {
    client = new LspClient();
    client.write(
      '.decision-rights.yaml',
      'people:\n  - id: dana\n    name: Dana Whitfield\n    title: VP Claims\n  - name: Old Hand\n    active: false\nroles:\n  CTO: dana\n',
    );
    await client.initialize();
  });
  after(() => client.dispose());

  let number = 0;
  /** Opens a text; `‸` in it is the cursor. */
  function openAt(marked: string): { file: OpenFile; cursor: Position } {
    const offset = marked.indexOf('‸');
    const file = client.open(`${++number}.md`, marked.replace('‸', ''));
    return { file, cursor: file.lines.positionAt(offset) };
  }

  async function completed(marked: string, label: string): Promise<string> {
    const { file, cursor } = openAt(marked);
    const items = await file.complete(cursor);
    const item = items.find((candidate) => candidate.label === label);
    assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
    assertReplacesTyped(item, file, cursor);
    const edit = item.textEdit;
    assert.ok(edit && 'range' in edit);
    file.applyEdits([{ range: edit.range, newText: plain(edit.newText) }]);
    return file.text;
  }

  /** What an editor demands of a range: one line, around the cursor, and what was typed begins what is filtered by. */
  function assertReplacesTyped(item: CompletionItem, file: OpenFile, cursor: Position): void {
    const edit = item.textEdit;
    assert.ok(edit && 'range' in edit);
    const { start, end } = edit.range;
    assert.equal(start.line, end.line);
    assert.equal(start.line, cursor.line);
    assert.ok(start.character <= cursor.character && cursor.character <= end.character);
    const typed = file.textOf({ start, end: cursor }).toLowerCase();
    let from = 0;
    for (const c of typed) {
      from = (item.filterText ?? item.label).toLowerCase().indexOf(c, from);
      assert.ok(from >= 0, `${JSON.stringify(typed)} would filter ${item.label} out`);
      from++;
    }
  }

  /** A snippet as it stands when nothing is filled in. */
  function plain(snippet: string): string {
    return snippet
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
      .replace(/\$\d+/g, '')
      .replace(/\\([$}\\])/g, '$1');
  }

  const labels = async (marked: string): Promise<string[]> => {
    const { file, cursor } = openAt(marked);
    return (await file.complete(cursor)).map(({ label }) => label);
  };

  describe('completion', () => {
    for (const [name, text, label, expected] of [
      ['a key', `${HEAD}stat‸\n---\n`, 'status', `${HEAD}status: pilot\n---\n`],
      ['a key from its middle', `${HEAD}st‸at\n---\n`, 'status', `${HEAD}status: pilot\n---\n`],
      [
        'the name of a key that has its value',
        `${HEAD}sta‸x: gate\n---\n`,
        'status',
        `${HEAD}status: gate\n---\n`,
      ],
      [
        'a nested key',
        `${HEAD}gate:\n  deci‸\n---\n`,
        'decider',
        `${HEAD}gate:\n  decider: Ines Moreau, COO\n---\n`,
      ],
      [
        'a key in a list of maps',
        `${HEAD}metrics:\n  - name: x\n    uni‸\n---\n`,
        'unit',
        `${HEAD}metrics:\n  - name: x\n    unit: EUR per claim\n---\n`,
      ],
      [
        'a key behind a dash',
        `${HEAD}metrics:\n  - na‸\n---\n`,
        'name',
        `${HEAD}metrics:\n  - name: Cost per claim\n---\n`,
      ],
      ['a key in braces', `${HEAD}owner: {na‸}\n---\n`, 'name', `${HEAD}owner: {name: }\n---\n`],
      ['an enum value', `${HEAD}status: ga‸\n---\n`, 'gate', `${HEAD}status: gate\n---\n`],
      ['over another value', `${HEAD}status: ‸pilot\n---\n`, 'gate', `${HEAD}status: gate\n---\n`],
      [
        'and keeps the comment',
        `${HEAD}status: ‸pilot # why\n---\n`,
        'gate',
        `${HEAD}status: gate # why\n---\n`,
      ],
      ['right behind the colon', `${HEAD}status:‸\n---\n`, 'gate', `${HEAD}status: gate\n---\n`],
      ['inside quotes', `${HEAD}status: "ga‸"\n---\n`, 'gate', `${HEAD}status: gate\n---\n`],
      [
        'an item of a flow list',
        `${HEAD}stop_authority:\n  rights: [pause, ro‸]\n---\n`,
        'roll-back',
        `${HEAD}stop_authority:\n  rights: [pause, roll-back]\n---\n`,
      ],
      [
        'an item of a block list',
        `${HEAD}stop_authority:\n  rights:\n    - pa‸\n---\n`,
        'pause',
        `${HEAD}stop_authority:\n  rights:\n    - pause\n---\n`,
      ],
      ['a person', `${HEAD}owner: Da‸\n---\n`, 'Dana Whitfield', `${HEAD}owner: Dana Whitfield\n---\n`],
      [
        'with CRLF',
        `${HEAD}stat‸\n---\n`.replaceAll('\n', '\r\n'),
        'status',
        `${HEAD}status: pilot\n---\n`.replaceAll('\n', '\r\n'),
      ],
      [
        'several lines with their indentation',
        `${HEAD}gate:\n  busi‸\n---\n`,
        'business_case',
        `${HEAD}gate:\n  business_case:\n    answer: yes\n    evidence: Pilot saved 5.20 EUR per claim over 8 weeks\n    link: cases/claims-triage.md\n    signed_by: Dana Whitfield\n---\n`,
      ],
    ] as const)
      it(`writes ${name}`, async () => assert.equal(await completed(text, label), expected));

    it('offers today where a date belongs', async () => {
      const today = new Date().toISOString().slice(0, 10);
      assert.deepEqual(await labels(`${HEAD}gate:\n  decide_by: ‸\n---\n`), [today]);
    });

    it('leaves out keys that are there, people who have left, and everything outside a schema', async () => {
      const keys = await labels(`${HEAD}status: gate\n‸\n---\n`);
      assert.ok(keys.includes('owner') && !keys.includes('status') && !keys.includes('type'));
      const people = await labels(`${HEAD}owner: ‸\n---\n`);
      assert.ok(people.includes('Dana Whitfield') && !people.includes('Old Hand'));
      assert.deepEqual(await labels(`${HEAD}x-mine:\n  ab‸\n---\n`), []);
      assert.deepEqual(await labels(`${HEAD}title: cla‸\n---\n`), []);
    });

    const TABLE = '\n| Decision | VP Claims | CTO |\n| --- | --- | --- |\n| Pilot go/no-go | A | R |\n';
    it('writes letters in a matrix, also in a row that is half typed', async () => {
      const head = `${HEAD}---\n${TABLE}`;
      assert.equal(
        await completed(`${head}| Production go-live | ‸ |  |\n`, 'A'),
        `${head}| Production go-live | A |  |\n`,
      );
      assert.equal(
        await completed(`${head}| Production go-live |‸|  |\n`, 'R'),
        `${head}| Production go-live | R |  |\n`,
      );
      assert.equal(
        await completed(`${head}| Production go-live | A/‸ |  |\n`, 'R'),
        `${head}| Production go-live | A/R |  |\n`,
      );
      assert.equal(
        await completed(`${head}| Production go-live | ‸\n`, 'A'),
        `${head}| Production go-live | A\n`,
      );
    });

    it('writes the decisions that have no row yet', async () => {
      const head = `${HEAD}---\n${TABLE}`;
      const offered = await labels(`${head}| ‸ | A | R |\n`);
      assert.ok(offered.includes('Production go-live') && !offered.includes('Pilot go/no-go'));
    });

    it('writes people in columns of roles', async () => {
      const head = `${HEAD}---\n\n| Decision | Responsible | Accountable | Consulted | Informed |\n| --- | --- | --- | --- | --- |\n`;
      const text = await completed(
        `${head}| Pilot go/no-go | Lena Roth | Da‸ | Legal | |\n`,
        'Dana Whitfield',
      );
      assert.equal(text, `${head}| Pilot go/no-go | Lena Roth | Dana Whitfield | Legal | |\n`);
    });

    it('writes section headings that are not there, with what goes under them', async () => {
      const text = await completed(
        `${HEAD}---\n\n# Title\n\n## Owner\n\nDana.\n\n## Sto‸\n`,
        'Stop authority',
      );
      assert.match(text, /\n## Stop authority\n\nName may pause or roll back/);
      const offered = await labels(`${HEAD}---\n\n# Title\n\n## Owner\n\nDana.\n\n## ‸\n`);
      assert.ok(offered.includes('Escalation') && !offered.includes('Owner'));
      assert.deepEqual(await labels(`${HEAD}---\n\n\`\`\`\n# ‸\n\`\`\`\n`), []);
    });

    it('writes directives and their rules', async () => {
      const body = await completed(`${HEAD}---\n\n<!-- dec‸\nText.\n`, 'decision-rights-disable-next-line');
      assert.equal(body, `${HEAD}---\n\n<!-- decision-rights-disable-next-line rule: reason -->\nText.\n`);
      const rule = await completed(`${HEAD}---\n\n<!-- decision-rights-disable own‸ -->\n`, 'owner-missing');
      assert.equal(rule, `${HEAD}---\n\n<!-- decision-rights-disable owner-missing: reason -->\n`);
      const yaml = await completed(`${HEAD}status: gate # ‸\n---\n`, 'decision-rights-disable-line');
      assert.equal(yaml, `${HEAD}status: gate # decision-rights-disable-line rule: reason\n---\n`);
    });

    it('gives plain text to clients without snippets', async () => {
      const simple = new LspClient();
      try {
        await simple.initialize({});
        const file = simple.open('a.md', `${HEAD}stat\n---\n`);
        const items = await file.complete({ line: 2, character: 4 });
        const status = items.find(({ label }) => label === 'status');
        assert.equal(status?.insertTextFormat, 1);
        assert.equal(status?.textEdit?.newText, 'status: ');
        assert.ok(items.every(({ textEdit }) => !textEdit?.newText.includes('${')));
      } finally {
        simple.dispose();
      }
    });
  });

  describe('hover', () => {
    const about = async (marked: string): Promise<string> => {
      const { file, cursor } = openAt(marked);
      return (await file.hover(cursor))?.contents.value ?? '';
    };

    it('explains every key', async () => {
      assert.match(await about(`${HEAD}gate:\n  deci‸sion: pass\n---\n`), /What was decided[\s\S]*`no-pass`/);
    });
    it('explains headings', async () => {
      assert.match(
        await about(`${HEAD}---\n\n# T\n\n## 3. Kill sw‸itch\n\nx\n`),
        /pause the system or roll it back/,
      );
    });
    it('says what a letter means, for whom and for what', async () => {
      const text = BAD.replace(SHARED_ROW, `${SHARED_ROW.slice(0, SECOND_A)}‸${SHARED_ROW.slice(SECOND_A)}`);
      assert.match(await about(text), /\*\*Accountable\*\*: CTO, for \*👩🏽‍💼 Production go-live\*/);
    });
    it('explains a finding: message, reason, statements', async () => {
      assert.match(
        await about('‸---\ntype: decision-rights\n---\n'),
        /Rests on our source[\s\S]*statement \d/,
      );
    });
    it('shows the words of a document and never does what they say', async () => {
      const evil = '[x](command:evil) <img src=x> `a` **b** www.x.y https://z.example a@b.c';
      const head = `${HEAD}---\n\n## RACI\n\n| Decision | ${evil} | CTO |\n| --- | --- | --- |\n| Pilot go/no-go | ‸A | R |\n`;
      const shown = await about(head);
      assert.ok(shown.length > 0);
      assert.doesNotMatch(shown, /(?<!\\)\[x|(?<!\\)<img|https:\/\/|www\.x/);
    });
  });

  describe('symbols and tokens', () => {
    it('list frontmatter and headings as a tree', async () => {
      const file = client.open(
        'symbols.md',
        `${HEAD}status: gate\n---\n\n# A\n\n## B\n\nx\n\n### C\n\n## D\n`,
      );
      const tree = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: file.document,
      });
      const shape = (symbols: DocumentSymbol[]): unknown =>
        symbols.map(({ name, children }) => [name, shape(children ?? [])]);
      assert.deepEqual(shape(tree), [
        [
          'Frontmatter',
          [
            ['type', []],
            ['status', []],
          ],
        ],
        [
          'A',
          [
            ['B', [['C', []]]],
            ['D', []],
          ],
        ],
      ]);
    });

    it('colour parties, letters and lengths of time', async () => {
      const file = client.open(
        'tokens.md',
        `${HEAD}owner: Dana Whitfield\nescalation:\n  timebox: 48h\n---\n\n## RACI\n\n| Decision | VP Claims | CTO |\n| --- | --- | --- |\n| 👩🏽‍💼 Pilot go/no-go | A | R |\n`,
      );
      const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', {
        textDocument: file.document,
      });
      const seen: string[] = [];
      let [line, character] = [0, 0];
      for (let i = 0; i < data.length; i += 5) {
        const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
        character = down === 0 ? character + right : right;
        line += down;
        const range = { start: { line, character }, end: { line, character: character + length } };
        seen.push(`${TOKEN_LEGEND[type]} ${file.textOf(range)}`);
      }
      assert.deepEqual(seen, [
        'person Dana Whitfield',
        'duration 48h',
        'position VP Claims',
        'position CTO',
        'accountable A',
        'responsible R',
      ]);
    });
  });

  it('explains a rule on command', async () => {
    const page = await client.request<string>('workspace/executeCommand', {
      command: 'decisionRights.explain',
      arguments: ['owner-missing'],
    });
    assert.match(page, /owner-missing/);
  });
});

describe('language server: code actions', () => {
  for (const [what, capabilities] of [
    ['versioned edits', FULL_CLIENT],
    ['plain edits', { ...FULL_CLIENT, workspace: {} }],
  ] as const)
    it(`take a finding away when applied, as ${what}`, async () => {
      const client = new LspClient();
      try {
        await client.initialize(capabilities);
        const file = client.open('a.md', BAD.replaceAll('\n', '\r\n'));
        const finding = (await file.pushed()).find(({ code }) => code === 'raci-shared-accountable');
        assert.ok(finding);
        const actions = await file.actions(finding.range, [finding]);
        const fix = actions.find(({ title }) => /keep/i.test(title));
        assert.ok(fix, actions.map(({ title }) => title).join('; '));
        assert.equal(fix.kind, 'quickfix');
        assert.deepEqual(fix.diagnostics, [finding]);
        file.apply(fix);
        assert.doesNotMatch(file.text, /[^\r]\n/);
        await file.pushed((diagnostics) =>
          diagnostics.every(({ code }) => code !== 'raci-shared-accountable'),
        );
      } finally {
        client.dispose();
      }
    });

  it('make an exception with a reason, wherever the finding stands', async () => {
    const client = new LspClient();
    try {
      await client.initialize();
      const texts = [
        BAD,
        `${HEAD}status: production\n---\n\n## Owner\n\nDana Whitfield, Lena Roth\n`,
        `${HEAD}owner: [Dana Whitfield, Lena Roth]\n---\n`,
      ];
      let tried = 0;
      for (const [index, text] of texts.entries()) {
        const file = client.open(`exception-${index}.md`, text);
        for (const finding of await file.pushed()) {
          const [action] = (await file.actions(finding.range, [finding])).filter(
            ({ title }) => title.includes('exception') && title.includes(String(finding.code)),
          );
          if (!action) continue;
          tried++;
          const other = client.open(`exception-${index}-${tried}.md`, text);
          const edits = action.edit?.documentChanges?.[0];
          assert.ok(edits && 'edits' in edits);
          other.applyEdits(
            edits.edits.map((edit) => edit as { range: typeof finding.range; newText: string }),
          );
          other.replace('[reason]', 'Agreed with the board in March');
          const left = await other.pushed();
          const count = (all: typeof left): number => all.filter(({ code }) => code === finding.code).length;
          const before = count(await file.pushed());
          const one = !action.title.includes('whole');
          assert.ok(
            one ? count(left) === before - 1 : count(left) < before,
            `${finding.code}:\n${other.text}`,
          );
        }
      }
      assert.ok(tried >= 2, `${tried} exceptions`);
    } finally {
      client.dispose();
    }
  });

  it('fix everything safe at once, and nothing else', async () => {
    const client = new LspClient();
    try {
      await client.initialize();
      const text = BAD.replace('status: production', 'status: productoin\nautonmy: advisory');
      const file = client.open('a.md', text);
      await file.pushed();
      const everything = { start: { line: 0, character: 0 }, end: file.lines.end };
      const [action, ...more] = await file.actions(everything, [], ['source.fixAll']);
      assert.ok(action, 'fix all is offered');
      assert.deepEqual(more, []);
      assert.equal(action.kind, 'source.fixAll.decisionRights');
      file.apply(action);
      assert.equal(file.text, BAD.replace('status: production', 'status: production\nautonomy: advisory'));
      assert.deepEqual(await file.actions(everything, [], ['source.fixAll.decisionRights']), []);
      assert.deepEqual(await file.actions(everything, [], ['refactor']), []);
    } finally {
      client.dispose();
    }
  });
});
