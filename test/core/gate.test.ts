import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { businessCaseOf } from '../../server/src/core/document/business-case.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { type GateReading, gateOf } from '../../server/src/core/document/gate.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import { Reading, type Settings } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { ruleById } from '../../server/src/core/rules/index.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import type { DocumentFacts } from '../../server/src/core/workspace/facts.ts';

const settings = (today = '2026-03-02', documents?: readonly DocumentFacts[]): Settings => ({
  config: defaultConfig,
  people: emptyRegister,
  now: Date.parse(`${today}T00:00:00Z`),
  workspace: documents && { documents, registers: [], link: () => undefined },
});

function documentOf(text: string, path = 'claims.md'): DecisionRightsDocument {
  const owned = ownership(path, text, { documents: true, excluded: false, named: false });
  assert.ok(owned);
  return new DecisionRightsDocument(path, text, owned);
}

const readingOf = (text: string): Reading => new Reading(documentOf(text), settings());

/** A document whose body is this text. */
const body = (text: string, head = ''): string => `---\ntype: decision-rights\n${head}---\n\n${text}\n`;

/** `value «text at its place»` for each thing the gate says, so that values and places are compared at once. */
function said(text: string): Record<string, string> {
  const reading = readingOf(text);
  const gate = gateOf(reading);
  const at = ({ start, end }: Span): string => text.slice(start, end);
  const out: Record<string, string> = {};
  if (!gate) return out;
  const dates = ['definedOn', 'decideBy', 'decidedOn', 'approvedOn'] as const;
  for (const key of dates) if (gate[key]) out[key] = at(gate[key].span);
  const people = ['decider', 'signedBy', 'approvedBy'] as const;
  for (const key of people)
    if (gate[key]) out[key] = gate[key].mentions.map(({ span }) => at(span)).join(' | ');
  const texts = ['evidence', 'amount', 'costCentre', 'caseLink', 'readiness', 'accepted'] as const;
  for (const key of texts) if (gate[key]) out[key] = at(gate[key].span);
  if (gate.decision) out.decision = `${gate.decision.verdict} «${at(gate.decision.span)}»`;
  for (const { question, answer } of Object.values(gate.questions) as GateReading['questions']['case'][])
    if (answer) out[question] = `${answer.value ? 'yes' : 'no'} «${at(answer.span)}»`;
  const { blocked } = gate;
  if (blocked?.reason) out.reason = at(blocked.reason.span);
  if (blocked?.askTo) out.askTo = blocked.askTo.mentions.map(({ span }) => at(span)).join(' | ');
  if (blocked?.askBy) out.askBy = at(blocked.askBy.span);
  return out;
}

/** The gate rules' findings, as `severity rule «place»`. */
function found(text: string, given: Settings = settings(), path?: string): string[] {
  return check(documentOf(text, path), given)
    .findings.filter(({ rule }) => ruleById(rule)?.group === 'gate')
    .map(({ rule, severity, span }) => `${severity} ${rule} «${text.slice(span.start, span.end)}»`);
}

const COMPLETE = `---
type: decision-rights
initiative: claims-triage
status: STATUS
owner: {name: Dana Whitfield, title: VP Claims, unit: Claims, accepted_on: 2026-01-15}
dates: {created_on: 2026-01-10, pilot_started_on: 2026-01-20, go_live_on: 2026-03-01}
gate:
  defined_on: 2026-01-12
  decide_by: 2026-02-20
  decided_on: 2026-02-18
  decider: Ines Moreau, COO
  decision: pass
  business_case: {answer: yes, evidence: "Saved 5.20 EUR per claim at 94 % accuracy", link: cases/claims.md, signed_by: Dana Whitfield}
  owner_accepts: {answer: yes}
  budget: {answer: yes, amount: "EUR 240,000", cost_centre: Claims 4410, approved_by: "Jonas Weber, CFO", approved_on: 2026-02-17}
  readiness: reviews/claims.md
---

# Claims triage
`;

describe('funding gate', () => {
  it('is read from frontmatter, each value at its place', () => {
    assert.deepEqual(said(COMPLETE), {
      definedOn: '2026-01-12',
      decideBy: '2026-02-20',
      decidedOn: '2026-02-18',
      approvedOn: '2026-02-17',
      decider: 'Ines Moreau, COO',
      signedBy: 'Dana Whitfield',
      approvedBy: 'Jonas Weber, CFO',
      evidence: 'Saved 5.20 EUR per claim at 94 % accuracy',
      amount: 'EUR 240,000',
      costCentre: 'Claims 4410',
      caseLink: 'cases/claims.md',
      readiness: 'reviews/claims.md',
      decision: 'pass «pass»',
      case: 'yes «yes»',
      owner: 'yes «yes»',
      budget: 'yes «yes»',
    });
  });

  it('is read from labels and questions of the body', () => {
    const text = body(`## 5. Production gate

**Defined on:** 12 January 2026
**Decide by:** 30 April 2026
**Decider:** Ines Moreau (COO)
**Decision:** pending

1. Does pilot evidence support the business case in business terms? **Yes** — 18 minutes less per claim.
2. Is there a named business owner formally accepting accountability? Yes: accepted on 2026-02-01.
3. Is there a production budget approved? Not yet.`);
    assert.deepEqual(said(text), {
      definedOn: '12 January 2026',
      decideBy: '30 April 2026',
      decider: 'Ines Moreau (COO)',
      decision: 'pending «pending»',
      evidence: '18 minutes less per claim.',
      accepted: '2026-02-01',
      case: 'yes «Yes»',
      owner: 'yes «Yes»',
      budget: 'no «Not»',
    });
  });

  it('is read from tables, upright and across', () => {
    const upright = body(`## Funding gate

| Item | Value |
| --- | --- |
| Decide by | 2026-04-30 |
| Decided by | Ines Moreau, COO |
| Decision | Conditional pass |
| Budget approved | Yes, £80k, approved by Jonas Weber on 2026-02-01, cost centre Claims 4410 |`);
    assert.deepEqual(said(upright), {
      decideBy: '2026-04-30',
      decider: 'Ines Moreau, COO',
      decision: 'other «Conditional pass»',
      amount: '£80k',
      approvedBy: 'Jonas Weber',
      approvedOn: '2026-02-01',
      costCentre: 'Claims 4410',
      budget: 'yes «Yes»',
    });
    const across = body(`## Gate

| Defined on | Decide by | Decider | Decision |
| --- | --- | --- | --- |
| 2026-01-10 | 2026-04-30 | Ines Moreau, COO | no-pass |`);
    assert.deepEqual(said(across), {
      definedOn: '2026-01-10',
      decideBy: '2026-04-30',
      decider: 'Ines Moreau, COO',
      decision: 'no-pass «no-pass»',
    });
  });

  it('is read from prose and ticked items', () => {
    const text = body(`## Funding gate

The funding gate was defined on 10 January 2026. It is decided by 30 April 2026 by Ines Moreau, COO, on the
advice of Finance; a conditional pass is not allowed.

- [x] Pilot evidence supports the business case in business terms: EUR 240,000 a year less leakage
- [x] Dana Whitfield accepts accountability for the outcome (2026-02-01)
- [ ] Production budget approved
- [ ] Privacy assessment signed`);
    assert.deepEqual(said(text), {
      definedOn: '10 January 2026',
      decideBy: '30 April 2026',
      decider: 'Ines Moreau, COO',
      evidence: 'EUR 240,000 a year less leakage',
      accepted: '2026-02-01',
      case: 'yes «Pilot evidence supports the business case in business terms»',
      owner: 'yes «Dana Whitfield accepts accountability for the outcome (2026-02-01)»',
    });
  });

  it('is read from questions as headings, and answers below their question', () => {
    const text = body(`## Production funding gate

### Does pilot evidence support the business case in business terms?

Yes. Cost per claim fell by EUR 5.20.

### Is there a named business owner formally accepting accountability?

Yes, Dana Whitfield.

### Is there a production budget approved?

No. There is no money left.`);
    const { case: first, owner, budget } = said(text);
    assert.deepEqual([first, owner, budget], ['yes «Yes»', 'yes «Yes»', 'no «No»']);
    const nested = body(
      '## Funding gate\n\n- Budget approved?\n  - Yes, EUR 240,000, approved by the CFO on 2026-02-18',
    );
    assert.deepEqual(said(nested), {
      budget: 'yes «Yes»',
      amount: 'EUR 240,000',
      approvedBy: 'CFO',
      approvedOn: '2026-02-18',
    });
  });

  it('reads the section as our own snippets write it', () => {
    const text = body(`## Funding gate

Decision by 2026-04-30, by Ines Moreau, COO: pending.

| Question | Answer | Evidence |
| --- | --- | --- |
| Business case | yes | saved 5.20 EUR per claim in the pilot |
| Owner accepts | yes | accepted on 2026-01-15 |
| Budget approved | no | EUR 240,000, approved by the CFO on 2026-04-20 |

## Business case

The system saves EUR 240,000 a year. Dana Whitfield, VP Claims, signs the case.`);
    const { decideBy, decider, decision, evidence, accepted, approvedBy } = said(text);
    assert.deepEqual(
      [decideBy, decider, decision, evidence, accepted, approvedBy],
      [
        '2026-04-30',
        'Ines Moreau, COO',
        'pending «pending»',
        'saved 5.20 EUR per claim in the pilot',
        '2026-01-15',
        'CFO',
      ],
    );
    assert.equal(businessCaseOf(readingOf(text)).signedBy?.text, 'Dana Whitfield, VP Claims');
  });

  it('reads an answer that is said in other words', () => {
    const text = body(`## Funding gate

Business case: the pilot saved EUR 5 per claim. Signed by Dana Whitfield.
Budget: EUR 100k requested, not approved yet.
Owner accepts: Dana Whitfield has not accepted.`);
    const { evidence, signedBy, budget, owner } = said(text);
    assert.deepEqual(
      [evidence, signedBy, budget, owner],
      [
        'the pilot saved EUR 5 per claim',
        'Dana Whitfield',
        'no «EUR 100k requested, not approved yet.»',
        'no «Dana Whitfield has not accepted.»',
      ],
    );
  });

  it('takes a description of the gate for what it is', () => {
    const text = body(`## Funding gate

Production funding of EUR 400,000 is released only when every criterion below is met. The gate is passed when three
questions get a yes: does pilot evidence support the business case in business terms? Is there a named business owner
formally accepting accountability? Is there a production budget approved? If any answer is no, the pilot does not proceed.`);
    assert.deepEqual(said(text), {});
  });

  it('takes the choices of a template for no decision', () => {
    const text = body(
      '## Funding gate\n\nDecide by: YYYY-MM-DD\nDecision: pass / no-pass\nOwner accepts: [yes/no]\nBudget approved: yes/no',
    );
    assert.deepEqual(said(text), {});
  });

  it('reads what blocks the funding and who was asked', () => {
    const text = body(
      '## Funding gate\n\nFunding is blocked because all new budgets are frozen. We asked Ines Moreau, COO, to decide by 2026-03-20.',
    );
    const { reason, askTo, askBy } = said(text);
    assert.equal(reason, 'Funding is blocked because all new budgets are frozen.');
    assert.equal(askTo, 'Ines Moreau, COO');
    assert.equal(askBy, '2026-03-20');
  });

  it('is missing where only its heading stands, or other gates', () => {
    assert.equal(gateOf(readingOf(body('## Funding gate\n\n## Risks\n\nNone.'))), undefined);
    assert.equal(
      gateOf(readingOf(body('## Quality gates\n\nThe security gate runs on each change.'))),
      undefined,
    );
  });

  it('lets frontmatter win value by value', () => {
    const text = body(
      '## Funding gate\n\nDecide by: 2026-09-30\nDecider: Ines Moreau, COO',
      'gate: {decide_by: 2026-04-30}\n',
    );
    assert.deepEqual(said(text), { decideBy: '2026-04-30', decider: 'Ines Moreau, COO' });
  });
});

describe('a gate that was decided, told in a paragraph', () => {
  const DECIDED = { verdict: 'pass', on: '2026-05-27', decider: 'Ellen Brandt, COO' };
  const cases: readonly (readonly [string, Partial<typeof DECIDED>])[] = [
    ['It had to be decided by 2026-05-29. Ellen Brandt, COO, decided it on 2026-05-27: pass.', DECIDED],
    ['Decided on 2026-05-27 by Ellen Brandt, COO: pass.', DECIDED],
    ['Decided on 2026-05-27 by Ellen Brandt, COO. Decision: pass.', DECIDED],
    ['The decision (pass) was made by Ellen Brandt, COO, on 2026-05-27.', DECIDED],
    ['Ellen Brandt, COO, passed the gate on 2026-05-27.', DECIDED],
    ['Ellen Brandt, COO, approved the gate on 2026-05-27 with a pass.', DECIDED],
    ['The pilot passed the gate on 2026-05-27.', { verdict: 'pass', on: '2026-05-27' }],
    ['The gate is decided on 2026-05-27 by Ellen Brandt, COO.', { decider: 'Ellen Brandt, COO' }],
    ['The gate will be decided on 2026-05-27.', {}],
    ['Decide by: 2026-05-29. Decided on: 2026-05-27. Decider: Ellen Brandt, COO. Decision: pass.', DECIDED],
    [
      '**Decided on:** 2026-05-27 | **Decider:** Ellen Brandt, COO | **Decision:** pass | **Note:** none',
      DECIDED,
    ],
    ['6.1 Decided on: 2026-05-27\n6.2 Decider: Ellen Brandt, COO\n6.3 Decision: pass', DECIDED],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const gate = gateOf(readingOf(body(`## Funding gate\n\n${text}`)));
      const { decision, decidedOn, decider } = gate ?? {};
      assert.deepEqual(
        { verdict: decision?.verdict, on: decidedOn?.value, decider: decider?.text },
        { verdict: undefined, on: undefined, decider: undefined, ...expected },
      );
    });
});

describe('gate rules', () => {
  it('are silent on a complete document at every stage', () => {
    for (const status of ['pilot', 'gate', 'production', 'paused', 'retired'])
      assert.deepEqual(found(COMPLETE.replace('STATUS', status)), [], status);
  });

  it('count a date as overdue on the day after it', () => {
    const text = body('', 'status: pilot\ngate: {decide_by: 2026-03-02, decision: pending}\n');
    assert.deepEqual(found(text, settings('2026-03-02')), []);
    assert.deepEqual(found(text, settings('2026-03-03')), ['error gate-overdue «2026-03-02»']);
  });

  it('write a record into the body where there is no frontmatter', () => {
    const doc = documentOf('# Claims triage\n\nWhat it does.\n', 'claims.decision-rights.md');
    const finding = check(doc, settings()).findings.find(({ rule }) => rule === 'gate-missing');
    assert.ok(finding);
    const fixed = documentOf(applyEdits(doc.text, finding.fixes()[0]?.edits ?? []), doc.path);
    assert.ok(
      fixed.text.startsWith(
        '# Claims triage\n\nWhat it does.\n\n## Funding gate\n\n- Defined on: 2026-03-02\n',
      ),
    );
    const gate = gateOf(new Reading(fixed, settings()));
    assert.equal(gate?.decideBy?.value, '2026-04-01');
    assert.deepEqual(
      [gate?.questions.case, gate?.questions.owner, gate?.questions.budget].map((one) => one?.answer?.value),
      [false, false, false],
    );
  });

  it('tell a missing gate once, by the stage', () => {
    assert.deepEqual(found(body('', 'status: pilot\n')), ['error gate-missing «---»']);
    assert.deepEqual(found(body('', 'status: gate\n')), ['error gate-missing «---»']);
    assert.deepEqual(found(body('', 'status: production\n')), ['error production-before-gate «production»']);
    assert.deepEqual(found(body('', 'status: retired\n')), []);
  });

  it('ask a pilot for its date alone', () => {
    assert.deepEqual(found(body('', 'gate: {decision: pending}\n')), ['error gate-not-time-boxed «gate»']);
    assert.deepEqual(found(body('', 'gate: {decide_by: 2026-04-30}\n')), []);
  });

  it('ask for answers, decider and case from the gate on', () => {
    assert.deepEqual(found(body('', 'status: gate\ngate: {decide_by: 2026-04-30}\n')), [
      'error business-case-missing «gate»',
      'warning gate-decider-missing «gate»',
      'error gate-question-unanswered «gate»',
    ]);
  });

  it('stay silent on values that are reported as invalid', () => {
    const text = body(
      '',
      'status: gate\ngate: {decide_by: soon, decider: {name: Ines Moreau}, budget: {answer: perhaps}, business_case: {answer: maybe, evidence: Saved EUR 5, signed_by: Dana Whitfield}, owner_accepts: {answer: no}}\n',
    );
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(body('', 'gate: later\n')), []);
  });

  it('take every decision but the three for no decision', () => {
    for (const decision of ['deferred', 'under review', 'conditional pass', 'approved', 'passed', 'maybe'])
      assert.deepEqual(found(body('', `gate: {decide_by: 2026-01-30, decision: ${decision}}\n`)), [
        `error gate-not-binary «${decision}»`,
      ]);
    for (const decision of ['pending', 'Pending', '"[pass or no-pass]"'])
      assert.deepEqual(found(body('', `gate: {decide_by: 2026-04-30, decision: ${decision}}\n`)), []);
  });

  it('read ownership that two documents claim, in each of them', () => {
    const facts = (owner: string, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
      path: 'docs/other.md',
      initiative: 'Claims-Triage',
      title: undefined,
      status: 'pilot',
      useCaseClass: undefined,
      owner,
      span: { start: 0, end: 3 },
      ...more,
    });
    const text = body(
      '',
      'initiative: claims-triage\nowner: Dana Whitfield, VP Claims\ngate: {decide_by: 2026-04-30}\n',
    );
    const given = (...documents: DocumentFacts[]): string[] => found(text, settings('2026-03-02', documents));
    assert.deepEqual(given(facts('Tom Becker, VP Sales')), [
      'warning ownership-contested «Dana Whitfield, VP Claims»',
    ]);
    assert.deepEqual(given(facts('D. Whitfield')), []);
    assert.deepEqual(given(facts('Tom Becker', { status: 'retired' })), []);
    assert.deepEqual(given(facts('Tom Becker', { initiative: 'refunds' })), []);
    assert.deepEqual(given(facts('VP Sales')), []);
    assert.deepEqual(given(facts('Tom Becker', { path: 'claims.md' })), []);
    assert.deepEqual(found(text), []);
  });

  it('never throw on odd records', () => {
    for (const head of [
      'gate: [1, 2]',
      'gate: {budget: [a], blocked: x, decider: [a, b]}',
      'gate: *a',
      'contested: [x]',
      'gate:\n  - x: y',
    ])
      found(
        body('## Funding gate\n\n| |\n| - |\n| ? |\n\n- :\n- ?\n- [ ]\n- **:**', `status: gate\n${head}\n`),
      );
  });
});

describe('business case', () => {
  const terms = (text: string): string[] =>
    businessCaseOf(readingOf(body(text))).technicalTerms.map((term) => term.text);

  it('is technical only without a figure of money, time or risk', () => {
    assert.deepEqual(terms('## Business case\n\nF1 of 0.91 and 99.9 % uptime.'), ['F1', 'uptime']);
    assert.deepEqual(terms('## Business case\n\nF1 of 0.91; saves EUR 240,000 a year.'), []);
    assert.deepEqual(
      terms('## Business case\n\n| Technical figure | Money |\n| --- | --- |\n| Accuracy | EUR 240,000 |'),
      [],
    );
    assert.deepEqual(terms('## Monitoring\n\nF1 of 0.91.'), []);
  });

  it('exists as text, as a link or as a section', () => {
    const exists = (text: string): boolean => businessCaseOf(readingOf(body(text))).exists;
    assert.equal(exists('## Business case\n\nSaves money.'), true);
    assert.equal(exists('## Funding gate\n\nDecided on the [case](business-case.md).'), true);
    assert.equal(exists('## Business case\n'), false);
    assert.equal(exists('## Funding gate\n\nDecide by: 2026-04-30'), false);
  });
});
