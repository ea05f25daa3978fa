/** What was worked out anew since the program began; tests count it, since times prove nothing on a busy machine. */
export const worked = { texts: 0, parts: 0, parses: 0 };

/** Texts remembered by one function before it starts afresh. */
const KEPT = 8_000;
/** Longer ones are not said twice. */
const LONGEST = 400;

/**
 * A copy that stands for itself. V8 keeps the whole text alive of which a string was cut, so whatever outlives an
 * edit takes a copy first.
 */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/**
 * Remembers the results of a pure function of short texts, the last few thousand of them: documents say the same
 * words again and again. Results are shared: nobody may change them.
 */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (text.length > LONGEST) return read(text);
    const key = ownCopy(text);
    worked.texts++;
    const value = read(key);
    if (known.size >= KEPT) known.clear();
    known.set(key, value);
    return value;
  };
}
