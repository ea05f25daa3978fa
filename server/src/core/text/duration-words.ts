/**
 * Words of time in the header languages (English, German, French, Spanish, Portuguese, Indonesian, Russian,
 * Chinese). Add a word to a line to teach it. Case and accents do not matter.
 */

/** Unit words, by their length in minutes. A month counts 30 days and a year 365. */
export const UNIT_WORDS: readonly (readonly [minutes: number, words: string])[] = [
  [
    1 / 60,
    'second seconds sec secs sekunde sekunden seconde secondes segundo segundos detik секунда секунды секунд 秒',
  ],
  [1, 'minute minutes min mins minuten minuto minutos menit минута минуты минут мин 分钟 分鐘'],
  [60, 'h hr hrs hour hours stunde stunden std heure heures hora horas jam час часа часов ч 小时 小時 钟头'],
  [1440, 'day days tag tage tagen jour jours día días dia dias hari день дня дней дни сутки суток 天'],
  [
    10_080,
    'week weeks wk wks woche wochen semaine semaines semana semanas minggu неделя недели недель неделю 周 星期',
  ],
  [43_200, 'month months monat monate monaten mois mes meses mês bulan месяц месяца месяцев 个月'],
  [525_600, 'year years jahr jahre jahren année années an ans año años ano anos tahun год года лет'],
];

/** Unit letters that count only when glued to their number (`2d`), because alone they mean other things. */
export const GLUED_UNITS: Readonly<Record<string, number>> = { d: 1440, w: 10_080, j: 1440 };

/** Units that count only where the whole text is a duration: in prose `5m` is money or metres. */
export const EXACT_UNITS: Readonly<Record<string, number>> = { m: 1, s: 1 / 60, d: 1440, w: 10_080 };

/** One word that means "working day" as a whole. */
export const BUSINESS_UNITS =
  'werktag werktage werktagen arbeitstag arbeitstage arbeitstagen 工作日 个工作日 weekday weekdays';

/** Words beside the unit that make it count working time only. */
export const BUSINESS_QUALIFIERS =
  'business working work office ouvré ouvrés ouvrable ouvrables hábil hábiles laborable laborables laboral laborales ' +
  'útil úteis kerja рабочий рабочих рабочие рабочего';

/** Words beside the unit that change nothing. */
export const PLAIN_QUALIFIERS =
  'calendar clock consecutive elapsed full kalender calendaires naturales corridos corridas kalendarischen kalender ' +
  'календарных календарных 个 全';

/** Words between the ends of a range (`24 to 48 hours`). */
export const RANGE_WORDS =
  '- – — ‑ ~ to or till until bis oder à ou a o hasta até sampai hingga atau до или 至 到 或';

/** Words that join the parts of one duration (`2 days and 12 hours`). */
export const JOIN_WORDS = ', and und et y e dan и';

/** Words before a number that make it approximate. */
export const ABOUT_WORDS =
  '~ ≈ approximately approx roughly around circa ca etwa ungefähr environ aproximadamente sekitar около примерно';

/** Quantities that are no number: `a few days`. */
export const VAGUE_QUANTITIES =
  'few several some couple einige wenige quelques algunos algunas alguns algumas beberapa несколько 几';

/** Words and phrases that promise speed and set no limit. */
export const VAGUE_PHRASES: readonly string[] = [
  'asap',
  'a.s.a.p.',
  'as soon as possible',
  'as soon as practicable',
  'as soon as practical',
  'as soon as reasonably possible',
  'as soon as reasonably practicable',
  'as soon as feasible',
  'as quickly as possible',
  'as fast as possible',
  'as early as possible',
  'at the earliest opportunity',
  'at the earliest convenience',
  'at your earliest convenience',
  'promptly',
  'prompt resolution',
  'in a timely manner',
  'in a timely fashion',
  'in timely manner',
  'timely resolution',
  'timely decision',
  'in due course',
  'in good time',
  'without delay',
  'without undue delay',
  'without unreasonable delay',
  'a reasonable time',
  'a reasonable period',
  'a reasonable timeframe',
  'a reasonable time frame',
  'reasonable time',
  'reasonable period',
  'reasonable timeframe',
  'expeditiously',
  'speedily',
  'swiftly',
  'quickly',
  'shortly',
  'by end of day',
  'end of business',
  'close of business',
  'eod',
  'cob',
  'same day',
  'schnellstmöglich',
  'so bald wie möglich',
  'so schnell wie möglich',
  'sobald wie möglich',
  'baldmöglichst',
  'unverzüglich',
  'zeitnah',
  'umgehend',
  'in angemessener zeit',
  'dès que possible',
  'dans les meilleurs délais',
  'dans les plus brefs délais',
  'au plus vite',
  'sans délai',
  'rapidement',
  'dans un délai raisonnable',
  'lo antes posible',
  'cuanto antes',
  'a la brevedad',
  'sin demora',
  'en un plazo razonable',
  'o mais rápido possível',
  'o quanto antes',
  'assim que possível',
  'o mais breve possível',
  'sem demora',
  'em tempo razoável',
  'em tempo hábil',
  'sesegera mungkin',
  'secepat mungkin',
  'secepatnya',
  'segera mungkin',
  'dalam waktu wajar',
  'как можно скорее',
  'как можно быстрее',
  'в кратчайшие сроки',
  'незамедлительно',
  'безотлагательно',
  'своевременно',
  'в разумный срок',
  'в разумные сроки',
  '尽快',
  '尽早',
  '盡快',
  '及时',
  '及時',
  '立即',
  '合理时间',
  '合理时间内',
];
