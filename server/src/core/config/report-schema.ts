import type { JsonSchema } from '../yaml/json-schema.ts';

const text = (description?: string): JsonSchema => ({ type: 'string', ...(description && { description }) });
const textOrNull = (description?: string): JsonSchema => ({
  type: ['string', 'null'],
  ...(description && { description }),
});
const number = (description?: string): JsonSchema => ({
  type: 'integer',
  minimum: 0,
  ...(description && { description }),
});
const oneOf = (...values: readonly (string | null)[]): JsonSchema => ({ enum: values });
const list = (items: JsonSchema, description?: string): JsonSchema => ({
  type: 'array',
  items,
  ...(description && { description }),
});
/** An object with exactly these keys. */
const object = (properties: Readonly<Record<string, JsonSchema>>, description?: string): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...(description && { description }),
});

const LINE: JsonSchema = { type: 'integer', minimum: 1, description: 'From 1.' };
const PATH = text('Relative to where the report was made, with `/`.');
const DAY_OR_NULL: JsonSchema = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const STATUSES = ['pilot', 'gate', 'production', 'paused', 'retired'];
const HOLDER = oneOf('person', 'position', 'body');
const STATUS = oneOf(...STATUSES, null);
const SEVERITY = oneOf('error', 'warning', 'info');

const OWNER = object({
  name: text(),
  title: textOrNull(),
  kind: oneOf('person', 'position', 'body', 'shared', 'placeholder'),
  stated: { type: 'boolean', description: 'False where the Accountable of go-live or halt stands in.' },
  line: LINE,
});

const CLOCK = object({
  kind: oneOf('gate', 'ask', 'escalation', 'triage'),
  what: text(),
  of: text('The initiative’s title, or the register’s path.'),
  path: PATH,
  line: LINE,
  due: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}Z)?$',
    description: 'The last day; for escalations the minute, in UTC.',
  },
  state: oneOf('running', 'overdue'),
  hoursLeft: { type: 'integer', description: 'Rounded down; negative once the clock has run out.' },
  decides: list(text(), 'Who decides at this moment.'),
});

const FINDING = {
  rule: text(),
  group: text(),
  severity: SEVERITY,
  message: text(),
  path: PATH,
  line: LINE,
  of: text('What the file is called: the initiative’s title, else its path.'),
};

/** The JSON that `report --format json` writes. */
export const REPORT_SCHEMA: JsonSchema = object(
  {
    version: { const: 1, description: 'Raised on any break of this shape.' },
    today: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'The day the clocks were read.',
    },
    summary: object(
      {
        initiatives: number('Neither retired nor templates.'),
        retired: number(),
        inProduction: number('In production or paused.'),
        withOwner: number('With one named person as owner.'),
        withStopRight: number('That say who may pause or roll back.'),
        errors: number(),
        warnings: number(),
        infos: number(),
        exceptions: number(),
        clocksRunning: number(),
        clocksOverdue: number(),
        systems: number('Rows of the production registers.'),
        systemsInTriage: number('Of those, without an owner or without a document.'),
        bottleneckFrom: number('From how many initiatives on a person counts as a bottleneck.'),
      },
      'The figures everything else explains.',
    ),
    stages: list(
      object({ status: STATUS, count: number() }),
      'Initiatives by status; null where none is said.',
    ),
    useCaseClasses: object(
      { 'back-office': number(), 'customer-facing': number(), undeclared: number() },
      'Initiatives by who feels the result first; without retired ones.',
    ),
    autonomy: object(
      { advisory: number(), agentic: number(), undeclared: number() },
      'Initiatives by who acts; without retired ones.',
    ),
    initiatives: list(
      object({
        path: PATH,
        line: LINE,
        initiative: textOrNull('Its id.'),
        title: text(),
        status: STATUS,
        autonomy: oneOf('advisory', 'agentic', null),
        useCaseClass: oneOf('back-office', 'customer-facing', null),
        unit: textOrNull('The benefiting unit.'),
        owner: { anyOf: [{ type: 'null' }, OWNER] },
        stop: { anyOf: [{ type: 'null' }, object({ names: list(text()), line: LINE })] },
        errors: number(),
        warnings: number(),
        infos: number(),
        exceptions: number(),
        nextClock: { anyOf: [{ type: 'null' }, CLOCK] },
      }),
      'In path order, retired ones among them.',
    ),
    holders: list(
      object({
        kind: HOLDER,
        name: text(),
        title: textOrNull(),
        initiatives: number('In how many it owns, is Accountable or may stop the system.'),
        bottleneck: { type: 'boolean' },
        seats: list(
          object({
            kind: oneOf(
              'owner',
              'pilot-go-no-go',
              'production-go-live',
              'in-production-modification',
              'production-halt-rollback',
              'other-decision',
              'stop-right',
              'tie-breaker',
            ),
            what: text(),
            of: text(),
            path: PATH,
            line: LINE,
          }),
        ),
      }),
      'Who holds what in documents that are not retired.',
    ),
    clocks: list(CLOCK, 'The first due first.'),
    gaps: list(
      object({
        rule: text(),
        group: text(),
        summary: text(),
        errors: number(),
        warnings: number(),
        infos: number(),
        files: number('In how many files it was found.'),
      }),
      'The findings counted by rule.',
    ),
    findings: list(object(FINDING), 'Every finding, by path and position.'),
    exceptions: list(object({ ...FINDING, reason: text() }), 'Findings set aside, with the reason given.'),
    systems: list(
      object({
        system: text(),
        unit: textOrNull(),
        firstCall: textOrNull(),
        owner: textOrNull(),
        identifiedOn: DAY_OR_NULL,
        dueOn: DAY_OR_NULL,
        state: oneOf('owned', 'undocumented', 'waiting', 'overdue'),
        path: PATH,
        line: LINE,
      }),
      'Every row of the production registers.',
    ),
  },
  'The portfolio: initiatives, people, clocks, gaps and systems, each with file and line.',
);
