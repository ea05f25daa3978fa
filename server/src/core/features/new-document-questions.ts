/** What was answered, by the question's id. Blank and absent answers become placeholders. */
export type Answers = Readonly<Record<string, string | undefined>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** One question of `new`: a flag (`--owner-title`), a prompt, an input box. */
export interface Question {
  /** Lower case with hyphens. */
  readonly id: string;
  readonly prompt: string;
  readonly help?: string;
  /** A value to start from. */
  readonly initial?: string;
  /** Where given, one of these is chosen; otherwise free text. The first is the default. */
  readonly choices?: readonly Choice[];
  /** True for the few that are worth asking a person who just wants to begin; the rest can be given as flags. */
  readonly essential: boolean;
  /** Only of use where this holds; asked in order, so the answers before it are known. */
  readonly when?: (answers: Answers) => boolean;
}

const choice = (value: string, label: string, detail: string): Choice => ({ value, label, detail });
const text = (id: string, prompt: string, help?: string, more: Partial<Question> = {}): Question => ({
  id,
  prompt,
  ...(help !== undefined && { help }),
  essential: false,
  ...more,
});
const ask = (id: string, prompt: string, help?: string, more: Partial<Question> = {}): Question =>
  text(id, prompt, help, { essential: true, ...more });

const isAgentic = (answers: Answers): boolean => answers['autonomy'] === 'agentic';
const isCustomerFacing = (answers: Answers): boolean => answers['use-case-class'] === 'customer-facing';
const fromGate = (answers: Answers): boolean => (answers['status'] ?? 'pilot') !== 'pilot';
const inProduction = (answers: Answers): boolean =>
  ['production', 'paused'].includes(answers['status'] ?? '');

/** Everything a new document asks, in the order to ask it. */
export const QUESTIONS: readonly Question[] = [
  ask('title', 'What is the initiative called?', 'As people say it: Claims triage.'),
  text('initiative', 'Its short id?', 'Made from the title when left blank.'),
  ask('status', 'How far is it?', undefined, {
    choices: [
      choice('pilot', 'Pilot', 'Being tried out.'),
      choice('gate', 'Gate', 'Its funding for production is being decided.'),
      choice('production', 'Production', 'In use for real work.'),
      choice('paused', 'Paused', 'Was in production and is stopped for now.'),
    ],
  }),
  ask('autonomy', 'Does the system advise, or act by itself?', undefined, {
    choices: [
      choice('advisory', 'Advisory', 'A person approves before anything happens.'),
      choice('agentic', 'Agentic', 'The system acts on its own.'),
    ],
  }),
  ask('use-case-class', 'Who feels its results first?', undefined, {
    choices: [
      choice('back-office', 'Back office', 'Colleagues.'),
      choice('customer-facing', 'Customer-facing', 'Customers.'),
    ],
  }),
  ask('operating-model', 'How is the company’s AI work organised?', undefined, {
    choices: [
      choice('hybrid', 'Hybrid', 'Units own the results; a team of two to four helps them.'),
      choice('distributed', 'Distributed', 'The units own and build, with light oversight.'),
      choice('coe', 'Centre of excellence', 'A central team builds; the unit owns the result.'),
    ],
  }),
  ask('benefiting-unit', 'Which unit gets most of the output?', 'The owner is its senior leader.'),
  ask(
    'owner',
    'Who answers for the result?',
    'One person by name: a senior leader of that unit, not the CTO.',
  ),
  ask('owner-title', 'The owner’s title?', 'VP Claims Operations.'),
  text('accepted-on', 'When did the owner accept?', 'YYYY-MM-DD.'),
  ask('technical-owner', 'Who keeps it running and correct?', 'Omar Haddad, Head of Data Science.'),
  ask('metric', 'Which business figure does the owner answer for?', 'Cost per claim.'),
  ask('metric-type', 'What kind of result is it?', undefined, {
    choices: [
      choice('cost-reduction', 'Cost reduction', 'Less cost or time.'),
      choice('revenue', 'Revenue', 'More income.'),
      choice('risk-reduction', 'Risk reduction', 'Less loss, fewer errors or breaches.'),
    ],
  }),
  text('metric-unit', 'In which unit?', 'EUR per claim.'),
  text('metric-baseline', 'The figure before the system?', '14.20'),
  text('metric-target', 'The figure to reach?', '9.00'),
  text('metric-by', 'By when?', 'YYYY-MM-DD.'),
  ask('cto', 'Who is the CTO?', 'Decides when a disagreement is not settled in time: Priya Nair.'),
  text('responsible', 'Who does the work?', 'The technical owner when left blank.'),
  text('consulted', 'Who is asked before a decision?', 'Finance, for example.'),
  text('informed', 'Who is told of a decision?', 'Service desk, for example.'),
  text('stop-trigger', 'What makes the owner stop the system?', 'More than 2 % wrong refusals in a day.'),
  text('stop-reach', 'How soon can the owner be reached?', '30min', { initial: '30min' }),
  text('stop-mechanism', 'By what is it stopped?', 'Feature flag claims-ai, runbook RB-12.'),
  text('stop-executed-by', 'Who carries the stop out?', 'Platform on-call.'),
  text('deputy', 'Who stands in for the owner?', 'Lena Roth, Director Claims.'),
  text('decision-log', 'Where are decisions written down?', 'decisions/', { initial: 'decisions/' }),
  text('action', 'What does the system do by itself?', 'Refund a customer.', { when: isAgentic }),
  text('action-limit', 'How far may it go without a person?', 'EUR 50 per order.', { when: isAgentic }),
  text('action-reversible', 'Can that be undone?', undefined, {
    when: isAgentic,
    choices: [
      choice('partly', 'Partly', 'In part, or at a price.'),
      choice('yes', 'Yes', 'Entirely.'),
      choice('no', 'No', 'It cannot be undone.'),
    ],
  }),
  text('action-reversal-time', 'How long does undoing take?', '2d', { when: isAgentic }),
  text('quality-control', 'How are its outputs controlled?', 'Two agents review 5 % every day.', {
    when: isCustomerFacing,
  }),
  text('created-on', 'The day this document is written?', 'YYYY-MM-DD.'),
  text('pilot-started-on', 'When does or did the pilot start?', 'YYYY-MM-DD.'),
  text('gate-decide-by', 'By when is the production funding decided?', 'YYYY-MM-DD.'),
  text('gate-decider', 'Who decides it?', 'Ines Moreau, COO.'),
  text('evidence', 'What did the pilot show, in money, time or risk?', 'The pilot saved EUR 5.20 per claim.'),
  text('budget-amount', 'How much is the production budget?', 'EUR 240,000.', { when: fromGate }),
  text('cost-centre', 'Which cost centre pays?', 'The owner’s: Claims Operations 4410.', { when: fromGate }),
  text('budget-approved-by', 'Who approved the budget?', 'Jonas Weber, CFO.', { when: fromGate }),
  text('budget-approved-on', 'When?', 'YYYY-MM-DD.', { when: fromGate }),
  text('gate-decided-on', 'When was the gate passed?', 'YYYY-MM-DD.', { when: inProduction }),
  text('go-live-on', 'When did it go live?', 'YYYY-MM-DD.', { when: inProduction }),
  text('readiness', 'Where is the readiness assessment?', 'A link.', { when: inProduction }),
];

/** The questions a person is asked on the way; `when` is for the caller to honour as answers come in. */
export const ESSENTIAL_QUESTIONS: readonly Question[] = QUESTIONS.filter(({ essential }) => essential);
