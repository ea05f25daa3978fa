import type { EnumValue, MapSchema, RecordSchema, Schema } from '../yaml/schema.ts';
import { childSchema, listOf, mapOf, oneOf, people, person, scalar } from '../yaml/schema.ts';
import {
  ACTIONS,
  ESCALATION,
  EU,
  GATE,
  METRICS,
  OPERATING_MODEL,
  OWNER,
  STOP_AUTHORITY,
} from './key-groups.ts';

/** Every document with this beginning in a key may use it as it likes. */
export const FREE_KEY_PREFIX = 'x-';

/** The four decisions every document allots; other categories are free. */
export const CATEGORIES: readonly EnumValue[] = [
  { value: 'pilot-go-no-go', description: 'Whether the pilot goes on, or ends.' },
  { value: 'production-go-live', description: 'Whether the system goes into production.' },
  {
    value: 'in-production-modification',
    description: 'Whether the running system is changed: retrained, given another prompt or another model.',
  },
  {
    value: 'production-halt-rollback',
    description: 'Whether the running system is paused, shut down or rolled back.',
  },
];

const DECISION: MapSchema = mapOf(
  'Who takes part in this decision, and how. Exactly one person is Accountable.',
  {
    accountable: person('The one person who makes this decision and answers for it.'),
    responsible: people('Those who do the work of the decision.'),
    consulted: people('Those who are asked before the decision is made.'),
    informed: people('Those who are told once it is made.'),
  },
  {
    snippet:
      'accountable: $' +
      '{1:Dana Whitfield}\nresponsible: [$' +
      '{2:Omar Haddad}]\nconsulted: [$' +
      '{3:Legal}]\ninformed: [$' +
      '{4:CFO}]',
  },
);

const DECISIONS: RecordSchema = {
  kind: 'record',
  keyName: 'decision category',
  description: 'Who decides what: for each decision category, the people by the part they play in it.',
  values: DECISION,
  suggested: CATEGORIES,
  snippet: `decisions:\n${CATEGORIES.map(({ value }, i) => `  ${value}:\n    accountable: \${${i + 1}:Dana Whitfield}`).join('\n')}`,
};

/** All frontmatter keys of a decision-rights document and of a production register: the one table. */
export const FRONTMATTER_SCHEMA: MapSchema = mapOf(
  'Frontmatter of a decision-rights document or a production register.',
  {
    type: oneOf('What kind of document this is. It makes the file one that is checked.', {
      'decision-rights': 'Says who decides, who may stop the system and what happens in a disagreement.',
      'ai-system-register': 'Lists the AI systems in production and who would be called first.',
    }),
    initiative: scalar(
      'text',
      'A short id of the initiative, used by no other document of the workspace.',
      'claims-triage',
    ),
    title: scalar('text', 'The initiative’s name as people say it.', 'Claims triage'),
    status: oneOf('How far the initiative is. What a document must hold grows with it.', {
      pilot: 'Being tried out; informal on purpose.',
      gate: 'Its funding for production is being decided.',
      production: 'In use for real work.',
      paused: 'Was in production and is stopped for now.',
      retired: 'No longer used; hardly anything is checked.',
    }),
    autonomy: oneOf('Whether people act on the system’s advice, or the system acts by itself.', {
      advisory: 'A person approves before anything happens.',
      agentic: 'The system acts on its own, so stopping it has to be faster and its actions need limits.',
    }),
    use_case_class: oneOf('Who feels the system’s results first.', {
      'back-office': 'Colleagues: the results stay inside the company.',
      'customer-facing': 'Customers: brand, legal and service have to be consulted.',
    }),
    benefiting_unit: scalar(
      'text',
      'The business unit that receives the largest share of the output. The owner belongs to it.',
      'Claims Operations',
    ),
    owner: OWNER,
    technical_owner: person(
      'Who keeps the system running and correct. Never answers for the business result.',
      'Omar Haddad, Head of Data Science',
    ),
    metrics: METRICS,
    technical_metrics: listOf(
      'Technical measures worth watching. They do not stand in for a business metric.',
      scalar('text', 'A technical measure.', 'F1 at least 0.9'),
      { example: '[F1 at least 0.9]' },
    ),
    decisions: DECISIONS,
    roles: {
      kind: 'record',
      keyName: 'position',
      description: 'Which person holds each position that heads a column in this document’s tables.',
      values: person('The person who holds this position.', 'Dana Whitfield'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own placeholders.
      snippet: 'roles:\n  ${1:VP Claims}: ${2:Dana Whitfield}',
    },
    raci_model: oneOf(
      'Which family of letters the tables use. The same letter means different things in each.',
      {
        raci: 'Responsible, Accountable, Consulted, Informed.',
        rasci: 'RACI with S for those who support.',
        daci: 'Driver, Approver, Contributor, Informed: A is the Approver.',
        rapid: 'Recommend, Agree, Perform, Input, Decide: D decides, A only agrees.',
      },
      { default: 'raci' },
    ),
    stop_authority: STOP_AUTHORITY,
    escalation: ESCALATION,
    gate: GATE,
    operating_model: OPERATING_MODEL,
    actions: ACTIONS,
    eu: EU,
    sector: scalar('text', 'The company’s sector, where it brings duties of its own.', 'fintech'),
    dates: mapOf('When the initiative took its steps.', {
      created_on: scalar('date', 'When this document was written.', '2026-01-12'),
      pilot_started_on: scalar(
        'date',
        'When the pilot began. The gate is defined before this day.',
        '2026-02-02',
      ),
      go_live_on: scalar('date', 'When the system went into production.', '2026-06-01'),
    }),
    contested: {
      kind: 'union',
      description:
        'Whether ownership is disputed. Give the decision, its date and its record once it is settled.',
      scalar: scalar('bool', 'Whether ownership is disputed.', 'true'),
      map: mapOf('How the dispute over ownership was settled.', {
        decision: scalar('text', 'What was decided, and for whom.', 'Claims Operations owns the system'),
        decided_on: scalar('date', 'When it was decided.', '2026-03-02'),
        record: scalar('link', 'Where the decision is written down.', 'decisions/2026-03-02.md'),
      }),
    },
    quality_control: scalar(
      'text',
      'How the outputs are controlled before or after customers see them.',
      'Two agents review a sample of 5 % every day',
    ),
    template: scalar(
      'bool',
      'True for a document to be copied: placeholders and missing values are then fine.',
      'true',
      { default: false },
    ),
  },
);

/** One frontmatter key, as hover and completion show it. */
export interface KeyEntry {
  /** The path with `0` for list indices and the written names for free keys. */
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly description: string;
  /** A value as one would write it behind the key; undefined for keys with keys below. */
  readonly example: string | undefined;
  /** What completion inserts for the key, in snippet syntax, lines relative to the key's own indentation. */
  readonly snippet: string;
}

/**
 * The entry for a path from the root, e.g. `['owner', 'name']`, `['metrics', '0', 'unit']` or `['decisions',
 * 'any-category', 'accountable']`; undefined for keys that are not known (`x-…` keys included).
 */
export function lookupKey(path: readonly string[]): KeyEntry | undefined {
  return lookupIn(FRONTMATTER_SCHEMA, path);
}

/** The same for any schema: configuration and register have keys to explain, too. */
export function lookupIn(root: Schema, path: readonly string[]): KeyEntry | undefined {
  let schema: Schema | undefined = root;
  let parent: Schema | undefined;
  for (const step of path) {
    parent = schema;
    schema = childSchema(schema, step);
  }
  if (schema === undefined || path.length === 0) return undefined;
  const key = path[path.length - 1] ?? '';
  const own = parent?.kind === 'record' ? parent.suggested?.find(({ value }) => value === key) : undefined;
  const description = own === undefined ? schema.description : `${own.description} ${schema.description}`;
  return { path, schema, description, example: exampleOf(schema), snippet: snippetFor(key, schema) };
}

function exampleOf(schema: Schema): string | undefined {
  if (schema.example !== undefined) return schema.example;
  if (schema.kind === 'enum') return schema.values[0]?.value;
  if (schema.kind === 'bool') return 'true';
  if (schema.kind === 'yes-no') return 'yes';
  return schema.kind === 'union' && schema.scalar !== undefined ? exampleOf(schema.scalar) : undefined;
}

/** What completion inserts for a key: its own snippet, or one derived from what its value may be. */
export function snippetFor(key: string, schema: Schema): string {
  if (schema.snippet !== undefined)
    return schema.snippet.startsWith(`${key}:`)
      ? schema.snippet
      : `${key}:\n  ${schema.snippet.replaceAll('\n', '\n  ')}`;
  const words = schema.kind === 'enum' ? schema.values.map(({ value }) => value) : undefined;
  if (words !== undefined) return `${key}: \${1|${words.join(',')}|}`;
  if (schema.kind === 'bool' || schema.kind === 'yes-no')
    return `${key}: \${1|${schema.kind === 'bool' ? 'true,false' : 'yes,no'}|}`;
  const example = exampleOf(schema);
  if (example !== undefined) return `${key}: \${1:${example.replace(/[$}\\]/g, '\\$&')}}`;
  if (schema.kind === 'map') {
    const lines = Object.entries(schema.keys).map(
      ([name, child], i) => `  ${name}: \${${i + 1}:${exampleOf(child) ?? ''}}`,
    );
    return [`${key}:`, ...lines].join('\n');
  }
  return `${key}:\n  $1`;
}
