import type { Config } from '../../config/config.ts';
import { severityFor } from '../../config/rule-settings.ts';
import { dayOf, formatDay } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import { isActive } from '../../workspace/company.ts';
import type { DocumentFacts } from '../../workspace/facts.ts';
import { entryOf } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { defineRule, type Finding } from '../rule.ts';

/** How long after the start of the programme the mix is looked at, in months. */
const MONTHS = 18;

/** How many documents in use are customer-facing and back-office. Retired ones and templates do not count. */
export interface UseCaseMix {
  readonly customerFacing: number;
  readonly backOffice: number;
}

export const portfolioCustomerFacingHeavy = defineRule({
  id: 'portfolio-customer-facing-heavy',
  group: 'use-case',
  severity: 'info',
  needs: 'whole',
  summary: 'early in the programme, more initiatives are customer-facing than back-office',
  why: 'In the first twelve to eighteen months of an AI programme back-office systems are the better teachers: their owners sit close to the result, failures stay inside the company, and processing time or error rate shows plainly what was gained. Customer-facing systems need more voices and more control, and go better once owners, gates and stop rights have become habit. The figure counts the documents of the workspace that are in use, and is shown on the configuration file at `programme_started_on`; it is a hint about the order of things, not a fault of any one initiative.',
  source: [70, 71],
  // Found by the hosts, which know all documents: see `portfolioFindings`. No document can show it.
  examples: { bad: [], good: [] },
  check() {},
});

/** Counts the classes of the documents in use. */
export function useCaseMix(documents: readonly DocumentFacts[]): UseCaseMix {
  const active = documents.filter(isActive);
  const count = (useCaseClass: string): number =>
    active.filter((doc) => doc.useCaseClass === useCaseClass).length;
  return { customerFacing: count('customer-facing'), backOffice: count('back-office') };
}

/**
 * The findings about the portfolio as a whole. `documents` are those the configuration holds for, `configText` is
 * the configuration file in which they are shown, `now` the check's clock in milliseconds since 1970 UTC.
 */
export function portfolioFindings(
  config: Config,
  documents: readonly DocumentFacts[],
  configText: string,
  now: number,
): Finding[] {
  const { id, group } = portfolioCustomerFacingHeavy;
  const severity = severityFor(config.rules, id, group) ?? portfolioCustomerFacingHeavy.severity;
  const start = config.programmeStartedOn;
  if (severity === 'off' || start === undefined || !isWithin(start, dayOf(now))) return [];
  const { customerFacing, backOffice } = useCaseMix(documents);
  if (customerFacing <= backOffice) return [];
  const span = placeOf(configText);
  if (!span) return [];
  const share = Math.round((customerFacing / (customerFacing + backOffice)) * 100);
  return [
    {
      rule: id,
      severity,
      message: `${customerFacing} of ${customerFacing + backOffice} initiatives (${share} %) are customer-facing, within ${MONTHS} months of the start of the programme. Weight back-office use cases first: they are easier to own, and build the habits that customer-facing ones need.`,
      span,
      related: [],
      fixes: () => [],
    },
  ];
}

/** True from the start of the programme to the same day eighteen months later. */
function isWithin(start: string, today: number): boolean {
  const date = formatDay(today);
  return start <= date && date <= monthsLater(start, MONTHS);
}

/** `2026-01-05` and so many months; a day that the month does not have counts as its last. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const text = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
  // As texts, `2027-02-31` comes after every day of that February and before March.
  return `${text}-${String(day).padStart(2, '0')}`;
}

function placeOf(configText: string): Span | undefined {
  const value = entryOf(parseYaml(configText, 0).root, 'programme_started_on')?.value;
  return value?.kind === 'scalar' ? value.inner : undefined;
}
