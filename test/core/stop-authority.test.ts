import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import type { Mention } from '../../server/src/core/document/mention.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { saysWhoMayStop, stopAuthorityOf } from '../../server/src/core/document/stop-authority.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import type { Span } from '../../server/src/core/text/span.ts';

const OWNER = 'owner: Dana Whitfield, VP Claims\n';

function read(text: string) {
  const doc = new DecisionRightsDocument('claims.md', text, { type: 'decision-rights', by: 'frontmatter' });
  const settings = { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined };
  const stop = stopAuthorityOf(new Reading(doc, settings));
  const at = (span: Span | undefined): string | undefined => span && text.slice(span.start, span.end);
  const names = (mentions: readonly Mention[]): (string | undefined)[] =>
    mentions.map(({ span }) => at(span));
  return { stop, at, names };
}

const front = (yaml: string, body = '') => read(`---\ntype: decision-rights\n${OWNER}${yaml}---\n\n${body}`);
const section = (body: string) => front('', `## Stop authority\n\n${body}\n`);

/** A sentence, who holds the right by it, and who does not. */
const SENTENCES: readonly (readonly [string, { holds?: string[]; executes?: string[]; deputy?: string }])[] =
  [
    ['Dana Whitfield may pause or roll back the system.', { holds: ['Dana Whitfield'] }],
    [
      'Dana Whitfield, VP Claims, has the explicit right to pause the agent.',
      { holds: ['Dana Whitfield, VP Claims'] },
    ],
    ['If errors exceed 5 %, the VP Claims can halt it.', { holds: ['VP Claims'] }],
    ['The Head of Risk and Compliance may pause it.', { holds: ['Head of Risk and Compliance'] }],
    ['Dana Whitfield and Tom Becker may pause it.', { holds: ['Dana Whitfield', 'Tom Becker'] }],
    ['Dana Whitfield or Tom Becker may pause it.', { holds: ['Dana Whitfield', 'Tom Becker'] }],
    ['Stop authority rests with Dana Whitfield.', { holds: ['Dana Whitfield'] }],
    ['The system may only be paused by Dana Whitfield.', { holds: ['Dana Whitfield'] }],
    ['A rollback is decided by the CTO.', { holds: ['CTO'] }],
    ['Dana Whitfield alone holds the kill switch.', { holds: ['Dana Whitfield'] }],
    ['The steering group decides whether to stop it.', { holds: ['steering group'] }],
    [
      'Dana Whitfield may pause it. Engineering turns the feature off in the admin panel.',
      { holds: ['Dana Whitfield'], executes: ['Engineering'] },
    ],
    [
      'Dana Whitfield may pause it. On her word, Greg Lindqvist rolls the system back.',
      { holds: ['Dana Whitfield'], executes: ['Greg Lindqvist'] },
    ],
    [
      'Dana Whitfield may pause it. Greg Lindqvist can roll it back, too.',
      { holds: ['Dana Whitfield', 'Greg Lindqvist'] },
    ],
    ['Dana Whitfield pauses it and rolls it back.', { holds: ['Dana Whitfield'] }],
    ['Anyone may request a stop, but only Dana Whitfield may pause it.', { holds: ['Dana Whitfield'] }],
    [
      'The authority to pause it lies with Dana Whitfield and with nobody else.',
      { holds: ['Dana Whitfield'] },
    ],
    ['Dana Whitfield decides and may pause it or roll it back.', { holds: ['Dana Whitfield'] }],
    ['The stop right rests with Dana Whitfield: she may pause it.', { holds: ['she'] }],
    ['Dana Whitfield may:\n\n- pause the system\n- roll it back', { holds: ['Dana Whitfield'] }],
    ['- Dana Whitfield has the right to\n  1. pause it\n  2. roll it back', { holds: ['Dana Whitfield'] }],
    [
      'Dana Whitfield may stop it; engineering executes.',
      { holds: ['Dana Whitfield'], executes: ['engineering'] },
    ],
    ['Dana Whitfield, not the CTO, may stop it.', { holds: ['Dana Whitfield'] }],
    [
      'The right to pause it sits with the business owner, not with engineering.',
      { holds: ['business owner'] },
    ],
    ['The platform team owns the kill switch.', { holds: [] }],
    ['Stop authority is the right to pause it. It belongs to Dana Whitfield.', { holds: ['Dana Whitfield'] }],
    ['The owner has the explicit, documented right to pause it.', { holds: ['owner'] }],
    [
      'The owner may stop it. Lena Roth may pause it when Dana Whitfield cannot be reached.',
      { holds: ['owner'], deputy: 'Lena Roth' },
    ],
    [
      '- Dana Whitfield: may pause and roll back\n- Lena Roth (deputy): may pause\n- Engineering: executes',
      { holds: ['Dana Whitfield'], deputy: 'Lena Roth (deputy)', executes: ['Engineering'] },
    ],
    [
      'Any engineer may pause it; only Dana Whitfield may roll it back.',
      { holds: ['Any engineer', 'Dana Whitfield'] },
    ],
    [
      'Dana Whitfield may stop it. Engineering carries it out.',
      { holds: ['Dana Whitfield'], executes: ['Engineering'] },
    ],
    [
      'The on-call engineer can disable it on the owner’s instruction. The owner may pause it.',
      { holds: ['owner'], executes: ['on-call engineer'] },
    ],
    [
      'Dana Whitfield or her deputy Lena Roth may pause it.',
      { holds: ['Dana Whitfield'], deputy: 'her deputy Lena Roth' },
    ],
    [
      'The owner may stop it. If she cannot be reached, Lena Roth may pause it.',
      { holds: ['owner'], deputy: 'Lena Roth' },
    ],
    [
      'Dana Whitfield holds stop authority: she alone decides to pause it. She can be reached within 2 hours.',
      { holds: ['she'] },
    ],
    [
      'Dana Whitfield decides alone whether it is paused. She can be reached within 2 hours.',
      { holds: ['Dana Whitfield'] },
    ],
    ['Dana Whitfield makes the call to pause it. She is reached by phone.', { holds: ['Dana Whitfield'] }],
    [
      'Pausing is Dana Whitfield’s decision alone. She can be reached within 2 hours.',
      { holds: ['Dana Whitfield'] },
    ],
    ["Any pause or rollback is Dana Whitfield's call.", { holds: ['Dana Whitfield'] }],
    ["The decision to pause it is Dana Whitfield's alone.", { holds: ['Dana Whitfield'] }],
    ["Pausing it is at Dana Whitfield's discretion.", { holds: ['Dana Whitfield'] }],
    ["A rollback is the CTO's decision.", { holds: ['CTO'] }],
    ["Any stop is Dana Whitfield's and the COO's call.", { holds: ['Dana Whitfield', 'COO'] }],
    ["Any stop is Dana Whitfield's call and nobody else's.", { holds: ['Dana Whitfield'] }],
    ["It is Dana Whitfield's decision to pause it.", { holds: ['Dana Whitfield'] }],
    ['It is up to Dana Whitfield whether to pause it.', { holds: ['Dana Whitfield'] }],
    ['Whether to pause it is for Dana Whitfield to decide.', { holds: ['Dana Whitfield'] }],
    ['Dana Whitfield — and nobody else — may pause it.', { holds: ['Dana Whitfield'] }],
    ["Restarting is the COO's decision.", { holds: [] }],
    ['Dana Whitfield can be reached within 2 hours.', { holds: [] }],
    [
      'Dana Whitfield may pause it. Tom Becker carries it out by withdrawing the key; Lena Roth is the deputy, and may pause a part of it.',
      { holds: ['Dana Whitfield'], executes: ['Tom Becker'], deputy: 'Lena Roth' },
    ],
    ['Engineering may not stop the system.', { holds: [] }],
    ['The system can be rolled back from the release page.', { holds: [] }],
    ['Anyone may request a stop.', { holds: ['Anyone'] }],
    ['The owner may pause it. Anyone may request a stop.', { holds: ['owner'] }],
  ];

describe('stop authority', () => {
  for (const [sentence, expected] of SENTENCES) {
    it(`reads who may stop: ${sentence}`, () => {
      const { stop, at, names } = section(sentence);
      assert.deepEqual(names(stop.holders), expected.holds ?? []);
      assert.deepEqual(names(stop.executedBy), expected.executes ?? []);
      assert.equal(at(stop.deputy?.span), expected.deputy);
    });
  }

  it('reads every key of frontmatter, at its place', () => {
    const { stop, at, names } = front(`stop_authority:
  holder: "Dana Whitfield, VP Claims"
  rights: [pause, roll-back]
  triggers: [More than 2 % wrong refusals, A breach]
  reach_within: PT30M
  mechanism: Runbook RB-12
  executed_by: Platform on-call
  deputy: Lena Roth
`);
    assert.deepEqual(names(stop.holders), ['Dana Whitfield, VP Claims']);
    assert.deepEqual(
      stop.statements[0]?.rights.map(({ value }) => value),
      ['pause', 'stop'],
    );
    assert.deepEqual(
      stop.triggers.map(({ span }) => at(span)),
      ['More than 2 % wrong refusals', 'A breach'],
    );
    assert.deepEqual(stop.reach?.value, { text: 'PT30M', minutes: 30 });
    assert.equal(at(stop.reach?.span), 'PT30M');
    assert.equal(at(stop.mechanism?.span), 'Runbook RB-12');
    assert.deepEqual(names(stop.executedBy), ['Platform on-call']);
    assert.equal(at(stop.deputy?.span), 'Lena Roth');
  });

  it('reads a name, a list and nothing in frontmatter', () => {
    assert.deepEqual(
      front('stop_authority: Dana Whitfield\n').names(front('stop_authority: Dana Whitfield\n').stop.holders),
      ['Dana Whitfield'],
    );
    assert.equal(front('stop_authority: [Dana Whitfield, Tom Becker]\n').stop.holders.length, 2);
    assert.equal(saysWhoMayStop(front('stop_authority:\n').stop), false);
    assert.equal(saysWhoMayStop(front('stop_authority: {rights: [pause]}\n').stop), false);
  });

  it('reads fields and two-column tables', () => {
    const fields = section(
      '**Holder:** Dana Whitfield\n**Rights:** pause, roll back\n**Triggers:** above 2 %\n**Reach:** 30 minutes\n**Mechanism:** flag\n**Deputy:** Lena Roth',
    );
    assert.deepEqual(fields.names(fields.stop.holders), ['Dana Whitfield']);
    assert.equal(fields.stop.statements[0]?.rights.length, 2);
    assert.equal(fields.stop.triggers.length, 1);
    assert.equal(fields.stop.reach?.value.minutes, 30);
    assert.equal(fields.at(fields.stop.mechanism?.span), 'flag');
    assert.equal(fields.at(fields.stop.deputy?.span), 'Lena Roth');
    const table = section(
      '| Item | Value |\n| --- | --- |\n| Holder | Dana Whitfield |\n| Deputy | Lena Roth |',
    );
    assert.deepEqual(table.names(table.stop.holders), ['Dana Whitfield']);
  });

  it('reads a labelled value anywhere, and a rollback elsewhere as nothing', () => {
    const glance = front(
      '',
      '# At a glance\n\n| Item | Value |\n| --- | --- |\n| Stop authority | Dana Whitfield |\n',
    );
    assert.deepEqual(glance.names(glance.stop.holders), ['Dana Whitfield']);
    const ops = front(
      '',
      '## Releases\n\nThe SRE team may roll back the system at any time.\n\n- Rollback: blue/green\n',
    );
    assert.equal(saysWhoMayStop(ops.stop), false);
  });

  it('reads sub-headings as labels', () => {
    const { stop, names } = section(
      '### Who\n\nDana Whitfield\n\n### Triggers\n\n- Override rate 24 %\n- Privacy incident\n\n### Reach\n\nWithin 30 minutes by phone.',
    );
    assert.deepEqual(names(stop.holders), ['Dana Whitfield']);
    assert.equal(stop.triggers.length, 2);
    assert.equal(stop.reach?.value.minutes, 30);
  });

  it('does not judge a language it cannot read', () => {
    const { stop } = section('Dana Whitfield darf das System jederzeit anhalten oder zurückrollen.');
    assert.equal(stop.statements.length, 0);
    assert.equal(saysWhoMayStop(stop), true);
  });

  it('finds hedges in the stop sentence alone', () => {
    const hedges = (body: string): string[] =>
      section(body).stop.statements.flatMap((one) => one.hedges.map(({ value }) => value));
    assert.deepEqual(hedges('The owner may recommend a pause.'), ['may recommend']);
    assert.deepEqual(hedges('The owner may pause it, subject to approval by the board.'), [
      'subject to approval by',
    ]);
    assert.deepEqual(hedges('The owner may pause it after consulting Legal.'), ['after consulting']);
    assert.deepEqual(hedges('The owner may pause it without prior approval.'), []);
    assert.deepEqual(hedges('The owner may pause it at any time; no consultation with Legal is needed.'), []);
    assert.deepEqual(
      hedges('The owner may pause it. Starting again is done in consultation with Legal.'),
      [],
    );
    assert.deepEqual(hedges('The owner may pause it; restarting needs the approval of the COO.'), []);
  });

  it('takes the sentence on how it is carried out for the mechanism, before a contact or the right itself', () => {
    const how = (body: string): string | undefined => section(body).stop.mechanism?.value;
    assert.equal(
      how(
        'The owner may pause it or go back to the previous version. She is reached on +33 1 55 55 01 01. On-call turns the claims feature flag off.',
      ),
      'On-call turns the claims feature flag off.',
    );
    assert.equal(
      how('The owner may pause it by the switch. Engineering executes it through the console.'),
      'Engineering executes it through the console.',
    );
    assert.equal(
      how('The owner may pause it. She is reached on +33 1 55 55 01 01.'),
      'She is reached on +33 1 55 55 01 01.',
    );
    assert.equal(
      how('The owner may pause it. See [how](https://example.com/stop).'),
      'https://example.com/stop',
    );
    assert.equal(how('The owner may switch the assistant off.'), undefined);
    const { stop, names } = section('The owner may pause it. Platform on-call turns the feature flag off.');
    assert.deepEqual(names(stop.executedBy), ['Platform on-call']);
  });

  it('takes two who hold it together for two holders, and a condition for a weak right', () => {
    const said = (body: string): [number, string[]] => {
      const { statements, holders } = section(body).stop;
      return [holders.length, statements.flatMap(({ hedges }) => hedges.map(({ value }) => value))];
    };
    assert.deepEqual(said('The owner together with the CTO may pause it.'), [2, []]);
    assert.deepEqual(said('It may be paused by the owner, jointly with the CTO.'), [2, []]);
    assert.deepEqual(said('- **Holder:** Dana Whitfield together with the CTO'), [2, []]);
    assert.deepEqual(said('The owner may pause it together with the CTO.'), [1, ['together with']]);
    assert.deepEqual(said('The owner, after consulting the CTO, may pause it.'), [1, ['after consulting']]);
    for (const condition of [
      'provided that Legal agrees',
      'as long as the CTO does not object',
      'so long as Legal has no objection',
      'in so far as the board has signed off',
      'on condition that the CTO approves',
      "with the CTO's approval",
    ])
      assert.deepEqual(said(`The owner may pause it, ${condition}.`), [1, [condition]]);
    for (const none of [
      'provided the error rate exceeds 4 %',
      'as long as complaints double',
      'whether or not Legal agrees',
      'even if Legal objects',
    ])
      assert.deepEqual(said(`The owner may pause it, ${none}.`), [1, []]);
  });

  it('takes the time to reach or to stop, and not the time to report', () => {
    const reach = (body: string): number | undefined =>
      section(`The owner may pause it. ${body}`).stop.reach?.value.minutes;
    assert.equal(reach('She can be reached within 20 minutes.'), 20);
    assert.equal(reach('Reach within 2 h. Mechanism: feature flag.'), 120);
    assert.equal(reach('Reaction time: 30 minutes, day and night.'), 30);
    assert.equal(reach('She picks up within 30 minutes; if she is away Lena Roth acts in her place.'), 30);
    assert.equal(reach('The report is written within 3 h. Trigger: 4 %.'), undefined);
    assert.equal(reach('\n\n- Reaction: 30 minutes'), 30);
    assert.equal(reach('\n\n- How fast: 2 h'), 120);
    assert.equal(reach('A stop takes effect within 46 minutes.'), 46);
    assert.equal(reach('The stop is reported to the board within 15 hours.'), undefined);
    assert.equal(section('The owner may pause it. She is reachable 24/7.').stop.reach?.value.text, '24/7');
  });

  it('says who is Accountable for halting, apart from the right', () => {
    const { stop } = front('decisions:\n  production-halt-rollback: {accountable: Dana Whitfield}\n');
    assert.equal(saysWhoMayStop(stop), false);
    assert.equal(stop.haltAccountable.length, 1);
  });

  it('never throws, and stays quick on long odd text', () => {
    const started = performance.now();
    for (const piece of [
      'may ',
      'may pause ',
      'subject to the ',
      'on the ',
      'if a, ',
      'rolls the a ',
      '**a:** ',
    ])
      section(piece.repeat(3000));
    assert.ok(performance.now() - started < 4000, `${performance.now() - started} ms`);
  });
});
