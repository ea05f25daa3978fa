import { DEFAULT_RANKS } from '../parties/party.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { nodeAt, type YamlNode, type YamlProblem, type YamlScalar } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import { checkParsed, clip, inOrder } from '../yaml/validate.ts';
import { nameKey } from './name-key.ts';
import { PEOPLE_SCHEMA } from './people-schema.ts';
import {
  type Body,
  emptyRegister,
  PeopleRegister,
  type Person,
  type PersonFunction,
  type RoleHolder,
} from './register.ts';

/** A register and what is wrong in its file; what could be read is in it all the same. */
export interface ParsedPeople {
  readonly register: PeopleRegister;
  readonly problems: readonly YamlProblem[];
}

/** Reads a people register from the text of its own file. Never throws. */
export function parsePeople(text: string): ParsedPeople {
  const parsed = parseYaml(text, 0);
  const { register, problems } = buildRegister(parsed.root);
  return { register, problems: inOrder([...checkParsed(parsed, PEOPLE_SCHEMA), ...problems]) };
}

/**
 * Builds the register from the tree of its file or of the configuration that holds it inline. `problems` are
 * only those that a schema cannot see: the same id twice, an unknown rank, an entry without a name.
 */
export function buildRegister(root: YamlNode | undefined): ParsedPeople {
  const problems: YamlProblem[] = [];
  const ranks = texts(nodeAt(root, 'ranks'));
  const order = ranks.length > 0 ? ranks : DEFAULT_RANKS;
  const people: Person[] = [];
  const ids = new Set<string>();
  items(nodeAt(root, 'people')).forEach((node, index) => {
    const path = ['people', String(index)];
    const person = readPerson(node, path, order, problems);
    if (person === undefined) return;
    const idNode = scalarAt(node, 'id');
    const key = nameKey(person.id);
    if (idNode !== undefined && ids.has(key)) {
      const message = `The id \`${clip(person.id)}\` belongs to somebody above. Give each person an id of their own.`;
      problems.push({ code: 'duplicate-key', span: idNode.inner, message, path: [...path, 'id'] });
    }
    ids.add(key);
    people.push(person);
  });
  const bodies = items(nodeAt(root, 'bodies')).flatMap((node): Body[] => {
    const name = scalarAt(node, 'name');
    if (name === undefined) return [];
    const chair = scalarAt(node, 'chair')?.text.trim();
    return [{ name: name.text.trim(), aliases: texts(nodeAt(node, 'aliases')), chair, nameSpan: name.inner }];
  });
  const roles = readRoles(nodeAt(root, 'roles'));
  const empty = people.length === 0 && bodies.length === 0 && roles.length === 0 && ranks.length === 0;
  const register = empty ? emptyRegister : new PeopleRegister({ people, bodies, roles, ranks: order });
  return { register, problems };
}

function readPerson(
  node: YamlNode,
  path: readonly string[],
  ranks: readonly string[],
  problems: YamlProblem[],
): Person | undefined {
  if (node.kind !== 'map') return undefined;
  const text = (key: string): string | undefined => scalarAt(node, key)?.text.trim();
  const named = scalarAt(node, 'name') ?? scalarAt(node, 'id');
  if (named === undefined) {
    const span: Span = node.entries[0]?.keySpan ?? node.span;
    problems.push({ code: 'type', span, message: 'This person has no name. Add `name`.', path });
    return undefined;
  }
  const name = named.text.trim();
  const handles = texts(nodeAt(node, 'handles'));
  const active = text('active');
  const side = text('function');
  return {
    id: text('id') ?? handles[0]?.replace(/^@/, '') ?? name,
    name,
    aliases: texts(nodeAt(node, 'aliases')),
    handles,
    title: text('title'),
    rank: readRank(scalarAt(node, 'rank'), path, ranks, problems),
    unit: text('unit'),
    function: isFunction(side) ? side : undefined,
    manager: text('manager'),
    active: active === undefined || !/^(?:false|no|off)$/i.test(active),
    leftOn: text('left_on'),
    nameSpan: named.inner,
  };
}

function readRank(
  node: YamlScalar | undefined,
  path: readonly string[],
  ranks: readonly string[],
  problems: YamlProblem[],
): string | undefined {
  if (node === undefined) return undefined;
  const text = node.text.trim();
  const rank = ranks.find((known) => nameKey(known) === nameKey(text));
  if (rank === undefined) {
    const found = nearest(text, ranks);
    const advice = found ? `Did you mean \`${found.text}\`?` : `Known are ${ranks.join(', ')}.`;
    problems.push({
      code: 'enum',
      span: node.inner,
      message: `\`${clip(text)}\` is not one of the ranks. ${advice}`,
      path: [...path, 'rank'],
      ...(found && { nearest: { ...found, span: node.inner } }),
    });
  }
  return rank;
}

function readRoles(node: YamlNode | undefined): RoleHolder[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, keySpan, value }) =>
    value.kind === 'scalar' && value.text.trim() !== ''
      ? [{ position: key, holder: value.text.trim(), positionSpan: keySpan }]
      : [],
  );
}

function isFunction(text: string | undefined): text is PersonFunction {
  return text === 'business' || text === 'technology' || text === 'data';
}

function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function scalarAt(node: YamlNode | undefined, key: string): YamlScalar | undefined {
  const value = nodeAt(node, key);
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value : undefined;
}

function texts(node: YamlNode | undefined): string[] {
  const all = node?.kind === 'list' ? node.items : node ? [node] : [];
  return all.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item.text.trim()] : []));
}
