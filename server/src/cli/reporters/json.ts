import { LineIndex } from '../../core/text/line-index.ts';
import type { Span } from '../../core/text/span.ts';
import { type FileResult, linesOf, type Summary } from '../results.ts';

/** Raised on any break of the shape. */
const VERSION = 1;

interface JsonRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** The stable JSON of `check`: lines and columns from 1, columns in UTF-16 units, ends exclusive. */
export function jsonReport(
  results: readonly FileResult[],
  summary: Summary,
  textOf: (path: string) => string | undefined,
): string {
  const files = results.map((result) => {
    const lines = linesOf(result);
    return {
      path: result.path,
      type: result.type,
      initiative: result.initiative,
      findings: result.findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        range: range(lines, finding.span),
        related: finding.related.map((related) => {
          const other =
            related.path === undefined || related.path === result.path ? undefined : textOf(related.path);
          return {
            path: related.path ?? result.path,
            message: related.message,
            range: range(other === undefined ? lines : new LineIndex(other), related.span),
          };
        }),
        fixes: finding.fixes().map((fix) => ({
          title: fix.title,
          safety: fix.safety,
          edits: fix.edits.map((edit) => ({ range: range(lines, edit.span), newText: edit.newText })),
        })),
      })),
    };
  });
  return `${JSON.stringify({ version: VERSION, files, summary }, null, 2)}\n`;
}

function range(lines: LineIndex, span: Span): JsonRange {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
