import { type DecisionRow, decisionsOf, rowsOf } from '../document/decisions.ts';
import { escalationOf } from '../document/escalation.ts';
import { type EscalationEntry, escalationLogOf } from '../document/escalation-log.ts';
import { gateOf } from '../document/gate.ts';
import type { Mention } from '../document/mention.ts';
import { readPartiesOf } from '../document/mentions.ts';
import { ownerMention, ownerOf } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { isOwner, sameMention } from '../document/subjects.ts';
import { dayOf, formatDay } from '../text/dates.ts';
import { freeze, type Span } from '../text/span.ts';
import { type Doubts, merged } from './doubts.ts';
import type {
  DecisionAnswer,
  EscalationAnswer,
  GateAnswer,
  OwnerAnswer,
  Running,
  SaidTime,
  StopAnswer,
} from './model.ts';
import { oneLine, type Speaker } from './named.ts';

/** Faults of the owner that are faults of the stop right, where the owner holds it. */
const OWNER_FAULTS = [
  'owner-unnamed',
  'owner-shared',
  'owner-is-committee',
  'owner-is-cto',
  'owner-is-data-or-engineering',
  'coe-owns-without-authority',
  'owner-not-in-register',
];

/** Who may stop the system, how fast, and how. */
export function stopAnswer(speaker: Speaker, doubts: Doubts): StopAnswer {
  const { reading } = speaker;
  const stop = stopAuthorityOf(reading);
  const [first] = stop.statements;
  const counted = stop.statements.filter(({ source }) => source === first?.source);
  const holders = stop.holders;
  const from = holders.length > 0 ? 'stop-authority' : 'decision';
  const fallback = from === 'decision' ? stop.haltAccountable : [];
  const rows = fallback.length > 0 ? rowsOf(reading, 'production-halt-rollback') : [];
  const places: Span[] = [
    ...(stop.entry ? [stop.entry.keySpan, stop.entry.value.span] : []),
    ...stop.statements.map(({ span }) => span),
    ...rows.map(({ span }) => span),
    ...[stop.reach, stop.mechanism, stop.deputy].flatMap((said) => said?.span ?? []),
  ];
  const owned = holders.some((mention) => isOwner(reading, mention));
  // `Accountable: Dana` names no right; the sentence further down that gives it to her may.
  const named = counted.some((one) => one.rights.length > 0) ? counted : stop.statements;
  const rights = [...new Set(named.flatMap((one) => one.rights.map(({ value }) => value)))];
  return {
    from,
    who: from === 'decision' ? speaker.assigned(fallback) : speaker.all(inSection(reading, holders)),
    rights: rights.map((right) => (right === 'pause' ? 'pause' : 'roll-back')),
    asksOnly: counted.length > 0 && counted.every(({ asks }) => asks),
    hedges: counted.flatMap(({ hedges }) => hedges.flatMap((hedge) => speaker.said(hedge) ?? [])),
    reachWithin: time(speaker, stop.reach),
    deputy: stop.deputy ? speaker.named(stop.deputy) : null,
    mechanism: speaker.said(stop.mechanism),
    executedBy: speaker.all(stop.executedBy),
    triggers: stop.triggers.flatMap((trigger) => speaker.said(trigger) ?? []),
    doubts: merged(doubts.about('stop-authority', places), owned ? doubts.of(...OWNER_FAULTS) : []),
  };
}

/** The holders at the place a reader expects them: in the stop section, where it names them as well. */
function inSection(reading: Reading, holders: readonly Mention[]): Mention[] {
  const { statements, section } = stopAuthorityOf(reading);
  const from = section?.heading?.span.start;
  if (from === undefined) return [...holders];
  const there = statements
    .filter(({ span, asks, source }) => span.start > from && !asks && source !== 'frontmatter')
    // `Dana may pause it` says more than a label with her name.
    .sort((a, b) => Number(a.rights.length === 0) - Number(b.rights.length === 0))
    .flatMap((statement) => statement.holders);
  return holders.map((holder) =>
    holder.source === 'frontmatter'
      ? holder
      : (there.find((other) => sameMention(reading, holder, other)) ?? holder),
  );
}

function time(
  speaker: Speaker,
  said:
    | { readonly value: { readonly text: string; readonly minutes?: number }; readonly span: Span }
    | undefined,
): SaidTime | null {
  if (!said) return null;
  const { text, minutes } = said.value;
  return { text: oneLine(text), minutes: minutes ?? null, ...speaker.place(said.span) };
}

/** One decision and who has which part in it. */
export function decisionAnswer(speaker: Speaker, doubts: Doubts, row: DecisionRow): DecisionAnswer {
  const where = row.accountable[0]?.span ?? row.labelSpan;
  return {
    category: row.category ?? null,
    label: oneLine(row.label),
    who: speaker.assigned(row.accountable),
    responsible: speaker.assigned(row.responsible),
    consulted: speaker.assigned(row.consulted),
    informed: speaker.assigned(row.informed),
    ...speaker.place(row.source === 'frontmatter' ? where : row.labelSpan),
    doubts: merged(doubts.at([freeze(row.span)])),
  };
}

/** The rows that count: of a category that frontmatter fills, frontmatter's alone. */
export function countedRows(speaker: Speaker): readonly DecisionRow[] {
  const { reading } = speaker;
  const { rows } = decisionsOf(reading);
  const front = new Set(
    rows
      .filter((row) => row.source === 'frontmatter' && row.accountable.length > 0)
      .flatMap(({ category }) => category ?? []),
  );
  return rows.filter(
    (row) =>
      (row.source === 'frontmatter' || row.category === undefined || !front.has(row.category)) &&
      (row.accountable.length > 0 || row.responsible.length > 0 || row.category !== undefined),
  );
}

export function ownerAnswer(speaker: Speaker, doubts: Doubts): OwnerAnswer {
  const { reading } = speaker;
  const owner = ownerOf(reading);
  const technical = reading.frontmatter.node('technical_owner');
  const [engineer] = technical ? readPartiesOf(reading, technical, 'one', 'frontmatter') : [];
  return {
    who: owner ? speaker.all(owner.mentions) : [],
    stated: owner?.from === 'owner',
    unit: speaker.said(owner?.unit),
    accepted: speaker.said(owner?.accepted),
    technicalOwner: engineer ? speaker.named(engineer) : null,
    doubts: merged(doubts.about('owner', owner ? [owner.span] : [])),
  };
}

/** What happens when people disagree, and which disagreements are running. */
export function escalationAnswer(speaker: Speaker, doubts: Doubts): EscalationAnswer {
  const { reading } = speaker;
  const path = escalationOf(reading);
  const places: Span[] = [
    ...(path.entry ? [path.entry.keySpan, path.entry.value.span] : []),
    ...path.timeboxes.map(({ span }) => span),
    ...path.tieBreakers.map(({ span }) => span),
  ];
  return {
    said: path.said,
    who: speaker.all(path.tieBreakers),
    parties: speaker.all(path.parties),
    timebox: time(speaker, path.timeboxes[0]),
    interim: speaker.said(path.interim),
    running: escalationLogOf(reading).flatMap((entry) => runningOf(speaker, entry) ?? []),
    doubts: merged(doubts.about('escalation', places)),
  };
}

function runningOf(speaker: Speaker, entry: EscalationEntry): Running | undefined {
  const { state, deadline, opened } = entry;
  if (state === 'decided') return undefined;
  const { reading } = speaker;
  const { tieBreakers, parties } = escalationOf(reading);
  const then = speaker.all(tieBreakers);
  const named = entry.parties.length > 0 ? entry.parties : parties;
  const owner = ownerMention(reading);
  const now: readonly Mention[] = named.length > 0 ? named : owner ? [owner] : [];
  return {
    question: oneLine(entry.question),
    opened: opened ? minute(opened.value) : null,
    deadline: deadline === undefined ? null : minute(deadline),
    state,
    hoursLeft:
      deadline === undefined ? null : Math.round(((deadline - reading.settings.now) / 3_600_000) * 10) / 10,
    decidesNow: state === 'overdue' ? then : speaker.all(now),
    decidesThen: state === 'overdue' ? [] : then,
    ...speaker.place((opened ?? entry).span),
  };
}

export function gateAnswer(speaker: Speaker, doubts: Doubts): GateAnswer {
  const gate = gateOf(speaker.reading);
  const places = [gate?.decider, gate?.decideBy, gate?.decision].flatMap((said) => said?.span ?? []);
  return {
    said: gate !== undefined,
    who: speaker.all(gate?.decider?.mentions ?? []),
    decideBy: speaker.said(gate?.decideBy),
    decision: speaker.said(gate?.decision),
    doubts: merged(doubts.gate(places)),
  };
}

/** `2026-03-02T09:30Z`. */
export function minute(ms: number): string {
  const minutes = Math.floor(ms / 60_000) % 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatDay(dayOf(ms))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}Z`;
}
