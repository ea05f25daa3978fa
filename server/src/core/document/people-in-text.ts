import type { TableBlock } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import { headKind } from '../parties/lexical.ts';
import { looksLikeName } from '../parties/person-name.ts';
import { rankOf } from '../parties/titles.ts';
import { perPart, perText } from './per-part.ts';

/** A person whose title a text says. */
export interface TitledName {
  readonly name: string;
  readonly title: string;
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PARTICLE = 'de|da|do|dos|van|von|der|den|del|di|la|le|bin|al|el';
/** `Name, Title` and `Name (Title)`; what is no name or no title is sorted out afterwards. */
const TITLED = new RegExp(
  `(${WORD}(?: (?:${WORD}|${PARTICLE})){1,4})(?: ?\\(([^()\\n]{2,80})\\)|,[ \\n](?:our |the |as )?(\\p{L}[^,.;:()]{1,80}))`,
  'gu',
);
/** `the CTO, Tomás Rivera, …` and `the CTO (Tomás Rivera)`; without the second comma the name may be another's. */
const TITLE_FIRST = new RegExp(
  `\\b(?:[Tt]he|[Oo]ur) ([A-Za-z][^,.;:()\\n]{1,60})(?: \\((?=[^()]*\\))|, (?=[^,.;:()]{3,60},(?! ?(?:and|or|&))))(${WORD}(?: (?:${WORD}|${PARTICLE})){1,3})(?=[,)])`,
  'gu',
);
/** Where a title ends and the sentence goes on. */
const GOES_ON =
  /\s(?:is|are|was|were|will|has|have|had|holds?|owns?|answers?|may|can|must|shall|should|who|which|and|or|but|decides?|approves?|signs?|makes?|accepts?|takes?|stops?|—|–|-)\s[\s\S]*$/u;

/** Words that name a part in this document, not a position in the company. */
export const OWNERLIKE =
  /\b(?:owner|sponsor|approver|decider|deputy|delegate|lead|contact|holder|author|reviewer|chair|expert|maintainer|executive|accountable|responsible)\b/i;

/** People named with their title anywhere in a text. */
export const titledNamesIn = perPart((prose: Prose): readonly TitledName[] => titledNames(prose.text));

/** The same for the cells of a table, and for columns that hold names and titles. */
export const titledNamesInTable = perPart(({ header, rows }: TableBlock): readonly TitledName[] => {
  const heads = header.cells.map(({ prose }) => prose.text.trim());
  const who = heads.findIndex((head) => /^(?:full )?name$|^person$|^who$|^(?:role )?holder$/i.test(head));
  const what = heads.findIndex((head) => /^(?:job )?title$|^position$|^role$/i.test(head));
  return [header, ...rows].flatMap(({ cells }) => {
    const found = cells.flatMap(({ prose }) => titledNames(prose.text));
    const name = cells[who]?.prose.text ?? '';
    const title = cells[what]?.prose.text ?? '';
    return isFullName(name) && isTitle(title) ? [...found, { name, title }] : found;
  });
});

/** True for a text that is one human's full name and nothing else. */
export function isFullName(text: string): boolean {
  return NAME_LIKE.test(text) && looksLikeName(text);
}

/** Most labels and values are no names, and this look tells. */
const NAME_LIKE = /^[\p{L}\p{M} .,'’・·-]{2,80}$/u;

function titledNames(text: string): TitledName[] {
  if (!/[,(]/.test(text)) return [];
  const out: TitledName[] = [];
  for (const match of text.matchAll(TITLED)) {
    const title = (match[2] ?? match[3] ?? '').replace(/\s+/g, ' ').replace(GOES_ON, '').trim();
    let name = (match[1] ?? '').replace(/\s+/g, ' ');
    if (!isTitle(title)) continue;
    // A sentence may begin right before the name: `Owner Dana Whitfield (VP)`, `When Dana Whitfield, VP, …`.
    while (!looksLikeName(name) && name.includes(' ')) name = name.slice(name.indexOf(' ') + 1);
    if (looksLikeName(name)) out.push({ name, title });
  }
  for (const match of text.matchAll(TITLE_FIRST)) {
    const [, title = '', name = ''] = match;
    // `the owner and the CTO, …`: the title is what stands last.
    const last = title.replace(/\s+/g, ' ').replace(/^.*\b(?:the|our) /i, '');
    if (isTitle(last) && !OWNERLIKE.test(last) && looksLikeName(name))
      out.push({ name: name.replace(/\s+/g, ' '), title: last });
  }
  return out;
}

/** True for a text that can stand for a position: `VP Claims`, not `Legal`, a name or a remark. */
export const isTitle = perText((text): boolean => {
  if (text === '' || text.length > 80 || looksLikeName(text)) return false;
  return rankOf(text) !== undefined || headKind(text) === 'position';
});
