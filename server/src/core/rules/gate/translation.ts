import type { Said } from '../../document/mention.ts';
import type { Region } from '../../document/outline.ts';
import type { Reading } from '../../document/reading.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { yamlScalar } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at } from '../../text/span.ts';

/** What a fix leaves to be filled in behind technical evidence. */
const EFFECT = '[effect in money, time or risk]';

/** A table that turns each technical figure into a business effect and that effect into money, time or risk. */
export function translationTable(terms: readonly string[]): string {
  const rows = [...new Set(terms.map((term) => term.toLowerCase()))].slice(0, 4);
  return [
    '| Technical figure | Effect on the business | In money, time or risk |',
    '| --- | --- | --- |',
    ...rows.map(
      (term) =>
        `| ${term.replaceAll('|', '\\|')} | [effect on the work or the customer] | [money, time or risk, with its figure] |`,
    ),
  ].join('\n');
}

/** The edits that add the table to the section about the business case, or that section with it. */
export function insertTranslation(
  reading: Reading,
  terms: readonly string[],
  section: Region | undefined,
): TextEdit[] {
  const table = translationTable(terms);
  return section
    ? appendToRegion(reading.doc, section, table)
    : insertSection(reading.doc, 'business-case', `## Business case\n\n${table}`);
}

/** The edits that leave a place for the business effect behind technical evidence. */
export function withEffect(reading: Reading, evidence: Said<string>, terms: readonly string[]): TextEdit[] {
  const { doc, outline } = reading;
  if (evidence.source !== 'frontmatter') {
    const { start, end } = evidence.span;
    // Before a full stop of its own.
    const stop = /[.;]$/.exec(doc.text.slice(start, end));
    return [{ span: at(end - (stop ? 1 : 0)), newText: `; ${EFFECT}` }];
  }
  const node = reading.frontmatter.node('gate', 'business_case', 'evidence');
  const text = evidence.value.replace(/\s+/g, ' ').replace(/[.;\s]+$/, '');
  const section = outline.regions.find(({ own, kind }) => own && kind === 'business-case');
  const table = section ? [] : insertTranslation(reading, terms, undefined);
  return [{ span: node?.span ?? evidence.span, newText: yamlScalar(`${text}; ${EFFECT}`) }, ...table];
}
