import type { Mention } from '../../document/mention.ts';
import { ownerMention } from '../../document/owner.ts';
import { ownerVerdict } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf } from '../../document/stop-authority.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter, type YamlValue } from '../../edits/frontmatter-edits.ts';
import { replaceWords } from '../../edits/replace-words.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at, type Span } from '../../text/span.ts';
import { sectionPlace } from '../places.ts';

/** Owner's faults that leave nobody who could hold the stop right. */
const NO_HOLDER: ReadonlySet<string> = new Set([
  'owner-unnamed',
  'owner-shared',
  'owner-is-committee',
  'owner-is-cto',
  'owner-is-data-or-engineering',
  'coe-owns-without-authority',
]);

/** The owner to whom the stop right can be given; undefined where the owner is itself a finding. */
export function soundOwner(reading: Reading): Mention | undefined {
  const verdict = ownerVerdict(reading);
  return verdict && NO_HOLDER.has(verdict.rule) ? undefined : ownerMention(reading);
}

/** The sentence that gives the right in full. */
export function stopSentence(who: string, when = ' at any time'): string {
  return `${who} may pause the system or roll it back${when}, without asking anyone.`;
}

/** What a stop section says besides the holder, for a person to fill in. */
export const TERMS = {
  trigger: '- Trigger: [What happens, with its threshold]',
  reach: '- Reachable within: [30 minutes]',
  mechanism: '- Mechanism: [Switch, runbook or contact]',
  executed: '- Executed by: [Who carries it out]',
  deputy: '- Deputy: [Name]',
} as const;

/** A whole stop section for the holder. */
export function stopSection(who: string): string {
  return `## Stop authority\n\n${stopSentence(who)}\n\n${Object.values(TERMS).join('\n')}`;
}

/** Where a term that is missing belongs: beside the statement that counts. */
export function termPlace(reading: Reading, statement: StopStatement): Span {
  const { entry, section } = stopAuthorityOf(reading);
  return entry?.keySpan ?? (section ? sectionPlace(reading, 'stop') : statement.span);
}

/**
 * Writes terms where the statement stands: keys in frontmatter, labelled lines in the section. None where
 * frontmatter holds a list of people, which has to be settled first.
 */
export function addTerms(
  reading: Reading,
  keys: Readonly<Record<string, YamlValue>>,
  lines: readonly string[],
): TextEdit[] {
  const { doc } = reading;
  const stop = stopAuthorityOf(reading);
  const value = stop.entry?.value;
  if (value?.kind === 'map')
    return Object.entries(keys).flatMap(([key, text]) => setFrontmatter(doc, ['stop_authority', key], text));
  if (value?.kind === 'scalar')
    return setFrontmatter(doc, ['stop_authority'], { holder: value.text, ...keys });
  if (value) return [];
  if (stop.section) return appendToRegion(doc, stop.section, lines.join('\n'));
  return insertSection(doc, 'stop', `## Stop authority\n\n${lines.join('\n')}`);
}

/** Replaces the holder in frontmatter, or the name in the body with the article before it. */
export function replaceHolder(reading: Reading, mention: Mention, name: string): TextEdit[] {
  const { doc } = reading;
  if (mention.source === 'frontmatter') {
    const long = reading.frontmatter.has('stop_authority', 'holder');
    return setFrontmatter(doc, long ? ['stop_authority', 'holder'] : ['stop_authority'], name);
  }
  return [replaceWords(doc, mention.span, name)];
}

/** The edits that write `keys` beside a replaced holder, all in one value. */
export function rewriteHolder(
  reading: Reading,
  name: string,
  keys: Readonly<Record<string, YamlValue>>,
): TextEdit[] {
  const { doc, frontmatter } = reading;
  if (!frontmatter.has('stop_authority', 'holder'))
    return setFrontmatter(doc, ['stop_authority'], { holder: name, ...keys });
  const fresh = Object.entries(keys).filter(([key]) => !frontmatter.has('stop_authority', key));
  return [
    ...setFrontmatter(doc, ['stop_authority', 'holder'], name),
    ...fresh.flatMap(([key, text]) => setFrontmatter(doc, ['stop_authority', key], text)),
  ];
}

/**
 * Says one thing more beside a statement of the body: in a sentence behind it, in a line like its own where it is
 * a value with a label, else in a line at the end of the section.
 */
export function sayBeside(
  reading: Reading,
  statement: StopStatement,
  label: string,
  value: string,
  sentence: string,
): TextEdit[] {
  const { prose, source } = statement;
  if (source === 'prose' && prose && /[.!?]$/.test(prose.text))
    return [{ span: at(prose.span.end), newText: ` ${sentence}` }];
  const line = likeLine(reading, statement, label, value);
  const { section } = stopAuthorityOf(reading);
  return line.length > 0 || !section ? line : appendToRegion(reading.doc, section, `- ${label}: ${value}`);
}

/** A line like the one that names the holder, with another label: `- **Deputy:** Lena Roth`. */
function likeLine({ doc }: Reading, statement: StopStatement, label: string, value: string): TextEdit[] {
  const { prose, label: own } = statement;
  if (!prose || own === undefined) return [];
  const { text } = doc;
  const { start, end } = prose.span;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const labelStart = text.lastIndexOf(own, start);
  // A label that is a heading, or a value of several lines, has no line to copy.
  if (labelStart < lineStart || text.slice(start, end).includes('\n')) return [];
  const lineEnd = end + text.slice(end).search(/[\r\n]|$/);
  const before = `${text.slice(lineStart, labelStart)}${label}${text.slice(labelStart + own.length, start)}`;
  const rest = text.slice(end, lineEnd).replace(/^\*+/, '');
  return [{ span: at(lineEnd), newText: `${doc.lineEnd}${before}${value}${rest}` }];
}
