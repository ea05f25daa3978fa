import type { CheckResult } from '../check.ts';
import { ruleById } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { overlaps, type Span, touches } from '../text/span.ts';
import type { Doubt } from './model.ts';
import { oneLine, type Speaker } from './named.ts';

/** Rules about who answers at all: they put every right in doubt. */
const ABOUT_ALL = new Set([
  'initiative-duplicated',
  'ownership-contested',
  'agentic-without-structure',
  'too-complex',
]);

/** Rules about who decides the funding gate, and by when. */
const ABOUT_GATE = new Set([
  'gate-decider-missing',
  'gate-missing',
  'gate-not-time-boxed',
  'gate-overdue',
  'gate-not-binary',
  'gate-passed-with-a-no',
  'gate-ask-not-time-bound',
  'production-before-gate',
]);

/** Picks the findings that cast doubt on one right. */
export class Doubts {
  readonly #all: readonly { readonly finding: Finding; readonly exception: string | null }[];

  constructor(
    result: CheckResult,
    private readonly speaker: Speaker,
  ) {
    this.#all = [
      ...result.findings.map((finding) => ({ finding, exception: null })),
      ...result.exceptions.map(({ finding, directive }) => ({
        finding,
        exception: oneLine(directive.reason),
      })),
    ].filter(({ finding }) => finding.severity !== 'info');
  }

  /** Findings of a group, and all that point at one of the places. */
  about(group: 'stop-authority' | 'escalation' | 'owner', places: readonly Span[]): Doubt[] {
    return this.#pick((finding) => ruleById(finding.rule)?.group === group || at(finding, places));
  }

  /** Findings that point at one of the places. */
  at(places: readonly Span[]): Doubt[] {
    return this.#pick((finding) => at(finding, places));
  }

  gate(places: readonly Span[]): Doubt[] {
    return this.#pick((finding) => ABOUT_GATE.has(finding.rule) || at(finding, places));
  }

  /** Findings by rule, wherever they point. */
  of(...rules: readonly string[]): Doubt[] {
    return this.#pick(({ rule }) => rules.includes(rule));
  }

  /** Findings that put all rights of the document in doubt. */
  all(): Doubt[] {
    return this.#pick(({ rule }) => ABOUT_ALL.has(rule));
  }

  #pick(wanted: (finding: Finding) => boolean): Doubt[] {
    return this.#all
      .filter(({ finding }) => wanted(finding))
      .map(({ finding, exception }) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: oneLine(finding.message),
        ...this.speaker.place(finding.span),
        exception,
      }));
  }
}

function at(finding: Finding, places: readonly Span[]): boolean {
  const own = finding.related.filter(({ path }) => path === undefined).map(({ span }) => span);
  return [finding.span, ...own].some((span) => places.some((place) => meets(span, place)));
}

/** A finding of no width (a blank cell) counts at the ends of a place, too. */
function meets(a: Span, b: Span): boolean {
  return a.start === a.end ? touches(b, a.start) : overlaps(a, b);
}

/** The doubts, each once, errors first. */
export function merged(...lists: readonly (readonly Doubt[])[]): Doubt[] {
  const seen = new Set<string>();
  const out = lists.flat().filter(({ rule, line, message }) => {
    const key = `${rule}\n${line}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
  const rank = ({ severity, exception }: Doubt): number =>
    (exception === null ? 0 : 2) + (severity === 'error' ? 0 : 1);
  return out.sort((a, b) => rank(a) - rank(b));
}
