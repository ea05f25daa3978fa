import { listed } from '../document/subjects.ts';
import type { DecisionAnswer, Doubt, Named, Place, Running, SystemAnswer, WhoReport } from './model.ts';
import type { About } from './question.ts';
import { fullName, moment, nameOf } from './sentences.ts';

/** How the text is set off: a host may paint it. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  warn(text: string): string;
}

const PLAIN: Paint = { bold: (text) => text, dim: (text) => text, warn: (text) => text };

/** Systems told in full when several are meant; the others in one line each. */
const IN_FULL = 1;

/** The report for a person in a hurry: the first line is the answer, then the details, each with its place. */
export function whoText(report: WhoReport, paint: Paint = PLAIN): string {
  const out: string[] = [];
  const { answers, undocumented, known } = report;
  if (report.status === 'none') {
    out.push(paint.bold(`No system here is called “${report.question}”.`));
    if (known.length > 0) out.push('', 'There are:', ...known.slice(0, 30).map((name) => `  ${name}`));
    if (known.length > 30) out.push(`  and ${known.length - 30} more`);
    return `${out.join('\n')}\n`;
  }
  const several = answers.length + undocumented.length > IN_FULL;
  if (several) {
    out.push(
      paint.bold(`${answers.length + undocumented.length} systems may be meant. Name one of them:`),
      '',
    );
    for (const answer of answers) {
      const mark = answer.doubts.some(open) ? ` ${paint.warn('(in doubt)')}` : '';
      out.push(
        `  ${answer.initiative ?? answer.title}: ${answer.answer}${mark}`,
        `    ${paint.dim(at(answer))}`,
      );
    }
  } else for (const answer of answers) out.push(...inFull(answer, report.about, paint));
  for (const { system, answer, ...place } of undocumented) {
    if (several) out.push(`  ${system}: ${answer}`, `    ${paint.dim(at(place))}`);
    else {
      out.push(paint.bold(answer), '');
      out.push('It has no decision-rights document; the register has it here:', `  ${at(place)}`);
    }
  }
  return `${out.join('\n')}\n`;
}

function at({ path, line }: Place): string {
  return `${path}:${line}`;
}

function open({ exception }: Doubt): boolean {
  return exception === null;
}

function inFull(answer: SystemAnswer, about: About, paint: Paint): string[] {
  const out = [paint.bold(answer.answer)];
  for (const doubt of answer.doubts) {
    const place = paint.dim(`${at(doubt)}  ${doubt.rule}`);
    if (doubt.exception === null) out.push(`${paint.warn('In doubt:')} ${doubt.message}  ${place}`);
    else out.push(`Accepted exception: ${doubt.exception}  ${place}`);
  }
  for (const running of answer.escalation.running) out.push(...clock(running, paint));
  if (answer.status === 'retired') out.push('The system is retired, says its document.');
  if (answer.status === 'paused') out.push('The system is paused already, says its document.');
  out.push('');
  const rows: Row[] = [];
  if (about === 'stop' || about === 'all') rows.push(...stopRows(answer));
  if (about === 'decide' || about === 'all')
    rows.push(...answer.decisions.map((one) => decisionRow(one, answer.decisions.length === 1)));
  if (about === 'own' || about === 'all') rows.push(...ownerRows(answer));
  if (about !== 'own' && about !== 'fund') rows.push(...escalationRows(answer));
  if (about === 'fund' || about === 'all') rows.push(...gateRows(answer));
  return [...out, ...table(rows, paint)];
}

/** A disagreement in progress changes who decides: it is said before the details. */
function clock(running: Running, paint: Paint): string[] {
  const { question, decidesNow, decidesThen, deadline, state, hoursLeft } = running;
  const who = names(decidesNow) || 'nobody that is named';
  const what = question === '' ? 'A disagreement is running' : `A disagreement is running: “${question}”`;
  if (state === 'unreadable' || deadline === null)
    return [`${paint.warn(what)}. Its log does not say since when.  ${paint.dim(at(running))}`];
  const late = Math.abs(hoursLeft ?? 0);
  const text =
    state === 'overdue'
      ? `The time ran out ${hours(late)} ago (${moment(deadline)}). ${who} decides now, and writes it down.`
      : `${who} have until ${moment(deadline)} (${hours(late)} left). Then ${names(decidesThen) || 'nobody that is named'} decides.`;
  return [`${paint.warn(what)}. ${text}  ${paint.dim(at(running))}`];
}

function hours(count: number): string {
  if (count < 1) return `${Math.max(1, Math.round(count * 60))} min`;
  return count < 72 ? `${Math.round(count)} h` : `${Math.round(count / 24)} days`;
}

interface Row {
  readonly label: string;
  readonly text: string;
  readonly place?: Place;
}

function names(who: readonly Named[]): string {
  return listed(who.map(withHandle));
}

function withHandle(named: Named): string {
  const { handles, condition, active } = named;
  const [handle] = handles;
  const reach = handle ? ` (${handle.startsWith('@') ? handle : `@${handle}`})` : '';
  return `${fullName(named)}${reach}${condition === null ? '' : ` [${condition}]`}${active ? '' : ' [has left]'}`;
}

function whoRow(label: string, who: readonly Named[]): Row[] {
  const [first] = who;
  return first ? [{ label, text: names(who), place: first }] : [];
}

function saidRow(label: string, said: (Place & { readonly text: string }) | null): Row[] {
  return said ? [{ label, text: said.text, place: said }] : [];
}

function stopRows({ stop }: SystemAnswer): Row[] {
  return [
    ...whoRow(stop.from === 'decision' ? 'Decides a halt' : 'May stop it', stop.who),
    ...stop.hedges.map((hedge) => ({ label: 'Only', text: hedge.text, place: hedge })),
    ...saidRow('Reached within', stop.reachWithin),
    ...whoRow('Deputy', stop.deputy ? [stop.deputy] : []),
    ...saidRow('How', stop.mechanism),
    ...whoRow('Carried out by', stop.executedBy),
    ...stop.triggers.map((trigger, i) => ({
      label: i === 0 ? 'Stop when' : '',
      text: trigger.text,
      place: trigger,
    })),
  ];
}

function decisionRow(decision: DecisionAnswer, inFull: boolean): Row {
  const { who, responsible, consulted } = decision;
  const [first] = who;
  const more = [
    ...(responsible.length > 0 ? [`does the work: ${names(responsible)}`] : []),
    ...(consulted.length > 0 ? [`asked first: ${names(consulted)}`] : []),
  ];
  const text = [names(who) || 'nobody', ...(inFull ? more : [])].join('; ');
  return { label: nameOf(decision), text, place: first ?? decision };
}

function ownerRows({ owner }: SystemAnswer): Row[] {
  return [
    ...whoRow(owner.stated ? 'Owner' : 'Accountable', owner.who),
    ...saidRow('Unit', owner.unit),
    ...saidRow('Accepted', owner.accepted),
    ...whoRow('Technical owner', owner.technicalOwner ? [owner.technicalOwner] : []),
  ];
}

function escalationRows({ escalation }: SystemAnswer): Row[] {
  const { who, timebox, interim } = escalation;
  const [first] = who;
  const open = escalation.doubts.some(({ rule }) => rule === 'escalation-no-tiebreaker');
  // Words that nobody here can read are no proof that the document does not say it.
  const then = first ? `${names(who)} decides` : open ? 'nobody is named to decide' : 'as the document says';
  const place = timebox ?? first;
  if (!place) return [];
  return [
    { label: 'On disagreement', text: timebox ? `${timebox.text}, then ${then}` : then, place },
    ...saidRow('Meanwhile', interim),
  ];
}

function gateRows({ gate }: SystemAnswer): Row[] {
  return [
    ...whoRow('Decides funding', gate.who),
    ...saidRow('By', gate.decideBy),
    ...saidRow('Decision', gate.decision),
  ];
}

const WIDEST = 24;

function table(rows: readonly Row[], { dim }: Paint): string[] {
  const width = Math.min(WIDEST, Math.max(0, ...rows.map(({ label }) => label.length)));
  return rows.flatMap(({ label, text, place }) => {
    const where = place ? `  ${dim(at(place))}` : '';
    if (label.length > width) return [`  ${label}`, `  ${' '.repeat(width)}  ${text}${where}`];
    return [`  ${label.padEnd(width)}  ${text}${where}`];
  });
}
