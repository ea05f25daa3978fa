import { createHash } from 'node:crypto';
import { lookupOf } from '../core/workspace/company.ts';
import type {
  DocumentFacts,
  RegisterFacts,
  RegisterRowFacts,
  WorkspaceFacts,
  WorkspaceLookup,
} from '../core/workspace/facts.ts';

/** A question that a check asked about other files, with a digest of the answer it got. */
export type Asked = readonly [
  kind: 'documents' | 'registers' | 'link' | 'at' | 'ofInitiative' | 'documentOf' | 'rowsOf',
  question: string,
  answer: string,
];

/** Facts about a workspace that remember what they were asked: exactly what a file's findings depend on. */
export function recording(facts: WorkspaceFacts): {
  readonly facts: WorkspaceFacts;
  readonly asked: () => readonly Asked[];
} {
  const asked = new Map<string, Asked>();
  const note = <T>(kind: Asked[0], question: unknown, answer: T): T => {
    const text = JSON.stringify(question);
    const key = `${kind} ${text}`;
    if (!asked.has(key)) asked.set(key, [kind, text, digest(answer)]);
    return answer;
  };
  const lookup = lookupOf(facts);
  const recorded: WorkspaceLookup = {
    at: (path) => note('at', path, lookup.at(path)),
    ofInitiative: (id) => note('ofInitiative', id, lookup.ofInitiative(id)),
    documentOf: ({ system, document }) =>
      note('documentOf', { system, document }, lookup.documentOf({ system, document })),
    rowsOf: ({ path, initiative, title }) =>
      note('rowsOf', { path, initiative, title }, lookup.rowsOf({ path, initiative, title })),
  };
  const { self } = facts;
  return {
    facts: {
      get documents() {
        return note('documents', null, facts.documents);
      },
      get registers() {
        return note('registers', null, facts.registers);
      },
      link: (from, url) => note('link', [from, url], facts.link(from, url)),
      lookup: recorded,
      ...(self === undefined ? {} : { self }),
      shown: (path) => facts.shown?.(path) ?? path,
    },
    asked: () => [...asked.values()],
  };
}

/** True when the workspace gives the same answers today. */
export function stillTrue(asked: readonly Asked[], facts: WorkspaceFacts): boolean {
  return asked.every(([kind, question, answer]) => digest(ask(kind, JSON.parse(question), facts)) === answer);
}

function ask(kind: Asked[0], question: unknown, facts: WorkspaceFacts): unknown {
  const lookup = lookupOf(facts);
  switch (kind) {
    case 'documents':
      return facts.documents;
    case 'registers':
      return facts.registers;
    case 'link': {
      const [from, url] = question as [string, string];
      return facts.link(from, url);
    }
    case 'at':
      return lookup.at(question as string);
    case 'ofInitiative':
      return lookup.ofInitiative(question as string);
    case 'documentOf':
      return lookup.documentOf(question as Pick<RegisterRowFacts, 'system' | 'document'>);
    default:
      return lookup.rowsOf(question as Pick<DocumentFacts, 'path' | 'initiative' | 'title'>);
  }
}

/** Digests of lists that stay the same object while nothing changes. */
const known = new WeakMap<object, string>();

function digest(answer: unknown): string {
  if (answer === undefined) return '-';
  if (!isList(answer)) return hash(JSON.stringify(answer));
  let found = known.get(answer);
  if (found === undefined) {
    found = hash(JSON.stringify(answer));
    known.set(answer, found);
  }
  return found;
}

function isList(answer: unknown): answer is readonly (DocumentFacts | RegisterFacts)[] {
  return Array.isArray(answer);
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 16);
}
