/** Text that a snippet inserts as it stands. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** A snippet as plain text: each place shows what it suggests, a choice its first word. */
export function plainSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** Lines that stand below each other at an indentation, with the file's line end. */
export function indented(lines: string, indent: string, eol: string): string {
  return lines.split('\n').join(eol + indent);
}
