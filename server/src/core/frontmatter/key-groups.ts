import { listOf, mapOf, oneOf, people, person, scalar, type UnionSchema } from '../yaml/schema.ts';

// The frontmatter keys that have keys below them, one constant each; `keys.ts` puts them in their table.

const answer = (question: string) => scalar('yes-no', question, 'yes');
const evidence = (description: string) => scalar('link', description, 'evidence/claims-q1.md');
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are snippets, whose ${n:…} the editor fills in.

export const OWNER = person(
  'The one business person who answers for the result: a senior person of the unit that benefits.',
  'Dana Whitfield, VP Claims Operations',
  {
    accepted_on: scalar('date', 'When this person said yes to being the owner.', '2026-01-15'),
    evidence: evidence('Where the acceptance can be read: a mail, minutes, a ticket.'),
    product_owner: scalar('bool', 'Whether the owner also does the product owner’s daily work.', 'false'),
    exception: mapOf(
      'Why this person owns the result although a rule says otherwise. An exception is a decision itself.',
      {
        reason: scalar('text', 'Why the exception is needed.', 'The unit has no VP until June'),
        approved_by: person('Who approved the exception.', 'Ines Moreau, COO'),
      },
    ),
  },
  'owner:\n  name: ${1:Dana Whitfield}\n  title: ${2:VP Claims Operations}\n  unit: ${3:Claims Operations}\n  accepted_on: ${4:2026-01-15}',
);

const METRIC: UnionSchema = {
  kind: 'union',
  description: 'A business result with the figures it is measured by.',
  scalar: scalar('text', 'The name of the business result.', 'Cost per claim'),
  map: mapOf('A business result with the figures it is measured by.', {
    name: scalar('text', 'What is measured, in the business’s words.', 'Cost per claim'),
    type: oneOf('What kind of result it is.', {
      revenue: 'More income.',
      'cost-reduction': 'Less cost or time.',
      'risk-reduction': 'Less loss, fewer errors or breaches.',
    }),
    unit: scalar('text', 'What the figures count.', 'EUR per claim'),
    baseline: scalar('text', 'The figure before the system.', '14.20'),
    target: scalar('text', 'The figure it is to reach.', '9.00'),
    by: scalar('date', 'When the target is to be reached.', '2026-12-31'),
  }),
};

export const METRICS = listOf(
  'The business results the owner answers for: income, cost or risk, never accuracy alone.',
  METRIC,
  {
    snippet:
      'metrics:\n  - name: ${1:Cost per claim}\n    type: ${2|cost-reduction,revenue,risk-reduction|}\n    unit: ${3:EUR per claim}\n    baseline: ${4:14.20}\n    target: ${5:9.00}\n    by: ${6:2026-12-31}',
  },
);

export const STOP_AUTHORITY = person(
  'Who may pause the system or roll it back, alone and without asking. This is the owner; engineers carry it out.',
  'Dana Whitfield',
  {
    holder: person('The one person who may stop the system.', 'Dana Whitfield'),
    rights: listOf(
      'What the holder may do without anyone’s consent.',
      oneOf('A right of the holder.', {
        pause: 'Stop the system for now.',
        'roll-back': 'Return to the state before the system or its last change.',
      }),
      { example: '[pause, roll-back]' },
    ),
    triggers: listOf(
      'What makes the holder stop the system.',
      scalar('text', 'One trigger, with its threshold.', 'More than 2 % wrong refusals in a day'),
      {
        example: '[More than 2 % wrong refusals in a day]',
      },
    ),
    reach_within: scalar('duration', 'How soon the holder can be reached.', '30min', { lenient: true }),
    mechanism: scalar(
      'text',
      'The switch, runbook or contact by which it is done.',
      'Feature flag claims-ai, runbook RB-12',
    ),
    executed_by: person('Who carries the stop out once the holder says so.', 'Platform on-call'),
    deputy: person(
      'Who may stop the system when the holder cannot be reached.',
      'Lena Roth, Director Claims',
    ),
  },
  'stop_authority:\n  holder: ${1:Dana Whitfield}\n  rights: [pause, roll-back]\n  triggers:\n    - ${2:More than 2 % wrong refusals in a day}\n  reach_within: ${3:30min}\n  mechanism: ${4:Feature flag claims-ai, runbook RB-12}\n  executed_by: ${5:Platform on-call}\n  deputy: ${6:Lena Roth, Director Claims}',
);

export const ESCALATION = mapOf(
  'What happens when the owner and the technical side disagree: a clock runs, then one person decides.',
  {
    parties: people(
      'Between whom the disagreement is: usually the owner and the CTO.',
      '[Dana Whitfield, CTO]',
    ),
    timebox: scalar(
      'duration',
      'How long the two may look for an answer. At most 48 hours, 24 for a system that acts by itself.',
      '48h',
      { lenient: true },
    ),
    starts: scalar('text', 'What starts the clock.', 'When either party raises it in writing'),
    tie_breaker: person('Who decides when the time is over.', 'Priya Nair, CTO'),
    documented_in: scalar('link', 'Where the decision is written down.', 'decisions/'),
    interim_state: scalar('text', 'What the system does until it is decided.', 'The system stays paused'),
  },
  {
    snippet:
      'escalation:\n  parties: [${1:Dana Whitfield}, ${2:CTO}]\n  timebox: ${3:48h}\n  starts: ${4:When either party raises it in writing}\n  tie_breaker: ${5:CTO}\n  documented_in: ${6:decisions/}\n  interim_state: ${7:The system stays paused}',
  },
);

export const GATE = mapOf(
  'The funding gate between pilot and production: one date, one decider, three questions, pass or no-pass.',
  {
    defined_on: scalar('date', 'When the gate was agreed. This is before the pilot starts.', '2026-01-20'),
    decide_by: scalar('date', 'The day by which it is decided.', '2026-04-30'),
    decided_on: scalar('date', 'The day on which it was decided.', '2026-04-28'),
    decider: person('The one person who decides.', 'Ines Moreau, COO'),
    decision: oneOf(
      'What was decided. There is no third answer.',
      {
        pass: 'Funded for production.',
        'no-pass': 'Not funded; the initiative ends or comes back with a new case.',
        pending: 'Not decided yet: give the day in `decide_by`.',
      },
      { open: true },
    ),
    business_case: mapOf('First question: is there a business case that the owner signs?', {
      answer: answer('Is there a business case?'),
      evidence: scalar(
        'text',
        'What supports it, in the business’s own figures.',
        'Pilot saved 5.20 EUR per claim over 8 weeks',
      ),
      link: scalar('link', 'Where the business case can be read.', 'cases/claims-triage.md'),
      signed_by: person('Who signed the business case: the owner.', 'Dana Whitfield'),
    }),
    owner_accepts: mapOf('Second question: does the owner accept to answer for the result?', {
      answer: answer('Does the owner accept?'),
    }),
    budget: mapOf('Third question: is the budget there, in the owner’s own department?', {
      answer: answer('Is the budget approved?'),
      amount: scalar('text', 'How much.', 'EUR 240,000'),
      cost_centre: scalar('text', 'The cost centre that pays: the owner’s.', 'Claims Operations 4410'),
      approved_by: person('Who approved the budget.', 'Jonas Weber, CFO'),
      approved_on: scalar('date', 'When it was approved.', '2026-04-20'),
    }),
    blocked: mapOf('For a case that is ready and has no money: whom to ask, and by when.', {
      reason: scalar('text', 'What blocks the funding.', 'No budget left this year'),
      ask_to: person('Whom the owner asks: the CEO or COO.', 'Ines Moreau, COO'),
      ask_by: scalar('date', 'By when the answer is needed.', '2026-05-15'),
    }),
    readiness: scalar('link', 'The technical readiness review.', 'reviews/claims-readiness.md'),
  },
  {
    snippet:
      'gate:\n  defined_on: ${1:2026-01-20}\n  decide_by: ${2:2026-04-30}\n  decider: ${3:Ines Moreau, COO}\n  decision: ${4|pending,pass,no-pass|}\n  business_case:\n    answer: ${5|yes,no|}\n    evidence: ${6:Pilot saved 5.20 EUR per claim}\n    signed_by: ${7:Dana Whitfield}\n  owner_accepts:\n    answer: ${8|yes,no|}\n  budget:\n    answer: ${9|yes,no|}\n    amount: ${10:EUR 240,000}\n    cost_centre: ${11:Claims Operations 4410}\n    approved_by: ${12:Jonas Weber, CFO}\n    approved_on: ${13:2026-04-20}',
  },
);

const MODEL = oneOf('How the company organises its AI work.', {
  distributed: 'The business units own and build, with light oversight from the centre.',
  coe: 'A centre of excellence builds, for a time, until it hands over to a unit.',
  hybrid: 'Units own the results; a small capability team helps them all.',
});

export const OPERATING_MODEL: UnionSchema = {
  kind: 'union',
  description: 'How the company organises its AI work, and what that model needs to be sound.',
  scalar: MODEL,
  map: mapOf('How the company organises its AI work, and what that model needs to be sound.', {
    type: MODEL,
    capability_team_size: scalar(
      'int',
      'How many people the capability team has. Two to four are enough.',
      '3',
      { min: 0 },
    ),
    cross_functional: scalar('bool', 'Whether a group of several functions steers the work.', 'true'),
    handoff_on: scalar('date', 'When the centre hands the ownership to the unit.', '2026-09-30'),
    named_executive: person(
      'The one executive who answers for a cross-functional group.',
      'Ines Moreau, COO',
    ),
    oversight: scalar(
      'text',
      'What the centre watches when units work on their own.',
      'Quarterly review by Risk',
    ),
    authority: listOf(
      'What a centre that owns results may decide. It needs all three.',
      oneOf('A power of the centre.', {
        budget: 'Decides over the money.',
        adoption: 'Decides that the units use it.',
        integration: 'Decides that systems are connected to it.',
      }),
      { example: '[budget, adoption, integration]' },
    ),
  }),
};

export const ACTIONS = listOf(
  'For a system that acts by itself: each action it may take, its limit, and whether it can be undone.',
  mapOf('One action the system may take.', {
    action: scalar('text', 'What the system does.', 'Refund a customer'),
    limit: scalar('text', 'How far it may go without a person.', 'EUR 50 per order'),
    reversible: oneOf('Whether the action can be undone.', {
      yes: 'Can be undone entirely.',
      no: 'Cannot be undone.',
      partly: 'Can be undone in part, or at a price.',
    }),
    reversal_time: scalar('text', 'How long undoing takes.', '2d'),
  }),
  {
    snippet:
      'actions:\n  - action: ${1:Refund a customer}\n    limit: ${2:EUR 50 per order}\n    reversible: ${3|yes,no,partly|}\n    reversal_time: ${4:2d}',
  },
);

const OVERSIGHT_PERSON: UnionSchema = {
  kind: 'union',
  description: 'A person who oversees the system.',
  scalar: scalar('person', 'A person who oversees the system.', 'Lena Roth'),
  map: mapOf('A person who oversees the system.', {
    name: scalar('person', 'The person’s name.', 'Lena Roth'),
    title: scalar('text', 'The position the person holds.', 'Director Claims'),
    competence: scalar(
      'text',
      'What the person knows of the work and the system.',
      '12 years of claims handling',
    ),
    training: scalar('text', 'The training the person had for this system.', 'Vendor course, 2026-02'),
    authority: scalar(
      'text',
      'What the person may do: disregard, override, interrupt.',
      'May override any output',
    ),
  }),
};

export const EU = mapOf('What the EU AI Act makes of this system, as far as it applies.', {
  in_scope: scalar('bool', 'Whether the Act applies to this system.', 'true'),
  role: oneOf('The company’s part under the Act.', {
    deployer: 'Uses the system under its own authority: usually the company.',
    provider: 'Develops it, or puts its own name on it.',
  }),
  classification: oneOf('The risk class of the system under the Act.', {
    'high-risk': 'Named in Annex III or part of a regulated product.',
    limited: 'People must be told they deal with AI.',
    minimal: 'No duty of its own.',
  }),
  annex: scalar('text', 'Where the Act names this use.', 'Annex III 5(b)'),
  accountable_person: person(
    'The person who answers for the company’s duties. Good practice; the Act names no such office.',
    'Dana Whitfield',
  ),
  oversight_persons: listOf(
    'The people assigned to oversee the system, with competence, training and authority.',
    OVERSIGHT_PERSON,
    {
      snippet:
        'oversight_persons:\n  - name: ${1:Lena Roth}\n    competence: ${2:12 years of claims handling}\n    training: ${3:Vendor course}\n    authority: ${4:May override any output}',
    },
  ),
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.
