import { DEFAULT_RANKS } from '../parties/party.ts';
import type { Span } from '../text/span.ts';
import { handleKey, nameKey, uninverted } from './name-key.ts';

export type PersonFunction = 'business' | 'technology' | 'data';

/** An entry of the people register. Spans are offsets in the file that holds the register. */
export interface Person {
  /** As written; the first handle or the name where no id is given. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** As written, with or without `@`. */
  readonly handles: readonly string[];
  readonly title: string | undefined;
  /** One of the register's ranks; undefined when absent or unknown. */
  readonly rank: string | undefined;
  readonly unit: string | undefined;
  readonly function: PersonFunction | undefined;
  /** The manager as written: an id, handle or name. See `managerOf`. */
  readonly manager: string | undefined;
  /** False once the person has left or is marked so. */
  readonly active: boolean;
  /** `YYYY-MM-DD`. */
  readonly leftOn: string | undefined;
  /** Where the name stands (the id, when there is no name). */
  readonly nameSpan: Span;
}

/** A committee, board or council. */
export interface Body {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly chair: string | undefined;
  readonly nameSpan: Span;
}

/** A position and who holds it. */
export interface RoleHolder {
  readonly position: string;
  /** As written: an id, handle or name. */
  readonly holder: string;
  readonly positionSpan: Span;
}

/** What a register is made of. */
export interface RegisterData {
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
  readonly roles: readonly RoleHolder[];
  /** High to low. */
  readonly ranks: readonly string[];
}

/** The company's people, bodies, roles and ranks. Immutable. */
export class PeopleRegister implements RegisterData {
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
  readonly roles: readonly RoleHolder[];
  readonly ranks: readonly string[];
  readonly #ids = new Map<string, Person>();
  readonly #handles = new Map<string, Person>();
  readonly #names = new Map<string, Person[]>();
  readonly #bodies = new Map<string, Body>();
  readonly #roles = new Map<string, RoleHolder>();
  readonly #ranks = new Map<string, number>();

  constructor(data: RegisterData) {
    this.people = data.people;
    this.bodies = data.bodies;
    this.roles = data.roles;
    this.ranks = data.ranks;
    for (const person of data.people) {
      keep(this.#ids, nameKey(person.id), person);
      for (const handle of person.handles) keep(this.#handles, handleKey(handle), person);
      for (const key of new Set([person.name, ...person.aliases].map(nameKey))) {
        const same = this.#names.get(key);
        if (same === undefined) this.#names.set(key, [person]);
        else same.push(person);
      }
    }
    for (const body of data.bodies)
      for (const name of [body.name, ...body.aliases]) keep(this.#bodies, nameKey(name), body);
    for (const role of data.roles) keep(this.#roles, nameKey(role.position), role);
    data.ranks.forEach((rank, index) => void keep(this.#ranks, nameKey(rank), index));
  }

  /** True when nothing is registered: titles alone then tell who is who. */
  get isEmpty(): boolean {
    return this.people.length === 0 && this.bodies.length === 0 && this.roles.length === 0;
  }

  byId(id: string): Person | undefined {
    return this.#ids.get(nameKey(id));
  }

  /** With or without the `@`. */
  byHandle(handle: string): Person | undefined {
    return this.#handles.get(handleKey(handle));
  }

  /** The person of that name or alias, also as `Last, First`; undefined when nobody or several bear it. */
  byName(name: string): Person | undefined {
    const found = this.allByName(name);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Everybody of that name or alias: more than one for namesakes. */
  allByName(name: string): readonly Person[] {
    const turned = uninverted(name);
    const found = this.#names.get(nameKey(name));
    return found ?? (turned === undefined ? undefined : this.#names.get(nameKey(turned))) ?? [];
  }

  /** The person a text refers to by id, handle or name. */
  find(reference: string): Person | undefined {
    return this.byId(reference) ?? this.byHandle(reference) ?? this.byName(reference);
  }

  /** The body of that name or alias. */
  body(name: string): Body | undefined {
    return this.#bodies.get(nameKey(name));
  }

  /** Who holds a position, by the `roles` map; undefined when not said or not in the register. */
  role(position: string): Person | undefined {
    const role = this.#roles.get(nameKey(position));
    return role && this.find(role.holder);
  }

  /** Undefined when not said, not in the register, or the person themselves. */
  managerOf(person: Person): Person | undefined {
    const manager = person.manager === undefined ? undefined : this.find(person.manager);
    return manager === person ? undefined : manager;
  }

  /** Who chairs a body; undefined when not said or not in the register. */
  chairOf(body: Body): Person | undefined {
    return body.chair === undefined ? undefined : this.find(body.chair);
  }

  /** 0 for the highest rank; undefined for a rank that is none. */
  rankIndex(rank: string): number | undefined {
    return this.#ranks.get(nameKey(rank));
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  if (key !== '' && !map.has(key)) map.set(key, value);
}

/** No register: nobody is known, the default ranks hold. */
export const emptyRegister: PeopleRegister = new PeopleRegister({
  people: [],
  bodies: [],
  roles: [],
  ranks: DEFAULT_RANKS,
});
