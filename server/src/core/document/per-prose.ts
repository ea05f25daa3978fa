import type { Prose } from '../markdown/prose.ts';

/**
 * Makes a reading of a text's words that is kept with the text: prose of a section never changes, so an edit
 * elsewhere costs a look-up here. `read` may depend on nothing but the prose.
 */
export function perProse<T>(read: (prose: Prose) => T): (prose: Prose) => T {
  const known = new WeakMap<Prose, { readonly value: T }>();
  return (prose) => {
    let found = known.get(prose);
    if (!found) {
      found = { value: read(prose) };
      known.set(prose, found);
    }
    return found.value;
  };
}

/** The same for short texts that come anew with every edit, such as labels: the last few thousand are kept. */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size > 4_000) known.clear();
    known.set(text, value);
    return value;
  };
}
