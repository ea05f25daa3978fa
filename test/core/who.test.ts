import assert from 'node:assert/strict';
import { bestMatches } from '../../server/src/core/answers/names.ts';
import {
  type Asked,
  answerFrom,
  readQuestion,
  type SystemAnswer,
  understand,
  undocumentedFrom,
  whoReport,
} from '../../server/src/core/answers/who.ts';
import { whoText } from '../../server/src/core/answers/who-text.ts';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { parsePeople } from '../../server/src/core/people/parse-people.ts';
import { emptyRegister, type PeopleRegister } from '../../server/src/core/people/register.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';

const NOW = Date.UTC(2026, 2, 2);

function reading(text: string, people: PeopleRegister = emptyRegister, now = NOW): Reading {
  const type = text.includes('type: ai-system-register') ? 'ai-system-register' : 'decision-rights';
  const doc = new DecisionRightsDocument('docs/refund.md', text, { type, by: 'frontmatter' });
  return new Reading(doc, { config: defaultConfig, people, now, workspace: undefined });
}

function answer(
  text: string,
  asked: Partial<Asked> = {},
  more: { people?: PeopleRegister; now?: number } = {},
): SystemAnswer {
  const read = reading(text, more.people, more.now);
  const lines = new LineIndex(text);
  return answerFrom(
    read,
    check(read.doc, read.settings),
    { about: 'stop', decision: [], ...asked },
    (offset) => lines.positionAt(offset).line + 1,
  );
}

function names(who: readonly { readonly name: string }[]): string[] {
  return who.map(({ name }) => name);
}

const REFUND = `---
type: decision-rights
initiative: refund-agent
title: Refund agent
status: production
autonomy: agentic
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: Dana Whitfield
  rights: [pause, roll-back]
  reach_within: 30min
  mechanism: switch refunds.autopay
  deputy: Tom Berg
  executed_by: on-call engineer
  triggers: ["more than EUR 6,000 in one day"]
escalation:
  parties: [Dana Whitfield, "Priya Nair, CTO"]
  timebox: 24h
  tie_breaker: Priya Nair
decisions:
  production-go-live:
    accountable: Dana Whitfield
---

# Refund agent

## RACI

| Decision | Dana Whitfield | Priya Nair |
| --- | --- | --- |
| Pilot go/no-go | A | C |
| Change the prompt | A | A |
| Choose the supplier | I | A |
`;

describe('a question', () => {
  const about = (text: string): string => {
    const { about: what, words } = readQuestion(text);
    return `${what}: ${words.join(' ')}`;
  };

  for (const [text, expected] of [
    ['stop refund-agent', 'stop: refund agent'],
    ['may stop refund-agent', 'stop: refund agent'],
    ['who can shut down the refund agent?', 'stop: the refund agent'],
    ['who is allowed to roll back Refund Agent', 'stop: refund agent'],
    ['WHO HAS STOP AUTHORITY OVER refund-agent', 'stop: over refund agent'],
    ['decides refund-agent production-go-live', 'decide: refund agent production go live'],
    ['is accountable for refund-agent', 'decide: for refund agent'],
    ['is the owner of refund-agent', 'own: of refund agent'],
    ['refund-agent owner', 'own: refund agent'],
    ['funds refund-agent', 'fund: refund agent'],
    ['decides a disagreement', 'decide: a disagreement'],
    ['refund-agent', 'all: refund agent'],
    ['', 'all: '],
  ] as const)
    it(`is understood: ${text}`, () => assert.equal(about(text), expected));

  const SYSTEMS = [
    'refund-agent',
    'refund-letters',
    'claims',
    'claims-triage',
    'stop-sign-reader',
    'Zürich Übersetzer',
  ].map((name) => ({ names: [name] }));
  const meant = (text: string): string => {
    const { about: what, systems, decision } = understand(readQuestion(text), SYSTEMS);
    return [what, systems.map((one) => one.names[0]).join('|'), decision.join(' ')]
      .join(' : ')
      .replace(/ : $/, '');
  };

  for (const [text, expected] of [
    ['stop refund-agent', 'stop : refund-agent'],
    ['stop refund agent', 'stop : refund-agent'],
    ['stop refundagent', 'stop : refund-agent'],
    ['stop refnud agnet', 'stop : refund-agent'],
    ['stop ｒｅｆｕｎｄ-ＡＧＥＮＴ', 'stop : refund-agent'],
    ['stop refund', 'stop : refund-agent|refund-letters'],
    ['stop refund let', 'stop : refund-letters'],
    ['stop claims', 'stop : claims'],
    ['stop claims triag', 'stop : claims-triage'],
    ['stop zurich ubersetzer', 'stop : Zürich Übersetzer'],
    ['stop stop-sign-reader', 'stop : stop-sign-reader'],
    ['stop-sign-reader', 'all : stop-sign-reader'],
    ['decides refund-agent production-go-live', 'decide : refund-agent : production go live'],
    ['decides the pilot go/no-go of refund-agent', 'decide : refund-agent : pilot go no go'],
    ['stop invoices', 'stop :  : invoices'],
  ] as const)
    it(`means: ${text}`, () => assert.equal(meant(text).replace(/( : )+$/, ''), expected));

  it('without a system means all of them', () => {
    assert.equal(understand(readQuestion('may stop'), SYSTEMS).systems.length, SYSTEMS.length);
  });

  it('costs little, however long it is', () => {
    const words = Array.from({ length: 5_000 }, (_, i) => `word${i}`);
    assert.deepEqual(
      bestMatches(words, [{ name: words.join(' ') }], ({ name }) => [name]).map(({ tier }) => tier),
      [3],
    );
  });
});

describe('who', () => {
  it('says who may stop the system, how fast, by what, and who stands in', () => {
    const { answer: text, answered, stop, doubts } = answer(REFUND);
    assert.equal(text, 'Dana Whitfield, VP Claims, may pause or roll back Refund agent.');
    assert.equal(answered, true);
    assert.deepEqual(stop.who, [
      {
        name: 'Dana Whitfield',
        kind: 'person',
        title: 'VP Claims',
        id: null,
        handles: [],
        active: true,
        written: 'Dana Whitfield',
        condition: null,
        path: 'docs/refund.md',
        line: 9,
      },
    ]);
    assert.deepEqual(stop.reachWithin, { text: '30min', minutes: 30, path: 'docs/refund.md', line: 11 });
    assert.equal(stop.mechanism?.text, 'switch refunds.autopay');
    assert.equal(stop.deputy?.name, 'Tom Berg');
    assert.deepEqual(names(stop.executedBy), ['on-call engineer']);
    assert.deepEqual(
      stop.triggers.map(({ line }) => line),
      [15],
    );
    assert.deepEqual(doubts, []);
  });

  it('says who decides, by category or by the words of the document', () => {
    const live = answer(REFUND, { about: 'decide', decision: ['production', 'go', 'live'] });
    assert.equal(live.answer, 'Dana Whitfield, VP Claims, decides “Production go-live” of Refund agent.');
    assert.deepEqual(
      live.decisions.map(({ category, line }) => `${category} ${line}`),
      ['production-go-live 22'],
    );
    const other = answer(REFUND, { about: 'decide', decision: ['supplier'] });
    assert.equal(other.answer, 'Priya Nair, CTO, decides “Choose the supplier” of Refund agent.');
  });

  it('puts a right in doubt that a finding is about, and no other', () => {
    const prompt = answer(REFUND, { about: 'decide', decision: ['in-production-modification'] });
    assert.equal(
      prompt.answer,
      'Dana Whitfield, VP Claims or Priya Nair, CTO decide “Change the prompt” of Refund agent.',
    );
    assert.deepEqual(
      prompt.doubts.map(({ rule, line }) => `${rule} ${line}`),
      ['raci-shared-accountable 32'],
    );
    assert.deepEqual(answer(REFUND, { about: 'decide', decision: ['pilot-go-no-go'] }).doubts, []);
  });

  it('tells an accepted exception from a doubt', () => {
    const text = REFUND.replace(
      '| Change the prompt',
      '| Change the limits | A | I |\n\n<!-- decision-rights-disable raci-shared-accountable: joint until the merger -->\n\n| Decision | Dana Whitfield | Priya Nair |\n| --- | --- | --- |\n| Change the prompt',
    );
    const found = answer(text, { about: 'decide', decision: ['prompt'] });
    assert.deepEqual(
      found.doubts.map(({ exception }) => exception),
      ['joint until the merger'],
    );
    assert.match(
      whoText(whoReport('q', { about: 'decide', decision: [] }, [found], [], [], NOW)),
      /Accepted exception: joint/,
    );
  });

  it('says so when a decision or a right is not there', () => {
    const none = answer(REFUND, { about: 'decide', decision: ['colour'] });
    assert.equal(none.answered, false);
    assert.match(none.answer, /^Nobody: .* does not say who decides “colour”.*It has: .*Choose the supplier/);
    const bare = answer('---\ntype: decision-rights\ninitiative: x\nstatus: production\n---\n\n# X\n');
    assert.equal(bare.answer, 'Nobody: docs/refund.md does not say who may stop X.');
    assert.equal(bare.answered, false);
    for (const about of ['own', 'escalate', 'fund', 'decide', 'all'] as const)
      assert.match(
        answer('---\ntype: decision-rights\ninitiative: x\n---\n', { about }).answer,
        /^Nobody: /,
        about,
      );
  });

  it('takes the Accountable of halting where no stop right is given, and says so', () => {
    const found = answer(
      '---\ntype: decision-rights\ninitiative: x\ndecisions: {production-halt-rollback: {accountable: Dana Whitfield}}\n---\n',
    );
    assert.equal(found.stop.from, 'decision');
    assert.equal(
      found.answer,
      'Dana Whitfield decides about halting docs/refund.md.'.replace('docs/refund.md', 'x'),
    );
  });

  it('calls several holders, a hedge and a request what they are', () => {
    const shared = answer(
      '---\ntype: decision-rights\ninitiative: x\nstop_authority: [Dana Whitfield, Tom Berg]\n---\n',
    );
    assert.match(shared.answer, /^Dana Whitfield or Tom Berg may/);
    assert.deepEqual(
      shared.doubts.map(({ rule }) => rule).filter((rule) => rule === 'stop-authority-collective'),
      ['stop-authority-collective'],
    );
    const asks = answer(
      '---\ntype: decision-rights\ninitiative: x\n---\n\n## Stop authority\n\nDana Whitfield can request a pause of the system.\n',
    );
    assert.equal(asks.stop.asksOnly, true);
    assert.match(asks.answer, /^Dana Whitfield may only ask for a stop of x\./);
  });

  it('finds the person of a position in the register, with the handle, and who has left', () => {
    const people = parsePeople(`people:
  - {id: dana, name: Dana Whitfield, title: VP Claims, handles: ["@dana"]}
  - {id: tom, name: Tom Berg, title: VP Service, left_on: 2026-01-31, active: false}
`).register;
    const doc = (holder: string): string =>
      `---\ntype: decision-rights\ninitiative: x\nstop_authority: {holder: ${holder}, rights: [pause]}\n---\n`;
    const held = answer(doc('VP Claims'), {}, { people });
    assert.equal(held.answer, 'Dana Whitfield, VP Claims, may pause x.');
    assert.deepEqual([held.stop.who[0]?.written, held.stop.who[0]?.handles], ['VP Claims', ['@dana']]);
    const gone = answer(doc('Tom Berg'), {}, { people });
    assert.equal(gone.answer, 'Tom Berg, VP Service, may pause x. Tom Berg has left the company.');
    assert.equal(gone.stop.who[0]?.active, false);
    assert.match(answer(doc('"[Name]"')).answer, /^Nobody yet: /);
    assert.equal(answer(doc('"[Name]"')).answered, false);
    assert.equal(answer(doc('Risk Committee')).answer, 'The Risk Committee may pause x.');
  });

  describe('while a disagreement runs', () => {
    const text = `${REFUND}
## Escalation log

| Opened | Question | Parties | Decided on | Decided by | Record |
| --- | --- | --- | --- | --- | --- |
| 2026-02-20 | Old one | | 2026-02-21 | Dana Whitfield | [r](r.md) |
| 2026-03-01T12:00 | Raise the limit? | Dana Whitfield, Priya Nair | | | |
`;
    const running = (now: number, about: Asked['about'] = 'escalate'): SystemAnswer =>
      answer(text, { about }, { now });

    it('says who decides now, and until when', () => {
      const found = running(NOW);
      assert.equal(
        found.answer,
        'Dana Whitfield, VP Claims and Priya Nair, CTO decide “Raise the limit?” now until 2026-03-02 12:00 UTC.',
      );
      assert.deepEqual(
        found.escalation.running.map(({ state, hoursLeft, deadline, line, decidesThen }) => [
          state,
          hoursLeft,
          deadline,
          line,
          ...names(decidesThen),
        ]),
        [['open', 12, '2026-03-02T12:00Z', 40, 'Priya Nair']],
      );
      const told = whoText(
        whoReport('q', { about: 'stop', decision: [] }, [running(NOW, 'stop')], [], [], NOW),
      );
      assert.match(told, /have until 2026-03-02 12:00 UTC \(12 h left\)\. Then Priya Nair, CTO decides/);
    });

    it('hands over to the tie-breaker when the time is over', () => {
      const late = running(Date.UTC(2026, 2, 2, 13));
      assert.equal(late.answer, 'Priya Nair, CTO, decides “Raise the limit?” now.');
      assert.equal(late.escalation.running[0]?.state, 'overdue');
      assert.deepEqual(
        late.doubts.map(({ rule }) => rule),
        ['escalation-overdue'],
      );
    });
  });

  it('knows of a system without a document whom to call first', () => {
    const text =
      '---\ntype: ai-system-register\n---\n\n| System | First call | Owner |\n| --- | --- | --- |\n| Call notes | Tom Berg | |\n';
    const found = undocumentedFrom(reading(text), 'Call notes', () => 7);
    assert.equal(found?.answer, 'Nobody has written down who may stop Call notes. First call: Tom Berg.');
    assert.equal(
      undocumentedFrom(reading(text), 'Other', () => 7),
      undefined,
    );
  });

  it('puts the answer into the first line of the text', () => {
    const report = whoReport('stop refund', { about: 'stop', decision: [] }, [answer(REFUND)], [], [], NOW);
    assert.equal(report.status, 'answered');
    const [first, ...rest] = whoText(report).split('\n');
    assert.equal(first, 'Dana Whitfield, VP Claims, may pause or roll back Refund agent.');
    assert.ok(rest.includes('  Reached within   30min  docs/refund.md:11'));
    assert.ok(rest.includes('  On disagreement  24h, then Priya Nair, CTO decides  docs/refund.md:18'));
  });

  it('never fails on odd documents', () => {
    for (const text of [
      '',
      '---\n',
      '---\ntype: decision-rights\nowner: [[[]]]\n---\n',
      '\uFEFF# 🙂\r\n\r\n| A |\r\n',
    ])
      for (const about of ['stop', 'decide', 'own', 'escalate', 'fund', 'all'] as const)
        assert.equal(typeof answer(text, { about, decision: ['x'] }).answer, 'string');
  });
});
