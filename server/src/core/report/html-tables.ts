import { RULE_GROUPS, type Severity } from '../rules/rule.ts';
import { type Bar, barChart } from './charts.ts';
import { dueWords, section, stageRank } from './html-overview.ts';
import type { PortfolioHolder } from './map.ts';
import { SEAT_KINDS, STATUSES } from './model.ts';
import { folded, type Page, said, severities, swatch, table } from './page.ts';
import { count, distance, type PortfolioFinding, type PortfolioInitiative } from './portfolio.ts';
import { groupWord, SEAT_WORDS, STATUS_WORDS, SYSTEM_WORDS, statusWord } from './words.ts';

/** From so many initiatives on, their gaps are left to the table of gaps, and later the page to its first rows. */
const [WITH_GAPS, AT_MOST] = [400, 3000];

const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const SEVERITY_WORD: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};
const SEVERITY_NAME: Readonly<Record<Severity, string>> = { error: 'e', warning: 'w', info: 'i' };

export function initiatives(page: Page): string {
  const { report } = page;
  const all = report.initiatives;
  if (all.length === 0) return '';
  const byPath = new Map<string, PortfolioFinding[]>();
  if (all.length <= WITH_GAPS)
    for (const finding of report.findings) {
      const others = byPath.get(finding.path);
      if (others) others.push(finding);
      else byPath.set(finding.path, [finding]);
    }
  const rows = all.slice(0, AT_MOST).map((entry) => initiativeRow(page, entry, byPath.get(entry.path) ?? []));
  // All of them: a choice stays what it is when the last initiative leaves that stage.
  const options = STATUSES.map((status) => `<option value="${status}">${STATUS_WORDS[status]}</option>`);
  const controls = `<div class="controls" role="search" hidden><label for="find">Find<input id="find" type="search" autocomplete="off" spellcheck="false"></label><label for="status">Stage<select id="status"><option value="">All</option>${options.join('')}</select></label><label class="tick" for="errors"><input id="errors" type="checkbox">with errors only</label><output id="shown" aria-live="polite"></output></div>`;
  const columns = [
    { head: 'Initiative', name: 'wide', sort: 'up' as const },
    { head: 'Stage', sort: 'up' as const },
    { head: 'Kind', sort: 'up' as const },
    { head: 'Owner', sort: 'up' as const },
    { head: 'May stop it', sort: 'up' as const },
    { head: 'Gaps', sort: 'down' as const },
    { head: 'Next date', sort: 'up' as const },
  ];
  const more =
    all.length > AT_MOST
      ? `<p class="note">${all.length - AT_MOST} more initiatives are in the CSV and JSON reports.</p>`
      : '';
  return section(
    'initiatives',
    'Initiatives',
    `${controls}${table('Initiatives', columns, rows, { id: 'initiatives-table' })}${more}`,
  );
}

function initiativeRow(page: Page, entry: PortfolioInitiative, found: readonly PortfolioFinding[]): string {
  const { path, owner, stop, nextClock: clock, unit } = entry;
  const under = [entry.initiative, unit].flatMap((text) => (text === null ? [] : [said(text, 80)]));
  const acts = entry.autonomy ?? '<span class="i">not said</span>';
  const feels = entry.useCaseClass ?? 'not said';
  const ownerCell = !owner
    ? '<span class="none">nobody</span>'
    : `${page.link({ path, line: owner.line }, owner.name, 90)}${owner.title ? `<small>${said(owner.title, 90)}</small>` : ''}${ownerNote(owner)}`;
  const names = stop?.names.join(', ');
  const own = names !== undefined && names === owner?.name && owner.kind === 'person';
  const stopCell = stop
    ? page.link({ path, line: stop.line }, own ? 'the owner' : (names ?? ''), 120)
    : `<span class="${entry.status === 'retired' ? 'i' : 'none'}">not said</span>`;
  const gaps = severities(entry);
  const lines = [...found]
    .sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity))
    .map(
      (one) =>
        `<span class="${SEVERITY_NAME[one.severity]}">${SEVERITY_WORD[one.severity]}</span> ${said(one.message, 220)} ${page.link(one, `line ${one.line}`)}`,
    );
  const gapCell =
    lines.length > 0 ? page.fold(`gaps ${path}`, gaps, lines, 12) : gaps || '<span class="i">none</span>';
  const clockCell = clock
    ? `${page.link(clock, dueWords(clock))}<small${clock.state === 'overdue' ? ' class="e"' : ''}>${distance(clock, page.report.today)}: ${said(clock.what, 80)}</small>`
    : '<span class="i">none</span>';
  const weight = entry.errors * 1e8 + entry.warnings * 1e4 + entry.infos;
  return `<tr data-status="${entry.status ?? ''}" data-errors="${entry.errors}"><th scope="row" class="wide" data-k="${said(entry.title, 120)}">${page.link(entry, entry.title, 120)}<small>${under.join(' · ')}</small></th><td class="nowrap" data-k="${stageRank(entry.status)}">${statusWord(entry.status)}</td><td class="nowrap">${acts}<small>${feels}</small></td><td class="mid" data-k="${owner ? said(owner.name, 90) : ''}">${ownerCell}</td><td>${stopCell}</td><td class="mid" data-k="${weight}" data-f=" ">${gapCell}</td><td class="mid" data-k="${clock ? clock.due : 'z'}">${clockCell}</td></tr>`;
}

function ownerNote({ kind, stated }: NonNullable<PortfolioInitiative['owner']>): string {
  const note =
    kind === 'shared'
      ? 'several people'
      : kind === 'body'
        ? 'not one person'
        : kind === 'position'
          ? 'no person named'
          : kind === 'placeholder'
            ? 'not filled in'
            : stated
              ? undefined
              : 'Accountable; nobody is called the owner';
  return note === undefined ? '' : `<small class="none">${note}</small>`;
}

/** People on the page at once; the others are folded. */
const [PEOPLE, MORE_PEOPLE, OTHERS] = [20, 300, 12];

export function people(page: Page): string {
  const { holders, summary } = page.report;
  const persons = holders.filter(({ kind }) => kind === 'person');
  const others = holders.filter(({ kind }) => kind !== 'person');
  if (holders.length === 0) return '';
  const marked = persons.filter(({ bottleneck }) => bottleneck).length;
  const intro = `<p class="note">How many seats each person has: as owner, as Accountable for a decision, with the right to stop a system, or as the one who breaks ties. Whoever holds ${summary.bottleneckFrom} initiatives or more is marked: decisions wait when that person is away. ${marked === 0 ? 'Nobody does.' : count(marked, 'person does.', 'people do.')}</p>`;
  const first = mapTable(page, 'People and what they hold', persons.slice(0, PEOPLE), 'Person');
  const rest = persons.slice(PEOPLE, PEOPLE + MORE_PEOPLE);
  const later =
    rest.length === 0
      ? ''
      : folded(
          'people',
          `${count(persons.length - PEOPLE, 'more person', 'more people')} with fewer`,
          mapTable(page, 'More people and what they hold', rest, 'Person'),
        );
  const unnamed =
    others.length === 0
      ? ''
      : `<h3>Held by no named person</h3><p class="note">Bodies, and positions or functions for which no document and no register names a person. Nobody can be called about these.</p>${mapTable(page, 'Held by no named person', others.slice(0, OTHERS), 'Position or body')}${others.length > OTHERS ? `<p class="note">${others.length - OTHERS} more are in the JSON report.</p>` : ''}`;
  return section(
    'people',
    'People and decisions',
    `${intro}${persons.length > 0 ? first : ''}${later}${unnamed}`,
  );
}

function mapTable(page: Page, label: string, holders: readonly PortfolioHolder[], head: string): string {
  const columns = [
    { head, name: 'wide' },
    { head: 'Initia&shy;tives', name: 'h' },
    ...SEAT_KINDS.map((kind) => ({ head: SEAT_WORDS[kind], name: 'h' })),
  ];
  const rows = holders.map(({ name, kind, title, initiatives: n, bottleneck, seats }) => {
    const cells = SEAT_KINDS.map((kind) => {
      const found = seats.filter((seat) => seat.kind === kind).length;
      return found === 0 ? '<td class="h"></td>' : `<td class="h h${heat(found)}">${found}</td>`;
    });
    const lines = seats.map((seat) => `${page.link(seat, seat.of, 90)}: ${said(seat.what, 90)}`);
    const mark = bottleneck ? ' <span class="tag">holds much</span>' : '';
    const under = title === null ? '' : `<small>${said(title, 90)}</small>`;
    return `<tr><th scope="row" class="wide">${page.fold(`${kind} ${name}`, `${said(name, 90)}${mark}${under}`, lines)}</th><td class="h">${n}</td>${cells.join('')}</tr>`;
  });
  return table(label, columns, rows, { name: 'map' });
}

function heat(n: number): 1 | 2 | 3 | 4 {
  return n >= 7 ? 4 : n >= 4 ? 3 : n >= 2 ? 2 : 1;
}

export function gaps(page: Page): string {
  const { report } = page;
  const { summary } = report;
  if (report.gaps.length === 0)
    return section('gaps', 'Gaps', '<p class="note">Nothing is missing or wrong in these documents.</p>');
  const groups = RULE_GROUPS.map((group) => ({
    group,
    rules: report.gaps.filter((gap) => gap.group === group),
  })).filter(({ rules }) => rules.length > 0);
  const sum = (rules: typeof report.gaps, of: 'errors' | 'warnings' | 'infos'): number =>
    rules.reduce((total, gap) => total + gap[of], 0);
  const bars = groups.map(({ group, rules }): Bar => {
    const [e, w, i] = [sum(rules, 'errors'), sum(rules, 'warnings'), sum(rules, 'infos')];
    return {
      label: groupWord(group),
      text: `${e} / ${w} / ${i}`,
      parts: [
        { tone: 'error', value: e },
        { tone: 'warning', value: w },
        { tone: 'info', value: i },
      ],
    };
  });
  const about = `Gaps by subject, as errors, warnings and notes: ${bars.map(({ label, text }) => `${label} ${text}`).join('; ')}.`;
  const key = `<ul class="key"><li>${swatch('error')}errors (${summary.errors})</li><li>${swatch('warning')}warnings (${summary.warnings})</li><li>${swatch('info')}notes (${summary.infos})</li></ul>`;
  const byRule = new Map<string, PortfolioFinding[]>();
  for (const finding of report.findings) {
    const others = byRule.get(finding.rule);
    if (others) others.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const rows = groups.flatMap(({ group, rules }) => [
    `<tr class="group"><th colspan="6" scope="rowgroup">${groupWord(group)}</th></tr>`,
    ...rules.map((gap) => {
      const lines = (byRule.get(gap.rule) ?? []).map((one) =>
        page.link(one, `${one.of}, line ${one.line}`, 120),
      );
      const n = (value: number, name: string): string =>
        `<td class="n${value > 0 ? ` ${name}` : ' i'}">${value}</td>`;
      return `<tr><th scope="row" class="wide">${said(capital(gap.summary), 200)}<small>${said(gap.rule)}</small></th>${n(gap.errors, 'e')}${n(gap.warnings, 'w')}${n(gap.infos, '')}<td class="n">${gap.files}</td><td class="wide">${lines.length === 1 ? lines[0] : page.fold(`rule ${gap.rule}`, count(lines.length, 'place'), lines, 25)}</td></tr>`;
    }),
  ]);
  const columns = [
    { head: 'What is missing or wrong', name: 'wide' },
    { head: 'Errors', name: 'n' },
    { head: 'Warnings', name: 'n' },
    { head: 'Notes', name: 'n' },
    { head: 'Files', name: 'n' },
    { head: 'Where', name: 'wide' },
  ];
  return section(
    'gaps',
    'Gaps',
    `<p class="note">What the rules found, by subject. An error stands in the way of a decision; a warning should be mended; a note is good to know.</p>${key}${barChart(about, bars, 150)}${table('Gaps by rule', columns, rows)}`,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
}

export function exceptions(page: Page): string {
  const found = page.report.exceptions;
  if (found.length === 0)
    return section('exceptions', 'Exceptions', '<p class="note">No finding has been set aside.</p>');
  const rows = found
    .slice(0, AT_MOST)
    .map(
      (one) =>
        `<tr><th scope="row" class="wide">${page.link(one, one.of, 120)}<small>${said(`${one.path}:${one.line}`)}</small></th><td class="wide">${said(one.reason, 400)}</td><td class="wide">${said(one.message, 300)}<small>${said(one.rule)}, otherwise ${one.severity === 'info' ? 'a note' : one.severity === 'error' ? 'an error' : 'a warning'}</small></td></tr>`,
    );
  const columns = [
    { head: 'Initiative', name: 'wide' },
    { head: 'Reason given', name: 'wide' },
    { head: 'What was set aside', name: 'wide' },
  ];
  return section(
    'exceptions',
    'Exceptions',
    `<p class="note">Findings that a document sets aside, with the reason it gives.</p>${table('Exceptions', columns, rows)}`,
  );
}

export function systems(page: Page): string {
  const { systems: all } = page.report;
  if (all.length === 0) return '';
  const open = all.filter(({ state }) => state !== 'owned');
  const owned = all.filter(({ state }) => state === 'owned');
  const intro = `<p class="note">Systems of the production register that nobody owns yet, or that have an owner and no document. ${count(owned.length, 'other has', 'others have')} both.</p>`;
  const rows = open.map(
    (one) =>
      `<tr${one.state === 'overdue' ? ' class="late"' : ''}><th scope="row" class="wide">${page.link(one, one.system, 120)}<small>${one.unit === null ? '' : said(one.unit, 90)}</small></th><td>${SYSTEM_WORDS[one.state]}</td><td>${one.firstCall === null ? '<span class="none">nobody</span>' : said(one.firstCall, 90)}</td><td>${one.owner === null ? '<span class="none">nobody</span>' : said(one.owner, 90)}</td><td class="nowrap">${one.identifiedOn ?? '<span class="none">not said</span>'}</td><td class="nowrap">${one.dueOn ?? ''}</td></tr>`,
  );
  const columns = [
    { head: 'System', name: 'wide' },
    { head: 'State' },
    { head: 'Would be called first' },
    { head: 'Owner' },
    { head: 'Found on' },
    { head: 'Owner due by' },
  ];
  const list = page.fold(
    'systems',
    count(owned.length, 'system with owner and document', 'systems with owner and document'),
    owned.map((one) => `${page.link(one, one.system, 120)}: ${said(one.owner ?? '', 90)}`),
    200,
  );
  return section(
    'systems',
    'Systems in triage',
    `${intro}${open.length > 0 ? table('Systems in triage', columns, rows) : ''}${list}`,
  );
}
