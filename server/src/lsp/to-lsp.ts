import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  TextEdit as LspEdit,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../core/rules/rule.ts';
import { ruleUrl } from '../core/rules/rule-url.ts';
import type { TextEdit } from '../core/text/edit.ts';
import type { YamlProblem } from '../core/yaml/node.ts';
import type { Client } from './client.ts';
import type { Lines } from './position.ts';

/** The name under which findings stand in the client's list. */
export const SOURCE = 'decision-rights';

// The protocol's numbers, written out so that nothing is loaded for them.
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3 };
const UNNECESSARY: DiagnosticTag = 1;
/** Findings about text that does nothing; editors fade it. */
const FADED = new Set(['directive-unused']);

/** Where another file's text is: its URI, and its lines if they are known. */
export type Locate = (path: string) => { readonly uri: string; readonly lines: Lines | undefined };

/** A finding as a diagnostic, with what this client can show. */
export function toDiagnostic(
  finding: Finding,
  uri: string,
  lines: Lines,
  client: Client,
  locate: Locate,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: lines.rangeOf(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
  };
  if (client.codeDescription) diagnostic.codeDescription = { href: ruleUrl(finding.rule) };
  if (client.diagnosticData) diagnostic.data = { rule: finding.rule };
  if (client.diagnosticTags && FADED.has(finding.rule)) diagnostic.tags = [UNNECESSARY];
  if (client.relatedInformation && finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map((related): DiagnosticRelatedInformation => {
      const place = related.path === undefined ? { uri, lines } : locate(related.path);
      const start = { line: 0, character: 0 };
      const range = place.lines ? place.lines.rangeOf(related.span) : { start, end: start };
      return { location: { uri: place.uri, range }, message: related.message };
    });
  return diagnostic;
}

/** A problem of a configuration or register file as a diagnostic. */
export function toConfigDiagnostic(
  problem: YamlProblem,
  lines: Lines,
  severity: Severity,
  client: Client,
): Diagnostic {
  return {
    range: lines.rangeOf(problem.span),
    severity: SEVERITIES[severity],
    code: 'config-invalid',
    source: SOURCE,
    message: problem.message,
    ...(client.codeDescription && { codeDescription: { href: ruleUrl('config-invalid') } }),
  };
}

/** Edits of one fix for the protocol. */
export function toEdits(edits: readonly TextEdit[], lines: Lines): LspEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
}
