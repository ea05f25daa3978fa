import { severityFor } from './config/rule-settings.ts';
import type { Directive } from './document/directive.ts';
import type { DecisionRightsDocument } from './document/document.ts';
import { isGenerated } from './document/generated.ts';
import { Reading, type Settings } from './document/reading.ts';
import { applies } from './rules/applies.ts';
import { RULES } from './rules/index.ts';
import type { Finding, Report, Rule, Severity } from './rules/rule.ts';
import { applyDirectives, readDirectives } from './suppress.ts';
import { freeze } from './text/span.ts';

/** The outcome of checking one document. */
export interface CheckResult {
  /** In position order. */
  readonly findings: readonly Finding[];
  /** Findings that a directive with a reason silences: the document's exceptions. */
  readonly exceptions: readonly { readonly finding: Finding; readonly directive: Directive }[];
}

/** The outcome with what the document said: whoever wants to know more need not read it again. */
export interface Checked extends CheckResult {
  readonly reading: Reading;
}

/** Called when a rule itself fails on a document; the other rules go on. */
export type OnRuleError = (rule: string, error: unknown) => void;

/**
 * Checks a document with every rule that applies to it. Never throws on input: a rule that fails is handed to
 * `onRuleError` (and thrown where nobody listens, as in the tests).
 */
export function check(doc: DecisionRightsDocument, settings: Settings, onRuleError?: OnRuleError): Checked {
  const reading = new Reading(doc, settings);
  const generated = isGenerated(reading);
  const findings: Finding[] = [];
  const run = (rules: readonly Rule[], into: Finding[]): void => {
    for (const rule of rules) {
      if (!applies(rule, reading)) continue;
      try {
        rule.check(reading, (report) => {
          const finding = toFinding(rule, report, settings, generated);
          if (finding) into.push(finding);
        });
      } catch (error) {
        if (!onRuleError) throw error;
        onRuleError(rule.id, error);
      }
    }
  };
  run(ORDINARY, findings);
  const directives = readDirectives(doc);
  const { kept, silenced, unused } = applyDirectives(findings, directives);
  reading.suppression = { directives, unused };
  const rest = [...kept];
  run(LAST, rest);
  return { reading, findings: rest.sort(inPositionOrder), exceptions: silenced };
}

const ORDINARY = RULES.filter((rule) => !rule.afterSuppression);
const LAST = RULES.filter((rule) => rule.afterSuppression);

function toFinding(rule: Rule, report: Report, settings: Settings, generated: boolean): Finding | undefined {
  const configured = severityFor(settings.config.rules, rule.id, rule.group);
  if (configured === 'off') return undefined;
  const severity: Severity = configured ?? report.severity ?? rule.severity;
  const { fixes } = report;
  return {
    rule: rule.id,
    severity,
    message: report.message,
    span: freeze(report.span),
    related: (report.related ?? []).map((related) => ({ ...related, span: freeze(related.span) })),
    // A generated file is mended at its source: offer nothing that the next run would undo.
    fixes: generated || !fixes ? () => [] : () => fixes(),
  };
}

function inPositionOrder(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
