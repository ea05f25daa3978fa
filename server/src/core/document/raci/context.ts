import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import type { Outline, Region, TableInRegion } from '../outline.ts';
import { entriesIn, entriesOfTable, isForeign, type LegendEntry, modelOf } from './legend.ts';
import type { RaciModel } from './model.ts';

/** What stands around a table and says how to read it. */
export interface TableContext {
  readonly model: RaciModel;
  readonly modelSpan: Span | undefined;
  /** A RACI word or a legend stands nearby, or the table is under a decision-rights heading. */
  readonly evidence: boolean;
  /** The letters are explained as something else. */
  readonly foreign: boolean;
  /** Equal for equal contexts: what is kept of a table holds while this is the same. */
  readonly key: string;
}

/** Legends and model words of a document, by region. */
export interface Surroundings {
  context(found: TableInRegion): TableContext;
}

interface Legend {
  readonly entries: readonly LegendEntry[];
  readonly model: RaciModel | undefined;
  readonly foreign: boolean;
}

const RACI_WORD = /\b(?:RACI|RASCI|RASIC|ARCI|RACIO|RACIQ|DACI|DARCI)(?:\b|_)/i;
const RACI_CAPITALS = /\b(?:RAPID|CAIRO)\b/;
const MATRIX_WORD =
  /\bresponsibility (?:assignment )?(?:matrix|chart)\b|\bdecision[- ]rights?\b|verantwortlichkeitsmatrix|zustandigkeitsmatrix|matriz de (?:asignacion de )?responsab|matrice (?:de |des )responsab|matriks (?:penugasan )?tanggung jawab|матриц[аы] (?:распределения )?ответственност|责任(?:分配)?矩阵|职责(?:分配)?矩阵|責任(?:分配)?矩陣/i;

const modelWords = new WeakMap<Prose, { model: RaciModel; span: Span } | null>();

/** The model a heading or caption names; the first one in it. Kept with the text. */
function modelWord(prose: Prose): { model: RaciModel; span: Span } | undefined {
  let found = modelWords.get(prose);
  if (found === undefined) {
    found = readModelWord(prose) ?? null;
    modelWords.set(prose, found);
  }
  return found ?? undefined;
}

function readModelWord(prose: Prose): { model: RaciModel; span: Span } | undefined {
  const match =
    /\b(?:RACI|RASCI|RASIC|ARCI|RACIO|DACI|CAIRO|RAPID)\b/.exec(prose.text) ??
    /\b(?:raci|rasci|daci)\b/i.exec(prose.text);
  if (!match) return undefined;
  const word = match[0].toUpperCase();
  const model: RaciModel =
    word === 'DACI'
      ? 'daci'
      : word === 'RAPID'
        ? 'rapid'
        : word === 'RASCI' || word === 'RASIC'
          ? 'rasci'
          : 'raci';
  return { model, span: prose.at(match.index, match.index + match[0].length) };
}

const raciNamed = new WeakMap<Prose, boolean>();

function namesRaci(prose: Prose | undefined): boolean {
  if (!prose) return false;
  let named = raciNamed.get(prose);
  if (named === undefined) {
    named = RACI_WORD.test(prose.text) || RACI_CAPITALS.test(prose.text) || MATRIX_WORD.test(prose.text);
    raciNamed.set(prose, named);
  }
  return named;
}

/** Looks around in the document once; `declared` is frontmatter's `raci_model`. */
export function surroundings(outline: Outline, declared: RaciModel | undefined): Surroundings {
  const legends = legendsByRegion(outline);
  const inDocument = [...legends.values()].filter((legend) => legend.model !== undefined);
  const only = new Set(inDocument.map((legend) => legend.model)).size === 1 ? inDocument[0] : undefined;
  return {
    context({ table, region, before, after }) {
      const chain = chainOf(region);
      const headerProse = table.header.cells.map((cell) => cell.prose);
      const headerModel = modelOf(headerProse.flatMap((prose) => headerEntry(prose)));
      const near = [before, after].filter((prose): prose is Prose => prose !== undefined);
      const legend =
        legendOf(near.flatMap((prose) => entriesIn(prose))) ??
        legends.get(region) ??
        chain
          .slice(1)
          .map((up) => legends.get(up))
          .find((found) => found?.model !== undefined);
      const word = wordNear(
        near.filter((prose) => prose.text.length < 200),
        chain,
        headerProse,
      );
      const evidence =
        word !== undefined ||
        headerProse.some(namesRaci) ||
        near.some(namesRaci) ||
        chain.some((up) => namesRaci(up.heading?.prose)) ||
        region.kind === 'raci' ||
        legend?.model !== undefined;
      let model: RaciModel = headerModel ?? legend?.model ?? word?.model ?? declared ?? only?.model ?? 'raci';
      // A RACI legend under a RASCI or DACI heading explains only part of the letters.
      if (
        headerModel === undefined &&
        model === 'raci' &&
        word &&
        word.model !== 'raci' &&
        !(legend && saysAccountable(legend))
      )
        model = word.model;
      let modelSpan: Span | undefined;
      if (model !== 'raci') modelSpan = modelPlace(model, headerModel, headerProse, legend, word);
      const foreign = (legend?.foreign ?? false) && word === undefined;
      return { model, modelSpan, evidence, foreign, key: `${model} ${evidence} ${foreign}` };
    },
  };
}

function saysAccountable(legend: Legend): boolean {
  return legend.entries.some((entry) => entry.meaning === 'accountable');
}

function modelPlace(
  model: RaciModel,
  headerModel: RaciModel | undefined,
  header: readonly Prose[],
  legend: Legend | undefined,
  word: { model: RaciModel; span: Span } | undefined,
): Span | undefined {
  const tellsIt = (entries: readonly LegendEntry[]): Span | undefined =>
    (
      entries.find((entry) => entry.meaning === 'approver' || entry.meaning === 'agree') ??
      entries.find(
        (entry) => entry.meaning === 'driver' || entry.meaning === 'recommend' || entry.meaning === 'decide',
      )
    )?.span;
  if (headerModel === model) return tellsIt(header.flatMap((prose) => headerEntry(prose)));
  if (legend?.model === model) return tellsIt(legend.entries) ?? word?.span;
  return word?.model === model ? word.span : undefined;
}

const headerEntries = new WeakMap<Prose, LegendEntry[]>();

/** A header cell that is one role word: `Driver`, `Approver (A)`. */
function headerEntry(prose: Prose): LegendEntry[] {
  let entries = headerEntries.get(prose);
  if (!entries) {
    const found = WHOLE_WORD.test(prose.text) ? entriesFromHeader(prose) : undefined;
    entries = found ? [found] : [];
    headerEntries.set(prose, entries);
  }
  return entries;
}

const WHOLE_WORD = /^[\p{L} '’()/-]{2,40}$/u;

function entriesFromHeader(prose: Prose): LegendEntry | undefined {
  const text = prose.text.replace(/\s*\([^)]*\)\s*$/, '').trim();
  const meaning = HEADER_MEANINGS[text.toLowerCase()];
  return meaning ? { meaning, word: text, span: prose.at(0, text.length) } : undefined;
}

/** Only words that nobody uses for something else over a column. */
const HEADER_MEANINGS: Readonly<Record<string, LegendEntry['meaning']>> = {
  driver: 'driver',
  approver: 'approver',
  contributor: 'contributor',
  contributors: 'contributor',
  recommend: 'recommend',
  recommender: 'recommend',
  agree: 'agree',
  perform: 'perform',
  decide: 'decide',
  decider: 'decide',
  accountable: 'accountable',
  responsible: 'responsible',
  consulted: 'consulted',
  informed: 'informed',
  support: 'support',
};

/** The nearest model word: next to the table, in its headings upwards, in its header. */
function wordNear(
  near: readonly Prose[],
  chain: readonly Region[],
  header: readonly Prose[],
): { model: RaciModel; span: Span } | undefined {
  for (const prose of [...header, ...near]) {
    const found = modelWord(prose);
    if (found) return found;
  }
  for (const { heading } of chain) {
    const found = heading ? modelWord(heading.prose) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A region and those it lies in, innermost first. */
export function chainOf(region: Region): Region[] {
  const chain: Region[] = [];
  for (let up: Region | undefined = region; up; up = up.parent) chain.push(up);
  return chain;
}

function legendsByRegion(outline: Outline): Map<Region, Legend> {
  const entries = new Map<Region, LegendEntry[]>();
  const add = (region: Region, found: readonly LegendEntry[]): void => {
    if (found.length === 0) return;
    const known = entries.get(region);
    if (known) known.push(...found);
    else entries.set(region, [...found]);
  };
  for (const { prose, region } of outline.texts) add(region, entriesIn(prose));
  for (const region of outline.regions)
    for (const block of region.blocks)
      if (block.kind === 'quote' && block.prose) add(region, entriesIn(block.prose));
  for (const { table, region } of outline.tables) add(region, entriesOfTable(table));
  const legends = new Map<Region, Legend>();
  for (const [region, found] of entries) {
    const legend = legendOf(found);
    if (legend) legends.set(region, legend);
  }
  return legends;
}

/** A legend explains at least two letters or three words; one mention of "Responsible" is none. */
function legendOf(entries: readonly LegendEntry[]): Legend | undefined {
  const letters = new Set(entries.flatMap((entry) => entry.letter ?? []));
  const meanings = new Set(entries.flatMap((entry) => (entry.letter === undefined ? entry.meaning : [])));
  if (letters.size < 2 && meanings.size < 3) return undefined;
  return { entries, model: modelOf(entries), foreign: isForeign(entries) };
}

/** Every legend of the document, for the rule that reads definitions. */
export function legendEntries(outline: Outline): LegendEntry[] {
  return [...legendsByRegion(outline).values()]
    .filter((legend) => legend.model !== undefined)
    .flatMap((legend) => legend.entries);
}
