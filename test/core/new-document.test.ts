import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { pages } from '../../server/src/core/document/length.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { stopAuthorityOf } from '../../server/src/core/document/stop-authority.ts';
import {
  type Answers,
  ESSENTIAL_QUESTIONS,
  fileNameFor,
  newDocument,
  QUESTIONS,
} from '../../server/src/core/features/new-document.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';
import { parseDate } from '../../server/src/core/text/dates.ts';

const settings = {
  config: defaultConfig,
  people: emptyRegister,
  now: (parseDate('2026-03-02') ?? 0) * 86_400_000,
  workspace: undefined,
};

const COMPLETE: Answers = {
  title: 'Claims triage',
  'benefiting-unit': 'Claims Operations',
  owner: 'Dana Whitfield',
  'owner-title': 'VP Claims Operations',
  'accepted-on': '2026-01-15',
  'technical-owner': 'Omar Haddad, Head of Data Science',
  metric: 'Cost per claim',
  'metric-unit': 'EUR per claim',
  'metric-baseline': '14.20',
  'metric-target': '9.00',
  'metric-by': '2026-12-31',
  cto: 'Priya Nair',
  'stop-trigger': 'More than 2 % wrong refusals in a day',
  'stop-mechanism': 'Feature flag claims-ai, runbook RB-12',
  'stop-executed-by': 'Platform on-call',
  deputy: 'Lena Roth, Director Claims',
  action: 'Refund a customer',
  'action-limit': 'EUR 50 per order',
  'action-reversal-time': '2d',
  'quality-control': 'Two agents review a sample of 5 % every day',
  'created-on': '2026-01-10',
  'pilot-started-on': '2026-01-20',
  'gate-decide-by': '2026-04-30',
  'gate-decider': 'Ines Moreau, COO',
  evidence: 'The pilot saved EUR 5.20 per claim over eight weeks',
  'budget-amount': 'EUR 240,000',
  'cost-centre': 'Claims Operations 4410',
  'budget-approved-by': 'Jonas Weber, CFO',
  'budget-approved-on': '2026-02-20',
  'gate-decided-on': '2026-02-27',
  'go-live-on': '2026-03-01',
  readiness: 'https://example.com/readiness/claims',
};

function read(text: string): DecisionRightsDocument {
  const owned = ownership('new.md', text, { documents: false, excluded: false, named: false });
  assert.ok(owned);
  return new DecisionRightsDocument('new.md', text, owned);
}

function values(id: string): readonly string[] {
  return QUESTIONS.find((question) => question.id === id)?.choices?.map(({ value }) => value) ?? [];
}

/** Every combination of status, autonomy, class and operating model. */
const COMBINATIONS = values('status').flatMap((status) =>
  values('autonomy').flatMap((autonomy) =>
    values('use-case-class').flatMap((useCase) =>
      values('operating-model').map((model) => ({
        status,
        autonomy,
        'use-case-class': useCase,
        'operating-model': model,
      })),
    ),
  ),
);

/** What a placeholder in the owner's place is called. */
const ABOUT_PLACEHOLDERS = new Set(['doc-placeholder', 'owner-unnamed']);

describe('new document', () => {
  for (const combination of COMBINATIONS) {
    const name = Object.values(combination).join(', ');
    it(`is complete with all answers: ${name}`, () => {
      const text = newDocument({ ...COMPLETE, ...combination });
      const findings = check(read(text), settings).findings;
      assert.deepEqual(
        findings.map((finding) => `${finding.rule}: ${finding.message}`),
        [],
        text,
      );
    });

    it(`has placeholders and no other finding without answers: ${name}`, () => {
      const text = newDocument(combination);
      const { findings } = check(read(text), settings);
      assert.ok(findings.length > 0);
      assert.deepEqual(
        findings
          .filter(({ rule }) => !ABOUT_PLACEHOLDERS.has(rule))
          .map(({ rule, message }) => `${rule}: ${message}`),
        [],
        text,
      );
    });
  }

  it('fits on two pages with room to spare', () => {
    for (const combination of COMBINATIONS) {
      const length = pages(new Reading(read(newDocument({ ...COMPLETE, ...combination })), settings));
      assert.ok(length < 1.5, `${length} pages`);
    }
  });

  it('says in body and frontmatter who may stop the system', () => {
    const reading = new Reading(read(newDocument(COMPLETE)), settings);
    const { holders, statements } = stopAuthorityOf(reading);
    assert.deepEqual(
      holders.map(({ party }) => party.name),
      ['Dana Whitfield'],
    );
    assert.ok(statements.length >= 2);
  });

  it('survives answers that YAML or a table would trip over', () => {
    const text = newDocument({
      ...COMPLETE,
      title: 'Claims: "triage" | #1',
      metric: 'Cost: per claim | EUR',
      'stop-trigger': '- more than 2 %: stop',
      evidence: '  Saved\nEUR 5 per claim ',
    });
    const doc = read(text);
    assert.equal(doc.frontmatter.text('title'), 'Claims: "triage" | #1');
    assert.deepEqual(doc.frontmatter.problems, []);
    const metrics = doc.outline.tables.find(({ region }) => region.kind === 'metrics');
    assert.equal(metrics?.table.rows[0]?.cells.length, 6);
  });

  it('is named after the initiative', () => {
    assert.equal(fileNameFor({ title: 'Refund agent: Übersicht' }), 'refund-agent-ubersicht.md');
    assert.equal(fileNameFor({ initiative: 'refunds', title: 'x' }), 'refunds.md');
    assert.equal(fileNameFor({}), 'decision-rights.md');
  });

  it('asks each question once, the few that matter first', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, prompt } of QUESTIONS) {
      assert.match(id, /^[a-z-]+$/);
      assert.match(prompt, /\?$/);
    }
    assert.ok(ESSENTIAL_QUESTIONS.length <= 14);
  });

  it('asks about actions, quality and the gate only where they matter', () => {
    const asked = (answers: Answers): string[] =>
      QUESTIONS.filter(({ when }) => !when || when(answers)).map(({ id }) => id);
    const pilot = asked({});
    for (const id of ['action', 'quality-control', 'budget-amount', 'go-live-on'])
      assert.ok(!pilot.includes(id), id);
    const all = asked({ status: 'paused', autonomy: 'agentic', 'use-case-class': 'customer-facing' });
    assert.equal(all.length, QUESTIONS.length);
    assert.ok(asked({ status: 'gate' }).includes('cost-centre'));
  });
});
