/** A person of the people register, as far as reading parties needs it. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly rank?: string;
  readonly unit?: string;
  readonly function?: 'business' | 'technology' | 'data';
  readonly active: boolean;
}

/** What the people register answers when a text names somebody (`PeopleRegister` fits). Texts come as written. */
export interface Directory {
  /** By id, handle, alias or name. */
  find(reference: string): DirectoryPerson | undefined;
  /** A committee by its name or alias; `chair` is a text to be read as a party. */
  body(text: string): { readonly name: string; readonly chair?: string } | undefined;
  /** The holder of a position (`roles` of the register or of the document). */
  role(position: string): DirectoryPerson | undefined;
}
