import { addDays, formatDay, parseDate } from '../text/dates.ts';
import { type Bar, barChart, type Mark, timeline } from './charts.ts';
import { shownText } from './escape.ts';
import { CLOCK_KINDS, type Status } from './model.ts';
import { box, folded, type Page, said, swatch, table } from './page.ts';
import { count, distance, type PortfolioClock, type PortfolioInitiative } from './portfolio.ts';
import { CLOCK_WORD, CLOCK_WORDS, statusWord } from './words.ts';

/** The figures everything else explains. */
export function tiles({ report: { summary } }: Page): string {
  const { initiatives, inProduction, retired, withOwner, withStopRight, exceptions } = summary;
  const of = (n: number, all: number): string => `${n} <small>of ${all}</small>`;
  const bad = (isBad: boolean): string => (isBad ? ' bad' : '');
  const tile = (name: string, figure: string, about: string, isBad = false): string =>
    `<div><dt>${name}</dt><dd class="figure${bad(isBad)}">${figure}</dd><dd><small>${about}</small></dd></div>`;
  const triage =
    summary.systems === 0
      ? ''
      : tile(
          'Systems in triage',
          of(summary.systemsInTriage, summary.systems),
          'without an owner or a document',
          summary.systemsInTriage > 0,
        );
  return `<dl class="tiles">${[
    tile(
      'Initiatives',
      String(initiatives),
      `${inProduction} in production or paused${retired > 0 ? `, ${retired} more retired` : ''}`,
    ),
    tile(
      'One named owner',
      of(withOwner, initiatives),
      'who answers for the result',
      withOwner < initiatives,
    ),
    tile('Stop right', of(withStopRight, initiatives), 'say who may halt it', withStopRight < initiatives),
    tile(
      'Gaps',
      `${summary.errors} <small>${summary.errors === 1 ? 'error' : 'errors'}</small>`,
      `${count(summary.warnings, 'warning')}, ${count(summary.infos, 'note')}, ${count(exceptions, 'exception')}`,
      summary.errors > 0,
    ),
    tile(
      'Decisions overdue',
      String(summary.clocksOverdue),
      `${summary.clocksRunning} more with a date`,
      summary.clocksOverdue > 0,
    ),
    triage,
  ].join('')}</dl>`;
}

/** What a reader with half a minute should know. */
export function lead({ report: { summary, initiatives } }: Page): string {
  const { initiatives: all, withOwner, clocksOverdue, systemsInTriage } = summary;
  if (all === 0) return '';
  const missing = all - withOwner;
  const clean = initiatives.filter(({ status, errors }) => status !== 'retired' && errors === 0).length;
  const parts = [
    clean === 0
      ? 'Every initiative has at least one error.'
      : `${clean} of ${count(all, 'initiative')} ${clean === 1 ? 'has' : 'have'} no error.`,
    missing === 0
      ? 'Each names one person who answers for the result.'
      : `${missing} ${missing === 1 ? 'does' : 'do'} not name one person who answers for the result.`,
    clocksOverdue === 0
      ? 'No decision is overdue.'
      : `${count(clocksOverdue, 'decision is', 'decisions are')} overdue.`,
    systemsInTriage === 0
      ? ''
      : `${count(systemsInTriage, 'system', 'systems')} already in use ${systemsInTriage === 1 ? 'waits' : 'wait'} for an owner or a document.`,
  ];
  return `<p class="lead">${parts.filter(Boolean).join(' ')}</p>`;
}

/** How many clocks stand open on the page; the others are folded. */
const CLOCKS = 12;

export function clocks(page: Page): string {
  const { report } = page;
  const found = report.clocks;
  if (found.length === 0)
    return section(
      'clocks',
      'Decisions with a date',
      '<p class="note">No gate, disagreement or triage is waiting for a decision by a date.</p>',
    );
  const row = (clock: PortfolioClock): string => {
    const late = clock.state === 'overdue';
    // What a reader looks for first: the initiative, the question or the system.
    const byInitiative = clock.kind === 'gate' || clock.kind === 'ask';
    const [first, second] = byInitiative ? [clock.of, clock.what] : [clock.what, clock.of];
    const decides =
      clock.decides.length > 0
        ? said(clock.decides.join(', '), 160)
        : '<span class="none">nobody named</span>';
    return `<tr${late ? ' class="late"' : ''}><th scope="row" class="wide">${page.link(clock, first, 140)}<small>${said(second, 120)}</small></th><td>${CLOCK_WORD[clock.kind]}</td><td class="nowrap">${dueWords(clock)}</td><td class="nowrap${late ? ' e' : ''}">${distance(clock, report.today)}</td><td class="mid">${decides}</td></tr>`;
  };
  const columns = [
    { head: 'What', name: 'wide' },
    { head: 'Kind' },
    { head: 'Due' },
    { head: 'Time left' },
    { head: 'Who decides now', name: 'mid' },
  ];
  const first = table('Decisions with a date, the first due first', columns, found.slice(0, CLOCKS).map(row));
  const others = found.slice(CLOCKS, CLOCKS + MORE_CLOCKS).map(row);
  const left = found.length - CLOCKS - others.length;
  const rest =
    others.length === 0
      ? ''
      : folded(
          'clocks',
          count(found.length - CLOCKS, 'later decision'),
          `${table('Later decisions', columns, others)}${left > 0 ? `<p class="note">${left} more are in the JSON report.</p>` : ''}`,
        );
  return section(
    'clocks',
    'Decisions with a date',
    `<p class="note">Funding gates that are open, disagreements whose time-box runs, and systems found without an owner. A decision counts as overdue on the day after its date.</p>${chart(page)}${first}${rest}`,
  );
}

const MORE_CLOCKS = 400;

/** A clock's end as people read it. */
export function dueWords({ due }: PortfolioClock): string {
  return due.replace('T', ' ').replace('Z', ' UTC');
}

function chart({ report }: Page): string {
  const today = parseDate(report.today) ?? 0;
  const lanes = CLOCK_KINDS.map((kind) => ({
    label: CLOCK_WORDS[kind],
    marks: report.clocks
      .filter((clock) => clock.kind === kind)
      .map(
        (clock): Mark => ({
          day: parseDate(clock.due.slice(0, 10)) ?? today,
          late: clock.state === 'overdue',
          tip: shownText(`${clock.what} (${clock.of}): ${clock.due}, ${distance(clock, report.today)}`),
        }),
      ),
  })).filter(({ marks }) => marks.length > 0);
  const months: Mark[] = [];
  for (let day = today - 120; day <= today + 240; day++) {
    const text = formatDay(addDays(day, 0));
    if (text.endsWith('-01')) months.push({ day, late: false, tip: text.slice(0, 7) });
  }
  const about = `Timeline of ${count(report.clocks.length, 'decision')} with a date: ${lanes
    .map(
      ({ label, marks }) =>
        `${label}, ${marks.filter(({ late }) => late).length} overdue and ${marks.filter(({ late }) => !late).length} running`,
    )
    .join('; ')}. The table below lists them.`;
  const key = `<ul class="key"><li>${swatch('late', 'diamond')}overdue</li><li>${swatch('running', 'dot')}still in time</li><li>what is further away stands at the edge</li></ul>`;
  return `${box('Timeline of decisions with a date', timeline(about, lanes, today, months), ' plain')}${key}`;
}

export function stages(page: Page): string {
  const { report } = page;
  const { stages: all, useCaseClasses: classes, autonomy } = report;
  const shown = all.filter(({ status, count: n }) => n > 0 || (status !== null && status !== 'retired'));
  const funnel = shown.map(
    ({ status, count: n }): Bar => ({
      label: statusWord(status),
      text: String(n),
      parts: [{ tone: status === 'retired' || status === null ? 'bar3' : 'bar', value: n }],
    }),
  );
  const funnelAbout = `Initiatives by stage: ${shown.map(({ status, count: n }) => `${statusWord(status)} ${n}`).join(', ')}.`;
  const active = report.initiatives.filter(({ status }) => status !== 'retired');
  const share = (n: number): string =>
    active.length === 0 ? '' : ` (${Math.round((n / active.length) * 100)} %)`;
  const mix = (label: string, n: number, tone: string): Bar => ({
    label,
    text: `${n}${share(n)}`,
    parts: [{ tone, value: n }],
  });
  const mixBars = [
    mix('Back-office', classes['back-office'], 'bar'),
    mix('Customer-facing', classes['customer-facing'], 'bar2'),
    mix('Not said', classes.undeclared, 'bar3'),
  ];
  const actBars = [
    mix('Advisory', autonomy.advisory, 'bar'),
    mix('Agentic', autonomy.agentic, 'bar2'),
    mix('Not said', autonomy.undeclared, 'bar3'),
  ];
  const about = (what: string, bars: readonly Bar[]): string =>
    `${what}: ${bars.map(({ label, text }) => `${label} ${text}`).join(', ')}.`;
  const heavy = report.findings.find(({ rule }) => rule === 'portfolio-customer-facing-heavy');
  const note = heavy ? `<p class="note">${said(heavy.message)} ${page.place(heavy)}</p>` : '';
  const list = (title: string, fits: (entry: PortfolioInitiative) => boolean): string => {
    const found = report.initiatives.filter(fits);
    return page.fold(
      `stage ${title}`,
      `${title}: ${found.length}`,
      found.map((entry) => page.link(entry, entry.title, 120)),
      200,
    );
  };
  const where = [
    ...shown.map(({ status }) => list(statusWord(status), (entry) => entry.status === status)),
    list('Back-office', (entry) => entry.status !== 'retired' && entry.useCaseClass === 'back-office'),
    list(
      'Customer-facing',
      (entry) => entry.status !== 'retired' && entry.useCaseClass === 'customer-facing',
    ),
    list('Advisory', (entry) => entry.status !== 'retired' && entry.autonomy === 'advisory'),
    list('Agentic', (entry) => entry.status !== 'retired' && entry.autonomy === 'agentic'),
  ];
  return section(
    'stages',
    'Stages and kinds',
    `<div class="pair"><div><h3>From pilot to production</h3>${barChart(funnelAbout, funnel)}</div><div><h3>Who feels the result first</h3>${barChart(about('Initiatives in use by class', mixBars), mixBars)}<h3>Who acts</h3>${barChart(about('Initiatives in use by autonomy', actBars), actBars)}</div></div>${note}${folded('stages', 'Which initiatives these are', where.join(''))}`,
  );
}

/** The order of stages for sorting. */
export function stageRank(status: Status | null): number {
  return status === null ? 9 : ['pilot', 'gate', 'production', 'paused', 'retired'].indexOf(status);
}

export function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}
