import assert from 'node:assert/strict';
import { fixesOf } from '../support/fixes.ts';

// What fixes of the RACI rules write where a table is not as plain as in the examples.

const START = '---\ntype: decision-rights\n---\n\n## RACI\n\n';
const OWNED = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## RACI\n\n';
const NAMES = '| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n';

describe('keeping one of two Accountables', () => {
  const fixes = (text: string): Record<string, string[]> => fixesOf('raci-shared-accountable', { text });

  it('leaves no half of a pair of asterisks', () => {
    assert.deepEqual(
      fixes(`${START}${NAMES}| Choice of vendor | Ada Okafor | **Dana Whitfield** and Tom Reed | — |\n`),
      {
        'Keep Dana Whitfield accountable; Tom Reed becomes Consulted': [
          '| Choice of vendor | Ada Okafor | Dana Whitfield | Tom Reed |',
        ],
        'Keep Tom Reed accountable; Dana Whitfield becomes Consulted': [
          '| Choice of vendor | Ada Okafor | Tom Reed | Dana Whitfield |',
        ],
      },
    );
    assert.deepEqual(
      Object.values(
        fixes(`${START}${NAMES}| Choice of vendor | Ada Okafor | Dana Whitfield and **Tom Reed** | n/a |\n`),
      ),
      [
        ['| Choice of vendor | Ada Okafor | Dana Whitfield | Tom Reed |'],
        ['| Choice of vendor | Ada Okafor | Tom Reed | Dana Whitfield |'],
      ],
    );
  });

  it('blanks the names in rows that go on with the first, and only those', () => {
    assert.deepEqual(
      fixes(
        `${START}${NAMES}| Choice of vendor | Ada Okafor | Dana Whitfield and Tom Reed | Legal |\n| | Ben Ito | Lena Vogt | |\n`,
      ),
      {
        'Keep Dana Whitfield accountable; Tom Reed and Lena Vogt become Consulted': [
          '| Choice of vendor | Ada Okafor | Dana Whitfield | Legal, Tom Reed, Lena Vogt |',
          '| | Ben Ito | — | |',
        ],
        'Keep Tom Reed accountable; Dana Whitfield and Lena Vogt become Consulted': [
          '| Choice of vendor | Ada Okafor | Tom Reed | Legal, Dana Whitfield, Lena Vogt |',
          '| | Ben Ito | — | |',
        ],
        'Keep Lena Vogt accountable; Dana Whitfield and Tom Reed become Consulted': [
          '| Choice of vendor | Ada Okafor | — | Legal, Dana Whitfield, Tom Reed |',
        ],
      },
    );
  });

  it('blanks a whole cell, however many names it holds', () => {
    const [kept] = Object.entries(
      fixes(
        `${START}${NAMES}| Choice of vendor | Ada Okafor | Dana Whitfield | Legal |\n| | Ben Ito | Tom Reed and Lena Vogt | |\n`,
      ),
    );
    assert.deepEqual(kept, [
      'Keep Dana Whitfield accountable; Tom Reed and Lena Vogt become Consulted',
      [
        '| Choice of vendor | Ada Okafor | Dana Whitfield | Legal, Tom Reed, Lena Vogt |',
        '| | Ben Ito | — | |',
      ],
    ]);
  });

  it('keeps a bar of a title from cutting the cell, and leaves it alone in HTML', () => {
    const title = 'VP Claims \\| Motor';
    assert.deepEqual(
      Object.values(
        fixes(`${START}${NAMES}| Choice of vendor | Ada Okafor | Dana Whitfield; Tom Reed, ${title} | — |\n`),
      ),
      [
        [`| Choice of vendor | Ada Okafor | Dana Whitfield | Tom Reed, ${title} |`],
        [`| Choice of vendor | Ada Okafor | Tom Reed, ${title} | Dana Whitfield |`],
      ],
    );
    const html = (accountable: string, consulted: string): string =>
      `<table>\n<tr><th>Decision</th><th>Responsible</th><th>Accountable</th><th>Consulted</th></tr>\n<tr><td>Choice of vendor</td><td>Ada Okafor</td><td>${accountable}</td><td>${consulted}</td></tr>\n</table>\n`;
    const written = fixes(`${START}${html('Dana Whitfield; Tom Reed, VP Claims | Motor', 'Legal')}`);
    assert.deepEqual(Object.values(written)[0], [
      html('Dana Whitfield', 'Legal, Tom Reed, VP Claims | Motor').split('\n')[2],
    ]);
  });

  it('blanks the other line of a list', () => {
    assert.deepEqual(
      fixes(
        '---\ntype: decision-rights\n---\n\n## Choice of vendor\n\n- Accountable: Dana Whitfield\n- Accountable: Tom Reed\n- Responsible: Ada Okafor\n',
      ),
      {
        'Keep Dana Whitfield accountable; Tom Reed is taken out': ['- Accountable: —'],
        'Keep Tom Reed accountable; Dana Whitfield is taken out': ['- Accountable: —'],
      },
    );
  });

  it('takes the others out where the table has no column for those Consulted', () => {
    assert.deepEqual(
      Object.keys(
        fixes(
          `${START}| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Choice of vendor | Ada Okafor | Dana Whitfield, Tom Reed and Ben Ito |\n`,
        ),
      ),
      [
        'Keep Dana Whitfield accountable; Tom Reed and Ben Ito are taken out',
        'Keep Tom Reed accountable; Dana Whitfield and Ben Ito are taken out',
        'Keep Ben Ito accountable; Dana Whitfield and Tom Reed are taken out',
      ],
    );
  });

  describe('in the frontmatter', () => {
    const decision = (accountable: string, consulted: string): string =>
      `---\ntype: decision-rights\ndecisions:\n  choice-of-vendor:\n    accountable:${accountable}\n    responsible: [Ada Okafor]\n    consulted:${consulted}\n---\n`;
    const TWO = ' [Dana Whitfield, Tom Reed]';
    const keepDana = (text: string): [string, string[]] | undefined => Object.entries(fixes(text))[0];

    it('writes the one name in place of a list, however it is written', () => {
      assert.deepEqual(keepDana(decision('\n      - Dana Whitfield\n      - Tom Reed', ' [Legal]')), [
        'Keep Dana Whitfield accountable; Tom Reed becomes Consulted',
        ['    accountable: Dana Whitfield', '    consulted: [Legal, Tom Reed]'],
      ]);
    });

    it('adds to those Consulted in any form of list', () => {
      const consulted = (was: string): string[] => (keepDana(decision(TWO, was))?.[1] ?? []).slice(1);
      assert.deepEqual(consulted(''), ['      - Tom Reed']);
      assert.deepEqual(consulted(' Legal'), ['    consulted:', '      - Legal', '      - Tom Reed']);
      assert.deepEqual(consulted('\n      - Legal'), ['      - Tom Reed']);
      assert.deepEqual(consulted(' []'), ['    consulted:', '      - Tom Reed']);
    });

    it('leaves those Consulted as they are where one is a person with details', () => {
      assert.deepEqual(keepDana(decision(TWO, '\n      - name: Lena Vogt')), [
        'Keep Dana Whitfield accountable; Tom Reed is taken out',
        ['    accountable: Dana Whitfield'],
      ]);
    });
  });
});

describe('a row that is missing', () => {
  const fixes = (table: string): Record<string, string[]> =>
    fixesOf('raci-category-missing', { text: `${OWNED}${table}` });
  const ADDED = 'Add a row “Production halt or rollback” with Dana Whitfield Accountable';
  const IN_FRONTMATTER = [
    'decisions:',
    '  production-halt-rollback:',
    '    accountable: Dana Whitfield',
    '    responsible:',
    '      - "[Name]"',
  ];

  it('goes into the frontmatter where the table has decisions across the top', () => {
    assert.deepEqual(
      fixes(
        '| Role | Pilot go/no-go | Production go-live | Changes to the prompt |\n| --- | --- | --- | --- |\n| Dana Whitfield | A | A | A |\n| Ben Ito | R | R | R |\n',
      ),
      { [ADDED]: IN_FRONTMATTER },
    );
  });

  it('goes into the frontmatter where nobody is named as owner', () => {
    const text =
      '---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | VP Claims | Legal |\n| --- | --- | --- |\n| Pilot go/no-go | A/R | C |\n| Production go-live | A/R | C |\n| Changes to the prompt | A/R | C |\n';
    assert.deepEqual(fixesOf('raci-category-missing', { text, raises: ['technical-owner-missing'] }), {
      'Add a row “Production halt or rollback”': IN_FRONTMATTER.map((line) =>
        line.replace('Dana Whitfield', '"[Name]"'),
      ),
    });
  });

  it('goes into the frontmatter where the table is HTML, or has no column for it', () => {
    const rows = ['Pilot go/no-go', 'Production go-live', 'Changes to the prompt'];
    const html = rows
      .map((row) => `<tr><td>${row}</td><td>Dana Whitfield</td><td>Ben Ito</td></tr>`)
      .join('\n');
    assert.deepEqual(
      fixes(
        `<table>\n<tr><th>Decision</th><th>Accountable</th><th>Responsible</th></tr>\n${html}\n</table>\n`,
      ),
      { [ADDED]: IN_FRONTMATTER },
    );
    const matrix = rows.map((row) => `| ${row} | A/R | C |`).join('\n');
    assert.deepEqual(fixes(`| Decision | Ben Ito | Legal |\n| --- | --- | --- |\n${matrix}\n`), {
      [ADDED]: IN_FRONTMATTER,
    });
  });
});
