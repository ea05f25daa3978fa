import { worked } from '../text/memo.ts';

export { perText } from '../text/memo.ts';

/**
 * Makes a reading of a part of the body (prose, a table) that is kept with the part: parts of a section never
 * change, so an edit elsewhere costs a look-up here. `read` may depend on nothing but the part.
 */
export function perPart<P extends object, T>(read: (part: P) => T): (part: P) => T {
  const known = new WeakMap<P, { readonly value: T }>();
  return (part) => {
    let found = known.get(part);
    if (!found) {
      worked.parts++;
      found = { value: read(part) };
      known.set(part, found);
    }
    return found.value;
  };
}
