import type { Prose } from '../../markdown/prose.ts';
import { foldWords } from './fold.ts';
import { type Meaning, meaningAt } from './legend.ts';
import { DECISION_HEADERS, FOREIGN_HEADERS, OTHER_HEADERS, PARTY_HEADERS } from './words.ts';

const DECISION = new Set(DECISION_HEADERS);
const PARTY = new Set(PARTY_HEADERS);
const OTHER = new Set(OTHER_HEADERS);
const FOREIGN = new Set(FOREIGN_HEADERS);

export type HeaderKind = 'decision' | 'party' | 'both' | 'other' | 'none';

/** What a header cell's words announce. */
export function headerKind(text: string): HeaderKind {
  const folded = foldWords(text)
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/[:*]+$/, '')
    .trim();
  if (folded === '' || /^raci$|^#$/.test(folded)) return folded === '#' ? 'other' : 'none';
  if (OTHER.has(folded)) return 'other';
  if (PARTY.has(folded) && !DECISION.has(folded)) return 'party';
  if (DECISION.has(folded)) return 'decision';
  const parts = folded.split(/\s*(?:\/|\\|↓|→|\bvs\.?\b|\bor\b|\band\b|&)\s*/).filter((part) => part !== '');
  if (parts.length > 1) {
    const decision = parts.some((part) => DECISION.has(part));
    const party = parts.some((part) => PARTY.has(part));
    if (decision && party) return 'both';
    if (decision) return 'decision';
    if (party) return 'party';
  }
  const last = folded.split(' ').at(-1) ?? '';
  if (
    /^(?:decision|decisions|activity|activities|task|tasks|deliverable|deliverables|process|step|action|actions)$/.test(
      last,
    )
  )
    return 'decision';
  if (/\bid$|^id\b/.test(folded)) return 'other';
  return 'none';
}

/** True where the words over a column say that its letters are no RACI codes. */
export function isForeignHeader(text: string): boolean {
  const folded = foldWords(text);
  return (
    FOREIGN.has(folded) ||
    (folded.includes(' ') &&
      FOREIGN.has(folded.split(' ').at(-1) ?? '') &&
      /\b(?:impact|grade|priority|frequency|severity|rating|score|likelihood|probability)$/.test(folded))
  );
}

/** The role a column's header names: `Accountable`, `A`, `Accountable (one)`, `R – Responsible`, `R/A`. */
export function headerRoles(prose: Prose): {
  readonly meanings: readonly Meaning[];
  readonly letter: boolean;
} {
  const text = prose.text.replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > 60) return { meanings: [], letter: false };
  const bare = text.replace(/\s*[(（][^()（）]*[)）]\s*$/, '').trim() || text.replace(/[()（）]/g, '');
  if (/^[RASCIDP]$/.test(bare))
    return { meanings: lettersMeaning(bare, text), letter: !/[(（]\s*\p{L}{4}/u.test(text) };
  const parts = bare.split(/\s*[/&+]\s*/);
  if (parts.length === 2 && parts.every((part) => /^[RA]$/.test(part)))
    return { meanings: ['accountable', 'responsible'], letter: true };
  const meanings = parts.map((part) => roleOf(part)).filter((found): found is Meaning => found !== undefined);
  const whole = meanings.length === parts.length;
  const explicit = letterBeside(text);
  // `Verantwortlich für Ergebnis (A)`, `Verantwortlich (A)`: the letter says which part it is, whatever the word.
  if (explicit && (!whole || (meanings.length === 1 && OF_RACI.has(meanings[0] ?? 'foreign'))))
    return { meanings: [explicit], letter: !whole };
  return whole ? { meanings, letter: false } : { meanings: [], letter: false };
}

const OF_RACI: ReadonlySet<Meaning> = new Set(['accountable', 'responsible', 'consulted', 'informed']);

/** The letter that a header writes beside its words: in brackets, or before a dash or colon. */
function letterBeside(text: string): Meaning | undefined {
  const letter =
    /[(（[]\s?([RACI])\s?[)）\]]$/.exec(text)?.[1] ??
    /^(?:([RACI])\s?[-–—:=]\s|[(（[]([RACI])[)）\]]\s)/
      .exec(text)
      ?.slice(1)
      .find((found) => found !== undefined);
  return letter === undefined ? undefined : LETTER_MEANING[letter];
}

const LETTER_MEANING: Readonly<Record<string, Meaning>> = {
  R: 'responsible',
  A: 'accountable',
  S: 'support',
  C: 'consulted',
  I: 'informed',
  D: 'driver',
  P: 'perform',
};

function lettersMeaning(letter: string, text: string): Meaning[] {
  // `A (Approver)` says which A it is.
  const said = /[(（]\s*([^()（）]+)[)）]/.exec(text)?.[1];
  const meaning = (said ? meaningAt(said.trim())?.meaning : undefined) ?? LETTER_MEANING[letter];
  return meaning ? [meaning] : [];
}

/** Words that may follow a role word over a column without making it something else. */
const PARTY_NOUN =
  /^(?:party|parties|person|people|persons|owner|role|roles|individual|executive|leader|lead|team|teams|team\(s\)|stakeholder|stakeholders|by|to|name|names|one|person\(s\)|party\(ies\)|function|functions|member|members|group|groups|for)?$/;

function roleOf(text: string): Meaning | undefined {
  const plain = text.replace(/^\(?[RASCIDP]\)?\s*[-–—:=]\s*/, '').trim();
  const found = meaningAt(plain);
  if (!found) return undefined;
  const rest = foldWords(plain.slice(found.length)).replace(/^[\s,:–—-]+/, '');
  return rest === '' || PARTY_NOUN.test(rest) || /^[-–—:=]/.test(plain.slice(found.length).trim())
    ? found.meaning
    : undefined;
}
