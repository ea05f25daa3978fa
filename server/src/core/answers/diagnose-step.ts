import { benefitingUnit } from '../document/benefiting-unit.ts';
import { businessCaseOf } from '../document/business-case.ts';
import { gateOf } from '../document/gate.ts';
import { titleOf } from '../document/mentions.ts';
import { metricsOf } from '../document/metrics.ts';
import { ownerMention } from '../document/owner.ts';
import type { Reading } from '../document/reading.ts';
import { canOwn, seniorPeopleOf } from '../document/seniority.ts';
import { called, listed } from '../document/subjects.ts';
import { isCeoOrCoo } from '../parties/titles.ts';
import { DAYS_TO_ASK, DAYS_TO_DECIDE, dayAhead, isPast } from '../rules/gate/shared.ts';
import { translationTable } from '../rules/gate/translation.ts';
import { evidenceTold } from './case-told.ts';
import type { DiagnosedQuestion } from './diagnose.ts';
import { oneLine } from './named.ts';

/**
 * The next step on the path: `assign-owner` before anything else, `accept` where the owner is named and has not said
 * yes, `translate-case`, `ask` the CEO or COO, `wait` for an answer that is due, `none` where the money is there.
 */
export interface DiagnosisStep {
  readonly id: 'assign-owner' | 'accept' | 'translate-case' | 'ask' | 'wait' | 'none';
  readonly title: string;
  /** What to do and why, in plain sentences. */
  readonly text: string;
  /** Ready to paste into a message or a document (Markdown); empty where there is nothing to send. */
  readonly paragraph: string;
  /** What else is open and can be settled along the way. */
  readonly also: readonly string[];
}

/** The first step that is open: owner, then case, then the ask. */
export function nextStep(
  reading: Reading,
  title: string,
  questions: readonly DiagnosedQuestion[],
): DiagnosisStep {
  const of = (id: DiagnosedQuestion['id']): DiagnosedQuestion['answer'] | undefined =>
    questions.find((question) => question.id === id)?.answer;
  const gate = gateOf(reading);
  const budget = gate?.questions.budget.answer;
  // Money without an owner is no end of the path.
  if (gate?.decision?.verdict === 'pass' && budget?.value !== false && of('owner') !== 'no')
    return {
      id: 'none',
      title: 'Nothing: the gate was passed',
      text: 'The funding gate was passed and no answer of it says that the money is missing.',
      paragraph: '',
      also: questions
        .filter(({ answer }) => answer !== 'yes')
        .map(({ question, why }) => `${question} ${why}`),
    };
  const also = alsoOpen(reading, questions);
  if (of('owner') === 'no') return { ...assignOwner(reading, title), also };
  if (of('owner') === 'unknown' && ownerMention(reading)) return { ...accept(reading, title), also };
  if (of('owner') === 'unknown') return { ...assignOwner(reading, title), also };
  if (of('case') !== 'yes') return { ...translate(reading, title, of('case') ?? 'unknown'), also };
  return { ...ask(reading, title), also };
}

function alsoOpen(reading: Reading, questions: readonly DiagnosedQuestion[]): string[] {
  const out: string[] = [];
  if (reading.frontmatter.bool('contested') === true)
    out.push('The ownership is contested: settle that first, in one meeting, and link the record of it.');
  if (questions.find(({ id }) => id === 'gate')?.answer !== 'yes')
    out.push(
      `The gate was not defined in time, or nothing says so. Define it now: who decides, the three questions, and a day such as ${dayAhead(reading, DAYS_TO_DECIDE)}.`,
    );
  return out;
}

type Step = Omit<DiagnosisStep, 'also'>;

function assignOwner(reading: Reading, title: string): Step {
  const unit = benefitingUnit(reading)?.value;
  const day = dayAhead(reading, DAYS_TO_ASK);
  const leaders = seniorPeopleOf(reading, unit).filter((person) => canOwn(reading, person));
  const [leader] = leaders;
  const where = unit === undefined ? '[the unit that gets most of the output]' : oneLine(unit);
  const whom = leader
    ? `${leader.name}${leader.title === undefined ? '' : `, ${leader.title}`}`
    : `[the senior leader of ${unit === undefined ? 'that unit' : where}]`;
  const metric = metricName(reading) ?? '[the business result, with its figure]';
  return {
    id: 'assign-owner',
    title: 'Assign a business owner',
    text: `Stop the conversation about money until one business leader answers for the result. Look at the unit that gets the largest share of the output${unit === undefined ? '' : ` (${where})`}, take its senior leader, and write it down. It is a part of a job that exists, so nobody has to be hired.`,
    paragraph: `${title} has no business owner, so nobody can put a name to its business case. Most of its output goes to ${where}. I propose that ${whom} takes it on by ${day}: answers for ${metric}, may pause or roll back the system in production, and takes a disagreement with the CTO to a decision within the time the document sets. This is no new role and no new post. Until it is settled we do not discuss the budget.`,
  };
}

function accept(reading: Reading, title: string): Step {
  const owner = ownerMention(reading);
  const name = owner ? called(owner) : '[Owner]';
  const day = dayAhead(reading, DAYS_TO_ASK);
  const metric = metricName(reading) ?? '[the business result, with its figure]';
  return {
    id: 'accept',
    title: `Get a yes from ${name}`,
    text: `${name} is named as the owner, and the document does not say that ${name} accepted. An assignment without a yes is a name on paper: ask, and write the day down as accepted_on.`,
    paragraph: `${name}, the document for ${title} names you as its business owner. That means you answer for ${metric}, hold the right to pause or roll it back, and put your name on its business case. Please confirm by ${day}, or say who should hold it instead. Your yes goes into the document with its date.`,
  };
}

function translate(reading: Reading, title: string, answer: 'no' | 'unknown' | 'yes'): Step {
  const { technicalEvidence, technicalTerms, exists } = businessCaseOf(reading);
  const terms = [...new Set([...technicalEvidence, ...technicalTerms.map(({ text }) => text)])];
  const owner = ownerMention(reading);
  const whose = owner ? called(owner) : '[Owner]';
  const day = dayAhead(reading, DAYS_TO_ASK);
  const table = translationTable(terms.length > 0 ? terms : ['[technical figure]']);
  const start = !exists
    ? `${title} has no business case yet.`
    : answer === 'no'
      ? `The case for ${title} speaks of ${terms.length > 0 ? listed(terms.slice(0, 3)) : 'technical figures'}, and those who fund it decide on money, time and risk.`
      : `Whether the case for ${title} speaks of money, time or risk cannot be told from its document.`;
  return {
    id: 'translate-case',
    title: 'Say the case in business terms',
    text: 'Turn each technical figure into what it changes in the work, and that into money, time or risk. At this gate that is the CTO’s task; the owner signs the outcome.',
    paragraph: `${start} By ${day} the CTO fills in this table with ${whose}, who then signs the case:\n\n${table}`,
  };
}

function ask(reading: Reading, title: string): Step {
  const gate = gateOf(reading);
  const blocked = gate?.blocked;
  const day = dayAhead(reading, DAYS_TO_ASK);
  const asked = blocked?.askTo && blocked.askBy ? { to: blocked.askTo, by: blocked.askBy } : undefined;
  if (asked && !isPast(reading, asked.by))
    return {
      id: 'wait',
      title: `Wait for the answer until ${asked.by.value}`,
      text: `Owner and case are clear, and ${oneLine(asked.to.text)} has been asked for an answer by ${asked.by.value}. When that day has passed without one, ask again, one step higher.`,
      paragraph: '',
    };
  const due = gate?.decideBy;
  if (!blocked && due?.day !== undefined && !isPast(reading, due))
    return {
      id: 'wait',
      title: `Let the gate decide by ${due.value}`,
      text: `Owner and case are clear, and the gate has a day: ${due.value}. Nothing has to be asked before it. When that day passes without a decision, ask the CEO or COO for one.`,
      paragraph: '',
    };
  const owner = ownerMention(reading);
  const chief = reading.people.people.find(
    (person) =>
      person.active &&
      person.title !== undefined &&
      isCeoOrCoo(person.title) &&
      person.name !== (owner ? called(owner) : undefined),
  );
  const named = blocked?.askTo?.mentions[0];
  const whom = named ? oneLine(named.party.text) : chief ? `${chief.name}, ${chief.title}` : '[CEO or COO]';
  const ownerTitle = owner ? titleOf(reading, owner.party) : undefined;
  const who = owner ? `${called(owner)}${ownerTitle ? `, ${oneLine(ownerTitle)}` : ''}` : '[Owner]';
  const evidence = evidenceTold(reading);
  const signed = businessCaseOf(reading).signedBy ? ' and has signed the case' : '';
  const says = evidence ? ` The case: ${oneLine(evidence).replace(/[.;]$/, '')}.` : '';
  const amount = gate?.amount?.value;
  const late = asked ? ` The answer was due on ${asked.by.value}.` : '';
  const reason = blocked?.reason ? ` What stands in the way: ${oneLine(blocked.reason.value)}.` : '';
  return {
    id: 'ask',
    title: `Ask ${whom} for a yes or no by a day`,
    text: `Owner and business case are clear, so the money is the only thing open. Ask the CEO or COO for a decision by a day; a no is an answer, too.${late}`,
    paragraph: `${whom}: ${title} is ready for its funding decision. ${who} answers for the result${signed}.${says}${reason}${late} Please decide by ${day} whether ${amount ? oneLine(amount) : '[amount and cost centre]'} is approved: yes, and it goes live; no, and we end the pilot. Without an answer by then I will put it on the agenda of the next meeting of the leadership team.`,
  };
}

function metricName(reading: Reading): string | undefined {
  const metric = metricsOf(reading).find(({ kind, placeholder }) => !placeholder && kind !== 'technical');
  return metric ? oneLine(metric.name) : undefined;
}
