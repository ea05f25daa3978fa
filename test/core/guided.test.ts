import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import { Reading, type Settings } from '../../server/src/core/document/reading.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Guide, GuideAnswers } from '../../server/src/core/guided/guide.ts';
import { GUIDES } from '../../server/src/core/guided/index.ts';
import {
  addToRegister,
  listedIn,
  newRegister,
  registerQuestions,
} from '../../server/src/core/guided/register.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { settingsOf, VARIANTS } from '../support/check-rule.ts';

const PEOPLE = `people:
  - {id: dana, name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations, function: business}
  - {id: lena, name: Lena Roth, title: Director Claims, unit: Claims Operations, function: business}
  - {id: ines, name: Ines Moreau, title: COO, unit: Operations, function: business}
  - {id: priya, name: Priya Nair, title: CTO, unit: Technology, function: technology}
  - {id: omar, name: Omar Haddad, title: Head of Data Science, unit: Technology, function: data}
`;

const NOW = '2026-03-02';

function read(
  text: string,
  path = 'claims-triage.md',
  more: Partial<Parameters<typeof settingsOf>[0]> = {},
): Reading {
  const settings: Settings = settingsOf({ text, people: PEOPLE, path, today: NOW, ...more });
  const owned = ownership(path, text, { documents: false, excluded: false, named: false });
  assert.ok(owned, 'the text is ours');
  return new Reading(new DecisionRightsDocument(path, text, owned), settings);
}

const findings = ({ doc, settings }: Reading): readonly Finding[] => check(doc, settings).findings;
const errors = (reading: Reading): string[] =>
  findings(reading)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

/** Asks every question in order, as a client does; those without an answer take the first choice or the value to start from. */
function answerAll(guide: Guide, reading: Reading, given: GuideAnswers): GuideAnswers {
  const answers: Record<string, string> = {};
  for (;;) {
    const next = guide.questions(reading, answers).find(({ id }) => !(id in answers));
    if (!next) return answers;
    const answer = given[next.id] ?? next.choices?.[0]?.value ?? next.initial ?? '';
    if (next.choices && !next.other)
      assert.ok(
        next.choices.some(({ value }) => value === answer),
        `${next.id} offers ${JSON.stringify(next.choices.map(({ value }) => value))}, not ${answer}`,
      );
    answers[next.id] = answer;
  }
}

interface Case {
  readonly name: string;
  readonly guide: string;
  readonly text: string;
  readonly answers?: GuideAnswers;
  /** The finding it is there to mend. */
  readonly mends?: string;
  readonly expect?: RegExp;
  /** Errors that are the truth and not the command's doing. */
  readonly raises?: readonly string[];
  readonly today?: string;
}

const head = (lines: string): string =>
  `---\ntype: decision-rights\ninitiative: claims-triage\n${lines}---\n\n# Claims triage\n`;

const CASES: readonly Case[] = [
  {
    name: 'an owner for a document without one',
    guide: 'assign-owner',
    text: head('status: pilot\n'),
    mends: 'owner-missing',
    expect:
      /benefiting_unit: Claims Operations\r?\nowner:\r?\n {2}name: Dana Whitfield\r?\n {2}title: VP Claims Operations\r?\n {2}unit: Claims Operations\r?\n {2}accepted_on: 2026-03-02/,
  },
  {
    name: 'an owner in place of a blank',
    guide: 'assign-owner',
    text: head('status: gate\nbenefiting_unit: Claims Operations\nowner:\n'),
    mends: 'owner-unnamed',
  },
  {
    name: 'an owner who is not in the register',
    guide: 'assign-owner',
    text: head('status: pilot\nowner: TBD\n'),
    answers: { unit: 'Payments', owner: 'Anna Berg', title: 'VP Payments' },
    mends: 'owner-unnamed',
    expect: /name: Anna Berg\r?\n {2}title: VP Payments\r?\n {2}unit: Payments/,
  },
  {
    name: 'the CTO gives the seat up, with the decisions and the right to stop',
    guide: 'assign-owner',
    text: `${head(
      'status: pilot\nbenefiting_unit: Claims Operations\nowner: Priya Nair, CTO\nstop_authority: {holder: Priya Nair, rights: [pause, roll-back]}\n',
    )}\n## Decision rights\n\n| Decision | Accountable | Responsible |\n| --- | --- | --- |\n| Pilot go/no-go | Priya Nair | Omar Haddad |\n| Production go-live | Priya Nair | Omar Haddad |\n| In-production modification | Priya Nair | Omar Haddad |\n| Production halt | Priya Nair | Omar Haddad |\n`,
    mends: 'owner-is-cto',
    expect: /Production go-live \| Dana Whitfield/,
  },
  {
    name: 'the owner in a list of the body',
    guide: 'assign-owner',
    text: `${head('status: pilot\nbenefiting_unit: Claims Operations\n')}\n## Owner\n\n- Owner: [Name]\n- Technical owner: Omar Haddad\n`,
    mends: 'owner-unnamed',
    expect: /- Owner: Dana Whitfield, VP Claims Operations\r?\n- Technical owner/,
  },
  {
    name: 'the owner in a table of the body',
    guide: 'assign-owner',
    text: `${head('status: pilot\nbenefiting_unit: Claims Operations\n')}\n## Owner\n\n| Role | Name |\n| --- | --- |\n| Business owner | Steering Committee |\n`,
    mends: 'owner-is-committee',
    expect: /\| Business owner \| Dana Whitfield, VP Claims Operations \|/,
  },
  {
    name: 'two owners become one',
    guide: 'assign-owner',
    text: head('status: pilot\nowner: [Dana Whitfield, Lena Roth]\n'),
    answers: { unit: 'Claims Operations', owner: 'Dana Whitfield, VP Claims Operations' },
    mends: 'owner-shared',
  },
  {
    name: 'an overdue gate, passed',
    guide: 'record-gate',
    text: head(
      'status: gate\nowner: {name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-03-01\n  decider: Ines Moreau, COO\n  decision: pending\n  business_case: {evidence: Saved EUR 5.20 per claim, signed_by: Dana Whitfield}\n',
    ),
    answers: {
      case: 'yes',
      owner: 'yes',
      budget: 'yes',
      amount: 'EUR 240,000',
      'approved-by': 'Ines Moreau, COO',
      decision: 'pass',
    },
    mends: 'gate-overdue',
    expect: /decision: pass\r?\n/,
  },
  {
    name: 'an overdue gate, not passed',
    guide: 'record-gate',
    text: head(
      'status: gate\nowner: {name: Dana Whitfield, title: VP Claims Operations, unit: Claims Operations, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-03-01\n  decider: Ines Moreau, COO\n  decision: pending\n',
    ),
    answers: { case: 'yes', evidence: 'The pilot saved EUR 5.20 per claim', owner: 'yes', budget: 'no' },
    mends: 'gate-overdue',
    expect: /decision: no-pass\r?\n/,
  },
  {
    name: 'no gate at all in a pilot',
    guide: 'record-gate',
    text: head(
      'status: pilot\nowner: {name: Dana Whitfield, title: VP Claims Operations, accepted_on: 2026-01-15}\n',
    ),
    answers: { case: 'no', owner: 'yes', budget: 'no' },
    mends: 'gate-missing',
  },
  {
    name: 'a pass with a no',
    guide: 'record-gate',
    text: head(
      'status: gate\nowner: {name: Dana Whitfield, title: VP Claims Operations, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-03-10\n  decided_on: 2026-02-20\n  decider: Ines Moreau, COO\n  decision: pass\n  business_case: {answer: yes, evidence: Saved EUR 5.20 per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n',
    ),
    answers: { case: 'yes', owner: 'yes', budget: 'no' },
    mends: 'gate-passed-with-a-no',
    expect: /decision: no-pass/,
  },
  {
    name: 'questions without answers, in the body',
    guide: 'record-gate',
    text: `${head('status: gate\nowner: {name: Dana Whitfield, title: VP Claims Operations, accepted_on: 2026-01-15}\n')}\n## Funding gate\n\n- Decide by: 2026-03-10\n- Decider: Ines Moreau, COO\n- Decision: pending\n- **Does pilot evidence support the business case in business terms?**\n- **Does a named business owner formally accept accountability?**\n- **Is a production budget approved?** No\n`,
    answers: {
      case: 'yes',
      evidence: 'The pilot saved EUR 5.20 per claim',
      'signed-by': 'Dana Whitfield',
      owner: 'yes',
      budget: 'yes',
      amount: 'EUR 240,000',
      'approved-by': 'Ines Moreau, COO',
      decision: 'pass',
    },
    mends: 'gate-question-unanswered',
    expect:
      /- Decision: pass\r?\n- \*\*Does pilot evidence support the business case in business terms\?\*\* Yes/,
  },
  {
    name: 'boxes are ticked',
    guide: 'record-gate',
    text: `${head('status: gate\nowner: {name: Dana Whitfield, title: VP Claims Operations, accepted_on: 2026-01-15}\n')}\n## Funding gate\n\nDecide by: 2026-03-01\n\nDecider: Ines Moreau, COO\n\n- [ ] Pilot evidence supports the business case: saved EUR 5.20 per claim, signed by Dana Whitfield\n- [ ] The business owner accepts accountability\n- [ ] Budget approved: EUR 240,000, by Ines Moreau, COO, on 2026-02-20\n`,
    answers: {
      case: 'yes',
      owner: 'yes',
      budget: 'yes',
      amount: 'EUR 240,000',
      'approved-by': 'Ines Moreau, COO',
      decision: 'pass',
    },
    mends: 'gate-overdue',
    expect: /- \[x\] Pilot evidence[^\n]*\n- \[x\] The business owner[^\n]*\n- \[x\] Budget/,
  },
  {
    name: 'an owner’s acceptance goes with the gate',
    guide: 'record-gate',
    text: head(
      'status: gate\nowner: Dana Whitfield, VP Claims Operations\ngate:\n  decide_by: 2026-03-10\n  decider: Ines Moreau, COO\n  business_case: {answer: yes, evidence: Saved EUR 5.20 per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n',
    ),
    answers: { case: 'yes', owner: 'yes', budget: 'no' },
    mends: 'gate-owner-not-accepted',
    expect: /accepted_on: 2026-03-02/,
  },
  {
    name: 'a clock in a document without a log',
    guide: 'start-escalation',
    text: head(
      'status: pilot\nowner: Dana Whitfield, VP Claims Operations\nescalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n',
    ),
    answers: { question: 'Raise the limit | or not?' },
    expect:
      /## Escalation log\r?\n\r?\n\| Opened \| Question[^\n]*\n\|[- |]*\r?\n\| 2026-03-02T00:00Z \| Raise the limit \\\| or not\? \| Dana Whitfield, Priya Nair \| {2}\|/,
  },
  {
    name: 'a clock in a log of other columns, before the gate',
    guide: 'start-escalation',
    text: `${head('status: pilot\nowner: Dana Whitfield, VP Claims Operations\n')}\n## Escalation log\n\n| Question | Opened | Decided by |\n| --- | --- | --- |\n| Old one? | 2026-01-02 | Dana Whitfield |\n\n## Funding gate\n\nInes Moreau decides on 2026-04-30.\n`,
    answers: { question: 'New one?', opened: '2026-03-01' },
    expect:
      /\| Old one\? \| 2026-01-02 \| Dana Whitfield \|\r?\n\| New one\? \| 2026-03-01 \| {2}\|\r?\n\r?\n## Funding gate/,
  },
  {
    name: 'a clock under a heading that waits for its first entry',
    guide: 'start-escalation',
    text: `${head('status: pilot\n')}\n## Escalation log\n\nNone so far.\n`,
    answers: { question: 'New one?' },
    expect: /None so far\.\r?\n\r?\n\| Opened/,
  },
  {
    name: 'the tie-breaker’s decision on an overdue question',
    guide: 'record-escalation',
    text: `${head('status: pilot\nescalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n')}\n## Escalation log\n\n| Opened | Question | Parties | Decided on | Decided by | Record |\n| --- | --- | --- | --- | --- | --- |\n| 2026-02-20 | Old one? | Dana Whitfield, Priya Nair | 2026-02-21 | Dana Whitfield | agreed |\n| 2026-02-25 | Raise the limit? | Dana Whitfield, Priya Nair | | | |\n`,
    answers: { record: 'Yes: complaints halved' },
    mends: 'escalation-overdue',
    expect:
      /\| Raise the limit\? \| Dana Whitfield, Priya Nair \| 2026-03-02 \| Priya Nair, CTO \| Yes: complaints halved \|/,
  },
  {
    name: 'one of two, in a row that ends early',
    guide: 'record-escalation',
    text: `${head('status: pilot\nescalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n')}\n## Escalation log\n\n| Opened | Question | Parties | Decided on | Decided by | Record |\n| --- | --- | --- | --- | --- | --- |\n| 2026-02-25 | Raise the limit? | Dana Whitfield\n| 2026-03-01 | Second one? | Dana Whitfield, Priya Nair | pending | | |\n`,
    answers: { entry: '2026-03-01 Second one?', record: 'No' },
    expect:
      /\| Second one\? \| Dana Whitfield, Priya Nair \| 2026-03-02 \| Dana Whitfield, VP Claims Operations \| No \|/,
  },
  {
    name: 'a row that ends early is filled up',
    guide: 'record-escalation',
    text: `${head('status: pilot\nescalation: {timebox: 48h, tie_breaker: "Priya Nair, CTO"}\n')}\n## Escalation log\n\n| Opened | Question | Parties | Decided on | Decided by | Record |\n| --- | --- | --- | --- | --- | --- |\n| 2026-02-25 | Raise the limit? | Dana Whitfield\n`,
    answers: { record: 'No' },
    mends: 'escalation-overdue',
  },
];

/** What a command may leave for a person. */
const MAY_APPEAR = new Set(['doc-placeholder']);

describe('guided commands', () => {
  for (const { name, guide: id, text, answers = {}, mends, expect, raises = [] } of CASES)
    describe(`${id}: ${name}`, () => {
      for (const { name: dress, dress: dressed } of VARIANTS)
        it(dress, () => {
          const before = read(dressed(text));
          const guide = GUIDES.get(id);
          assert.ok(guide);
          assert.equal(guide.refusal?.(before), undefined);
          const was = errors(before);
          if (mends)
            assert.ok(
              findings(before).some(({ rule }) => rule === mends),
              `${mends} is there: ${was}`,
            );
          const given = answerAll(guide, before, answers);
          const { edits } = guide.edits(before, given);
          const fixed = applyEdits(before.doc.text, edits);
          assert.notEqual(fixed, before.doc.text, 'something is written');
          const after = read(fixed);
          if (mends)
            assert.deepEqual(
              findings(after)
                .filter(({ rule }) => rule === mends)
                .map(({ message }) => message),
              [],
              fixed,
            );
          const left = [...was];
          for (const rule of errors(after)) {
            const at = left.indexOf(rule);
            if (at >= 0) left.splice(at, 1);
            else
              assert.ok(
                MAY_APPEAR.has(rule) || raises.includes(rule),
                `a new error: ${rule}\n${findings(after).find((f) => f.rule === rule)?.message}\n${fixed}`,
              );
          }
          if (expect) assert.match(fixed, expect);
          if (dress.includes('CRLF')) assert.ok(!/[^\r]\n/.test(fixed), 'line ends stay');
          assert.equal(fixed.startsWith('\uFEFF'), before.doc.text.startsWith('\uFEFF'), 'the BOM stays');
        });
    });

  it('the gate cannot be passed while an answer is no', () => {
    const guide = GUIDES.get('record-gate')!;
    const reading = read(head('status: gate\nowner: Dana Whitfield, VP Claims Operations\n'));
    const decision = guide
      .questions(reading, { case: 'yes', owner: 'yes', budget: 'no' })
      .find(({ id }) => id === 'decision');
    assert.deepEqual(
      decision?.choices?.map(({ value }) => value),
      ['no-pass'],
    );
    const { edits } = guide.edits(reading, { case: 'yes', owner: 'yes', budget: 'no', decision: 'pass' });
    assert.match(applyEdits(reading.doc.text, edits), /decision: no-pass/);
  });

  it('nobody accepts where nobody is named', () => {
    const guide = GUIDES.get('record-gate')!;
    const question = guide.questions(read(head('status: gate\n')), {}).find(({ id }) => id === 'owner');
    assert.deepEqual(
      question?.choices?.map(({ value }) => value),
      ['no'],
    );
  });

  it('leaders of the unit come first, and the CTO is not among those who may own', () => {
    const guide = GUIDES.get('assign-owner')!;
    const questions = guide.questions(read(head('status: pilot\n')), { unit: 'Operations' });
    const people = questions.find(({ id }) => id === 'owner')?.choices?.map(({ value }) => value) ?? [];
    assert.equal(people[0], 'Ines Moreau, COO');
    assert.ok(!people.some((one) => one.startsWith('Priya')));
  });

  it('no decision without an open question', () => {
    assert.match(
      GUIDES.get('record-escalation')?.refusal?.(read(head('status: pilot\n'))) ?? '',
      /No disagreement/,
    );
  });

  it('an abandoned command writes nothing', () => {
    for (const guide of GUIDES.values())
      assert.deepEqual(guide.edits(read(head('status: pilot\n')), {}).edits, []);
  });
});

describe('adding to the production register', () => {
  const DOC = head(
    'status: production\nbenefiting_unit: Claims Operations\nowner: {name: Dana Whitfield, title: VP Claims Operations, accepted_on: 2026-01-15}\ndates: {go_live_on: 2026-02-20}\n',
  );
  const REGISTER =
    '---\ntype: ai-system-register\n---\n\n# Systems\n\n| System | First call | Document | Owner | Identified on |\n| --- | --- | --- | --- | --- |\n| Contract review | Ines Moreau | [c](c.md) | Ines Moreau | 2026-01-02 |\n';
  const CONTRACT = '---\ntype: decision-rights\ninitiative: contract-review\ntitle: Contract review\n---\n';

  const answersFor = (reading: Reading): GuideAnswers =>
    Object.fromEntries(
      registerQuestions(reading).map(({ id, choices, initial }) => [id, choices?.[0]?.value ?? initial]),
    );

  for (const { name, dress } of VARIANTS)
    it(`a row in the columns there are, ${name}`, () => {
      const files = { 'ai-systems.md': dress(REGISTER), 'c.md': CONTRACT };
      const doc = read(DOC, 'initiatives/claims triage.md', { files });
      assert.ok(findings(doc).some(({ rule }) => rule === 'system-not-in-register'));
      const register = read(dress(REGISTER), 'ai-systems.md', {
        files: { ...files, 'initiatives/claims triage.md': DOC },
      });
      const fixed = applyEdits(register.doc.text, addToRegister(register, doc, answersFor(doc)));
      assert.match(
        fixed,
        /\| Claims triage \| Dana Whitfield, VP Claims Operations \| \[claims-triage\]\(initiatives\/claims%20triage\.md\) \| Dana Whitfield, VP Claims Operations \| 2026-02-20 \|/,
      );
      const after = { 'ai-systems.md': fixed, 'c.md': CONTRACT };
      assert.ok(
        !findings(read(DOC, 'initiatives/claims triage.md', { files: after })).some(
          ({ rule }) => rule === 'system-not-in-register',
        ),
      );
      const now = read(fixed, 'ai-systems.md', { files: { ...after, 'initiatives/claims triage.md': DOC } });
      assert.deepEqual(errors(now), errors(register));
      assert.ok(listedIn(now, doc));
      assert.equal(listedIn(register, doc), undefined);
    });

  it('a register where there is none', () => {
    const doc = read(DOC, 'initiatives/claims-triage.md');
    const text = newRegister(doc, answersFor(doc));
    const register = read(text, 'ai-systems.md', { files: { 'initiatives/claims-triage.md': DOC } });
    assert.deepEqual(
      findings(register).map(({ message }) => message),
      [],
    );
    assert.ok(listedIn(register, doc));
  });

  it('a table where the register has none', () => {
    const doc = read(DOC, 'claims-triage.md');
    const empty = read('---\ntype: ai-system-register\n---\n\n# Systems\n', 'ai-systems.md');
    const fixed = applyEdits(empty.doc.text, addToRegister(empty, doc, answersFor(doc)));
    assert.ok(listedIn(read(fixed, 'ai-systems.md', { files: { 'claims-triage.md': DOC } }), doc));
  });
});
