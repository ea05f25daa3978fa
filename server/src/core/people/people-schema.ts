import { listOf, type MapSchema, mapOf, oneOf, type Schema, scalar } from '../yaml/schema.ts';

const names = (description: string, example: string): Schema =>
  listOf(description, scalar('text', description, example), { example: `[${example}]` });

const PERSON: MapSchema = mapOf('One person of the company.', {
  id: scalar('text', 'A short id by which documents may name the person.', 'dana'),
  name: scalar('text', 'The person’s name.', 'Dana Whitfield'),
  aliases: names('Other ways the name is written.', 'D. Whitfield'),
  handles: names('Handles in chat or code review.', '"@dana"'),
  title: scalar('text', 'The position the person holds.', 'VP Claims Operations'),
  rank: scalar('text', 'The person’s rank, one of `ranks`. Without it, the title tells.', 'vp'),
  unit: scalar('text', 'The business unit the person belongs to.', 'Claims Operations'),
  function: oneOf('Which side of the house the person works on.', {
    business: 'Runs a part of the business.',
    technology: 'Builds or runs technology.',
    data: 'Works on data, analytics or AI.',
  }),
  manager: scalar('text', 'The id of the person’s manager.', 'ines'),
  active: scalar('bool', 'False for a person who has left.', 'true', { default: true }),
  left_on: scalar('date', 'The person’s last day.', '2026-03-31'),
});

const BODY: MapSchema = mapOf('One committee, board or council.', {
  name: scalar('text', 'The body’s name.', 'AI Steering Committee'),
  aliases: names('Other ways the name is written.', 'AI SteerCo'),
  chair: scalar('text', 'The id of the person in the chair.', 'ines'),
});

export const PEOPLE_LIST: Schema & { readonly kind: 'list' } = listOf(
  'The people who may appear in documents.',
  PERSON,
);

/** The keys that stand beside `people`, in the register's own file and in the configuration alike. */
export const REGISTER_KEYS: Readonly<Record<string, Schema>> = {
  bodies: listOf('Committees, boards and councils: several people, so never Accountable.', BODY),
  roles: {
    kind: 'record',
    keyName: 'position',
    description: 'Which person holds each position, by id.',
    values: scalar('text', 'The id of the person who holds this position.', 'dana'),
  },
  ranks: listOf('The company’s own order of ranks, from high to low.', scalar('text', 'A rank.', 'vp'), {
    example: '[c-level, svp, vp, director, head, manager, lead, individual]',
  }),
};

/** The people register as a file of its own. */
export const PEOPLE_SCHEMA: MapSchema = mapOf('The people register of decision-rights documents.', {
  people: PEOPLE_LIST,
  ...REGISTER_KEYS,
});
