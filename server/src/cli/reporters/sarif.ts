import { createHash } from 'node:crypto';
import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { ruleById } from '../../core/rules/index.ts';
import type { Finding, Rule, Severity } from '../../core/rules/rule.ts';
import { ruleUrl } from '../../core/rules/rule-url.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import type { Span } from '../../core/text/span.ts';
import { type FileResult, linesOf } from '../results.ts';
import { VERSION } from '../version.ts';
import { wellFormed } from './well-formed.ts';

// SARIF 2.1.0, as code scanning reads it. Paths are relative to the current directory: run it at the repository's root.

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The log of one run. Silenced findings are in it, suppressed with their reason. */
export function sarifReport(
  results: readonly FileResult[],
  textOf: (path: string) => string | undefined,
): string {
  const rules: Rule[] = [];
  const ruleIndex = new Map<string, number>();
  const indexOf = (id: string): number => {
    let index = ruleIndex.get(id);
    const rule = ruleById(id);
    if (index === undefined && rule) {
      index = rules.push(rule) - 1;
      ruleIndex.set(id, index);
    }
    return index ?? -1;
  };
  const entries = results.flatMap((result) => {
    const seen = new Map<string, number>();
    const entry = (finding: Finding, reason?: string): Result => ({
      ...resultOf(result, finding, indexOf(finding.rule), textOf),
      partialFingerprints: { 'decisionRights/v1': fingerprint(result, finding, seen) },
      ...(reason === undefined
        ? {}
        : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: wellFormed(reason) }] }),
    });
    return [
      ...result.findings.map((finding) => entry(finding)),
      ...(result.silenced ?? []).map(({ finding, reason }) => entry(finding, reason)),
    ];
  });
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'decision-rights',
            semanticVersion: VERSION,
            version: VERSION,
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: results.map(({ path }) => ({ location: location(path) })),
        results: entries,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, group, severity, summary, why }: Rule): ReportingDescriptor {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: why, markdown: why },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [group, 'decision-rights'] },
  };
}

function resultOf(
  result: FileResult,
  finding: Finding,
  index: number,
  textOf: (path: string) => string | undefined,
): Result {
  const lines = linesOf(result);
  const related = finding.related.map((one, id) => {
    const path = one.path ?? result.path;
    const text = path === result.path ? undefined : textOf(path);
    return {
      id,
      ...place(path, text === undefined ? lines : new LineIndex(text), one.span),
      message: { text: wellFormed(one.message) },
    };
  });
  const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
  return {
    ruleId: finding.rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: LEVEL[finding.severity],
    message: { text: wellFormed(finding.message) },
    locations: [place(result.path, lines, finding.span)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: wellFormed(title) },
            artifactChanges: [
              {
                artifactLocation: location(result.path),
                replacements: edits.map((edit) => ({
                  deletedRegion: region(lines, edit.span),
                  ...(edit.newText === '' ? {} : { insertedContent: { text: wellFormed(edit.newText) } }),
                })),
              },
            ],
          })),
        }),
  };
}

function place(path: string, lines: LineIndex, span: Span): Location {
  return { physicalLocation: { artifactLocation: location(path), region: region(lines, span) } };
}

/** A relative reference: every step of the path escaped. */
function location(path: string): ArtifactLocation {
  const uri = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  // `C:/…` is left where a file lies on another drive.
  return /^[A-Za-z]%3A\//.test(uri) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri };
}

/** Lines and columns from 1, the end exclusive; a region of no width is a place to insert. */
function region(lines: LineIndex, span: Span): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The same for the same finding when lines are added above it: its rule, its line's text, and which of equal ones it is. */
function fingerprint(result: FileResult, finding: Finding, seen: Map<string, number>): string {
  const lines = linesOf(result);
  const { line } = lines.positionAt(finding.span.start);
  const text = result.text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim();
  const key = `${finding.rule}\n${text}`;
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32);
}
