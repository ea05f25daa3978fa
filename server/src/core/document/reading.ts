import type { Config } from '../config/config.ts';
import type { PeopleRegister } from '../people/register.ts';
import type { WorkspaceFacts } from '../workspace/facts.ts';
import type { Directive } from './directive.ts';
import type { DecisionRightsDocument } from './document.ts';

/** Everything outside the document that a check depends on. Plain data: the core asks nobody for anything. */
export interface Settings {
  readonly config: Config;
  readonly people: PeopleRegister;
  /** Now, in milliseconds since 1970 UTC: the clock of every deadline. */
  readonly now: number;
  /** What is known of other files; undefined where nothing is (then rules that need it are silent). */
  readonly workspace: WorkspaceFacts | undefined;
}

/**
 * What a document says, read with one company's settings. Lives for one check; the readers in this folder
 * (`ownerOf`, `decisionsOf` …) are functions of it, each computed once.
 */
export class Reading {
  readonly #known = new Map<unknown, unknown>();
  /** What the directives did; set once the other rules have run, for the rules about directives. */
  suppression:
    | { readonly directives: readonly Directive[]; readonly unused: readonly Directive[] }
    | undefined;

  constructor(
    readonly doc: DecisionRightsDocument,
    readonly settings: Settings,
  ) {}

  get config(): Config {
    return this.settings.config;
  }

  get people(): PeopleRegister {
    return this.settings.people;
  }

  get frontmatter(): DecisionRightsDocument['frontmatter'] {
    return this.doc.frontmatter;
  }

  get outline(): DecisionRightsDocument['outline'] {
    return this.doc.outline;
  }

  /** The value of `read` for this reading, computed at most once. Use through `once`. */
  remember<T>(read: (reading: Reading) => T): T {
    if (!this.#known.has(read)) this.#known.set(read, read(this));
    return this.#known.get(read) as T;
  }
}

/** Makes a reader whose result is kept with the reading: `export const ownerOf = once((r) => …)`. */
export function once<T>(read: (reading: Reading) => T): (reading: Reading) => T {
  return (reading) => reading.remember(read);
}
