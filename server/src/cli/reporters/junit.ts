import type { Finding } from '../../core/rules/rule.ts';
import { type FileResult, linesOf } from '../results.ts';
import { wellFormed } from './well-formed.ts';

/**
 * JUnit XML: a test suite for each file, a test case for each finding. Errors fail; warnings and information pass
 * and say what they say in their output, so that a build fails for what `check` fails for.
 */
export function junitReport(results: readonly FileResult[]): string {
  const failures = results.reduce((sum, result) => sum + result.findings.filter(isError).length, 0);
  const tests = results.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const suites = results.map(suite).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="decision-rights" tests="${tests}" failures="${failures}" errors="0">\n${suites}</testsuites>\n`;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function suite(result: FileResult): string {
  const { path, findings } = result;
  const cases =
    findings.length === 0
      ? `    <testcase name="no findings" classname="${attribute(path)}" time="0"/>\n`
      : findings.map((finding) => testCase(result, finding)).join('');
  return `  <testsuite name="${attribute(path)}" tests="${Math.max(1, findings.length)}" failures="${findings.filter(isError).length}" errors="0" skipped="0" time="0">\n${cases}  </testsuite>\n`;
}

function testCase(result: FileResult, finding: Finding): string {
  const { path } = result;
  const { rule, severity, message, span } = finding;
  const { line, character } = linesOf(result).positionAt(span.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  const head = `    <testcase name="${attribute(`${rule} ${line + 1}:${character + 1}`)}" classname="${attribute(path)}" file="${attribute(path)}" line="${line + 1}" time="0">`;
  const body = isError(finding)
    ? `<failure type="${attribute(rule)}" message="${attribute(message)}">${text(`${place}  ${message}`)}</failure>`
    : `<system-out>${text(`${place}  ${severity}  ${message}`)}</system-out>`;
  return `${head}\n      ${body}\n    </testcase>\n`;
}

function text(value: string): string {
  return allowed(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(value: string): string {
  return text(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** XML 1.0 has no place for control characters and lone surrogates; direction marks are shown, too. */
function allowed(value: string): string {
  return wellFormed(value).replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
