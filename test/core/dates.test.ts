import assert from 'node:assert/strict';
import {
  addDays,
  dayOf,
  findDates,
  formatDay,
  parseDate,
  parseMoment,
} from '../../server/src/core/text/dates.ts';
import fc, { runs } from '../support/properties.ts';

describe('dates', () => {
  it('reads days that exist', () => {
    assert.equal(parseDate('1970-01-01'), 0);
    assert.equal(parseDate('2026-03-12'), Date.UTC(2026, 2, 12) / 86_400_000);
    assert.notEqual(parseDate('2024-02-29'), undefined);
    assert.notEqual(parseDate('2000-02-29'), undefined);
    assert.notEqual(parseDate('0001-01-01'), undefined);
  });
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '12.03.2026',
    '',
    'x',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseDate(text), undefined));
  }
  it('agrees with the calendar both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const text = formatDay(day);
        assert.equal(parseDate(text), day);
        const date = new Date(day * 86_400_000);
        assert.equal(text, date.toISOString().slice(0, 10));
      }),
      runs(100),
    );
    assert.equal(formatDay(9_999_999), '');
    assert.equal(formatDay(addDays(parseDate('2026-02-28') ?? 0, 1)), '2026-03-01');
  });
  it('gives a bare date the whole day', () => {
    assert.equal(parseMoment('2026-03-12'), Date.UTC(2026, 2, 13));
    assert.equal(dayOf(Date.UTC(2026, 2, 12, 23, 59)), parseDate('2026-03-12'));
  });
  const moments: readonly (readonly [string, number | undefined])[] = [
    ['2026-03-12T10:30', Date.UTC(2026, 2, 12, 10, 30)],
    ['2026-03-12T10:30:15', Date.UTC(2026, 2, 12, 10, 30, 15)],
    ['2026-03-12T10:30Z', Date.UTC(2026, 2, 12, 10, 30)],
    ['2026-03-12T10:30+02:00', Date.UTC(2026, 2, 12, 8, 30)],
    ['2026-03-12T10:30-05:00', Date.UTC(2026, 2, 12, 15, 30)],
    ['2026-03-12 10:30', Date.UTC(2026, 2, 12, 10, 30)],
    ['2026-03-12T24:00', Date.UTC(2026, 2, 13)],
    ['2026-03-12T24:01', undefined],
    ['2026-03-12T10:60', undefined],
    ['2026-02-30T10:00', undefined],
    ['2026-03-12T10', undefined],
    ['2026-03-12T10:30+15:00', undefined],
    ['yesterday', undefined],
  ];
  for (const [text, ms] of moments) it(`reads the moment ${text}`, () => assert.equal(parseMoment(text), ms));

  const prose: readonly (readonly [string, readonly string[]])[] = [
    ['decide by 2026-03-12.', ['2026-03-12=2026-03-12']],
    ['due 12 March 2026 at noon', ['12 March 2026=2026-03-12']],
    ['March 12, 2026', ['March 12, 2026=2026-03-12']],
    ['the 3rd of May 2026', ['3rd of May 2026=2026-05-03']],
    ['am 12. März 2026', ['12. März 2026=2026-03-12']],
    ['le 1er mars 2026', ['1er mars 2026=2026-03-01']],
    ['12 de marzo de 2026', ['12 de marzo de 2026=2026-03-12']],
    ['12 марта 2026', ['12 марта 2026=2026-03-12']],
    ['2026年3月12日', ['2026年3月12日=2026-03-12']],
    ['2026-02-30 and 31 April 2026 and 2026-03', []],
    ['build 12-2026-03-12-7', []],
    ['12 people 2026', []],
    ['2026-03-12 to 15 Apr 2026', ['2026-03-12=2026-03-12', '15 Apr 2026=2026-04-15']],
  ];
  for (const [text, expected] of prose) {
    it(`finds the dates of ${JSON.stringify(text)}`, () => {
      const found = findDates(text);
      for (const item of found) assert.equal(text.slice(item.start, item.end), item.text);
      assert.deepEqual(
        found.map((d) => `${d.text}=${formatDay(d.day)}`),
        expected,
      );
    });
  }
});
