import { RULES } from '../rules/index.ts';
import { RULE_GROUPS, type RuleGroup, type Severity } from '../rules/rule.ts';
import { dayOf, formatDay, parseDate } from '../text/dates.ts';
import { boards, type PortfolioHolder } from './map.ts';
import {
  type ClockKind,
  type EntryException,
  type EntryFinding,
  type EntryOwner,
  type EntrySystem,
  type InitiativeEntry,
  type Place,
  type PortfolioEntry,
  STATUSES,
  type Status,
} from './model.ts';

export interface PortfolioClock extends Place {
  readonly kind: ClockKind;
  readonly what: string;
  /** The initiative's title, or the register's path. */
  readonly of: string;
  /** `YYYY-MM-DD`, the last day; for escalations the minute, `YYYY-MM-DDTHH:MMZ`. */
  readonly due: string;
  readonly state: 'running' | 'overdue';
  /** Whole hours until it runs out, rounded down; negative once it has. */
  readonly hoursLeft: number;
  readonly decides: readonly string[];
}

export interface PortfolioInitiative extends Place {
  readonly initiative: string | null;
  readonly title: string;
  readonly status: Status | null;
  readonly autonomy: InitiativeEntry['autonomy'];
  readonly useCaseClass: InitiativeEntry['useCaseClass'];
  readonly unit: string | null;
  readonly owner: EntryOwner | null;
  readonly stop: InitiativeEntry['stop'];
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly exceptions: number;
  readonly nextClock: PortfolioClock | null;
}

/** A finding or exception with its file, and what the file is called. */
export type PortfolioFinding = EntryFinding & Place & { readonly of: string };
export type PortfolioException = EntryException & Place & { readonly of: string };
export type PortfolioSystem = EntrySystem & Place;

/** The findings of one rule over all files. */
export interface PortfolioGap {
  readonly rule: string;
  readonly group: RuleGroup;
  readonly summary: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many files it was found in. */
  readonly files: number;
}

/** Everything the report shows, in the order in which it shows it. Plain data: the JSON rendering is this. */
export interface Portfolio {
  /** `YYYY-MM-DD`: the day of the clock the figures were taken by. */
  readonly today: string;
  readonly summary: {
    /** Neither retired nor templates. */
    readonly initiatives: number;
    readonly retired: number;
    /** Those in use: in production or paused. */
    readonly inProduction: number;
    /** With one named person as owner. */
    readonly withOwner: number;
    readonly withStopRight: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly exceptions: number;
    readonly clocksRunning: number;
    readonly clocksOverdue: number;
    readonly systems: number;
    /** Without an owner, or with an owner and no document. */
    readonly systemsInTriage: number;
    /** How many initiatives one person may hold before the map marks it. */
    readonly bottleneckFrom: number;
  };
  readonly stages: readonly { readonly status: Status | null; readonly count: number }[];
  readonly useCaseClasses: Readonly<Record<'back-office' | 'customer-facing' | 'undeclared', number>>;
  readonly autonomy: Readonly<Record<'advisory' | 'agentic' | 'undeclared', number>>;
  readonly initiatives: readonly PortfolioInitiative[];
  readonly holders: readonly PortfolioHolder[];
  readonly clocks: readonly PortfolioClock[];
  readonly gaps: readonly PortfolioGap[];
  readonly findings: readonly PortfolioFinding[];
  readonly exceptions: readonly PortfolioException[];
  readonly systems: readonly PortfolioSystem[];
}

/** The figures over all entries at a moment (milliseconds since 1970 UTC). The order of the entries does not matter. */
export function portfolio(entries: readonly PortfolioEntry[], now: number): Portfolio {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path));
  const documents = sorted.filter((entry) => entry.kind === 'initiative');
  const active = documents.filter(({ status }) => status !== 'retired');
  const registers = sorted.filter((entry) => entry.kind === 'register');
  const clocks = clocksOf([...active, ...registers], now);
  const findings = sorted.flatMap((entry) => entry.findings.map((one) => ({ ...one, ...nameOf(entry) })));
  const exceptions = sorted.flatMap((entry) => entry.exceptions.map((one) => ({ ...one, ...nameOf(entry) })));
  const systems = registers.flatMap(({ path, systems: rows }) => rows.map((row) => ({ ...row, path })));
  const total = countsOf(findings);
  const { holders, bottleneckFrom } = boards(active);
  return {
    today: formatDay(dayOf(now)),
    summary: {
      initiatives: active.length,
      retired: documents.length - active.length,
      inProduction: active.filter(({ status }) => status === 'production' || status === 'paused').length,
      withOwner: active.filter(({ owner }) => owner?.kind === 'person' && owner.stated).length,
      withStopRight: active.filter(({ stop }) => stop !== null).length,
      ...total,
      exceptions: exceptions.length,
      clocksRunning: clocks.filter(({ state }) => state === 'running').length,
      clocksOverdue: clocks.filter(({ state }) => state === 'overdue').length,
      systems: systems.length,
      systemsInTriage: systems.filter(({ state }) => state !== 'owned').length,
      bottleneckFrom,
    },
    stages: [...STATUSES, null].map((status) => ({
      status,
      count: documents.filter((entry) => entry.status === status).length,
    })),
    useCaseClasses: {
      'back-office': active.filter(({ useCaseClass }) => useCaseClass === 'back-office').length,
      'customer-facing': active.filter(({ useCaseClass }) => useCaseClass === 'customer-facing').length,
      undeclared: active.filter(({ useCaseClass }) => useCaseClass === null).length,
    },
    autonomy: {
      advisory: active.filter(({ autonomy }) => autonomy === 'advisory').length,
      agentic: active.filter(({ autonomy }) => autonomy === 'agentic').length,
      undeclared: active.filter(({ autonomy }) => autonomy === null).length,
    },
    initiatives: initiativesOf(documents, clocks),
    holders,
    clocks,
    gaps: gapsOf(findings),
    findings,
    exceptions,
    systems,
  };
}

/** How a file is called on the page. */
function nameOf(entry: PortfolioEntry): { readonly path: string; readonly of: string } {
  return { path: entry.path, of: entry.kind === 'initiative' ? entry.title : entry.path };
}

function clocksOf(entries: readonly PortfolioEntry[], now: number): PortfolioClock[] {
  return entries
    .flatMap((entry) => ('clocks' in entry ? entry.clocks.map((clock) => ({ clock, entry })) : []))
    .sort(
      (a, b) => a.clock.at - b.clock.at || compare(a.entry.path, b.entry.path) || a.clock.line - b.clock.line,
    )
    .map(({ clock: { kind, what, due, at, decides, line }, entry }) => ({
      kind,
      what,
      ...nameOf(entry),
      line,
      due,
      state: now >= at ? 'overdue' : 'running',
      hoursLeft: Math.floor((at - now) / 3_600_000),
      decides,
    }));
}

function initiativesOf(
  documents: readonly InitiativeEntry[],
  clocks: readonly PortfolioClock[],
): PortfolioInitiative[] {
  const next = new Map<string, PortfolioClock>();
  for (const clock of clocks) if (!next.has(clock.path)) next.set(clock.path, clock);
  return documents.map((entry) => {
    const { path, line, initiative, title, status, autonomy, useCaseClass, unit, owner, stop } = entry;
    return {
      ...{ path, line, initiative, title, status, autonomy, useCaseClass, unit, owner, stop },
      ...countsOf(entry.findings),
      exceptions: entry.exceptions.length,
      nextClock: next.get(path) ?? null,
    };
  });
}

type Counts = Pick<PortfolioGap, 'errors' | 'warnings' | 'infos'>;

function countsOf(findings: readonly { readonly severity: Severity }[]): Counts {
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** The gaps by rule: the groups in their own order, in each the most frequent error first. */
function gapsOf(findings: readonly PortfolioFinding[]): PortfolioGap[] {
  const byRule = new Map<string, PortfolioFinding[]>();
  for (const finding of findings) {
    const others = byRule.get(finding.rule);
    if (others) others.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const order = (group: RuleGroup): number => RULE_GROUPS.indexOf(group);
  return [...byRule]
    .map(([rule, found]) => ({
      rule,
      group: found[0]?.group ?? 'document',
      summary: RULES.find(({ id }) => id === rule)?.summary ?? '',
      ...countsOf(found),
      files: new Set(found.map(({ path }) => path)).size,
    }))
    .sort(
      (a, b) =>
        order(a.group) - order(b.group) ||
        b.errors - a.errors ||
        b.warnings - a.warnings ||
        b.infos - a.infos ||
        compare(a.rule, b.rule),
    );
}

/** By UTF-16 code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How far away a clock is, in words: `in 5 days`, `today`, `3 hours overdue`. */
export function distance({ due, hoursLeft, state }: PortfolioClock, today: string): string {
  if (due.includes('T')) {
    const late = state === 'overdue';
    const hours = late ? -hoursLeft : hoursLeft;
    const text = hours < 48 ? count(Math.max(hours, 1), 'hour') : count(Math.floor(hours / 24), 'day');
    const under = hours < 1 ? `less than ${text}` : text;
    return late ? `${under} overdue` : `in ${under}`;
  }
  const days = (parseDate(due) ?? 0) - (parseDate(today) ?? 0);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${days} days` : `${count(-days, 'day')} overdue`;
}

/** `1 error`, `2 errors`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
