import type { DocumentType } from '../core/document/ours.ts';
import { safeFix } from '../core/fix.ts';
import type { Finding, Severity } from '../core/rules/rule.ts';
import { LineIndex } from '../core/text/line-index.ts';

/** One file that was read as ours, with what was found in it. */
export interface FileResult {
  /** Relative to the current directory, with `/`. */
  readonly path: string;
  readonly type: DocumentType | 'configuration';
  readonly initiative: string | null;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Findings that directives with a reason silenced. */
  readonly exceptions: number;
  /** Those findings; absent for files that hold no directives. */
  readonly silenced?: readonly { readonly finding: Finding; readonly reason: string }[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
  readonly exceptions: number;
}

/** Counts over all files. */
export function summarise(results: readonly FileResult[]): Summary {
  const count = (severity: Severity): number =>
    results.reduce((n, { findings }) => n + findings.filter((f) => f.severity === severity).length, 0);
  return {
    files: results.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: results.reduce(
      (n, { findings }) => n + findings.filter((finding) => safeFix(finding) !== undefined).length,
      0,
    ),
    exceptions: results.reduce((n, { exceptions }) => n + exceptions, 0),
  };
}

/** Sorted as both reporters and the contract want it: by path in UTF-16 code units. */
export function inPathOrder(results: readonly FileResult[]): FileResult[] {
  return [...results].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Line index of a result's text, built when first asked for. */
export function linesOf(result: { readonly text: string }): LineIndex {
  let index = indexes.get(result);
  if (!index) {
    index = new LineIndex(result.text);
    indexes.set(result, index);
  }
  return index;
}

const indexes = new WeakMap<object, LineIndex>();
