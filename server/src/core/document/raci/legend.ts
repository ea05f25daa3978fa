import type { Row, TableBlock } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { foldWords } from './fold.ts';
import type { RaciModel, RaciRole } from './model.ts';
import { OTHER_MODEL_WORDS, ROLE_OF_WORD } from './words.ts';

/** What a word of a legend or header stands for: a part of RACI, or of another model. */
export type Meaning = Exclude<RaciRole, 'other'> | keyof typeof OTHER_MODEL_WORDS | 'foreign';

/** One explained letter or word. */
export interface LegendEntry {
  /** Upper case; undefined where only the word stands. */
  readonly letter?: string;
  readonly meaning: Meaning;
  /** The word, or the letter where no word stands. */
  readonly span: Span;
  readonly word: string;
  /** What follows it: "does the work". */
  readonly definition?: { readonly text: string; readonly span: Span };
}

const MEANING_OF_WORD: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...(Object.entries(OTHER_MODEL_WORDS) as [Meaning, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word): [string, Meaning] => [word, meaning]),
  ),
  ...([...ROLE_OF_WORD] as [string, Meaning][]),
]);

/** The meaning of the words at the start of `text`, the longest phrase first. */
export function meaningAt(text: string): { readonly meaning: Meaning; readonly length: number } | undefined {
  const match = /^[\p{L}][\p{L}'’-]*(?:[ ][\p{L}'’-]+){0,3}/u.exec(text);
  if (!match) return undefined;
  let phrase = match[0];
  while (phrase !== '') {
    const meaning = MEANING_OF_WORD.get(foldWords(phrase));
    if (meaning) return { meaning, length: phrase.length };
    const cut = phrase.lastIndexOf(' ');
    if (cut < 0) break;
    phrase = phrase.slice(0, cut);
  }
  // Chinese words stand without blanks between them.
  for (let length = Math.min(6, match[0].length); length > 1; length--) {
    const part = match[0].slice(0, length);
    const meaning = /^\p{Script=Han}+$/u.test(part) ? MEANING_OF_WORD.get(part) : undefined;
    if (meaning) return { meaning, length };
  }
  return undefined;
}

const LETTER_ENTRY =
  /(?<![\p{L}\p{N}/])([RACISDPOVQО])[ *]*(?:\([^)]{1,30}\))?\s*(?:=|:|–|—|-|→|\bis\b|\bmeans\b|\bstands for\b|\bsteht für\b|：|＝)\s*(?=[\p{L}])/gu;
const entriesOf = new WeakMap<Prose, readonly LegendEntry[]>();

/** The letters and role words a text explains. Kept with the text. */
export function entriesIn(prose: Prose): readonly LegendEntry[] {
  let entries = entriesOf.get(prose);
  if (!entries) {
    entries = prose.text.length > 4_000 ? [] : readEntries(prose);
    entriesOf.set(prose, entries);
  }
  return entries;
}

function readEntries(prose: Prose): LegendEntry[] {
  const { text } = prose;
  const starts: { at: number; from: number; letter: string | undefined }[] = [];
  for (const match of text.matchAll(LETTER_ENTRY))
    starts.push({ at: match.index, from: match.index + match[0].length, letter: match[1]?.toUpperCase() });
  if (starts.length === 0) {
    // "**R**esponsible (does the work), **A**ccountable …": the words themselves.
    for (const match of text.matchAll(/(?<![\p{L}])\p{Lu}[\p{L}-]{5,20}(?![\p{L}])/gu))
      if (isRole(MEANING_OF_WORD.get(foldWords(match[0]))))
        starts.push({ at: match.index, from: match.index, letter: undefined });
  }
  return starts.map(({ at, from, letter }, i): LegendEntry => {
    const end = starts[i + 1]?.at ?? text.length;
    const found = meaningAt(text.slice(from, end));
    const wordEnd = found ? from + found.length : from;
    const definition = definitionIn(prose, wordEnd, end, letter === undefined);
    const doing = definition ? byDefinition(definition.text) : undefined;
    return {
      ...(letter === undefined ? {} : { letter }),
      meaning: found?.meaning ?? doing ?? 'foreign',
      word: found ? text.slice(from, wordEnd) : (letter ?? ''),
      span: found ? prose.at(from, wordEnd) : prose.at(at, at + 1),
      ...(definition ? { definition } : {}),
    };
  });
}

function isRole(meaning: Meaning | undefined): boolean {
  return (
    meaning === 'accountable' ||
    meaning === 'responsible' ||
    meaning === 'consulted' ||
    meaning === 'informed'
  );
}

/** The explanation between a word and the next entry. */
function definitionIn(
  prose: Prose,
  from: number,
  to: number,
  wordOnly: boolean,
): { text: string; span: Span } | undefined {
  const raw = prose.text.slice(from, to);
  // After a bare word only a parenthesis, a dash or a colon explains it; a sentence may just go on.
  const match = (
    wordOnly
      ? /^\s*(?:\(([^()]{3,200})\)|[:=–—-]\s*([^\n;]{3,200}))/
      : /^\s*(?:\(([^()]{3,200})\)|[:=–—,-]?\s*([^\n;]{3,200}))/
  ).exec(raw);
  const said = (match?.[1] ?? match?.[2])?.replace(/[\s,.;|]+$/, '');
  if (!match || said === undefined || said.trim() === '') return undefined;
  const at = from + match.index + match[0].indexOf(said);
  return { text: said, span: prose.at(at, at + said.length) };
}

const DOES_WORK =
  /\b(?:do(?:es|ing)? the (?:actual )?(?:work|task|job)|perform(?:s|ing)?|execut(?:es?|ing)|carr(?:y|ies|ying) out|hands[- ]on|implements?|completes? the (?:task|work))\b/i;
const ANSWERS =
  /\banswer(?:s|able|ing)?\b|\bultimate(?:ly)?\b|\b(?:owns?|owning|own) (?:the )?(?:outcome|result|decision)|\bfinal (?:say|decision|authority|approval)\b|\bsigns? off\b|\bone per\b|\bliable\b|\bblamed?\b|\baccountab/i;

function byDefinition(text: string): Meaning | undefined {
  if (DOES_WORK.test(text)) return 'responsible';
  return ANSWERS.test(text) ? 'accountable' : undefined;
}

/** True for a definition that gives the work to whom it explains, and no answering for the result. */
export function saysDoesTheWork(definition: string): boolean {
  return (
    DOES_WORK.test(definition) &&
    !ANSWERS.test(definition) &&
    !/\b(?:ensur|make sure|oversee|delegat|approv)/i.test(definition)
  );
}

/** True for a definition that gives the answering for the result, and not the work. */
export function saysAnswersFor(definition: string): boolean {
  return (
    /\banswer(?:s|able|ing)? for\b|\bultimately (?:answerable|accountable|liable)\b|\b(?:owns?|owning) the (?:outcome|result|decision)\b|\bhas the final (?:say|decision)\b|\bis accountable\b/i.test(
      definition,
    ) && !DOES_WORK.test(definition)
  );
}

const tableEntries = new WeakMap<TableBlock, readonly LegendEntry[]>();

/** What a legend table explains; empty for every other table. */
export function entriesOfTable(table: TableBlock): readonly LegendEntry[] {
  let entries = tableEntries.get(table);
  if (!entries) {
    entries = readTable(table);
    tableEntries.set(table, entries);
  }
  return entries;
}

function readTable(table: TableBlock): LegendEntry[] {
  const rows = [table.header, ...table.rows];
  if (rows.length > 16) return [];
  const entries = rows.flatMap(readRow);
  const explained = new Set(entries.map((entry) => entry.letter ?? entry.meaning));
  return explained.size >= 2 && entries.length * 2 >= table.rows.length ? entries : [];
}

/** `R | Responsible | does the work`, `Responsible (R) | does the work`. */
function readRow(row: Row): LegendEntry[] {
  const [first, second, third] = row.cells;
  if (!first || !second) return [];
  const head = first.prose.text.trim();
  const letter = /^\(?([RACISDPOVQ])\)?$/i.exec(head)?.[1]?.toUpperCase();
  const own = meaningAt(head.replace(/^\(?[A-Z]\)?\s*[-–—:=]\s*/, ''));
  const meant = meaningAt(second.prose.text.trim());
  const define = (prose: Prose | undefined): { definition: { text: string; span: Span } } | object =>
    prose && prose.text.trim() !== '' ? { definition: { text: prose.text, span: prose.span } } : {};
  if (letter !== undefined) {
    if (meant)
      return [
        {
          letter,
          meaning: meant.meaning,
          word: second.prose.text,
          span: second.prose.at(0, meant.length),
          ...define(third?.prose),
        },
      ];
    const said = byDefinition(second.prose.text);
    return said && second.prose.text.split(/\s+/).length > 2
      ? [{ letter, meaning: said, word: letter, span: first.span, ...define(second.prose) }]
      : [];
  }
  if (!own || head.length > 40) return [];
  const initial = /\(([RACISDPO])\)|^\(?([RACISDPO])\)?\s*[-–—:=]/.exec(head);
  const found =
    initial?.[1] ??
    initial?.[2] ??
    (/^[RACISDPO]$/i.test(second.prose.text.trim()) ? second.prose.text.trim().toUpperCase() : undefined);
  const words = second.prose.text.trim().split(/\s+/).length;
  // "Responsible | Dana Whitfield" names somebody; a definition is a phrase.
  if (found === undefined && (words < 3 || !looksLikeDefinition(second.prose.text))) return [];
  return [
    {
      ...(found ? { letter: found } : {}),
      meaning: own.meaning,
      word: head,
      span: first.span,
      ...define(third?.prose ?? second.prose),
    },
  ];
}

/** True for a phrase that explains a word rather than naming somebody. */
export function looksLikeDefinition(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > 14 || /\p{Script=Han}{10,}/u.test(text)) return true;
  // Names and titles are capitals joined by small words; a sentence is small words.
  if (
    words.filter(
      (word) =>
        /^\p{Ll}{3,}/u.test(word) && !/^(?:and|the|for|und|der|von|des|del|los|las|para|dan|les)$/.test(word),
    ).length > 6
  )
    return true;
  return (
    /\b(?:who|whom|that|does|do|doing|make[sd]?|own[s]?|answers?|answerable|provid(?:es|e|ed|ing)|must|should|is|are|be|kept|keep|gives?|signs? off|performs?|asked|before|after|the work|the task|the outcome|outcome|progress|input|results?|decision|task|one per|loop|ultimately|completes?|notified|updated|tut|macht|qui|realise|fait|hace|quien|faz|yang|melakukan|кто|выполняет)\b/i.test(
      text,
    ) &&
    /^(?:\p{Ll}|the |who |person|people|those|one |does|must|kept|gives|owns|provides|has |is |ultimately|signs|makes|delegates|works|told|knowledgeable|performs|completes|answers|individual|party|die|der|wer|celui|la |el |quien|a pessoa|orang|pihak)/iu.test(
      text.trim(),
    )
  );
}

/** The model that explained letters or header words belong to; undefined when they say none. */
export function modelOf(
  entries: readonly { readonly meaning: Meaning; readonly letter?: string }[],
): RaciModel | undefined {
  const has = (meaning: Meaning): boolean => entries.some((entry) => entry.meaning === meaning);
  if (has('driver') && (has('approver') || has('contributor') || has('informed'))) return 'daci';
  if (has('recommend') && (has('agree') || has('decide') || has('approver') || has('perform')))
    return 'rapid';
  if (has('agree') && has('decide')) return 'rapid';
  const approverAlone = has('approver') && !has('accountable');
  if (has('support') && has('responsible')) return approverAlone ? 'daci' : 'rasci';
  if (has('responsible') && (has('accountable') || (approverAlone && has('consulted') && has('informed'))))
    return 'raci';
  if (has('accountable') && has('consulted')) return 'raci';
  return undefined;
}

/** True when a letter of RACI is explained as something else altogether: `A = high`, `A = Admin`. */
export function isForeign(entries: readonly LegendEntry[]): boolean {
  const a = entries.filter((entry) => entry.letter === 'A');
  return (
    a.length > 0 &&
    a.every((entry) => entry.meaning === 'foreign') &&
    !entries.some((entry) => isRole(entry.meaning))
  );
}
