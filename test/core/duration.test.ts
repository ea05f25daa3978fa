import assert from 'node:assert/strict';
import { findDurations, formatHours, parseDuration } from '../../server/src/core/text/duration.ts';

const H = 60;
const D = 1440;

const EXACT: readonly (readonly [string, number])[] = [
  ['48h', 48 * H],
  ['48 h', 48 * H],
  ['48H', 48 * H],
  ['2d', 2 * D],
  ['2 d', 2 * D],
  ['90min', 90],
  ['90 m', 90],
  ['1h30', 90],
  ['1h30m', 90],
  ['1 h 30 min', 90],
  ['2d12h', 60 * H],
  ['PT48H', 48 * H],
  ['P2D', 2 * D],
  ['P1DT12H', 36 * H],
  ['PT1H30M', 90],
  ['P1W', 7 * D],
  ['pt24h', 24 * H],
  ['PT0.5H', 30],
  ['48 hours', 48 * H],
  ['48 hrs', 48 * H],
  ['48-hour', 48 * H],
  ['forty-eight hours', 48 * H],
  ['Forty eight hours', 48 * H],
  ['twenty-four hours', 24 * H],
  ['seventy-two hours', 72 * H],
  ['ninety-nine hours', 99 * H],
  ['two days', 2 * D],
  ['one week', 7 * D],
  ['a week', 7 * D],
  ['an hour', H],
  ['1.5 days', 36 * H],
  ['1,5 Tage', 36 * H],
  ['1,000 hours', 1000 * H],
  ['0h', 0],
  ['2 days and 12 hours', 60 * H],
  ['2 days, 12 hours', 60 * H],
  ['forty-eight (48) hours', 48 * H],
  ['48 (forty-eight) hours', 48 * H],
  ['48 consecutive hours', 48 * H],
  ['2 calendar days', 2 * D],
  ['one month', 30 * D],
  ['30 seconds', 0.5],
  ['48 Stunden', 48 * H],
  ['achtundvierzig Stunden', 48 * H],
  ['zwei Tage', 2 * D],
  ['24 Std.', 24 * H],
  ['eine Woche', 7 * D],
  ['48 heures', 48 * H],
  ['quarante-huit heures', 48 * H],
  ['deux jours', 2 * D],
  ['vingt-quatre heures', 24 * H],
  ['soixante-douze heures', 72 * H],
  ['48 horas', 48 * H],
  ['cuarenta y ocho horas', 48 * H],
  ['veinticuatro horas', 24 * H],
  ['dos días', 2 * D],
  ['quarenta e oito horas', 48 * H],
  ['dois dias', 2 * D],
  ['48 jam', 48 * H],
  ['empat puluh delapan jam', 48 * H],
  ['dua hari', 2 * D],
  ['48 часов', 48 * H],
  ['сорок восемь часов', 48 * H],
  ['двух дней', 2 * D],
  ['2 суток', 2 * D],
  ['48小时', 48 * H],
  ['四十八小时', 48 * H],
  ['两天', 2 * D],
  ['2 天', 2 * D],
  ['48 小时', 48 * H],
  ['两个小时', 2 * H],
  ['30 分钟', 30],
  [' 48 hours. ', 48 * H],
];

const UNCLEAR: readonly (readonly [string, string, number])[] = [
  ['2 business days', 'business-days', 2 * D],
  ['two working days', 'business-days', 2 * D],
  ['3 Werktage', 'business-days', 3 * D],
  ['2 jours ouvrés', 'business-days', 2 * D],
  ['2 días hábiles', 'business-days', 2 * D],
  ['dois dias úteis', 'business-days', 2 * D],
  ['2 hari kerja', 'business-days', 2 * D],
  ['2 рабочих дня', 'business-days', 2 * D],
  ['2个工作日', 'business-days', 2 * D],
  ['24-48 hours', 'range', 48 * H],
  ['24–48h', 'range', 48 * H],
  ['24 to 48 hours', 'range', 48 * H],
  ['24h-48h', 'range', 48 * H],
  ['one or two days', 'range', 2 * D],
  ['24 bis 48 Stunden', 'range', 48 * H],
  ['1 day to 2 days', 'range', 2 * D],
  ['half a day', 'vague', 12 * H],
  ['a few days', 'vague', 3 * D],
];

const NOT_EXACT = [
  '',
  '48',
  'hours',
  'asap',
  'soon',
  'P',
  'PT',
  'P2',
  '48 apples',
  '-5h',
  '2d later',
  'h48',
  '48h please',
  'v2h',
  'NaN h',
  '9'.repeat(500),
];

const PROSE: readonly (readonly [string, readonly string[]])[] = [
  ['If unresolved in 48 hours, the CTO makes the call.', ['48 hours:2880']],
  ['A 48-hour time-box applies.', ['48-hour:2880']],
  ['Within forty-eight hours of the notice', ['forty-eight hours:2880']],
  ['within two business days', ['two business days:2880:business-days']],
  ['resolved in 24-48 hours', ['24-48 hours:2880:range']],
  ['between 24 and 48 hours', ['24 and 48 hours:2880:range']],
  ['Decide as soon as possible.', ['as soon as possible:-:vague']],
  ['We decide ASAP, then document.', ['ASAP:-:vague']],
  ['respond in a reasonable time', ['a reasonable time:-:vague']],
  ['Acts promptly and in a timely manner', ['promptly:-:vague', 'in a timely manner:-:vague']],
  ['within 48 hours, 24 hours for agentic systems', ['48 hours:2880', '24 hours:1440']],
  ['within 2 days, 24 hours at most', ['2 days:2880', '24 hours:1440']],
  ['**48** hours and `2 days`', ['48** hours:2880', '2 days:2880']],
  ['within approximately 48 hours', ['48 hours:2880:vague']],
  ['twice a day, and an hour a week', []],
  ['within an hour', ['an hour:60']],
  ['The box is PT24H.', ['PT24H:1440']],
  ['Release v2.1 d and EU-3 days', ['3 days:4320']],
  ['costs €5m and $48 h', []],
  ['section 4.2 hours', ['4.2 hours:252']],
  ['innerhalb von 48 Stunden', ['48 Stunden:2880']],
  ['sous 48 heures', ['48 heures:2880']],
  ['en un plazo de 48 horas', ['48 horas:2880']],
  ['dentro de dois dias úteis', ['dois dias úteis:2880:business-days']],
  ['dalam 48 jam', ['48 jam:2880']],
  ['в течение 48 часов', ['48 часов:2880']],
  ['в течение сорока восьми часов', ['сорока восьми часов:2880']],
  ['应在48小时内解决', ['48小时:2880']],
  ['在四十八小时内由首席技术官决定', ['四十八小时:2880']],
  ['尽快解决', ['尽快:-:vague']],
  ['dès que possible', ['dès que possible:-:vague']],
  ['as soon\n  as possible', ['as soon\n  as possible:-:vague']],
  ['after a few days', ['a few days:4320:vague']],
  ['No number here at all.', []],
  ['on 2026-03-12 days pass', []],
];

describe('durations', () => {
  for (const [text, minutes] of EXACT) {
    it(`reads ${JSON.stringify(text)} exactly`, () => assert.deepEqual(parseDuration(text), { minutes }));
  }
  for (const [text, unclear, minutes] of UNCLEAR) {
    it(`says why ${JSON.stringify(text)} is unclear`, () =>
      assert.deepEqual(parseDuration(text), { minutes, unclear }));
  }
  for (const text of NOT_EXACT) {
    it(`refuses ${JSON.stringify(text.slice(0, 20))}`, () => assert.equal(parseDuration(text), undefined));
  }
  for (const [text, expected] of PROSE) {
    it(`finds the durations of ${JSON.stringify(text)}`, () => {
      const found = findDurations(text);
      for (const item of found) assert.equal(text.slice(item.start, item.end), item.text);
      const seen = found.map((d) => `${d.text}:${d.minutes ?? '-'}${d.unclear ? `:${d.unclear}` : ''}`);
      assert.deepEqual(seen, expected);
    });
  }
  it('formats lengths', () => {
    assert.deepEqual([2880, 60, 90, 1, 30, 150, 0].map(formatHours), [
      '48 hours',
      '1 hour',
      '90 minutes',
      '1 minute',
      '30 minutes',
      '2.5 hours',
      '0 hours',
    ]);
  });
  it('stays quick on long odd text', () => {
    const started = performance.now();
    for (const piece of ['1', '1,', '24-', 'a ', 'as soon as ', '48 h ', '四', 'P1'])
      findDurations(piece.repeat(5000));
    assert.ok(performance.now() - started < 3000);
  });
});
