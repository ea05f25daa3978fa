import assert from 'node:assert/strict';
import {
  classifyMetric,
  findBusinessFigures,
  findBusinessTerms,
  findTechnicalTerms,
  isBackOfficeMetric,
  type MetricClass,
} from '../../server/src/core/lexicon/metrics.ts';
import { BACK_OFFICE, METRICS, NOT_BACK_OFFICE } from './lexicon-table.ts';

const CLASSES: readonly MetricClass[] = ['technical', 'business', 'mixed', 'unknown'];

describe('lexicon', () => {
  it('tells technical from business metrics', () => {
    const rows = CLASSES.flatMap((label) =>
      METRICS[label].map((text) => ({ text, label, read: classifyMetric(text) })),
    );
    assert.ok(rows.length >= 200, `${rows.length} phrases`);
    const wrong = rows.filter((row) => row.read !== row.label);
    for (const label of CLASSES.slice(0, 2)) {
      const hit = rows.filter((row) => row.read === label && row.label === label).length;
      const precision = hit / rows.filter((row) => row.read === label).length;
      const recall = hit / METRICS[label].length;
      console.log(
        `      ${label}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${METRICS[label].length}`,
      );
      assert.ok(precision >= 0.95 && recall >= 0.95, JSON.stringify(wrong));
    }
    if (wrong.length > 0)
      console.log(wrong.map((row) => `      ${row.label} read as ${row.read}: ${row.text}`).join('\n'));
    assert.ok(wrong.length / rows.length <= 0.05, JSON.stringify(wrong));
  });

  it('finds terms with their places', () => {
    const text = 'We watch p95 latency, F1-score and the cost per claim.';
    assert.deepEqual(
      findTechnicalTerms(text).map((t) => t.text),
      ['p95 latency', 'F1-score'],
    );
    assert.deepEqual(
      findBusinessTerms(text).map((t) => t.text),
      ['cost per claim'],
    );
    for (const term of findTechnicalTerms(text)) assert.equal(text.slice(term.start, term.end), term.text);
  });

  it('lets a company add its own words', () => {
    assert.equal(classifyMetric('Parcels per van'), 'unknown');
    assert.equal(classifyMetric('Parcels per van', { business: ['parcels per van'] }), 'business');
    assert.equal(classifyMetric('Zorb index', { technical: ['zorb*'] }), 'technical');
  });

  it('knows back-office metrics', () => {
    for (const text of BACK_OFFICE) assert.equal(isBackOfficeMetric(text), true, text);
    for (const text of NOT_BACK_OFFICE) assert.equal(isBackOfficeMetric(text), false, text);
  });

  const figures: readonly (readonly [string, readonly string[]])[] = [
    ['saves €1.2 million a year', ['money:€1.2 million']],
    ['$50k', ['money:$50k']],
    ['US$ 3,000,000', ['money:US$ 3,000,000']],
    ['CHF 200’000', ['money:CHF 200’000']],
    ['1.500.000 EUR', ['money:1.500.000 EUR']],
    ['£12m less loss', ['money:£12m']],
    ['5 million euros', ['money:5 million euros']],
    ['₹10,00,000', ['money:₹10,00,000']],
    ['R$ 500 mil', ['money:R$ 500']],
    ['Rp 5 juta', ['money:Rp 5 juta']],
    ['100万元', ['money:100万元']],
    ['2 млн руб.', ['money:2 млн руб.']],
    ['cuts handling time from 48 hours to 6 hours', ['time:48 hours to 6 hours']],
    ['30% fewer complaints', ['percent:30%']],
    ['accuracy of 92%', []],
    ['accuracy of 92%, and complaints fall by 30%', ['percent:30%']],
    ['latency of 30 minutes', []],
    ['churn falls by 2 percent', ['percent:2 percent']],
    ['hours saved: 400 hours', ['time:400 hours']],
    ['handles 1200 claims, cost per claim falls', ['count:1200 claims']],
    ['The model is good.', []],
    ['in 2026 we ship v2.5', []],
  ];
  for (const [text, expected] of figures) {
    it(`finds the business figures of ${JSON.stringify(text)}`, () => {
      const found = findBusinessFigures(text);
      for (const item of found) assert.equal(text.slice(item.start, item.end), item.text);
      assert.deepEqual(
        found.map((f) => `${f.kind}:${f.text}`),
        expected,
      );
    });
  }

  it('stays quick on long text', () => {
    const started = performance.now();
    for (const piece of ['accuracy ', '1,000', '€1 ', 'cost per ', '9', '10% churn. ', '成本'])
      findBusinessFigures(piece.repeat(3000));
    assert.ok(performance.now() - started < 4000, String(performance.now() - started));
  });
});
