import type { Cell, Row } from '../../markdown/blocks.ts';
import { readParties } from '../../parties/read-parties.ts';
import { categoriesOf } from './categories.ts';
import { readCodes } from './codes.ts';
import type { TableContext } from './context.ts';
import { foldWords } from './fold.ts';
import { roleOfLetter, textOf } from './grid.ts';
import { headerKind, isForeignHeader } from './headers.ts';
import type { RaciModel } from './model.ts';
import { OTHER_MODEL_WORDS } from './words.ts';

/** A table's header and rows by column. */
export interface Body {
  readonly header: readonly (Cell | undefined)[];
  readonly rows: readonly { readonly row: Row; readonly cells: readonly (Cell | undefined)[] }[];
}

const OTHER_WORDS = new Set<string>(Object.values(OTHER_MODEL_WORDS).flat());

/** Columns whose cells are codes, and blank ones among them. */
export function codeColumns(body: Body, width: number, evidence: boolean): number[] {
  const stats = Array.from({ length: width }, (_, index) => {
    const head = textOf(body.header[index]);
    if (index === 0 && headerKind(head) !== 'none') return { codes: 0, filled: 0, short: 0, head, index };
    let [codes, filled, short] = [0, 0, 0];
    for (const { cells } of body.rows) {
      const cell = cells[index];
      if (!cell) continue;
      const read = readCodes(cell.prose);
      if (read.nobody) continue;
      filled++;
      if (read.codes.length > 0 && read.unknown.length === 0) codes++;
      else if (textOf(cell).length <= 3) short++;
    }
    return { codes, filled, short, head, index };
  });
  const isOther = (head: string): boolean => isForeignHeader(head) || headerKind(head) === 'other';
  const sure = stats.filter(
    ({ codes, filled, short, head, index }) =>
      codes > 0 &&
      (codes * 2 >= filled || (evidence && codes + short === filled)) &&
      !(isOther(head) && !(evidence && looksLikeParty(head) && !isForeignHeader(head))) &&
      (index > 0 || head !== ''),
  );
  const first = sure[0]?.index;
  if (first === undefined) return [];
  return stats
    .filter(
      (stat) =>
        sure.includes(stat) ||
        (stat.index > first &&
          stat.head !== '' &&
          stat.codes === 0 &&
          stat.filled === stat.short &&
          !isOther(stat.head)),
    )
    .map(({ index }) => index);
}

const PARTY_KINDS = new Set(['person', 'position', 'function', 'group']);
const partyLike = new Map<string, boolean>();

/** True for a text that reads as a person, position, function or body. */
export function looksLikeParty(text: string): boolean {
  const key = text.slice(0, 100);
  let known = partyLike.get(key);
  if (known === undefined) {
    const kind = readParties(key, { mode: 'header' })[0]?.kind;
    known = kind !== undefined && PARTY_KINDS.has(kind);
    if (partyLike.size > 20_000) partyLike.clear();
    partyLike.set(key, known);
  }
  return known;
}

/** Whether the letters are RACI's: by what stands nearby, or by the letters alone. */
export function isRaci(body: Body, code: readonly number[], context: TableContext): boolean {
  let [filled, coded, words, foreignWords, green] = [0, 0, 0, 0, 0];
  const letters = new Set<string>();
  for (const { cells } of body.rows)
    for (const index of code) {
      const cell = cells[index];
      if (!cell) continue;
      const read = readCodes(cell.prose);
      if (read.nobody) continue;
      filled++;
      if (read.codes.length > 0 && read.unknown.length === 0) coded++;
      for (const found of read.codes) {
        letters.add(found.letter);
        if (found.word) words++;
      }
      if (/^(?:G|B|RAG|N)$/i.test(textOf(cell))) green++;
      if (read.unknown.length > 0 && OTHER_WORDS.has(foldWords(textOf(cell)))) foreignWords++;
    }
  if (filled === 0 || context.foreign) return false;
  // "Approve", "Recommend": another kind of decision matrix, whose "Accountable" is one level among others.
  if (foreignWords * 10 >= filled && foreignWords > 1) return false;
  const ofModel = [...letters].filter((letter) => roleOfLetter(letter, context.model) !== 'other').length;
  if (ofModel === 0) return false;
  const asked = letters.has('C') || letters.has('I');
  // Red, amber, green; approved or rejected.
  if (green > 0 && !asked) return false;
  if (context.evidence)
    return coded * 2 >= filled && (letters.has('A') || letters.has('R') || letters.has('D'));
  const foreignHeader = body.header.some((cell) => isForeignHeader(textOf(cell)));
  return (
    !foreignHeader &&
    code.length > 1 &&
    coded * 10 >= filled * 6 &&
    letters.has('R') &&
    letters.has('A') &&
    (asked || code.filter((index) => looksLikeParty(textOf(body.header[index]))).length * 2 >= code.length) &&
    (words > 0 || letters.size > 2 || body.rows.length > 1)
  );
}

/** Without a legend: D and no R is DACI. */
export function modelByLetters(body: Body, code: readonly number[], model: RaciModel): RaciModel {
  if (model !== 'raci') return model;
  const letters = new Set(
    body.rows.flatMap(({ cells }) =>
      code.flatMap((index) => {
        const cell = cells[index];
        return cell ? readCodes(cell.prose).codes.map((found) => found.letter) : [];
      }),
    ),
  );
  return letters.has('D') && letters.has('A') && !letters.has('R') ? 'daci' : model;
}

/** Columns that may hold a row's label: the decision column first, then those nearest to it. */
export function labelColumns(body: Body, code: readonly number[]): number[] {
  const texts = body.header.map((_, index) => index).filter((index) => !code.includes(index));
  const filled = texts.filter((index) => body.rows.some(({ cells }) => textOf(cells[index]) !== ''));
  const before = filled.filter((index) => index < (code[0] ?? 0));
  const rank = (index: number): number => {
    const kind = headerKind(textOf(body.header[index]));
    if (!before.includes(index)) return 9;
    if (kind === 'decision') return isVague(textOf(body.header[index])) ? 2 : 0;
    return kind === 'both' ? 1 : kind === 'none' ? 3 : kind === 'party' ? 4 : 5;
  };
  return [...filled].sort((a, b) => rank(a) - rank(b) || b - a).filter((index) => rank(index) < 9);
}

/** Header words that head a group of decisions as often as the decision itself. */
function isVague(head: string): boolean {
  return /^(?:area|decision area|domain|category|stage|lifecycle stage|process|function|gate|scope|item|workstream|bereich|etapa|fase|阶段|etape|этап|tahap|component|subsystem|milestone)$/.test(
    foldWords(head),
  );
}

/** Whether parties stand in the first column and decisions in the header. */
export function isTransposed(body: Body, code: readonly number[], labels: readonly number[]): boolean {
  const column = labels[0] ?? 0;
  const head = textOf(body.header[column]);
  const kind = headerKind(head);
  let bias = kind === 'decision' ? -0.8 : 0;
  if (kind === 'party')
    bias =
      /^(?:roles?|stakeholders?|persons?|positions?|who|actors?|participants?|team members?|rollen?|rol|papel|papeis|peran|роль|роли|角色)\b/.test(
        foldWords(head),
      ) || /^角色/.test(head)
        ? 0.7
        : 0.35;
  if (kind === 'both') bias = headerKind(head.split(/[/\\]/)[0] ?? '') === 'party' ? 0.1 : -0.1;
  const labelsOf = body.rows.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  const share = (texts: readonly string[]): number =>
    texts.length === 0 ? 0 : texts.filter((text) => looksLikeParty(text)).length / texts.length;
  const heads = code.map((index) => textOf(body.header[index]));
  const holders = share(labelsOf.slice(0, 40)) - share(heads);
  const holds = (cell: Cell | undefined): boolean =>
    cell !== undefined && readCodes(cell.prose).codes.some(({ letter }) => letter === 'A');
  const inRows =
    body.rows.filter(({ cells }) => code.filter((index) => holds(cells[index])).length === 1).length /
    Math.max(1, body.rows.length);
  const inColumns =
    code.filter((index) => body.rows.filter(({ cells }) => holds(cells[index])).length === 1).length /
    code.length;
  const decided = (texts: readonly string[]): number =>
    texts.some((text) => categoriesOf(text, new Map()).length > 0) ? 0.4 : 0;
  return holders + bias + 0.5 * (inColumns - inRows) + decided(heads) - decided(labelsOf.slice(0, 40)) > 0.35;
}
