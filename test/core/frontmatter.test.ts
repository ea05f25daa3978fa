import assert from 'node:assert/strict';
import { FRONTMATTER_SCHEMA, lookupKey } from '../../server/src/core/frontmatter/keys.ts';
import { frontmatterEnd, parseFrontmatter } from '../../server/src/core/frontmatter/parse.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import type { Schema } from '../../server/src/core/yaml/schema.ts';

/** Code, path and marked text of each problem. */
function problems(text: string): string[] {
  return parseFrontmatter(text).problems.map(
    (p) => `${p.code} ${p.path.join('.')} «${text.slice(p.span.start, p.span.end)}»`,
  );
}
const inBlock = (yaml: string): string[] => problems(`---\n${yaml}\n---\n`);
const body = (text: string): string => text.slice(frontmatterEnd(text));

const FULL = `type: decision-rights
initiative: claims-triage
title: Claims triage
status: gate
autonomy: agentic
use_case_class: customer-facing
benefiting_unit: Claims
owner:
  name: Dana Whitfield
  title: VP Claims
  unit: Claims
  accepted_on: 2026-01-15
  evidence: mail.md
  product_owner: false
  exception: { reason: none, approved_by: Ines Moreau }
technical_owner: "@omar"
metrics:
  - Fewer calls
  - { name: Cost, type: cost-reduction, unit: EUR, baseline: 14.2, target: 9, by: 2026-12-31 }
technical_metrics: [F1]
decisions:
  pilot-go-no-go: { accountable: Dana, responsible: [Omar], consulted: Legal, informed: [] }
  my-own: { accountable: [Dana, Omar] }
roles:
  VP Claims: Dana Whitfield
raci_model: rasci
stop_authority:
  holder: Dana
  rights: [pause, roll-back]
  triggers: [loss]
  reach_within: soon
  mechanism: switch
  executed_by: SRE
  deputy: Lena
escalation:
  parties: [Dana, CTO]
  timebox: two business days
  starts: in writing
  tie_breaker: CTO
  documented_in: log.md
  interim_state: paused
gate:
  defined_on: 2026-01-01
  decide_by: 2026-04-30
  decided_on: 2026-04-28
  decider: Ines
  decision: conditional pass
  business_case: { answer: yes, evidence: x, link: y, signed_by: Dana }
  owner_accepts: { answer: No }
  budget: { answer: TRUE, amount: 10, cost_centre: 4, approved_by: CFO, approved_on: 2026-01-01 }
  blocked: { reason: x, ask_to: CEO, ask_by: 2026-01-01 }
  readiness: r.md
operating_model: { type: coe, capability_team_size: 3, cross_functional: yes, handoff_on: 2026-01-01, named_executive: Ines, oversight: x, authority: [budget, adoption, integration] }
actions: [{ action: refund, limit: 50, reversible: partly, reversal_time: 2d }]
eu: { in_scope: true, role: deployer, classification: high-risk, annex: III, accountable_person: Dana, oversight_persons: [Lena, { name: Kim, competence: a, training: b, authority: c }] }
sector: fintech
dates: { created_on: 2026-01-01, pilot_started_on: 2026-01-01, go_live_on: 2026-01-01 }
contested: { decision: x, decided_on: 2026-01-01, record: y }
quality_control: sample
template: false
x-mine: { anything: 1 }`;

describe('frontmatter: the block', () => {
  it('accepts every key of the format', () => assert.deepEqual(inBlock(FULL), []));

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)
    for (const bom of ['', '\uFEFF'])
      it(`has exact places with ${name}${bom && ' and a BOM'}`, () => {
        const text = bom + ['---', 'title: 👩‍💻 "x"', 'status: pilto', '--- ', '# Body', ''].join(eol);
        const frontmatter = parseFrontmatter(text);
        const show = (span: { start: number; end: number } | undefined) =>
          span && text.slice(span.start, span.end);
        assert.equal(show(frontmatter.content), ['title: 👩‍💻 "x"', 'status: pilto', ''].join(eol));
        assert.equal(show(frontmatter.block), ['---', 'title: 👩‍💻 "x"', 'status: pilto', '--- '].join(eol));
        assert.equal(body(text), `# Body${eol}`);
        assert.equal(frontmatter.closed, true);
        assert.equal(frontmatter.text('title'), '👩‍💻 "x"');
        assert.deepEqual(problems(text), ['enum status «pilto»']);
        assert.deepEqual(frontmatter.problems[0]?.nearest?.text, 'pilot');
      });

  it('is only one in the first line', () => {
    for (const text of [
      '',
      'x',
      '\n---\na: b\n---\n',
      ' ---\na: b\n---\n',
      '----\na: b\n---\n',
      '---',
      '--- x\na: b\n---',
    ])
      assert.equal(parseFrontmatter(text).present, false, JSON.stringify(text));
    assert.equal(frontmatterEnd('\uFEFFx'), 1);
    assert.equal(frontmatterEnd('x'), 0);
  });
  it('is none when it is a thematic break', () => {
    for (const text of [
      '---\n',
      '---\n\nSome prose.\n\n---\n',
      '---\n# Title\n\nText\n',
      '---\n\nNote: this is prose.\n',
      '---\n- a list\n',
      '---\n...\n',
    ])
      assert.equal(parseFrontmatter(text).present, false, JSON.stringify(text));
  });
  it('may be empty', () => {
    for (const text of ['---\n---\n', '---\n\n---\nx', '---\n# note\n---\n']) {
      assert.equal(parseFrontmatter(text).present, true);
      assert.deepEqual(problems(text), []);
    }
  });
  it('keeps comments with their places', () => {
    const text = '---\nowner: x # decision-rights-disable-line owner-unnamed: agreed\n# two\n---\n';
    const { comments } = parseFrontmatter(text);
    assert.deepEqual(
      comments.map((c) => c.text),
      ['decision-rights-disable-line owner-unnamed: agreed', 'two'],
    );
    assert.equal(
      text.slice(comments[0]?.span.start, comments[0]?.span.end),
      '# decision-rights-disable-line owner-unnamed: agreed',
    );
  });
  it('says when it holds no keys, or is too large', () => {
    assert.deepEqual(problems('---\nown\n---\n'), ['syntax  «own»']);
    assert.match(
      parseFrontmatter(`---\na: ${'x'.repeat(500_001)}\n---\n`).problems[0]?.message ?? '',
      /too large/,
    );
  });
});

describe('frontmatter: unclosed', () => {
  const closes = (text: string, expected: string): void => {
    const frontmatter = parseFrontmatter(text);
    assert.equal(frontmatter.closed, false, text);
    const problem = frontmatter.problems.find(({ code }) => code === 'unclosed');
    assert.equal(text.slice(problem?.span.start, problem?.span.end), '---');
    assert.ok(problem?.fix);
    const fixed = applyEdits(text, [problem.fix]);
    assert.equal(fixed, expected);
    assert.equal(parseFrontmatter(fixed).closed, true);
    assert.equal(body(fixed).trimStart(), body(text).trimStart());
  };
  it('is closed above a heading', () =>
    closes(
      '---\ntype: decision-rights\nowner:\n  name: Dana\n\n# Title\n\nText.\n',
      '---\ntype: decision-rights\nowner:\n  name: Dana\n---\n\n# Title\n\nText.\n',
    ));
  it('is closed above a heading though a thematic break follows', () =>
    closes(
      '---\ntype: x\n# Title\n\nText.\n\n---\n\nMore.\n',
      '---\ntype: x\n---\n# Title\n\nText.\n\n---\n\nMore.\n',
    ));
  it('is closed above a heading over fields', () =>
    closes('---\ntype: x\n\n## Owner\n\nOwner: Dana\n', '---\ntype: x\n---\n\n## Owner\n\nOwner: Dana\n'));
  it('is closed above prose, tables and lists', () => {
    closes('---\ntype: x\nmetrics:\n- a\nSome text.\n', '---\ntype: x\nmetrics:\n- a\n---\nSome text.\n');
    closes('---\ntype: x\n\n| a | b |\n| --- | --- |\n', '---\ntype: x\n---\n\n| a | b |\n| --- | --- |\n');
    closes('---\ntype: x\n\n- a list\n', '---\ntype: x\n---\n\n- a list\n');
  });
  it('is closed at the end of the file, with the file’s line ends', () => {
    closes('---\ntype: x', '---\ntype: x\n---');
    closes('\uFEFF---\r\ntype: x\r\n', '\uFEFF---\r\ntype: x\r\n---\r\n');
    closes('---\rtype: x\r', '---\rtype: x\r---\r');
  });
  it('with dots gets dashes in their place', () =>
    closes('---\ntype: x\n...\nText.\n', '---\ntype: x\n---\nText.\n'));
  it('is not claimed for a slip in a closed block, nor for comments', () => {
    assert.equal(parseFrontmatter('---\ntype: x\nowner Dana\nstatus: pilot\n---\n').closed, true);
    assert.equal(
      parseFrontmatter('---\ntype: x\n\n# The owner\nowner: Dana\nmetrics:\n# All\n- a\n---\n').closed,
      true,
    );
    assert.deepEqual(inBlock('type: decision-rights\nowner Dana\nstatus: pilot'), ['syntax  «owner Dana»']);
  });
  it('of 50,000 lines takes no time', () => {
    const text = `---\ntype: x\n${'\nSome words here.\n'.repeat(50_000)}`;
    const start = performance.now();
    assert.equal(frontmatterEnd(text), 12);
    assert.ok(performance.now() - start < 200);
  });
});

describe('frontmatter: values', () => {
  it('of the wrong kind are told at their place', () => {
    assert.deepEqual(inBlock('status: pilot-phase\ngate: soon\nowner:\n  exception: x'), [
      'enum status «pilot-phase»',
      'type gate «soon»',
      'type owner.exception «x»',
    ]);
    assert.deepEqual(inBlock('gate: { decide_by: 2026-02-30, decided_on: 3 May 2026 }'), [
      'date gate.decide_by «2026-02-30»',
      'date gate.decided_on «3 May 2026»',
    ]);
    assert.deepEqual(inBlock('escalation: { timebox: { h: 48 } }'), ['type escalation.timebox «{ h: 48 }»']);
    assert.deepEqual(inBlock('gate: { owner_accepts: { answer: maybe } }'), [
      'type gate.owner_accepts.answer «maybe»',
    ]);
    assert.deepEqual(inBlock('operating_model: { capability_team_size: three }'), [
      'type operating_model.capability_team_size «three»',
    ]);
    assert.deepEqual(inBlock('metrics: [{ type: "costs" }]'), ['enum metrics.0.type «costs»']);
    assert.deepEqual(inBlock('operating_model: hybird'), ['enum operating_model «hybird»']);
  });
  it('in a list where one person belongs are fine', () => {
    assert.deepEqual(
      inBlock('owner: [Dana, Omar]\nstop_authority: [Dana, Omar]\nescalation: { tie_breaker: [a, b] }'),
      [],
    );
  });
  it('that are absent break nothing', () => {
    assert.deepEqual(inBlock('status:\nowner: ~\ngate:\ndates: { created_on: "" }\nmetrics: []'), []);
  });
  it('to be filled in are marked as such', () => {
    const { problems: found } = parseFrontmatter(
      '---\nstatus: [status]\ngate: { decide_by: YYYY-MM-DD }\ntitle: {{ title }}\n---\n',
    );
    assert.deepEqual(
      found.map((p) => [p.path[0], p.placeholder]),
      [
        ['status', true],
        ['gate', true],
        ['title', true],
      ],
    );
  });
  it('stay readable beside a broken one', () => {
    const frontmatter = parseFrontmatter('---\ntitle: Claims: triage\nowner: Dana\ncreated: x\n---\n');
    assert.equal(frontmatter.invalid('title'), true);
    assert.equal(frontmatter.text('owner'), 'Dana');
    assert.equal(frontmatter.problems.length, 2);
  });
});

describe('frontmatter: keys', () => {
  it('unknown ones are reported with the nearest known one', () => {
    const near = (yaml: string) =>
      parseFrontmatter(`---\n${yaml}\n---\n`).problems.map(
        ({ nearest: n }) => n && [n.text, n.distance, n.unique],
      );
    assert.deepEqual(near('onwer: Dana'), [['owner', 1, true]]);
    assert.deepEqual(near('Owner: Dana'), [['owner', 1, true]]);
    assert.deepEqual(near('owner: { tilte: VP }'), [['title', 1, true]]);
    assert.deepEqual(near('banana: x'), [undefined]);
    // Renaming it would make a duplicate, so no unattended fix may choose it.
    assert.deepEqual(near('owners: x\nowner: y'), [['owner', 1, false]]);
    assert.deepEqual(inBlock('__proto__: x\nconstructor: y'), [
      'unknown-key __proto__ «__proto__»',
      'unknown-key constructor «constructor»',
    ]);
  });
  it('marks only the inside of a quoted key', () =>
    assert.deepEqual(inBlock('"ownr": x'), ['unknown-key ownr «ownr»']));
  it('twice keep the first', () => {
    const text = '---\nowner: A\nowner: B\n---\n';
    assert.equal(parseFrontmatter(text).node('owner')?.span.start, 11);
    assert.deepEqual(problems(text), ['duplicate-key owner «owner»']);
  });
  it('are explained for every path, through lists and free keys', () => {
    assert.match(lookupKey(['owner'])?.description ?? '', /answers for the result/);
    assert.match(lookupKey(['metrics', '3', 'unit'])?.description ?? '', /figures/);
    assert.match(lookupKey(['decisions', 'anything', 'accountable'])?.description ?? '', /one person/);
    assert.match(lookupKey(['decisions', 'pilot-go-no-go'])?.description ?? '', /pilot/);
    assert.match(lookupKey(['eu', 'oversight_persons', '0', 'training'])?.description ?? '', /training/);
    for (const path of [
      [],
      ['nope'],
      ['owner', 'nope'],
      ['status', 'x'],
      ['__proto__'],
      ['constructor'],
      ['owner', 'toString'],
    ])
      assert.equal(lookupKey(path), undefined);
  });
  it('each have a description, and a snippet that is valid once filled in', () => {
    const walk = (schema: Schema, path: string[]): void => {
      if (path.length > 0 && path.at(-1) !== '0') {
        const entry = lookupKey(path);
        assert.ok(entry && /^[A-Z].*[.?]$/s.test(entry.description), path.join('.'));
        if (path.length === 1) {
          const filled = entry.snippet
            .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
            .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
            .replace(/\$\d/g, '');
          assert.deepEqual(inBlock(filled), [], filled);
        }
      }
      if (schema.kind === 'map')
        for (const [key, child] of Object.entries(schema.keys)) walk(child, [...path, key]);
      if (schema.kind === 'record') walk(schema.values, [...path, 'free']);
      if (schema.kind === 'list') walk(schema.items, [...path, '0']);
      if (schema.kind === 'union') for (const part of [schema.map, schema.list]) if (part) walk(part, path);
    };
    walk(FRONTMATTER_SCHEMA, []);
  });
});
