import { findDurations, parseDuration } from '../../text/duration.ts';
import type { Said, Source } from '../mention.ts';
import type { Reading } from '../reading.ts';
import type { Unit } from '../said-units.ts';
import type { StopLabel } from './stop-labels.ts';
import {
  AROUND_THE_CLOCK,
  CONTACT,
  EFFECT,
  EXECUTES,
  MECHANISM,
  REACH,
  REPORTS,
  STANDS_IN,
  TRIGGER,
} from './stop-words.ts';

/** How soon the holder can be reached; no `minutes` where the text gives none that can be counted (`24/7`). */
export interface ReachTime {
  readonly text: string;
  readonly minutes?: number;
}

/** What makes the holder stop: the list in frontmatter, labelled values, sentences with a condition. */
export function triggersOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<string>[] {
  const listed = reading.frontmatter.texts('stop_authority', 'triggers');
  if (listed.length > 0)
    return listed.map(({ text, span }) => ({ value: text, span, source: 'frontmatter' as const }));
  const labelled = units.filter(({ kind }) => kind === 'triggers');
  const prose = units.filter(
    ({ prose: { text }, kind }) =>
      !kind &&
      TRIGGER.test(text) &&
      !STANDS_IN.test(text) &&
      !REPORTS.test(text.slice(0, TRIGGER.exec(text)?.index)),
  );
  return [...labelled, ...prose].map((unit) => ({
    value: unit.prose.text,
    span: unit.prose.span,
    source: unit.kind ? 'field' : 'prose',
  }));
}

/** How soon the holder can be reached, else how soon a stop takes effect; never how soon it is reported. */
export function reachOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<ReachTime> | undefined {
  const { frontmatter } = reading;
  const node = frontmatter.node('stop_authority', 'reach_within');
  const text = frontmatter.text('stop_authority', 'reach_within');
  if (node?.kind === 'scalar' && text !== undefined) {
    const minutes = parseDuration(text)?.minutes;
    return {
      value: { text, ...(minutes === undefined ? {} : { minutes }) },
      span: node.inner,
      source: 'frontmatter',
    };
  }
  const timed = (unit: Unit<StopLabel>): Said<ReachTime> | undefined => {
    const found = findDurations(unit.prose.text)[0];
    const source: Source = unit.kind ? 'field' : 'prose';
    if (found) {
      const value = { text: found.text, ...(found.minutes === undefined ? {} : { minutes: found.minutes }) };
      return { value, span: unit.prose.at(found.start, found.end), source };
    }
    const always = unit.prose.find(AROUND_THE_CLOCK);
    return always && { value: { text: always.text }, span: always.span, source };
  };
  const ranked = [
    units.filter(({ kind }) => kind === 'reach'),
    units.filter(({ prose, kind }) => !kind && REACH.test(prose.text)),
    units.filter(
      ({ prose, kind }) =>
        kind !== 'triggers' &&
        EFFECT.test(prose.text) &&
        !REPORTS.test(prose.text) &&
        !TRIGGER.test(prose.text),
    ),
  ];
  for (const group of ranked)
    for (const unit of group) {
      const found = timed(unit);
      if (found) return found;
    }
  return undefined;
}

/** The switch, runbook or contact by which it is done. */
export function mechanismOf(reading: Reading, units: readonly Unit<StopLabel>[]): Said<string> | undefined {
  const { frontmatter } = reading;
  const node = frontmatter.node('stop_authority', 'mechanism');
  const text = frontmatter.text('stop_authority', 'mechanism');
  if (node?.kind === 'scalar' && text !== undefined)
    return { value: text, span: node.inner, source: 'frontmatter' };
  const field = units.find(({ kind }) => kind === 'mechanism');
  if (field) return { value: field.prose.text, span: field.prose.span, source: 'field' };
  const others = units.flatMap(({ prose, kind }) => (kind === 'triggers' ? [] : prose));
  const told = (says: (text: string) => boolean): Said<string> | undefined => {
    const prose = others.find(({ text }) => says(text));
    const found = prose && (prose.find(MECHANISM) ?? prose.find(CONTACT));
    return found && { value: prose.text, span: found.span, source: 'prose' };
  };
  // The sentence about carrying it out says most, then the means; whom to call says least.
  const means =
    told((text) => EXECUTES.test(text) && MECHANISM.test(text)) ?? told((text) => MECHANISM.test(text));
  if (means) return means;
  const link = others.flatMap(({ links }) => links)[0];
  return link ? { value: link.url, span: link.urlSpan, source: 'prose' } : told((text) => CONTACT.test(text));
}
