import assert from 'node:assert/strict';
import { defaultConfig } from '../../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { measuresIn } from '../../server/src/core/document/measures.ts';
import { type Metric, metricsOf } from '../../server/src/core/document/metrics.ts';
import { Reading } from '../../server/src/core/document/reading.ts';
import { emptyRegister } from '../../server/src/core/people/register.ts';

function metrics(text: string): readonly Metric[] {
  const doc = new DecisionRightsDocument('a.md', text, { type: 'decision-rights', by: 'frontmatter' });
  return metricsOf(
    new Reading(doc, { config: defaultConfig, people: emptyRegister, now: 0, workspace: undefined }),
  );
}

const body = (text: string): string => `---\ntype: decision-rights\n---\n\n${text}\n`;
const show = (text: string): string[] =>
  metrics(text).map(
    ({ name, kind, has, type }) => `${name} | ${kind} | ${[...has].sort().join(' ')} | ${type ?? '-'}`,
  );

describe('the metrics of a document', () => {
  it('prefers frontmatter', () => {
    const text =
      '---\ntype: decision-rights\nmetrics:\n  - name: Cost per claim\n    type: cost-reduction\n    unit: EUR\n    baseline: 14\n    target: 9\n    by: 2026-12-31\n  - Uptime\n---\n\n## Metrics\n\n- Revenue per agent\n';
    assert.deepEqual(show(text), [
      'Cost per claim | business | baseline date target unit | cost-reduction',
      'Uptime | technical |  | -',
    ]);
  });

  it('reads a table by its headers', () => {
    const text = body(
      '## Success metrics\n\n| Metric | Type | Unit | Baseline | Target | By |\n| --- | --- | --- | --- | --- | --- |\n| Handling time | cost-reduction | hours | 12 |  | 2026-12-31 |',
    );
    assert.deepEqual(show(text), ['Handling time | business | baseline date unit | cost-reduction']);
  });

  it('reads labelled values as one metric', () => {
    const text = body(
      '## Metrics\n\n- Metric: Cost per claim\n- Unit: EUR\n- Baseline: 14.20\n- Target: 9.00\n- By: 2026-12-31',
    );
    assert.deepEqual(show(text), ['Cost per claim | business | baseline date target unit | -']);
  });

  it('reads a two-column table of labels and values', () => {
    const text = body(
      '## Metrics\n\n| Field | Value |\n| --- | --- |\n| Metric | Cost per claim |\n| Baseline | 14.20 EUR |\n| Target | 9.00 EUR |\n| Date | 2026-12-31 |',
    );
    assert.deepEqual(show(text), ['Cost per claim | business | baseline date target unit | -']);
  });

  it('reads list items, and their own lists', () => {
    const text = body(
      '## Outcome\n\n- Cost per claim: from 14.20 EUR to 9.00 EUR by Q4 2026\n- Customer complaints\n  - Baseline: 40 a month\n  - Target: 10 a month',
    );
    assert.deepEqual(show(text), [
      'Cost per claim | business | baseline date target unit | -',
      'Customer complaints | business | baseline target unit | -',
    ]);
  });

  it('leaves remarks beside metrics alone, and knows what is its own unit', () => {
    const text = body(
      '## How we measure system success\n\n- Customer complaints: from 40 to 10 by 2026-12-31\n- Reviewed by the whole team in the monthly meeting',
    );
    assert.deepEqual(show(text), ['Customer complaints | business | baseline date target unit | -']);
    assert.equal(measuresIn('Cost per claim').has('unit'), false);
    assert.equal(measuresIn('Cost per claim (EUR)').has('unit'), true);
  });

  it('takes what the owner’s section says, when nothing else does', () => {
    assert.equal(metrics(body('## Owner\n\nDana Whitfield, VP Claims, owns the cost per claim.')).length, 1);
    assert.equal(metrics(body('## Owner\n\nDana Whitfield, VP Claims, is the owner.')).length, 0);
  });

  it('finds the four measures in a sentence', () => {
    assert.deepEqual([...measuresIn('from 14.20 EUR to 9.00 EUR by 2026-12-31')].sort(), [
      'baseline',
      'date',
      'target',
      'unit',
    ]);
    assert.deepEqual([...measuresIn('14.20 → 9.00 EUR within 6 months')].sort(), [
      'baseline',
      'date',
      'target',
      'unit',
    ]);
    assert.deepEqual([...measuresIn('below 2 %')].sort(), ['target', 'unit']);
    assert.deepEqual([...measuresIn('by 31 December 2026')].sort(), ['date']);
  });
});
