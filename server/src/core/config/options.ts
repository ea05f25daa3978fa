import { PEOPLE_LIST, REGISTER_KEYS } from '../people/people-schema.ts';
import { listOf, type MapSchema, mapOf, oneOf, scalar, type UnionSchema } from '../yaml/schema.ts';

/** The rule ids and groups a configuration may name. Handed in: rules come later in the house than this. */
export interface KnownRules {
  readonly rules: readonly string[];
  readonly groups: readonly string[];
}

const SEVERITY = oneOf('How a finding of this rule or group is reported.', {
  off: 'Not at all.',
  info: 'As information.',
  warning: 'As a warning.',
  error: 'As an error: the check fails.',
});

const RULE: UnionSchema = {
  kind: 'union',
  description: SEVERITY.description,
  scalar: SEVERITY,
  map: mapOf('The severity and the options of this rule or group.', { severity: SEVERITY }, { open: true }),
};

const glob = (description: string, example: string) =>
  listOf(description, scalar('text', 'A glob, relative to the folder of this file.', example), {
    example: `["${example}"]`,
  });

/** The options of `.decision-rights.yaml`: the one table behind the reader, the JSON Schema and the docs. */
export function configSchema(known: KnownRules): MapSchema {
  return mapOf('Configuration of the decision-rights checks for this folder and those below.', {
    documents: glob(
      'Which Markdown files are decision-rights documents, besides those that say so themselves.',
      'docs/decisions/**/*.md',
    ),
    exclude: glob('Which files are never read, unless named on the command line.', 'archive/**'),
    people: {
      kind: 'union',
      description: 'The people register: the list itself, or the path of its file inside the workspace.',
      scalar: scalar(
        'link',
        'The path of the people register, relative to the folder of this file.',
        'decision-rights-people.yaml',
      ),
      list: PEOPLE_LIST,
    },
    ...REGISTER_KEYS,
    company_size: scalar('int', 'How many people work for the company.', '180', { min: 1 }),
    min_rank: scalar('text', 'The lowest rank an owner may have.', 'vp', { default: 'vp' }),
    accept_functional_lead: scalar(
      'bool',
      'Whether the head or director of a function may own without a warning.',
      'true',
      { default: true },
    ),
    timebox: scalar('duration', 'How long a disagreement may last before one person decides.', '48h', {
      default: '48h',
    }),
    agentic_timebox: scalar('duration', 'The same for systems that act by themselves.', '24h', {
      default: '24h',
    }),
    triage_days: scalar('int', 'Days within which a system without an owner gets one.', '30', {
      default: 30,
      min: 1,
    }),
    max_pages: scalar('number', 'How many pages a document may have.', '2', { default: 2, min: 1 }),
    words_per_page: scalar('int', 'How many words count as a page.', '500', { default: 500, min: 50 }),
    tie_breaker: scalar('text', 'The position or person who decides when the time is over.', 'cto', {
      default: 'cto',
    }),
    eu_in_scope: scalar('bool', 'Whether the EU AI Act applies where a document does not say.', 'false', {
      default: false,
    }),
    programme_started_on: scalar('date', 'When the company began its AI programme.', '2026-01-05'),
    categories: {
      kind: 'record',
      keyName: 'decision category',
      description: 'Your own decision categories, each with the words by which a table row is recognised.',
      values: {
        kind: 'union',
        description: 'The words by which a row of this category is recognised.',
        scalar: scalar('text', 'A word by which a row is recognised.', 'vendor change'),
        list: listOf(
          'The words by which a row is recognised.',
          scalar('text', 'A word or phrase.', 'vendor change'),
        ),
        map: mapOf('The words by which a row is recognised.', {
          words: listOf(
            'The words by which a row is recognised.',
            scalar('text', 'A word or phrase.', 'vendor change'),
          ),
        }),
      },
    },
    rules: {
      kind: 'record',
      keyName: 'rule or group',
      description: 'How findings are reported, by rule id or group; a rule’s own entry beats its group’s.',
      values: RULE,
      suggested: [
        ...known.rules.map((value) => ({ value, description: 'A rule.' })),
        ...known.groups.map((value) => ({ value, description: 'All rules of this group.' })),
      ],
      closed: true,
    },
  });
}
