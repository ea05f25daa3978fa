/**
 * What one party of a text is: a human being by name, a position one human holds, a function of the company,
 * a body of several people, or a placeholder nobody has filled in yet. `nobody` is an explicit dash or blank.
 */
export type PartyKind = 'person' | 'position' | 'function' | 'group' | 'placeholder' | 'nobody' | 'unknown';

/** The company's own order, high to low, unless the register says otherwise. */
export const DEFAULT_RANKS = [
  'c-level',
  'svp',
  'vp',
  'director',
  'head',
  'manager',
  'lead',
  'individual',
] as const;

/** A rank id of the default order. */
export type Rank = (typeof DEFAULT_RANKS)[number];

/** Which side of the house a title or unit belongs to. `technology`: CTO, CIO, engineering, IT, SRE, platform; `data`: data science, ML, AI CoE. */
export type Side = 'business' | 'technology' | 'data';

/** A party as a text names it. Offsets are relative to the text that was read. */
export interface Party {
  readonly kind: PartyKind;
  /** The text that names it, trimmed, without markup: `Dana Whitfield, VP Claims`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The person's bare name, where there is one: `Dana Whitfield`. */
  readonly name?: string;
  /** The title or position named with the person, or the position itself: `VP Claims`. */
  readonly title?: string;
  /** The person's entry in the people register, when the text resolves to one (by id, handle, alias, name or role). */
  readonly personId?: string;
  /** The register's body (committee) of that name or alias. */
  readonly bodyName?: string;
  /** A condition written with the party: `(Tier 2)`, `*`, `for EU only`. */
  readonly condition?: string;
  /** Of a group: the person or position the text names as its head (`Steering Committee (chair: Jane Doe)`). */
  readonly chair?: Party;
  /** An e-mail address; `shared` where the address names a team or alias rather than a person. */
  readonly email?: { readonly address: string; readonly shared: boolean };
}
