import type { SectionKind } from '../document/heading-kinds.ts';

/** What the editor knows of a section: what to write in it, why it is there, and how to begin it. */
export interface SectionHelp {
  readonly kind: SectionKind;
  /** The heading that completion writes; any other wording of the same meaning does as well. */
  readonly heading: string;
  readonly what: string;
  readonly why: string;
  /** The lines under the heading, in snippet syntax. */
  readonly body: string;
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are snippets, whose ${n:…} the editor fills in.
/** In the order in which a document has them. */
export const SECTION_HELP: readonly SectionHelp[] = [
  {
    kind: 'owner',
    heading: 'Owner',
    what: 'Name the one business person who answers for the result, with title and unit, in an opening paragraph of at most two sentences: what the person answers for, that the person may stop the system, and where a disagreement goes.',
    why: 'A result that several people own is a result nobody answers for. The owner sits in the unit that receives the output, because only there can money, people and habits be changed.',
    body: '${1:Name}, ${2:VP of the benefiting unit}, answers for ${3:the metric} and may pause or roll back the system at any time. Disagreements go to the path under Escalation.\n\n$0',
  },
  {
    kind: 'metrics',
    heading: 'Success metrics',
    what: 'State at least one business result: more revenue, less cost or less risk, with unit, baseline, target and date. Technical measures belong to the technical owner and stand apart.',
    why: 'A model can be accurate and still not be worth its money. Who funds production asks for the business figure.',
    body: '| Metric | Type | Baseline | Target | By |\n| --- | --- | --- | --- | --- |\n| ${1:Cost per claim} | ${2|cost-reduction,revenue,risk-reduction|} | ${3:14.20 EUR} | ${4:9.00 EUR} | ${5:2026-12-31} |\n\n$0',
  },
  {
    kind: 'raci',
    heading: 'Decision rights',
    what: 'A table with a row for each decision, at least pilot go/no-go, production go-live, changes in production, and halt or rollback. Every row has exactly one Accountable.',
    why: 'Two people who both decide can each wait for the other. One letter A in a row says who is called, and a table on one page can be read when it is needed.',
    body: '| Decision | ${1:VP Claims} | ${2:Head of Data Science} | ${3:Legal} | ${4:CFO} |\n| --- | --- | --- | --- | --- |\n| Pilot go/no-go | A | R | C | I |\n| Production go-live | A | R | C | I |\n| In-production modification | A | R | C | I |\n| Production halt or rollback | A | R | I | I |\n\n$0',
  },
  {
    kind: 'stop',
    heading: 'Stop authority',
    what: 'Say who may pause the system or roll it back, alone and without asking, what makes this person do it, how soon the person can be reached, who carries it out, and who may do it instead.',
    why: 'When a system does harm, minutes count. A right that has to be asked for, or that several people share, comes too late. Engineers carry the stop out; the owner decides it.',
    body: '${1:Name} may pause or roll back the system at any time, without further approval.\n\n- Triggers: ${2:more than 2 % wrong results in a day}\n- Reachable within: ${3:30 minutes}\n- Mechanism: ${4:feature flag, runbook}\n- Executed by: ${5:platform on-call}\n- Deputy: ${6:Name}\n\n$0',
  },
  {
    kind: 'escalation',
    heading: 'Escalation',
    what: 'Name the two who may disagree, usually the owner and the CTO, a time-box of at most 48 hours (24 for a system that acts by itself), who decides when it is over, where the decision is written down, and what the system does meanwhile.',
    why: 'A disagreement without a clock lasts until one side is tired. With one, it ends on a known day with a known decider and a written reason.',
    body: 'If ${1:the owner} and ${2:the CTO} disagree, they have ${3:48 hours} from the moment either raises it in writing. After that ${4:the CTO} decides and records the decision in ${5:the decision log}. Until then ${6:the system stays paused}.\n\n$0',
  },
  {
    kind: 'escalation-log',
    heading: 'Escalation log',
    what: 'One row for each disagreement: when it was opened, the question, the parties, when and by whom it was decided, and a link to the record.',
    why: 'The clock of each disagreement runs from its row. An open row past its time-box means that the tie-breaker decides now.',
    body: '| Opened | Question | Parties | Decided on | Decided by | Record |\n| --- | --- | --- | --- | --- | --- |\n| ${1:2026-03-02T09:00} | ${2:Question} | ${3:Owner, CTO} |  |  |  |\n\n$0',
  },
  {
    kind: 'gate',
    heading: 'Funding gate',
    what: 'Give one date, one named decider and the answers to three questions: is there a business case in business figures, has the owner accepted, and is the budget approved in the owner’s department. The decision is pass or no-pass.',
    why: 'Pilots drift into production when nobody has to say yes. A date and a plain answer end the drift; a single no means no-pass.',
    body: 'Decision by ${1:2026-04-30}, by ${2:Name, COO}: ${3|pending,pass,no-pass|}.\n\n| Question | Answer | Evidence |\n| --- | --- | --- |\n| Business case | ${4|yes,no|} | ${5:saved 5.20 EUR per claim in the pilot} |\n| Owner accepts | ${6|yes,no|} | ${7:accepted on 2026-01-15} |\n| Budget approved | ${8|yes,no|} | ${9:EUR 240,000, approved by the CFO on 2026-04-20} |\n\n$0',
  },
  {
    kind: 'business-case',
    heading: 'Business case',
    what: 'Say in money, time or risk what the system is worth, what it costs, and who signed it. Link the full case.',
    why: 'Whoever approves the budget reads figures of the business, not of the model. A signature makes somebody answer for them.',
    body: '${1:The system saves 5.20 EUR per claim, EUR 240,000 a year, for EUR 90,000 in running cost.} Signed by ${2:Name, title} on ${3:2026-03-02}.\n\n$0',
  },
  {
    kind: 'operating-model',
    heading: 'Operating model',
    what: 'Say whether business units own and build (distributed), a centre of excellence builds for a time (coe), or units own with a small capability team beside them (hybrid), and what oversight there is.',
    why: 'Each model has a weak spot: no view across units, a centre that owns what it cannot change, or a helper team that quietly becomes the owner. Saying the model lets readers look there.',
    body: '${1|Hybrid,Distributed,CoE|}: ${2:the unit owns the result; a capability team of three supports it}.\n\n$0',
  },
  {
    kind: 'actions',
    heading: 'Agent actions',
    what: 'For a system that acts by itself: list every action it may take, its limit, whether it can be undone, and how long that takes.',
    why: 'What is not listed is not allowed. Limits and reversibility decide how fast somebody has to be able to stop the system.',
    body: '| Action | Limit | Reversible | Reversal time |\n| --- | --- | --- | --- |\n| ${1:Refund a customer} | ${2:EUR 50 per order} | ${3|yes,no,partly|} | ${4:2 days} |\n\n$0',
  },
  {
    kind: 'quality',
    heading: 'Quality control',
    what: 'Say how outputs that customers see are controlled: who looks at how many, how often, and what happens with a bad one.',
    why: 'With a customer-facing system, the customer finds the errors that nobody else looks for.',
    body: '${1:Two agents review a sample of 5 % of the answers every day and report bad ones to the owner.}\n\n$0',
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.

const byKind = new Map(SECTION_HELP.map((help) => [help.kind, help]));

/** The help for a kind of section. */
export function sectionHelp(kind: SectionKind): SectionHelp | undefined {
  return byKind.get(kind);
}
