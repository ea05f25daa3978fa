import type { FileResult, Summary } from '../results.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';
import { summaryLine, textReport } from './text.ts';

/** How `check` prints findings. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** What a run of `check` has to tell. */
export interface Outcome {
  readonly results: readonly FileResult[];
  readonly summary: Summary;
  /** The text of any file that findings point at, by its shown path. */
  readonly textOf: (path: string) => string | undefined;
  readonly colour: boolean;
  /** `--summary`: no findings, their counts alone. */
  readonly countsOnly: boolean;
}

/** The outcome in a format. */
export function rendered(format: Format, { results, summary, textOf, colour, countsOnly }: Outcome): string {
  const line = results.length > 0 ? `${summaryLine(summary)}\n` : '';
  switch (format) {
    case 'json':
      return jsonReport(results, summary, textOf);
    case 'sarif':
      return sarifReport(results, textOf);
    case 'github':
      return `${githubReport(results)}${line}`;
    case 'junit':
      return junitReport(results);
    default:
      return `${countsOnly ? '' : textReport(results, colour)}${line}`;
  }
}
