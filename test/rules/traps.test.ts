import assert from 'node:assert/strict';
import { ownership } from '../../server/src/core/document/ours.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { checkText } from '../support/check-rule.ts';

// Where a rule must not fire: each row of the catalogue's table of traps, in its order.

const HEAD = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n';

function found(body: string, head = HEAD): readonly Finding[] {
  return checkText(`${head}${body}\n`, { text: body }).findings;
}

/** Asserts that no finding of these rules, or of rules whose ids begin so, is among them. */
function silent(findings: readonly Finding[], ...rules: readonly string[]): void {
  const said = findings.filter(({ rule }) => rules.some((one) => rule.startsWith(one)));
  assert.deepEqual(
    said.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
}

const table = (head: string, ...rows: readonly string[]): string =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');

describe('a trap', () => {
  it('ordinary Markdown is none of ours', () => {
    for (const [path, text] of [
      [
        'README.md',
        '# Claims\n\n## Decision rights\n\n| Decision | A | B |\n| --- | --- | --- |\n| Go-live | A | A |\n',
      ],
      ['model-card.md', '---\nlicense: mit\ntags: [ai, governance]\n---\n# Model card\n\nOwner: TBD\n'],
      ['docs/CODEOWNERS.md', '# Owners\n\n* @acme/platform\n'],
    ] as const)
      assert.equal(
        ownership(path, text, { documents: false, excluded: false, named: false }),
        undefined,
        path,
      );
  });

  it('a table with letters but without RACI words is no RACI', () => {
    const grades = table('| Supplier | Grade | Impact |', '| North | A | A |', '| South | A | C |');
    silent(found(`## Suppliers\n\n${grades}`), 'raci-shared', 'raci-no', 'raci-unreadable');
    const impact = table('| Risk | Impact | Priority |', '| Outage | A | A |', '| Drift | R | A |');
    silent(found(`## Risks\n\n${impact}`), 'raci-shared', 'raci-no', 'raci-unreadable');
  });

  it('legend, totals, version and contact tables say nothing of decisions', () => {
    const raci = table('| Decision | Dana Whitfield | Tom Reed |', '| Production go-live | A | R |');
    const legend = table('| Letter | Meaning |', '| R | does the work |', '| A | answers for the result |');
    const totals = table('| Total | Dana Whitfield | Tom Reed |', '| A | 1 | 0 |', '| R | 0 | 1 |');
    const version = table(
      '| Version | Date | Author |',
      '| 1.0 | 2026-01-10 | A |',
      '| 1.1 | 2026-02-10 | A |',
    );
    const contact = table(
      '| Name | Phone |',
      '| Dana Whitfield | +44 20 7946 0011 |',
      '| Tom Reed | +44 20 7946 0012 |',
    );
    const body = `## RACI\n\n${[raci, legend, totals, version, contact].join('\n\n')}`;
    silent(found(body), 'raci-shared', 'raci-no', 'raci-unreadable', 'raci-conflicting');
  });

  it('A/R of one party is one Accountable', () => {
    const raci = table('| Decision | Dana Whitfield | Tom Reed |', '| Production go-live | A/R | C |');
    silent(found(`## RACI\n\n${raci}`), 'raci-shared', 'raci-no');
  });

  it('one person in two columns is one Accountable', () => {
    const head = `${HEAD.replace('\n---\n\n', '')}\nroles:\n  Sponsor: Dana Whitfield\n  Owner: Dana Whitfield\n---\n\n`;
    const raci = table('| Decision | Sponsor | Owner | Tom Reed |', '| Production go-live | A | A | R |');
    silent(found(`## RACI\n\n${raci}`, head), 'raci-shared');
  });

  it('no Accountable and a committee are warnings in ordinary rows', () => {
    const raci = table(
      '| Decision | Dana Whitfield | Steering committee |',
      '| Production go-live | A | C |',
      '| Order the lunch | R | C |',
      '| Choose the logo | R | A |',
    );
    for (const { rule, severity } of found(`## RACI\n\n${raci}`))
      if (rule === 'raci-no-accountable' || rule === 'raci-committee-accountable')
        assert.equal(severity, 'warning', rule);
  });

  it('several parties may be Responsible, Consulted or Informed', () => {
    const raci = table(
      '| Decision | Dana Whitfield | Tom Reed | Ada Okafor | Legal |',
      '| Production go-live | A | R | R | C |',
      '| Production halt | A | C | C | I |',
    );
    silent(found(`## RACI\n\n${raci}`), 'raci-shared', 'raci-no-accountable');
  });

  it('a conditional A beside another is reported, with its condition', () => {
    const raci = table('| Decision | Dana Whitfield | Tom Reed |', '| Production go-live | A | A (Tier 2) |');
    const [shared] = found(`## RACI\n\n${raci}`).filter(({ rule }) => rule === 'raci-shared-accountable');
    assert.match(shared?.message ?? '', /Tier 2/);
  });

  it('the CTO may be technical owner, tie-breaker, executor and Responsible', () => {
    const raci = table('| Decision | Dana Whitfield | CTO |', '| Production go-live | A | R |');
    const stop =
      '## Stop authority\n\nDana Whitfield may pause the system or roll it back. The CTO carries it out.';
    const path =
      '## Escalation\n\nIf the owner and the CTO disagree for 48 hours, the CTO decides and documents it.';
    const body = `Technical owner: Tom Reed, CTO\n\n## RACI\n\n${raci}\n\n${stop}\n\n${path}`;
    silent(
      found(body),
      'owner-is-cto',
      'owner-shared',
      'stop-authority-engineering',
      'stop-authority-collective',
    );
  });

  it('accuracy beside money is fine; nothing but accuracy is not', () => {
    const technical = (body: string): number =>
      found(body).filter(({ rule }) => rule === 'metric-technical-only').length;
    assert.equal(
      technical('## Metrics\n\n- Accuracy of 95 %\n- Cost per claim: EUR 40 to EUR 30 by 2026-12-31'),
      0,
    );
    assert.equal(technical('## Metrics\n\n- Accuracy of 95 %\n- F1 of 0.9'), 1);
  });

  it('people who approve what an advisory system proposes are what makes it advisory', () => {
    const head = HEAD.replace('type: decision-rights', 'type: decision-rights\nautonomy: advisory');
    const body =
      '## What it does\n\nThe system drafts a decision. A claims handler approves the refund and sends it.';
    silent(found(body, head), 'agentic-misdeclared');
  });

  it('a steering group with one named executive is fine', () => {
    const head =
      '---\ntype: decision-rights\nowner: Steering group (chair: Dana Whitfield, VP Claims)\n---\n\n';
    silent(found('# Claims triage', head), 'owner-is-committee', 'owner-shared');
  });

  it('48 hours and rollback elsewhere are not read', () => {
    const body =
      '## Support\n\nTickets are answered within 48 hours.\n\n## Releases\n\nThe pipeline can do a rollback; engineering decides on it.';
    silent(found(body), 'escalation-timebox', 'stop-authority-engineering', 'stop-authority-not');
  });

  it('a hedge elsewhere weakens no stop right', () => {
    const body =
      '## Support\n\nAgents may escalate and may recommend a pause.\n\n## Stop authority\n\nDana Whitfield may pause the system or roll it back.';
    silent(found(body), 'stop-authority-not-explicit');
  });

  it('a generated document is reported without a fix', () => {
    const raci = table('| Decision | Dana Whitfield | Tom Reed |', '| Production go-live | A | A |');
    const findings = found(`<!-- Generated by a tool, do not edit. -->\n\n## RACI\n\n${raci}`);
    assert.ok(findings.some(({ rule }) => rule === 'raci-shared-accountable'));
    for (const { rule, fixes } of findings) assert.deepEqual(fixes(), [], rule);
  });

  it('letters work in a language we do not know; its headers are information at most', () => {
    const raci = table('| Päätös | Aino Virtanen | Mika Korhonen |', '| Tuotantoon vienti | A | A |');
    const findings = found(`## RACI\n\n${raci}`);
    assert.ok(findings.some(({ rule }) => rule === 'raci-shared-accountable'));
    const unknown = table(
      '| Päätös | Vastuullinen | Tekijä |',
      '| Tuotantoon vienti | Aino Virtanen | Mika Korhonen |',
    );
    for (const { rule, severity, span } of found(`## RACI\n\n${unknown}`))
      if (span.start > HEAD.length + 10) assert.equal(severity, 'info', rule);
  });
});
