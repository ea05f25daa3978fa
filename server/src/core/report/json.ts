import type { Portfolio } from './portfolio.ts';

/** Raised on any break of the shape; the shape is `report` of `schema`. */
export const REPORT_VERSION = 1;

/** The report for programs. */
export function jsonReport(report: Portfolio): string {
  return `${JSON.stringify({ version: REPORT_VERSION, ...report }, null, 2)}\n`;
}
