import type { Severity } from '../../core/rules/rule.ts';
import { type FileResult, linesOf } from '../results.ts';
import { visible } from './text.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands: GitHub Actions shows each as an annotation at its line. */
export function githubReport(results: readonly FileResult[]): string {
  const out: string[] = [];
  for (const result of results)
    for (const { rule, severity, message, span } of result.findings) {
      const lines = linesOf(result);
      const start = lines.positionAt(span.start);
      const end = lines.positionAt(span.end);
      const properties = [
        ['file', result.path],
        ['line', start.line + 1],
        ['endLine', end.line + 1],
        // Columns count within one line only.
        ...(start.line === end.line
          ? [
              ['col', start.character + 1],
              ['endColumn', Math.max(end.character, start.character + 1)],
            ]
          : []),
        ['title', rule],
      ];
      const said = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
      out.push(`::${COMMAND[severity]} ${said}::${data(message)}\n`);
    }
  return out.join('');
}

/** The text of a command: it ends with its line, so line ends are written as codes. */
function data(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** A property ends at a colon or comma, too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
