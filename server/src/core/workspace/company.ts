import type { DecisionRightsDocument } from '../document/document.ts';
import { cellOf, registerTables } from '../document/register.ts';
import { freeze } from '../text/span.ts';
import type {
  DocumentFacts,
  LinkTarget,
  RegisterFacts,
  RegisterRowFacts,
  WorkspaceFacts,
  WorkspaceLookup,
} from './facts.ts';
import { resolveLink } from './links.ts';

/** What one of our files tells the others. */
export type FileFacts = DocumentFacts | RegisterFacts;

/** A name made comparable: NFKC, case folded, blanks as one. */
export function sameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The rows of a production register. `path` is relative to the workspace root. Needs the document's body. */
export function registerFacts(doc: DecisionRightsDocument, path: string = doc.path): RegisterFacts {
  if (doc.frontmatter.bool('template') === true) return { path, rows: [], template: true };
  const rows = registerTables(doc.outline).flatMap((table) =>
    table.rows.map((line): RegisterRowFacts => {
      const owner = cellOf(line, 'owner')?.prose.text.trim();
      return {
        path,
        system: line.system,
        document: line.link && resolveLink(path, line.link.url)?.path,
        owner: owner || undefined,
        span: freeze(line.systemSpan),
      };
    }),
  );
  return { path, rows };
}

/** True for a document that counts: neither retired nor a template. */
export function isActive({ status, template }: DocumentFacts): boolean {
  return status !== 'retired' && template !== true;
}

/** Sets by key; an emptied set is forgotten. */
class Index {
  readonly #sets = new Map<string, Set<string>>();

  add(key: string, value: string): void {
    const set = this.#sets.get(key);
    if (set) set.add(value);
    else this.#sets.set(key, new Set([value]));
  }

  delete(key: string, value: string): void {
    const set = this.#sets.get(key);
    if (set?.delete(value) && set.size === 0) this.#sets.delete(key);
  }

  /** The values of every key that has more than one. */
  *several(): Generator<ReadonlySet<string>> {
    for (const set of this.#sets.values()) if (set.size > 1) yield set;
  }

  /** In code unit order. */
  get(key: string): readonly string[] {
    const set = this.#sets.get(key);
    if (!set) return [];
    const values = [...set];
    return values.length > 1 ? values.sort() : values;
  }
}

/**
 * The documents and registers of a workspace, each known by what it tells the others. Kept up to date file by
 * file: a change costs what it touches, and says which other files have to be checked again. Pure: hosts read.
 */
export class Company implements WorkspaceLookup {
  readonly #documents = new Map<string, DocumentFacts>();
  readonly #registers = new Map<string, RegisterFacts>();
  /** Documents by initiative id. */
  readonly #initiatives = new Index();
  /** Documents by initiative id and title. */
  readonly #names = new Index();
  /** Registers by the documents their rows link to, and by the systems their rows name. */
  readonly #linked = new Index();
  readonly #systems = new Index();
  /** Files by the files they link to. */
  readonly #links = new Index();
  #documentList: DocumentFacts[] | undefined;
  #registerList: RegisterFacts[] | undefined;

  /** All decision-rights documents, retired ones and templates among them, in path order. */
  get documents(): readonly DocumentFacts[] {
    this.#documentList ??= inPathOrder(this.#documents);
    return this.#documentList;
  }

  get registers(): readonly RegisterFacts[] {
    this.#registerList ??= inPathOrder(this.#registers);
    return this.#registerList;
  }

  has(path: string): boolean {
    return this.#documents.has(path) || this.#registers.has(path);
  }

  at(path: string): DocumentFacts | undefined {
    return this.#documents.get(path);
  }

  /**
   * Takes in what a file says now. Returns the other files whose findings may have changed; none when it says
   * what it said before.
   */
  set(path: string, facts: FileFacts): ReadonlySet<string> {
    const before = this.#documents.get(path) ?? this.#registers.get(path);
    if (before && same(before, facts)) {
      // Places may have moved: findings elsewhere point at them.
      const moved = !sameSpans(before, facts);
      this.#put(path, facts);
      return moved ? this.dependents(path) : new Set();
    }
    return this.#change(path, facts);
  }

  /** The file is gone, or no longer ours. Returns the other files whose findings may have changed. */
  remove(path: string): ReadonlySet<string> {
    return this.has(path) ? this.#change(path, undefined) : this.dependents(path);
  }

  /**
   * The other files whose findings depend on what this one says: documents of its initiative, registers that list
   * it, documents it lists, and files that link to it. Also for a path that is not (or no longer) ours.
   */
  dependents(path: string): Set<string> {
    const found = new Set(this.#links.get(path));
    for (const register of this.#linked.get(path)) {
      found.add(register);
      // A row leaves the document it names once its link leads to another.
      for (const row of this.#registers.get(register)?.rows ?? [])
        if (row.document === path) addAll(found, this.#names.get(sameKey(row.system)));
    }
    const doc = this.#documents.get(path);
    if (doc) {
      if (doc.initiative !== undefined) addAll(found, this.#initiatives.get(sameKey(doc.initiative)));
      for (const key of namesOf(doc)) addAll(found, this.#systems.get(key));
    }
    for (const row of this.#registers.get(path)?.rows ?? []) {
      if (row.document !== undefined && this.#documents.has(row.document)) found.add(row.document);
      addAll(found, this.#names.get(sameKey(row.system)));
    }
    found.delete(path);
    return found;
  }

  #change(path: string, facts: FileFacts | undefined): ReadonlySet<string> {
    const found = this.dependents(path);
    const registers = this.#registersInUse();
    this.#take(path);
    if (facts) this.#put(path, facts);
    addAll(found, this.dependents(path));
    // The first register makes every system in production ask for its row; the last one takes that away.
    if ((registers === 0) !== (this.#registersInUse() === 0))
      for (const doc of this.#documents.values()) if (isInProduction(doc)) found.add(doc.path);
    found.delete(path);
    return found;
  }

  #registersInUse(): number {
    let count = 0;
    for (const { template } of this.#registers.values()) if (template !== true) count++;
    return count;
  }

  #put(path: string, facts: FileFacts): void {
    this.#take(path);
    for (const link of facts.links ?? []) this.#links.add(link, path);
    if ('rows' in facts) {
      this.#registerList = undefined;
      this.#registers.set(path, facts);
      for (const { document, system } of facts.rows) {
        if (document !== undefined) this.#linked.add(document, path);
        if (system !== '') this.#systems.add(sameKey(system), path);
      }
      return;
    }
    this.#documentList = undefined;
    this.#documents.set(path, facts);
    if (facts.initiative !== undefined) this.#initiatives.add(sameKey(facts.initiative), path);
    for (const key of namesOf(facts)) this.#names.add(key, path);
  }

  #take(path: string): void {
    const doc = this.#documents.get(path);
    const register = this.#registers.get(path);
    const facts = doc ?? register;
    if (!facts) return;
    if (doc) this.#documentList = undefined;
    if (register) this.#registerList = undefined;
    for (const link of facts.links ?? []) this.#links.delete(link, path);
    this.#documents.delete(path);
    this.#registers.delete(path);
    if (doc?.initiative !== undefined) this.#initiatives.delete(sameKey(doc.initiative), path);
    if (doc) for (const key of namesOf(doc)) this.#names.delete(key, path);
    for (const { document, system } of register?.rows ?? []) {
      if (document !== undefined) this.#linked.delete(document, path);
      this.#systems.delete(sameKey(system), path);
    }
  }

  ofInitiative(id: string): readonly DocumentFacts[] {
    return this.#docs(this.#initiatives.get(sameKey(id))).filter(isActive);
  }

  /** Documents whose owner decides how grave a finding is, and of whom only the body may tell it: see `headFacts`. */
  ownerWanted(): readonly string[] {
    const found: string[] = [];
    for (const paths of this.#initiatives.several()) {
      const docs = this.#docs([...paths]);
      if (docs.filter(isActive).length < 2) continue;
      for (const { path, owner } of docs) if (owner === undefined) found.push(path);
    }
    return found.sort();
  }

  documentOf({ system, document }: Pick<RegisterRowFacts, 'system' | 'document'>): DocumentFacts | undefined {
    const linked = document === undefined ? undefined : this.#documents.get(document);
    if (linked || system === '') return linked;
    const named = this.#docs(this.#names.get(sameKey(system)));
    return named.find(isActive) ?? named[0];
  }

  rowsOf(doc: Pick<DocumentFacts, 'path' | 'initiative' | 'title'>): readonly RegisterRowFacts[] {
    const keys = new Set(namesOf(doc));
    const registers = new Set(this.#linked.get(doc.path));
    for (const key of keys) addAll(registers, this.#systems.get(key));
    return [...registers].sort().flatMap((path) =>
      (this.#registers.get(path)?.rows ?? []).filter((row) => {
        if (row.document === doc.path) return true;
        const elsewhere = row.document !== undefined && this.#documents.has(row.document);
        return !elsewhere && keys.has(sameKey(row.system));
      }),
    );
  }

  #docs(paths: readonly string[]): DocumentFacts[] {
    return paths.flatMap((path) => this.#documents.get(path) ?? []);
  }

  /** The facts for checking one file. The lists are put together only when a rule asks for them. */
  facts(
    link: (from: string, url: string) => LinkTarget | undefined = () => undefined,
    place: Pick<WorkspaceFacts, 'self' | 'shown'> = {},
  ): WorkspaceFacts {
    const company = this;
    return {
      get documents() {
        return company.documents;
      },
      get registers() {
        return company.registers;
      },
      link,
      lookup: this,
      ...place,
    };
  }
}

const made = new WeakMap<WorkspaceFacts, Company>();

/** The look-up of a workspace; made of its lists, once, where the host offers none. */
export function lookupOf(facts: WorkspaceFacts): WorkspaceLookup {
  if (facts.lookup) return facts.lookup;
  let company = made.get(facts);
  if (!company) {
    company = new Company();
    for (const one of [...facts.documents, ...facts.registers]) company.set(one.path, one);
    made.set(facts, company);
  }
  return company;
}

function isInProduction({ status }: DocumentFacts): boolean {
  return status === 'production' || status === 'paused';
}

function namesOf({ initiative, title }: Pick<DocumentFacts, 'initiative' | 'title'>): string[] {
  return [initiative, title].flatMap((name) => (name === undefined ? [] : [sameKey(name)]));
}

function addAll(to: Set<string>, values: Iterable<string>): void {
  for (const value of values) to.add(value);
}

function inPathOrder<T extends { readonly path: string }>(map: ReadonlyMap<string, T>): T[] {
  return [...map.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** True when both say the same, wherever in the file it stands. */
function same(a: FileFacts, b: FileFacts): boolean {
  const text = (facts: FileFacts): string =>
    JSON.stringify(facts, (key, value: unknown) => (key === 'span' ? undefined : value));
  return text(a) === text(b);
}

function sameSpans(a: FileFacts, b: FileFacts): boolean {
  const spans = (facts: FileFacts): number[] =>
    ('rows' in facts ? facts.rows : [facts]).flatMap(({ span }) => [span.start, span.end]);
  return spans(a).join() === spans(b).join();
}
