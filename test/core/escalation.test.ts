import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { escalationOf } from '../../server/src/core/document/escalation.ts';
import { escalationLogOf } from '../../server/src/core/document/escalation-log.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

function read(text: string, now = '2026-03-02T00:00Z') {
  const doc = new DecisionRightsDocument('claims.md', text, { type: 'decision-rights', by: 'frontmatter' });
  const settings = {
    config: defaultConfig,
    people: emptyRegister,
    now: Date.parse(now),
    workspace: undefined,
  };
  return new Reading(doc, settings);
}

const HEAD = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n';
const section = (body: string) => {
  const text = `${HEAD}---\n\n## Escalation\n\n${body}\n`;
  const path = escalationOf(read(text));
  return {
    path,
    boxes: path.timeboxes.map(({ value, span }) => {
      assert.equal(text.slice(span.start, span.end), value.text);
      return `${value.minutes ?? '-'}${value.unclear ? ` ${value.unclear}` : ''}`;
    }),
    decides: path.tieBreakers.map(({ span }) => text.slice(span.start, span.end)),
  };
};

/** A section, its time limits in minutes, and who decides. */
const SECTIONS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['If unresolved in 48 hours, the CTO makes the call and documents it.', ['2880'], ['CTO']],
  ['Time-box that escalation: if unresolved in 48 hours, the CTO makes the call.', ['2880'], ['CTO']],
  ['If unresolved in 48 hours, the CTO decides and documents it within 5 days.', ['2880'], ['CTO']],
  ['The decision is recorded within 5 days and reviewed every 30 days.', [], []],
  ['After 48 hours Priya Nair decides.', ['2880'], ['Priya Nair']],
  ['If the owner and the CTO disagree for two weeks, the CTO makes the call.', ['20160'], ['CTO']],
  [
    'They agree within 24 hours. If they cannot, the COO breaks the tie within 12 hours.',
    ['1440', '720'],
    ['COO'],
  ],
  ['Issues are escalated to the CTO, who decides within 3 business days.', ['4320 business-days'], ['CTO']],
  ['Disagreements are resolved promptly by the CTO.', ['- vague'], ['CTO']],
  ['Disagreements go to the Steering Committee, which decides monthly.', [], ['Steering Committee']],
  ['Unresolved after 24 to 48 hours, the final decision rests with the CTO.', ['2880 range'], ['CTO']],
  [
    '1. The owner and the CTO meet within 24 hours.\n2. **Ines Moreau** (COO) decides within 2 days.',
    ['2880'],
    ['Ines Moreau** (COO)'],
  ],
  ['- **Time-box:** 48 hours\n- **Tie-breaker:** Priya Nair, CTO', ['2880'], ['Priya Nair, CTO']],
  ['Time-box: within 36 hours.\nTie-breaker: the CTO.', ['2160'], ['CTO']],
  ['If they disagree, it goes to the CTO. The system stays paused for 30 days.', [], ['CTO']],
  ['If they disagree, they talk it over within 48 hours and write the result down.', ['2880'], []],
  ['If they disagree, they inform the COO within 48 hours and write the result down.', [], []],
  ['- **Clock:** 48 hours from written notice\n- **Tie-breaker:** CTO', ['2880'], ['CTO']],
  ['- **Clock starts:** within 5 hours of the message\n- **Tie-breaker:** CTO', [], ['CTO']],
  ['They have 48 hours to settle it. The CTO breaks ties.', ['2880'], ['CTO']],
  [
    "If they disagree, they have 48 hours. Then the call is the CTO's, documented in the log.",
    ['2880'],
    ['CTO'],
  ],
  [
    'If they disagree, they have 48 hours. If they cannot, it is the CTO’s decision, and the CTO writes it down.',
    ['2880'],
    ['CTO'],
  ],
  ['If they disagree for 48 hours, it is up to the CTO.', ['2880'], ['CTO']],
  ['If they disagree for 48 hours, the matter is for the CTO to decide.', ['2880'], ['CTO']],
  ["If they disagree for 48 hours, the CTO's word is final.", ['2880'], ['CTO']],
  ['If they disagree for 48 hours, the CTO casts the deciding vote.', ['2880'], ['CTO']],
  ["It is the owner's decision to escalate. After 48 hours it is not the CTO's call.", ['2880'], []],
  [
    'Should Dana Whitfield and the CTO, Ines Moreau, not agree, they get two days. Then Ines decides.',
    ['2880'],
    ['Ines'],
  ],
];

const LOG =
  '| Opened | Question | Parties | Decided on | Decided by | Record |\n| --- | --- | --- | --- | --- | --- |\n';

describe('escalation', () => {
  for (const [body, boxes, decides] of SECTIONS) {
    it(`reads how long, and who decides: ${JSON.stringify(body)}`, () => {
      const found = section(body);
      assert.deepEqual(found.boxes, boxes);
      assert.deepEqual(found.decides, decides);
    });
  }

  it('reads a table of steps', () => {
    const { boxes, decides } = section(
      '| Step | Who decides | Within |\n| --- | --- | --- |\n| 1 | Dana Whitfield | 12 hours |\n| 2 | Priya Nair, CTO | 36 hours |',
    );
    assert.deepEqual(boxes, ['2160', '720']);
    assert.deepEqual(decides, ['Priya Nair, CTO']);
  });

  it('reads who decides from the step that says so, and no time of a step that only records', () => {
    const { boxes, decides, path } = section(
      '| Step | Who | When |\n| --- | --- | --- |\n| They discuss | Dana Whitfield, Priya Nair (CTO) | within 24 hours |\n| CTO decides | Priya Nair (CTO) | after 48 hours |\n| Decision recorded in the log | PMO | within 5 days |',
    );
    assert.deepEqual(boxes, ['2880', '1440']);
    assert.deepEqual(decides, ['Priya Nair (CTO)']);
    assert.equal(path.documented?.value, 'Decision recorded in the log');
  });

  it('tells the duty to write it down from raising it in writing', () => {
    const duty = (body: string): boolean => section(body).path.documented !== undefined;
    assert.equal(duty('The CTO decides and documents it.'), true);
    assert.equal(duty('The decision is recorded with its reasons.'), true);
    assert.equal(duty('Every decision is written down.'), true);
    assert.equal(duty('The clock starts when either party raises it in writing.'), false);
    assert.equal(duty('If the owner disagrees with this document, the CTO decides.'), false);
    assert.equal(duty('Raised in writing; the decision is confirmed in writing.'), true);
  });

  it('reads the interim state and the start of the clock', () => {
    assert.ok(section('Until then the system stays paused. The CTO decides.').path.interim);
    assert.ok(section('The agent keeps running in advisory mode during the escalation.').path.interim);
    assert.equal(section('If unresolved in 48 hours, the CTO decides.').path.interim, undefined);
    assert.ok(section('The clock starts when either raises it in writing. The CTO decides.').path.starts);
  });

  it('knows a section that says nothing of a path from one that does', () => {
    assert.equal(section('Please raise concerns early.').path.said, false);
    assert.equal(section('The CTO decides.').path.said, true);
    assert.equal(
      escalationOf(read(`${HEAD}---\n\n## Support\n\nThe vendor answers within 48 hours.\n`)).said,
      false,
    );
    const role =
      '## Owner\n\nDana owns cost per claim. If she and the CTO cannot agree in 48 hours, the CTO decides.\n';
    assert.equal(escalationOf(read(`${HEAD}---\n\n${role}`)).timeboxes[0]?.value.minutes, 2880);
  });

  it('lets frontmatter come first and keeps what the body says', () => {
    const text = `${HEAD}escalation: {parties: [Dana Whitfield, CTO], timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n---\n\n## Escalation\n\nUnresolved in 72 hours, the COO decides.\n`;
    const path = escalationOf(read(text));
    assert.deepEqual(
      path.timeboxes.map(({ value }) => value.minutes),
      [2880, 4320],
    );
    assert.equal(path.tieBreakers[0]?.party.name, 'Priya Nair');
  });

  describe('log', () => {
    const states = (rows: string, now: string, yaml = ''): string[] =>
      escalationLogOf(read(`${HEAD}${yaml}---\n\n## Escalation log\n\n${LOG}${rows}`, now)).map(
        ({ state }) => state,
      );

    it('starts the clock of a bare date at 24:00 of that day', () => {
      const row = '| 2026-03-01 | Limit? | A, B | | | |\n';
      assert.deepEqual(states(row, '2026-03-03T23:59Z'), ['open']);
      assert.deepEqual(states(row, '2026-03-04T00:00Z'), ['overdue']);
    });
    it('takes a time with its zone, UTC without one', () => {
      assert.deepEqual(states('| 2026-03-01T10:00 | | | | | |\n', '2026-03-03T09:59Z'), ['open']);
      assert.deepEqual(states('| 2026-03-01T10:00 | | | | | |\n', '2026-03-03T10:00Z'), ['overdue']);
      assert.deepEqual(states('| 2026-03-01T10:00+02:00 | | | | | |\n', '2026-03-03T08:00Z'), ['overdue']);
    });
    it('uses the document’s own time-box, or the limit for what acts by itself', () => {
      const row = '| 2026-03-01T00:00 | | | | | |\n';
      assert.deepEqual(states(row, '2026-03-01T13:00Z', 'escalation: {timebox: 12h}\n'), ['overdue']);
      assert.deepEqual(states(row, '2026-03-02T01:00Z', 'autonomy: agentic\n'), ['overdue']);
      assert.deepEqual(states(row, '2026-03-02T01:00Z'), ['open']);
    });
    it('knows what is decided, pending and unreadable', () => {
      const rows = [
        '| 2026-01-01 | a | | 2026-01-02 | | |',
        '| 2026-01-01 | b | | — | Priya Nair | |',
        '| 2026-01-01 | c | | pending | TBD | |',
        '| last week | d | | | | |',
        '| | | | | | |',
        '| 2026-01-01 | short |',
      ].join('\n');
      assert.deepEqual(states(rows, '2026-03-02T00:00Z'), [
        'decided',
        'decided',
        'overdue',
        'unreadable',
        'overdue',
      ]);
    });
    it('says who decides now', () => {
      const text = `${HEAD}escalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n---\n\n## Escalation log\n\n${LOG}| 2026-03-01 | a | Dana Whitfield, Priya Nair | | | |\n| 2026-01-01 | b | Dana Whitfield, Priya Nair | | | |\n`;
      const [open, overdue] = escalationLogOf(read(text));
      assert.equal(open?.decides.length, 2);
      assert.deepEqual(
        overdue?.decides.map(({ party }) => party.name),
        ['Priya Nair'],
      );
    });
  });

  it('never throws, and stays quick on long odd text', () => {
    const started = performance.now();
    for (const piece of [
      'decides ',
      'if x, ',
      'within 48 hours ',
      'while the ',
      'the CTO ',
      'goes to ',
      'raised ',
    ])
      section(piece.repeat(3000));
    assert.ok(performance.now() - started < 5000, `${performance.now() - started} ms`);
  });
});
