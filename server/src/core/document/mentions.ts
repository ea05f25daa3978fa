import type { Prose } from '../markdown/prose.ts';
import type { Directory } from '../parties/directory.ts';
import type { Party } from '../parties/party.ts';
import { readParties } from '../parties/read-parties.ts';
import type { Span } from '../text/span.ts';
import { entryOf, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/node.ts';
import type { Mention, Source } from './mention.ts';
import { directoryOf, knownPeople } from './people.ts';
import type { Reading } from './reading.ts';

export { directoryOf, knownPeople, samePerson, shortNames, titleOf } from './people.ts';

/**
 * How many parties a text may hold: `one` where one person belongs (people and positions are split all the
 * same, so that two are seen), `list` for R, C and I (functions are split, too), `header` for the head of a column.
 */
export type PartyMode = 'one' | 'list' | 'header';

/**
 * The parties that a text of the body or a frontmatter value names, each with its own place. A frontmatter value
 * may be a text, a map with `name`, `title`, `unit`, `id`, `handle`, `email`, or a list of either.
 */
export function readPartiesOf(
  reading: Reading,
  holder: Prose | YamlNode,
  mode: PartyMode,
  source: Source,
): readonly Mention[] {
  const directory = directoryOf(reading);
  const people = knownPeople(reading);
  let kept = keptMentions.get(holder);
  if (kept?.directory !== directory || kept.people !== people) {
    kept = { directory, people, read: new Map() };
    keptMentions.set(holder, kept);
  }
  const key = `${mode} ${source}`;
  let found = kept.read.get(key);
  if (!found) {
    found =
      'kind' in holder ? fromNode(reading, holder, mode, source) : fromProse(reading, holder, mode, source);
    kept.read.set(key, found);
  }
  return found;
}

/** What was read from a part, and with what knowledge of people. */
interface KeptMentions {
  readonly directory: Directory;
  readonly people: ReadonlySet<string>;
  readonly read: Map<string, readonly Mention[]>;
}

const keptMentions = new WeakMap<Prose | YamlNode, KeptMentions>();

function fromProse(reading: Reading, holder: Prose, mode: PartyMode, source: Source): readonly Mention[] {
  const { text, back } = withBreaks(holder);
  return parties(reading, text, mode).map((party) => {
    const [start, end] = [back(party.start), back(party.end)];
    return { party: { ...party, start, end }, span: holder.at(start, end), source };
  });
}

function parties(reading: Reading, text: string, mode: PartyMode): readonly Party[] {
  return readParties(text, { mode, directory: directoryOf(reading), knownPeople: knownPeople(reading) });
}

/**
 * The text with every `<br>`, which prose shows as a line end, written out again: it parts names, where a line
 * that merely wraps does not. `back` leads an index of it to the prose.
 */
function withBreaks(prose: Prose): { text: string; back: (index: number) => number } {
  const breaks: number[] = [];
  let text = '';
  let last = 0;
  for (let i = prose.text.indexOf('\n'); i >= 0; i = prose.text.indexOf('\n', i + 1)) {
    if (prose.section.text[prose.at(i, i + 1).start - prose.section.start] !== '<') continue;
    text += `${prose.text.slice(last, i)}<br>`;
    breaks.push(text.length);
    last = i + 1;
  }
  if (breaks.length === 0) return { text: prose.text, back: (index) => index };
  text += prose.text.slice(last);
  return { text, back: (index) => index - 3 * breaks.filter((end) => end <= index).length };
}

function fromNode(reading: Reading, node: YamlNode, mode: PartyMode, source: Source): Mention[] {
  switch (node.kind) {
    case 'list':
      return node.items.flatMap((item) => fromNode(reading, item, mode, source));
    case 'map':
      return fromMap(reading, node, mode, source);
    case 'scalar':
      return fromScalar(reading, node, mode, source);
    default:
      return [];
  }
}

function fromScalar(reading: Reading, node: YamlScalar, mode: PartyMode, source: Source): Mention[] {
  if (node.isNull) return [];
  return parties(reading, node.text, mode).map((party) => ({
    party,
    span: spanIn(reading, node, party),
    source,
  }));
}

function fromMap(reading: Reading, map: YamlMap, mode: PartyMode, source: Source): Mention[] {
  const said = (key: string): YamlScalar | undefined => {
    const value = entryOf(map, key)?.value;
    return value?.kind === 'scalar' && !value.isNull && value.text.trim() !== '' ? value : undefined;
  };
  const title = said('title')?.text.trim();
  const key = ['name', 'id', 'handle', 'email'].find((name) => said(name));
  const named = key === undefined ? undefined : said(key);
  if (!named) {
    const position = said('title');
    return position ? fromScalar(reading, position, mode, source) : [];
  }
  const found = fromScalar(reading, named, mode, source);
  return found.map((mention) => {
    const { party } = mention;
    // The map says whose title it is only while it names one person.
    if (title === undefined || found.length > 1 || party.kind !== 'person') return mention;
    return { ...mention, party: { ...party, title } };
  });
}

/** The place of a party in a scalar: exact where the text stands as written, else where its words can be found. */
function spanIn({ doc }: Reading, node: YamlScalar, party: Party): Span {
  const { start, end } = node.inner;
  const raw = doc.text.slice(start, end);
  if (raw === node.text) return { start: start + party.start, end: start + party.end };
  const at = raw.indexOf(node.text.slice(party.start, party.end));
  return at < 0 ? node.inner : { start: start + at, end: start + at + party.end - party.start };
}
