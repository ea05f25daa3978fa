import type { CheckResult } from '../check.ts';
import { benefitingUnit } from '../document/benefiting-unit.ts';
import { escalationLogOf } from '../document/escalation-log.ts';
import { gateDecided, gateOf } from '../document/gate.ts';
import type { Mention } from '../document/mention.ts';
import { ownerOf } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { cellOf, placeIn, registerOf } from '../document/register.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { called } from '../document/subjects.ts';
import { ruleById } from '../rules/index.ts';
import { assignedOwner, documentOfRow } from '../rules/register/shared.ts';
import type { Finding } from '../rules/rule.ts';
import { DAY_MS, formatDay } from '../text/dates.ts';
import { documentFacts } from '../workspace/gather.ts';
import { holderOf, oneLine, seatsOf } from './holders.ts';
import type {
  EntryClock,
  EntryFinding,
  EntryOwner,
  EntrySystem,
  InitiativeEntry,
  OtherEntry,
  PortfolioEntry,
  RegisterEntry,
  Status,
} from './model.ts';
import { STATUSES } from './model.ts';

/** The line of an offset, from 1. The core knows offsets only: hosts know lines. */
export type LineOf = (offset: number) => number;

/**
 * What the portfolio keeps of one file: plain data that holds on to nothing of the reading. Undefined for
 * templates, which are nobody's initiative. `path` is the path as the host shows it.
 */
export function portfolioEntry(
  reading: Reading,
  result: CheckResult,
  lineOf: LineOf,
  path: string = reading.doc.path,
): PortfolioEntry | undefined {
  if (reading.frontmatter.bool('template') === true) return undefined;
  return detached(
    reading.doc.type === 'ai-system-register'
      ? registerEntry(reading, result, lineOf, path)
      : initiativeEntry(reading, result, lineOf, path),
  );
}

/** A copy whose texts are not cut from the document's: thousands of entries must not keep their documents alive. */
function detached<T>(entry: T): T {
  return JSON.parse(JSON.stringify(entry)) as T;
}

/** A file of which only its findings count: a configuration, or a document that cannot be read. */
export function otherEntry(path: string, findings: readonly Finding[], lineOf: LineOf): OtherEntry {
  return { kind: 'other', path, findings: findings.map((one) => entryFinding(one, lineOf)), exceptions: [] };
}

function initiativeEntry(
  reading: Reading,
  result: CheckResult,
  lineOf: LineOf,
  path: string,
): InitiativeEntry {
  const { frontmatter } = reading;
  const facts = documentFacts(reading);
  const status = frontmatter.text('status');
  const autonomy = frontmatter.text('autonomy');
  const useCaseClass = frontmatter.text('use_case_class');
  const unit = benefitingUnit(reading)?.value;
  const title = oneLine(facts.title ?? facts.initiative ?? '');
  const stop = stopAuthorityOf(reading).holders;
  return {
    kind: 'initiative',
    path,
    initiative: facts.initiative ?? null,
    title: title === '' ? (path.split('/').at(-1) ?? path) : title,
    status: isStatus(status) ? status : null,
    autonomy: autonomy === 'advisory' || autonomy === 'agentic' ? autonomy : null,
    useCaseClass: useCaseClass === 'back-office' || useCaseClass === 'customer-facing' ? useCaseClass : null,
    unit: unit === undefined ? null : oneLine(unit),
    owner: ownerEntry(reading, lineOf),
    stop: stop[0]
      ? { names: stop.map((one) => nameOf(reading, one)), line: lineOf(stop[0].span.start) }
      : null,
    seats: seatsOf(reading, lineOf),
    clocks:
      status === 'retired' ? [] : [...gateClocks(reading, lineOf), ...escalationClocks(reading, lineOf)],
    line: lineOf(facts.span.start),
    ...found(result, lineOf),
  };
}

function isStatus(text: string | undefined): text is Status {
  return STATUSES.some((status) => status === text);
}

function found(result: CheckResult, lineOf: LineOf): Pick<InitiativeEntry, 'findings' | 'exceptions'> {
  return {
    findings: result.findings.map((finding) => entryFinding(finding, lineOf)),
    exceptions: result.exceptions.map(({ finding, directive }) => ({
      ...entryFinding(finding, lineOf),
      reason: oneLine(directive.reason),
    })),
  };
}

function entryFinding({ rule, severity, message, span }: Finding, lineOf: LineOf): EntryFinding {
  const group = ruleById(rule)?.group ?? 'document';
  return { rule, group, severity, message, line: lineOf(span.start) };
}

function ownerEntry(reading: Reading, lineOf: LineOf): EntryOwner | null {
  const owner = ownerOf(reading);
  const [first] = owner?.mentions ?? [];
  if (!owner || !first) return null;
  const line = lineOf(first.span.start);
  const stated = owner.from === 'owner';
  const holders = owner.mentions.map((mention) => holderOf(reading, mention));
  const [holder] = holders;
  if (!holder) return { name: oneLine(first.party.text), title: null, kind: 'placeholder', stated, line };
  if (holders.length > 1) {
    const name = owner.mentions.map((mention) => nameOf(reading, mention)).join(', ');
    return { name, title: null, kind: 'shared', stated, line };
  }
  return { name: holder.name, title: holder.title, kind: holder.kind, stated, line };
}

/** A party by its name in the register, else as the document calls it. */
function nameOf(reading: Reading, mention: Mention): string {
  return holderOf(reading, mention)?.name ?? oneLine(called(mention));
}

function names(reading: Reading, mentions: readonly Mention[] | undefined): string[] {
  return [...new Set((mentions ?? []).map((mention) => nameOf(reading, mention)))];
}

/** The day is the last one in time: the clock runs out when it ends. */
function dayClock(day: number): Pick<EntryClock, 'due' | 'at'> {
  return { due: formatDay(day), at: (day + 1) * DAY_MS };
}

function gateClocks(reading: Reading, lineOf: LineOf): EntryClock[] {
  const gate = gateOf(reading);
  if (!gate) return [];
  const clocks: EntryClock[] = [];
  const { decideBy, blocked } = gate;
  if (!gateDecided(reading) && decideBy?.day !== undefined)
    clocks.push({
      kind: 'gate',
      what: 'Funding gate decision',
      ...dayClock(decideBy.day),
      decides: names(reading, gate.decider?.mentions),
      line: lineOf(decideBy.span.start),
    });
  // A gate that passed has its money: nobody is waiting for an answer any more.
  if (blocked?.askBy?.day !== undefined && gate.decision?.verdict !== 'pass')
    clocks.push({
      kind: 'ask',
      what: 'Answer to the request for funding',
      ...dayClock(blocked.askBy.day),
      decides: names(reading, blocked.askTo?.mentions),
      line: lineOf(blocked.askBy.span.start),
    });
  return clocks;
}

function escalationClocks(reading: Reading, lineOf: LineOf): EntryClock[] {
  return escalationLogOf(reading).flatMap(
    ({ state, deadline, question, decides, opened, span }): EntryClock[] => {
      if ((state !== 'open' && state !== 'overdue') || deadline === undefined) return [];
      const minute = Math.floor(deadline / 60_000);
      const time = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0'));
      return [
        {
          kind: 'escalation',
          what: question === '' ? 'Disagreement' : oneLine(question),
          due: `${formatDay(Math.floor(deadline / DAY_MS))}T${time.join(':')}Z`,
          at: deadline,
          decides: names(reading, decides),
          line: lineOf((opened?.span ?? span).start),
        },
      ];
    },
  );
}

function registerEntry(reading: Reading, result: CheckResult, lineOf: LineOf, path: string): RegisterEntry {
  const systems: EntrySystem[] = [];
  const clocks: EntryClock[] = [];
  const today = Math.floor(reading.settings.now / DAY_MS);
  for (const row of registerOf(reading)) {
    const owner = assignedOwner(row);
    const system = row.system === '' ? 'System without a name' : row.system;
    const due =
      owner || row.identifiedOn === undefined ? undefined : row.identifiedOn + reading.config.triageDays;
    const documented = !row.documentBlank || documentOfRow(reading, row) !== undefined;
    const called = row.firstCall[0] ? nameOf(reading, row.firstCall[0]) : null;
    systems.push({
      system,
      unit: row.unit ?? null,
      firstCall: called,
      owner: owner ? nameOf(reading, owner) : null,
      identifiedOn: row.identifiedOn === undefined ? null : formatDay(row.identifiedOn),
      dueOn: due === undefined ? null : formatDay(due),
      state: owner
        ? documented
          ? 'owned'
          : 'undocumented'
        : due !== undefined && today > due
          ? 'overdue'
          : 'waiting',
      line: lineOf(row.systemSpan.start),
    });
    if (due === undefined) continue;
    clocks.push({
      kind: 'triage',
      what: `${system} needs an owner`,
      ...dayClock(due),
      decides: called === null ? [] : [called],
      line: lineOf((cellOf(row, 'identifiedOn') ? placeIn(row, 'identifiedOn') : row.systemSpan).start),
    });
  }
  return { kind: 'register', path, systems, clocks, ...found(result, lineOf) };
}
