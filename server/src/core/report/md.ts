import { markdown, pathUrl, shownText } from './escape.ts';
import type { Place } from './model.ts';
import { SEAT_KINDS } from './model.ts';
import { count, distance, type Portfolio } from './portfolio.ts';
import { groupWord, SEAT_WORDS, SYSTEM_WORDS, statusWord } from './words.ts';

/** How many rows a table of the Markdown report has at most; JSON has them all. */
const ROWS = 500;

/** The report as Markdown, for a wiki or a pull request. `link` gives the address of a place. */
export function markdownReport(
  report: Portfolio,
  link: (place: Place) => string = ({ path, line }) => pathUrl(path, line),
): string {
  const { summary } = report;
  const say = (text: string | null): string => (text === null ? '' : markdown(shownText(text, 200)));
  const to = (place: Place, text: string): string =>
    `[${say(text)}](<${link(place).replace(/[<>\s]/g, '')}>)`;
  const out: string[] = [
    '# Decision rights portfolio',
    '',
    `As of ${report.today}: ${count(summary.initiatives, 'initiative')} (${summary.inProduction} in production or paused, ${summary.retired} more retired), ${count(summary.systems, 'registered system')}.`,
    '',
  ];
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): void => {
    const lines = [heads, heads.map(() => '---'), ...rows.slice(0, ROWS)];
    out.push(...lines.map((cells) => `| ${cells.join(' | ')} |`), '');
    if (rows.length > ROWS) out.push(`${rows.length - ROWS} more are in the JSON report.`, '');
  };
  table(
    ['Figure', 'Now'],
    [
      ['Initiatives with one named owner', `${summary.withOwner} of ${summary.initiatives}`],
      ['Initiatives that say who may stop them', `${summary.withStopRight} of ${summary.initiatives}`],
      ['Errors, warnings, notes', `${summary.errors}, ${summary.warnings}, ${summary.infos}`],
      ['Exceptions', String(summary.exceptions)],
      ['Decisions overdue, running', `${summary.clocksOverdue}, ${summary.clocksRunning}`],
      ['Systems in triage', `${summary.systemsInTriage} of ${summary.systems}`],
      ...report.stages.map(({ status, count: n }) => [`Stage: ${statusWord(status)}`, String(n)]),
      ['Back-office, customer-facing, not said', Object.values(report.useCaseClasses).join(', ')],
      ['Advisory, agentic, not said', Object.values(report.autonomy).join(', ')],
    ],
  );
  out.push('## Decisions with a date', '');
  if (report.clocks.length === 0) out.push('None.', '');
  else
    table(
      ['Due', 'Time left', 'What', 'Initiative', 'Who decides now'],
      report.clocks.map((clock) => [
        clock.due,
        distance(clock, report.today),
        to(clock, clock.what),
        say(clock.of),
        clock.decides.length > 0 ? say(clock.decides.join(', ')) : 'nobody named',
      ]),
    );
  out.push('## Initiatives', '');
  if (report.initiatives.length === 0) out.push('None.', '');
  else
    table(
      ['Initiative', 'Stage', 'Kind', 'Owner', 'May stop it', 'Errors', 'Warnings', 'Notes', 'Next date'],
      report.initiatives.map((entry) => [
        to(entry, entry.title),
        statusWord(entry.status),
        [entry.autonomy, entry.useCaseClass].filter(Boolean).join(', '),
        entry.owner ? to({ path: entry.path, line: entry.owner.line }, entry.owner.name) : 'nobody',
        entry.stop
          ? to({ path: entry.path, line: entry.stop.line }, entry.stop.names.join(', '))
          : 'not said',
        String(entry.errors),
        String(entry.warnings),
        String(entry.infos),
        entry.nextClock ? `${entry.nextClock.due} (${distance(entry.nextClock, report.today)})` : '',
      ]),
    );
  out.push('## People and decisions', '');
  if (report.holders.length === 0) out.push('None.', '');
  else {
    out.push(`Marked: whoever holds ${summary.bottleneckFrom} initiatives or more.`, '');
    table(
      ['Who', 'Initiatives', ...SEAT_KINDS.map((kind) => SEAT_WORDS[kind].replaceAll('&shy;', ''))],
      report.holders.map(({ kind, name, title, initiatives, bottleneck, seats }) => [
        `${say(title === null ? name : `${name}, ${title}`)}${kind === 'person' ? '' : ' (no person named)'}${bottleneck ? ' **holds much**' : ''}`,
        String(initiatives),
        ...SEAT_KINDS.map((seat) => {
          const found = seats.filter((one) => one.kind === seat);
          const [first] = found;
          return first ? to(first, String(found.length)) : '';
        }),
      ]),
    );
  }
  out.push('## Gaps', '');
  if (report.gaps.length === 0) out.push('None.', '');
  else
    table(
      ['Subject', 'What is missing or wrong', 'Errors', 'Warnings', 'Notes', 'Files', 'First place'],
      report.gaps.map((gap) => {
        const first = report.findings.find(({ rule }) => rule === gap.rule);
        return [
          groupWord(gap.group),
          `${say(gap.summary)} (${say(gap.rule)})`,
          String(gap.errors),
          String(gap.warnings),
          String(gap.infos),
          String(gap.files),
          first ? to(first, `${first.path}:${first.line}`) : '',
        ];
      }),
    );
  out.push('## Exceptions', '');
  if (report.exceptions.length === 0) out.push('None.', '');
  else
    table(
      ['Initiative', 'Rule', 'Reason'],
      report.exceptions.map((one) => [to(one, one.of), say(one.rule), say(one.reason)]),
    );
  const open = report.systems.filter(({ state }) => state !== 'owned');
  out.push('## Systems in triage', '');
  if (open.length === 0) out.push('None.', '');
  else
    table(
      ['System', 'State', 'Would be called first', 'Found on', 'Owner due by'],
      open.map((one) => [
        to(one, one.system),
        SYSTEM_WORDS[one.state],
        one.firstCall === null ? 'nobody' : say(one.firstCall),
        one.identifiedOn ?? 'not said',
        one.dueOn ?? '',
      ]),
    );
  return `${out.join('\n').trimEnd()}\n`;
}
