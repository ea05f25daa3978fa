import { CATEGORY_TITLES } from '../document/decisions.ts';
import { renderYaml, type YamlValue } from '../edits/frontmatter-edits.ts';
import { slugOfTitle } from '../edits/initiative.ts';
import {
  PLACEHOLDERS,
  renderSection,
  SECTION_TEMPLATES,
  type TemplateValues,
} from '../edits/section-templates.ts';
import { type Answers, QUESTIONS } from './new-document-questions.ts';

export {
  type Answers,
  type Choice,
  ESSENTIAL_QUESTIONS,
  QUESTIONS,
  type Question,
} from './new-document-questions.ts';

const DAY = 'YYYY-MM-DD';

/** Answers with their defaults and placeholders. */
class Filled {
  constructor(private readonly answers: Answers) {}

  /** The answer; undefined when it is blank. */
  said(id: string): string | undefined {
    const answer = this.answers[id]?.replace(/\s+/g, ' ').trim();
    return answer === '' ? undefined : answer;
  }

  /** The answer, else the placeholder. */
  or(id: string, placeholder: string): string {
    return this.said(id) ?? placeholder;
  }

  /** One of the question's choices; the first when nothing of them is said. */
  choice(id: string): string {
    const choices = QUESTIONS.find((question) => question.id === id)?.choices ?? [];
    const said = this.said(id)?.toLowerCase();
    return choices.find(({ value }) => value === said)?.value ?? choices[0]?.value ?? '';
  }
}

/** The file's name for a document with these answers. */
export function fileNameFor(answers: Answers): string {
  const filled = new Filled(answers);
  const id = filled.said('initiative') ?? slugOfTitle(filled.or('title', 'decision-rights'));
  return `${id === '' ? 'decision-rights' : id}.md`;
}

/**
 * A complete decision-rights document: frontmatter, and a body of two pages at most. What was not answered is a
 * placeholder; with every answer given, no rule finds anything. `\n` line ends.
 */
export function newDocument(answers: Answers): string {
  const filled = new Filled(answers);
  const parts = [`# ${title(filled)}`, opening(filled), ...sections(filled)];
  return `---\n${renderYaml(frontmatter(filled))}\n---\n\n${parts.join('\n\n')}\n`;
}

function title(filled: Filled): string {
  return filled.or('title', '[Name of the initiative]');
}

function owner(filled: Filled): string {
  return filled.or('owner', PLACEHOLDERS.owner);
}

/** The name in front of a title: `Omar Haddad, Head of Data Science` is `Omar Haddad`. */
function bare(party: string): string {
  return party.split(',')[0]?.trim() ?? party;
}

function isProduction(filled: Filled): boolean {
  return filled.choice('status') === 'production' || filled.choice('status') === 'paused';
}

function timebox(filled: Filled): string {
  return filled.choice('autonomy') === 'agentic' ? '24' : '48';
}

function frontmatter(filled: Filled): { readonly [key: string]: YamlValue } {
  const said = filled.said('title');
  const initiative = filled.said('initiative') ?? (said === undefined ? '' : slugOfTitle(said));
  const unit = filled.or('benefiting-unit', '[Unit]');
  const agentic = filled.choice('autonomy') === 'agentic';
  return {
    type: 'decision-rights',
    initiative: initiative === '' ? '[short-name]' : initiative,
    title: title(filled),
    status: filled.choice('status'),
    autonomy: filled.choice('autonomy'),
    use_case_class: filled.choice('use-case-class'),
    benefiting_unit: unit,
    owner: {
      name: owner(filled),
      title: filled.or('owner-title', PLACEHOLDERS.ownerTitle),
      unit,
      accepted_on: filled.or('accepted-on', DAY),
    },
    technical_owner: filled.or('technical-owner', PLACEHOLDERS.technicalOwner),
    metrics: [
      {
        name: filled.or('metric', '[Business metric]'),
        type: filled.choice('metric-type'),
        unit: filled.or('metric-unit', '[Unit of measure]'),
        baseline: filled.or('metric-baseline', '[Figure before the system]'),
        target: filled.or('metric-target', '[Figure to reach]'),
        by: filled.or('metric-by', DAY),
      },
    ],
    stop_authority: {
      holder: owner(filled),
      rights: ['pause', 'roll-back'],
      triggers: [filled.or('stop-trigger', '[Trigger with its threshold]')],
      reach_within: filled.or('stop-reach', '30min'),
      mechanism: filled.or('stop-mechanism', PLACEHOLDERS.mechanism),
      executed_by: filled.or('stop-executed-by', PLACEHOLDERS.executedBy),
      deputy: filled.or('deputy', PLACEHOLDERS.deputy),
    },
    escalation: {
      parties: [owner(filled), cto(filled)],
      timebox: `${timebox(filled)}h`,
      starts: 'when either party raises it in writing',
      tie_breaker: cto(filled),
      documented_in: filled.or('decision-log', 'decisions/'),
      interim_state: 'the system stays paused',
    },
    gate: gate(filled),
    operating_model: operatingModel(filled),
    ...(agentic && { actions: [action(filled)] }),
    ...(filled.choice('use-case-class') === 'customer-facing' && {
      quality_control: filled.or('quality-control', '[How outputs are controlled]'),
    }),
    dates: {
      created_on: filled.or('created-on', DAY),
      pilot_started_on: filled.or('pilot-started-on', DAY),
      ...(isProduction(filled) && { go_live_on: filled.or('go-live-on', DAY) }),
    },
  };
}

/** With the title, so that a reader of the frontmatter alone sees who it is. */
function cto(filled: Filled): string {
  const name = filled.said('cto');
  if (name === undefined) return 'CTO';
  return /\b(?:cto|chief technology officer)\b/i.test(name) ? name : `${name}, CTO`;
}

function gate(filled: Filled): YamlValue {
  const status = filled.choice('status');
  const decided = isProduction(filled);
  const answered = status !== 'pilot';
  return {
    defined_on: filled.or('created-on', DAY),
    decide_by: filled.or('gate-decide-by', DAY),
    ...(decided && { decided_on: filled.or('gate-decided-on', DAY) }),
    decider: filled.or('gate-decider', '[Name and title of the decider]'),
    decision: decided ? 'pass' : 'pending',
    business_case: {
      ...(answered && { answer: 'yes' }),
      evidence: filled.or('evidence', '[What the pilot showed in money, time or risk]'),
      signed_by: owner(filled),
    },
    ...(answered && {
      owner_accepts: { answer: 'yes' },
      budget: {
        answer: 'yes',
        amount: filled.or('budget-amount', '[Amount]'),
        cost_centre: filled.or('cost-centre', '[Cost centre of the owner’s unit]'),
        approved_by: filled.or('budget-approved-by', '[Name and title]'),
        approved_on: filled.or('budget-approved-on', DAY),
      },
    }),
    ...(decided && { readiness: filled.or('readiness', '[Link to the readiness assessment]') }),
  };
}

function operatingModel(filled: Filled): YamlValue {
  switch (filled.choice('operating-model')) {
    case 'hybrid':
      return { type: 'hybrid', capability_team_size: '3' };
    case 'distributed':
      return { type: 'distributed', oversight: 'Risk reviews cross-cutting questions every quarter' };
    default:
      return 'coe';
  }
}

function action(filled: Filled): YamlValue {
  return {
    action: filled.or('action', '[What the system does by itself]'),
    limit: filled.or('action-limit', '[Amount, count or scope]'),
    reversible: filled.choice('action-reversible'),
    reversal_time: filled.or('action-reversal-time', '[How long undoing takes]'),
  };
}

function opening(filled: Filled): string {
  return `This document says who decides about ${title(filled)}, who may stop it, and how a disagreement ends.`;
}

function templateValues(filled: Filled): TemplateValues {
  return {
    owner: owner(filled),
    ownerTitle: filled.or('owner-title', PLACEHOLDERS.ownerTitle),
    technicalOwner: bare(filled.or('technical-owner', PLACEHOLDERS.technicalOwner)),
    metric: filled.or('metric', '[Business metric]'),
    tieBreaker: filled.said('cto') === undefined ? 'the CTO' : `${bare(cto(filled))}, the CTO,`,
    timebox: `${timebox(filled)} hours`,
    deputy: filled.or('deputy', PLACEHOLDERS.deputy),
    triggers: [filled.or('stop-trigger', '[Trigger with its threshold]')],
    reachWithin: filled.or('stop-reach', '30min'),
    mechanism: filled.or('stop-mechanism', PLACEHOLDERS.mechanism),
    executedBy: filled.or('stop-executed-by', PLACEHOLDERS.executedBy),
  };
}

function sections(filled: Filled): string[] {
  const values = templateValues(filled);
  return [
    renderSection('owner', values),
    duties(values),
    metrics(filled),
    raci(filled, values),
    renderSection('stop', values),
    renderSection('escalation', values),
    gateSection(filled),
    ...model(filled, values),
    ...(filled.choice('autonomy') === 'agentic' ? [actions(filled)] : []),
    ...(filled.choice('use-case-class') === 'customer-facing'
      ? [`## Quality control\n\n${sentence(filled.or('quality-control', '[How outputs are controlled]'))}`]
      : []),
  ];
}

function duties({ owner, technicalOwner }: TemplateValues): string {
  return [
    `- ${owner} defines success in business terms.`,
    `- ${owner} secures the production funding.`,
    `- ${owner} holds stop authority.`,
    '',
    `${technicalOwner} is the technical owner and keeps the system correct and running, without answering for the business result.`,
  ].join('\n');
}

function metrics(filled: Filled): string {
  const cells = [
    filled.or('metric', '[Business metric]'),
    filled.choice('metric-type'),
    filled.or('metric-unit', '[Unit of measure]'),
    filled.or('metric-baseline', '[Figure before the system]'),
    filled.or('metric-target', '[Figure to reach]'),
    filled.or('metric-by', DAY),
  ];
  return `## Success metrics\n\n${table(['Metric', 'Type', 'Unit', 'Baseline', 'Target', 'By'], [cells])}`;
}

/** Customers make more functions want a say: they are consulted, and none of them is Accountable. */
function raci(filled: Filled, { owner, technicalOwner }: TemplateValues): string {
  const customers = filled.choice('use-case-class') === 'customer-facing';
  const consulted = customers
    ? ['Legal', 'Compliance', 'Customer Success', 'Sales', ...(filled.said('consulted')?.split(/,\s*/) ?? [])]
    : [filled.or('consulted', 'Finance')];
  const row = (decision: string): string[] => [
    decision,
    owner,
    filled.or('responsible', technicalOwner),
    [...new Set(consulted)].join(', '),
    filled.or('informed', 'Service desk'),
  ];
  const head = ['Decision', 'Accountable', 'Responsible', 'Consulted', 'Informed'];
  return `## ${SECTION_TEMPLATES.raci.heading}\n\n${table(head, Object.values(CATEGORY_TITLES).map(row))}`;
}

function gateSection(filled: Filled): string {
  const decider = filled.or('gate-decider', '[Name and title of the decider]');
  const day = filled.or('gate-decide-by', DAY);
  const evidence = filled.or('evidence', '[What the pilot showed in money, time or risk]');
  return [
    '## Funding gate',
    '',
    `${bare(decider)} decides by ${day}: pass or no-pass, and one no is a no-pass.`,
    '',
    '1. Does the pilot’s evidence support the business case in business terms?',
    `2. Does ${owner(filled)} formally accept accountability for the result?`,
    '3. Is the production budget approved?',
    '',
    '## Business case',
    '',
    `${sentence(evidence)} ${owner(filled)} signs the case.`,
  ].join('\n');
}

function model(filled: Filled, { owner }: TemplateValues): string[] {
  const unit = filled.or('benefiting-unit', '[Unit]');
  const text: Readonly<Record<string, string>> = {
    hybrid: `A capability team of three people supports ${unit}; ${owner} answers for the system in production.`,
    distributed: `${unit} builds and owns the system, and Risk reviews cross-cutting questions every quarter.`,
    coe: `The central team builds the system for ${unit}; ${owner} answers for it in production.`,
  };
  return [`## Operating model\n\n${text[filled.choice('operating-model')] ?? ''}`];
}

function actions(filled: Filled): string {
  const cells = [
    filled.or('action', '[What the system does by itself]'),
    filled.or('action-limit', '[Amount, count or scope]'),
    filled.choice('action-reversible'),
    filled.or('action-reversal-time', '[How long undoing takes]'),
  ];
  return `## Agent actions\n\n${table(['Action', 'Limit', 'Reversible', 'Time to reverse'], [cells])}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cellText(text: string): string {
  return text.replaceAll('|', '\\|');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
