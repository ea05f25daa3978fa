/** An example's text as a reader sees it, without the marks of where findings point. */
export function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}
