import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/core/config/parse-config.ts';
import { KNOWN_RULES } from '../../server/src/core/rules/index.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { portfolioFindings } from '../../server/src/core/rules/use-case/portfolio-customer-facing-heavy.ts';
import type { DocumentFacts } from '../../server/src/core/workspace/facts.ts';

const document = (useCaseClass: string | undefined, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  path: 'a.md',
  initiative: undefined,
  title: undefined,
  status: undefined,
  useCaseClass,
  owner: undefined,
  span: { start: 0, end: 3 },
  ...more,
});
const customerFacing = document('customer-facing');
const backOffice = document('back-office');
const leaning = [customerFacing, backOffice, customerFacing];

/** Shows the portfolio on a configuration, on a day. */
function findings(config: string, documents: readonly DocumentFacts[], day = '2026-03-02'): Finding[] {
  const parsed = parseConfig(config, KNOWN_RULES);
  assert.deepEqual(parsed.problems, []);
  return portfolioFindings(parsed.config, documents, config, Date.parse(day));
}

describe('rule portfolio-customer-facing-heavy', () => {
  const started = (date: string): string => `company_size: 200\nprogramme_started_on: ${date}\n`;

  it('says the share of customer-facing initiatives where the start of the programme stands', () => {
    const config = started('2026-01-05');
    const [finding, ...more] = findings(config, leaning);
    assert.ok(finding);
    assert.deepEqual(more, []);
    assert.equal(config.slice(finding.span.start, finding.span.end), '2026-01-05');
    assert.equal(finding.severity, 'info');
    assert.match(
      finding.message,
      /^2 of 3 initiatives \(67 %\) are customer-facing, within 18 months of the start of the programme\./,
    );
    assert.deepEqual(finding.fixes(), []);
  });

  it('is silent while back-office initiatives are as many', () => {
    assert.deepEqual(findings(started('2026-01-05'), [customerFacing, backOffice]), []);
    assert.deepEqual(findings(started('2026-01-05'), [backOffice]), []);
  });

  it('counts documents in use that say their class', () => {
    const unused = [
      document('customer-facing', { status: 'retired' }),
      document('customer-facing', { template: true }),
      document(undefined),
    ];
    assert.deepEqual(findings(started('2026-01-05'), [customerFacing, backOffice, ...unused]), []);
  });

  for (const [start, last, after] of [
    ['2024-09-02', '2026-03-02', '2026-03-03'],
    ['2025-01-15', '2026-07-15', '2026-07-16'],
    ['2024-06-30', '2025-12-30', '2025-12-31'],
    // February has no 31st day: all of it counts.
    ['2024-08-31', '2026-02-28', '2026-03-01'],
  ] as const)
    it(`looks from the first day to the same day eighteen months later: ${start} to ${last}`, () => {
      const config = started(start);
      const on = (day: string): number => findings(config, leaning, day).length;
      const before = new Date(Date.parse(start) - 86_400_000).toISOString().slice(0, 10);
      assert.deepEqual([before, start, last, after].map(on), [0, 1, 1, 0]);
    });

  it('takes the severity of the configuration, the rule before its group', () => {
    const rules = (text: string): (string | undefined)[] =>
      findings(`${started('2026-01-05')}rules:\n${text}`, leaning).map(({ severity }) => severity);
    assert.deepEqual(rules('  use-case: off\n'), []);
    assert.deepEqual(rules('  portfolio-customer-facing-heavy: warning\n  use-case: off\n'), ['warning']);
  });

  it('is silent without a start of the programme, and where the text shown does not say it', () => {
    assert.deepEqual(findings('company_size: 200\n', leaning), []);
    const { config } = parseConfig(started('2026-01-05'), KNOWN_RULES);
    for (const text of ['company_size: 200\n', 'programme_started_on: [2026-01-05]\n'])
      assert.deepEqual(portfolioFindings(config, leaning, text, Date.parse('2026-03-02')), []);
  });
});
