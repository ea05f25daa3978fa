/** The text with halves of surrogate pairs, which XML and UTF-8 cannot hold, replaced. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
