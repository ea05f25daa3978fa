import pc from 'picocolors';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import { type FileResult, linesOf, type Summary } from '../results.ts';

const FRAME_WIDTH = 100;

/** Findings for a person at a terminal: place, severity, message, rule and the line it is about. */
export function textReport(results: readonly FileResult[], colour: boolean): string {
  const c = pc.createColors(colour);
  const paint: Record<Severity, (text: string) => string> = { error: c.red, warning: c.yellow, info: c.cyan };
  const out: string[] = [];
  for (const result of results) {
    for (const finding of result.findings) {
      const { line, character } = linesOf(result).positionAt(finding.span.start);
      const place = c.bold(`${visible(result.path)}:${line + 1}:${character + 1}`);
      const severity = paint[finding.severity](finding.severity);
      out.push(`${place}  ${severity}  ${visible(finding.message)}  ${c.dim(finding.rule)}`);
      out.push(...frame(result, finding, c.dim, paint[finding.severity]));
      for (const related of finding.related) {
        const where = related.path === undefined ? linesOf(result).positionAt(related.span.start) : undefined;
        const path = related.path ?? result.path;
        const at = where ? `:${where.line + 1}:${where.character + 1}` : '';
        out.push(c.dim(`    ${visible(path)}${at}  ${visible(related.message)}`));
      }
      out.push('');
    }
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

function frame(
  result: FileResult,
  finding: Finding,
  dim: (text: string) => string,
  mark: (text: string) => string,
): string[] {
  const lines = linesOf(result);
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  const lineStart = lines.lineStart(start.line);
  const line = result.text.slice(lineStart, lines.lineStart(start.line + 1)).replace(/[\r\n]+$/, '');
  if (line.trim() === '') return [];
  const lastOnLine = end.line === start.line ? end.character : line.length;
  // Long table rows: show the part around the finding.
  const from = start.character > FRAME_WIDTH - 20 ? Math.max(0, start.character - 40) : 0;
  const cut = line.slice(from, from + FRAME_WIDTH);
  const text = visible(cut).replace(/\t/g, ' ');
  const before = width(visible(cut.slice(0, start.character - from)));
  const under = width(
    visible(cut.slice(start.character - from, Math.max(lastOnLine, start.character + 1) - from)),
  );
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  return [
    `  ${dim(`${number} |`)} ${from > 0 ? '…' : ''}${text}${from + FRAME_WIDTH < line.length ? '…' : ''}`,
    `  ${dim(`${gutter} |`)} ${' '.repeat(before + (from > 0 ? 1 : 0))}${mark('^'.repeat(Math.max(1, under)))}`,
  ];
}

/** Control and direction characters made visible: a document must not steer the terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Terminal cells: wide for East Asian text and emoji, none for combining marks. */
function width(text: string): number {
  let cells = 0;
  for (const ch of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(ch)) continue;
    cells +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        ch,
      )
        ? 2
        : 1;
  }
  return cells;
}

/** `2 errors, 1 warning in 3 files` and what can be done about them. */
export function summaryLine(summary: Summary): string {
  const { files, errors, warnings, infos, fixable, exceptions } = summary;
  const parts = [plural(errors, 'error'), plural(warnings, 'warning')];
  if (infos > 0) parts.push(`${infos} for information`);
  const found = errors + warnings + infos === 0 ? 'No findings' : parts.join(', ');
  const fix = fixable > 0 ? ` ${plural(fixable, 'finding')} can be fixed with --fix.` : '';
  const silenced = exceptions > 0 ? ` ${plural(exceptions, 'exception')} with a reason.` : '';
  return `${found} in ${plural(files, 'file')}.${fix}${silenced}`;
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
