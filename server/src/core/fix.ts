import { check, type OnRuleError } from './check.ts';
import { DecisionRightsDocument } from './document/document.ts';
import type { Settings } from './document/reading.ts';
import { ruleById } from './rules/index.ts';
import type { Finding, Fix } from './rules/rule.ts';
import { applyEdits, compatible, type TextEdit } from './text/edit.ts';

/** Rounds after which fixing stops even if findings with safe fixes remain; no real document needs three. */
const MAX_ROUNDS = 10;

/** The safe fix of a finding, if it has one. */
export function safeFix(finding: Finding): Fix | undefined {
  if (!ruleById(finding.rule)?.safeFixes) return undefined;
  return finding.fixes().find((fix) => fix.safety === 'safe');
}

/** The edits of all safe fixes that can be made together, first come first served. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = safeFix(finding);
    if (fix && fix.edits.length > 0 && compatible(edits, fix.edits)) edits.push(...fix.edits);
  }
  return edits;
}

/** Applies safe fixes until none is left; the text as it is then. Both hosts go through here. */
export function fixText(
  doc: DecisionRightsDocument,
  settings: Settings,
  onRuleError?: OnRuleError,
): { text: string; rounds: number } {
  let current = doc;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = safeEdits(check(current, settings, onRuleError).findings);
    if (edits.length === 0) return { text: current.text, rounds: round };
    const text = applyEdits(current.text, edits);
    if (text === current.text) return { text, rounds: round };
    current = new DecisionRightsDocument(doc.path, text, doc.ownership);
  }
  return { text: current.text, rounds: MAX_ROUNDS };
}
