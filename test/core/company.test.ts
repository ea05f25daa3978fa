import assert from 'node:assert/strict';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { headType } from '../../server/src/core/frontmatter/head.ts';
import { parseFrontmatter } from '../../server/src/core/frontmatter/parse.ts';
import { Company, lookupOf, registerFacts } from '../../server/src/core/workspace/company.ts';
import type { DocumentFacts, RegisterFacts } from '../../server/src/core/workspace/facts.ts';
import { headFacts } from '../../server/src/core/workspace/head-facts.ts';

const document = (path: string, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  path,
  initiative: undefined,
  title: undefined,
  status: undefined,
  useCaseClass: undefined,
  owner: undefined,
  span: { start: 0, end: 3 },
  ...more,
});

const register = (path: string, ...rows: readonly (readonly [string, string?])[]): RegisterFacts => ({
  path,
  rows: rows.map(([system, link]) => ({ path, system, document: link, span: { start: 0, end: 1 } })),
});

function company(...facts: readonly (DocumentFacts | RegisterFacts)[]): Company {
  const made = new Company();
  for (const one of facts) made.set(one.path, one);
  return made;
}

const sorted = (paths: Iterable<string>): string[] => [...paths].sort();

describe('Company', () => {
  it('finds the documents of an initiative by its id, whatever its letters, without retired ones and templates', () => {
    const known = company(
      document('b.md', { initiative: 'Claims  Triage' }),
      document('a.md', { initiative: 'ｃlaims triage' }),
      document('c.md', { initiative: 'claims triage', status: 'retired' }),
      document('d.md', { initiative: 'claims triage', template: true }),
    );
    assert.deepEqual(
      known.ofInitiative('claims triage').map(({ path }) => path),
      ['a.md', 'b.md'],
    );
    assert.deepEqual(
      known.documents.map(({ path }) => path),
      ['a.md', 'b.md', 'c.md', 'd.md'],
    );
  });

  it('gives a row to the document it links to, else to the one it names', () => {
    const claims = document('claims.md', { initiative: 'claims', title: 'Claims triage' });
    const refunds = document('refunds.md', { initiative: 'refunds' });
    const known = company(
      claims,
      refunds,
      register('r.md', ['Claims triage'], ['claims', 'refunds.md'], ['REFUNDS', 'gone.md'], ['Other']),
    );
    const rows = (doc: DocumentFacts): string[] => known.rowsOf(doc).map(({ system }) => system);
    assert.deepEqual(rows(claims), ['Claims triage']);
    assert.deepEqual(rows(refunds), ['claims', 'REFUNDS']);
    assert.equal(known.documentOf({ system: 'Other', document: undefined }), undefined);
  });

  it('says which files depend on another: documents of its initiative, its registers, and who links to it', () => {
    const known = company(
      document('a.md', { initiative: 'claims' }),
      document('b.md', { initiative: 'claims' }),
      document('c.md', { initiative: 'other', links: ['a.md'] }),
      register('r.md', ['Claims']),
      register('s.md', ['X', 'a.md']),
      register('t.md', ['Y', 'z.md']),
    );
    assert.deepEqual(sorted(known.dependents('a.md')), ['b.md', 'c.md', 'r.md', 's.md']);
    assert.deepEqual(sorted(known.dependents('r.md')), ['a.md', 'b.md']);
    assert.deepEqual(sorted(known.dependents('z.md')), ['t.md']);
    assert.deepEqual(sorted(known.dependents('nobody.md')), []);
  });

  it('tells of a change whom it concerns, before and after', () => {
    const known = company(
      document('a.md', { initiative: 'one' }),
      document('b.md', { initiative: 'one' }),
      document('c.md', { initiative: 'two' }),
      register('r.md', ['Two']),
    );
    assert.deepEqual(sorted(known.set('a.md', document('a.md', { initiative: 'two' }))), [
      'b.md',
      'c.md',
      'r.md',
    ]);
    assert.deepEqual(sorted(known.set('a.md', document('a.md', { initiative: 'two' }))), []);
    const moved = document('a.md', { initiative: 'two', span: { start: 9, end: 12 } });
    assert.deepEqual(sorted(known.set('a.md', moved)), ['c.md', 'r.md']);
    assert.deepEqual(sorted(known.remove('a.md')), ['c.md', 'r.md']);
    assert.equal(known.has('a.md'), false);
  });

  it('concerns every system in production when the first register appears, or the last one goes', () => {
    const known = company(
      document('a.md', { status: 'production' }),
      document('b.md', { status: 'paused' }),
      document('c.md', { status: 'pilot' }),
    );
    assert.deepEqual(sorted(known.set('r.md', register('r.md', ['Z']))), ['a.md', 'b.md']);
    assert.deepEqual(sorted(known.set('s.md', register('s.md', ['Z']))), []);
    assert.deepEqual(sorted(known.remove('s.md')), []);
    assert.deepEqual(sorted(known.set('r.md', { ...register('r.md'), template: true })), ['a.md', 'b.md']);
  });

  it('takes a file that changes its type for what it is now', () => {
    const known = company(document('a.md', { initiative: 'x' }));
    known.set('a.md', register('a.md', ['x']));
    assert.equal(known.documents.length, 0);
    assert.equal(known.registers.length, 1);
    known.set('a.md', document('a.md', { initiative: 'x' }));
    assert.equal(known.registers.length, 0);
    assert.deepEqual(known.rowsOf(document('a.md', { initiative: 'x' })), []);
  });

  it('equals a company made anew after any sequence of changes', () => {
    const paths = ['a.md', 'b.md', 'c.md', 'd.md'];
    const names = [undefined, 'one', 'ONE', 'two'];
    let seed = 7;
    const next = (n: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * n);
    };
    const known = new Company();
    const facts = new Map<string, DocumentFacts | RegisterFacts>();
    for (let step = 0; step < 400; step++) {
      const path = paths[next(4)] ?? '';
      const before = new Map([...facts.keys()].map((other) => [other, view(known, facts, other)]));
      let concerned: ReadonlySet<string>;
      if (next(5) === 0) {
        facts.delete(path);
        concerned = known.remove(path);
      } else {
        const one =
          next(3) === 0
            ? register(path, [names[next(4)] ?? '', paths[next(5)]], [names[next(4)] ?? '', paths[next(5)]])
            : document(path, {
                initiative: names[next(4)],
                title: names[next(4)],
                status: ['pilot', 'production', 'retired'][next(3)],
              });
        facts.set(path, one);
        concerned = known.set(path, one);
      }
      const fresh = company(...facts.values());
      for (const other of facts.keys()) {
        assert.deepEqual(view(known, facts, other), view(fresh, facts, other), `step ${step}, ${other}`);
        // Whoever sees something else now was told of.
        if (other !== path && before.get(other) !== view(known, facts, other))
          assert.ok(concerned.has(other), `step ${step}: ${other} was not told`);
      }
    }
  });

  it('answers from the lists where a host offers no look-up', () => {
    const workspace = {
      documents: [document('a.md', { initiative: 'x' })],
      registers: [],
      link: () => undefined,
    };
    assert.equal(lookupOf(workspace).at('a.md')?.initiative, 'x');
    assert.equal(lookupOf(workspace), lookupOf(workspace));
  });
});

/** What the rules of one file can see of the others. */
function view(
  known: Company,
  facts: ReadonlyMap<string, DocumentFacts | RegisterFacts>,
  path: string,
): string {
  const one = facts.get(path);
  if (!one) return '';
  if ('rows' in one) return JSON.stringify(one.rows.map((row) => known.documentOf(row)?.path));
  return JSON.stringify([
    one.initiative === undefined
      ? []
      : known.ofInitiative(one.initiative).filter((other) => other.path !== path),
    known.rowsOf(one),
    one.status === 'production' && known.registers.length > 0,
  ]);
}

describe('what a head tells', () => {
  const of = (text: string): Partial<DocumentFacts> => headFacts('a.md', text);

  it('reads the frontmatter without parsing it', () => {
    const text =
      '---\ntype: decision-rights\ninitiative: claims-triage\ntitle: "Claims: triage"\nstatus: production\nuse_case_class: back-office\nowner:\n  name: Dana Whitfield\n  title: VP Claims\nescalation:\n  name: nobody\n---\n\n# Other\n';
    const facts = headFacts('a.md', text);
    assert.deepEqual(facts, {
      path: 'a.md',
      initiative: 'claims-triage',
      title: 'Claims: triage',
      status: 'production',
      useCaseClass: 'back-office',
      owner: 'Dana Whitfield',
      span: facts.span,
    });
    assert.equal(text.slice(facts.span.start, facts.span.end), 'claims-triage');
  });

  it('takes the first heading for a title, and only a heading', () => {
    assert.equal(of('# **Claims** triage #\n\nText\n').title, 'Claims triage');
    assert.equal(of('Text\n\n```sh\n# comment\n```\n\n# Claims\n').title, 'Claims');
    assert.equal(of('## Owner\n\n# Claims\n').title, undefined);
  });

  it('leaves invalid values to the rule that reports them', () => {
    const { status, useCaseClass } = of(
      '---\ntype: decision-rights\nstatus: live\nuse_case_class: both\n---\n',
    );
    assert.deepEqual([status, useCaseClass], [undefined, undefined]);
    assert.equal(of('---\ntype: decision-rights\ntemplate: yes\n---\n').template, true);
  });

  it('says what the parser says, however the values are written', () => {
    const values = [
      'plain',
      'two words',
      '"quoted"',
      "'single'",
      '"with \\"escape\\""',
      "'it''s'",
      '"a: b"',
      'a:b',
      'a # comment',
      'a#b',
      '',
      '~',
      'null',
      '|\n  block\n  text',
      '>-\n  folded\n  text',
      'first\n  second',
      '[a, b]',
      '{a: b}',
      '\n  - a\n  - b',
      '\n  name: Dana\n  title: VP',
      '\n    name: Dana\n    exception:\n      name: not me',
      '\n  # comment\n  name: "Dana W"',
      '{name: Dana}',
      '&anchor a',
      '*alias',
      '- a',
      '2026-01-05',
      '日本語',
      'a\n\n  b',
      '@dana',
      '`a`',
      '%a',
      '?a',
      ': a',
      'a:',
    ];
    for (const eol of ['\n', '\r\n'])
      for (const value of values)
        for (const key of ['initiative', 'owner', 'title', 'status']) {
          const text = `---\ntype: decision-rights\n${key}: ${value}\nx-more: 1\n---\n`.replaceAll('\n', eol);
          const frontmatter = parseFrontmatter(text);
          const node = frontmatter.node(key);
          const said = node?.kind === 'scalar' && !node.isNull ? node.text.trim() : undefined;
          const facts = headFacts('a.md', text);
          const label = JSON.stringify(text);
          if (key === 'owner') {
            const name = frontmatter.node('owner', 'name');
            const expected = name?.kind === 'scalar' ? name.text : node?.kind === 'list' ? 'a' : said;
            assert.equal(facts.owner, expected || undefined, label);
          } else if (key === 'initiative') {
            // A list of ids is reported as what it is.
            if (node?.kind !== 'list') assert.equal(facts.initiative, said || undefined, label);
          } else if (key === 'title' && node?.kind !== 'list')
            assert.equal(facts.title, said || undefined, label);
          assert.equal(headType(text), 'decision-rights', label);
        }
  });

  it('never throws', () => {
    for (const text of ['', '---', '---\n', '---\n---', '\uFEFF---\r\ntype: x', '---\ntype: [\n---\n'])
      assert.doesNotThrow(() => headFacts('a.md', text));
  });
});

describe('what a register tells', () => {
  it('gives each row its system, its document as a path of the workspace, and its owner', () => {
    const text =
      '---\ntype: ai-system-register\n---\n\n| Document | System | Owner |\n| --- | --- | --- |\n| [a](../docs/a%20b.md#x) | **Claims** | Dana |\n| https://example.com/x.md | Refunds | |\n| | Other | — |\n';
    const doc = new DecisionRightsDocument('reg/r.md', text, {
      type: 'ai-system-register',
      by: 'frontmatter',
    });
    const { rows } = registerFacts(doc);
    assert.deepEqual(
      rows.map(({ system, document: path, owner }) => [system, path, owner]),
      [
        ['Claims', 'docs/a b.md', 'Dana'],
        ['Refunds', undefined, undefined],
        ['Other', undefined, '—'],
      ],
    );
  });
});
