import { perText } from '../text/memo.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import { foldWord, wordSet, wordsOf } from './fold.ts';
import { headKind, isFunctionWord, isGroupWord, isOrganisationWord } from './lexical.ts';
import { NOBODY_WORDS, PLACEHOLDER_PHRASES, PLACEHOLDER_WORDS, SHARED_ADDRESS_WORDS } from './name-words.ts';
import { foldName } from './names.ts';
import type { PartyKind } from './party.ts';
import { isGivenName, looksLikeName, withoutHonorifics } from './person-name.ts';

/** What is known beside the text itself. */
export interface Context {
  readonly directory?: Directory;
  /** Folded names (`foldName`) of people the document names somewhere. */
  readonly knownPeople?: ReadonlySet<string>;
}

/** The reading of one party's text, without offsets. */
export interface Reading {
  readonly kind: PartyKind;
  readonly name?: string;
  readonly title?: string;
  readonly personId?: string;
  readonly bodyName?: string;
  readonly email?: { readonly address: string; readonly shared: boolean };
}

/** Roles and bodies that are family names as well: `James Dean`, `Anna Mesa`. `Jordan Team` is a body. */
const ALSO_A_SURNAME =
  /\s(?:counsel|chef|head|buyer|clerk|leader|dean|keeper|captain|sponsor|crew|bench|mesa|rat|chapter)$/i;
const NOBODY = wordSet(NOBODY_WORDS);
const PLACEHOLDER = wordSet(PLACEHOLDER_WORDS);
const SHARED = wordSet(SHARED_ADDRESS_WORDS);
const PHRASES = PLACEHOLDER_PHRASES.map(foldWord);
const EMAIL = /^[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}$/u;
const BLANK_WORDS =
  /\b(?:name|names|title|role|person|owner|position|insert|your|tbd|tbc|fill|first|last|e-?mail|who|assign|choose|select|pick|placeholder|vorname|nachname|nom|nombre|nome|nama|имя|姓名)\b/iu;

/** True for a text that says on purpose that there is nobody: blank, dashes, `N/A`, `none`. */
function isNobody(text: string): boolean {
  return /^[\s\-–—‐‑‒―−.·•/\\✗✘x×]*$/iu.test(text) || NOBODY.has(foldWord(text).replace(/[.()]+$/, ''));
}

/** True for a text that stands where nobody has been named yet: `TBD`, `[Name]`, `to be appointed`, `???`. */
export const isPlaceholder = perText((text): boolean => {
  const trimmed = text.trim();
  if (/^(?:\?+|_{2,}|\.{3,}|…+|x{2,})$/i.test(trimmed)) return true;
  const blank = /^(?:[[<«]|\$?\{{1,2})([^[\]<>{}«»]{0,80})(?:[\]>»]|\}{1,2})$/u.exec(trimmed)?.[1];
  if (blank !== undefined) return BLANK_WORDS.test(blank) || (!looksLikeName(blank) && !EMAIL.test(blank));
  const flat = foldWord(trimmed).replace(/[.:!?()]+$/, '');
  return (
    PLACEHOLDER.has(flat.replace(/[^\p{L}]/gu, '')) ||
    PLACEHOLDER.has(flat) ||
    PHRASES.some((phrase) => flat.includes(phrase))
  );
});

/**
 * Reads the text of one party, without brackets and markup: the register first, then the form of the text. What
 * cannot be told is `unknown`.
 */
export function classify(text: string, context: Context = {}): Reading {
  const known = registered(text, context);
  if (known) return known;
  const bare = text.replace(/^(?:the|our|der|die|das|le|la|el|los|les)\s+(?=\S)/iu, (article) =>
    keepsArticle(text, article) ? article : '',
  );
  if (isPlaceholder(bare)) return { kind: 'placeholder' };
  if (isNobody(bare)) return { kind: 'nobody' };
  return registered(bare, context) ?? address(bare, context) ?? spelled(bare, context);
}

/** The register's own answer for a text, when it has one. */
export function registered(text: string, { directory }: Context): Reading | undefined {
  const person = directory?.find(text);
  if (person) return fromRegister(person);
  const body = directory?.body(text);
  if (body) return { kind: 'group', bodyName: body.name };
  const holder = directory?.role(text);
  if (holder) return { kind: 'position', title: text, personId: holder.id };
  return undefined;
}

function fromRegister(person: DirectoryPerson): Reading {
  return { kind: 'person', name: person.name, personId: person.id };
}

/** `La`, `Le`, `El` begin names too: they are articles only before a word of the organisation. */
function keepsArticle(text: string, article: string): boolean {
  if (/^(?:the|our)\s/i.test(article)) return false;
  const next = wordsOf(text.slice(article.length))[0] ?? '';
  return !isOrganisationWord(next);
}

function address(text: string, context: Context): Reading | undefined {
  if (/^@[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u.test(text)) {
    const title = wordsOf(text).join(' ');
    const head = headKind(title);
    if (head === 'position') return { kind: head, title };
    return head ? { kind: head } : { kind: 'person', name: text };
  }
  // `@org/team` names a team by construction.
  if (/^@[\p{L}\p{N}-]{1,60}\/[\p{L}\p{N}._-]{1,80}$/u.test(text)) return { kind: 'group' };
  const bare = text.replace(/^(?:mailto:)/i, '').replace(/^<|>$/g, '');
  if (!EMAIL.test(bare)) return undefined;
  const local = bare.split('@')[0] ?? '';
  const words = wordsOf(local.replaceAll('_', ' ').replace(/\+.*$/, ''));
  const given = words.some(isGivenName);
  const position = !given && headKind(words.join(' ')) === 'position';
  // `claims.manager@` is a seat, `claims@` and `owner@` are not.
  const shared =
    !given &&
    words.some((word) => SHARED.has(word) || isGroupWord(word) || (!position && isFunctionWord(word)));
  const email = { address: bare, shared };
  if (shared) return { kind: 'function', email };
  if (position) return { kind: 'position', title: words.join(' '), email };
  const known = context.directory?.find(bare);
  return known ? { ...fromRegister(known), email } : { kind: 'person', name: nameOf(words), email };
}

function nameOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

/** Goes by the words alone. */
function spelled(text: string, context: Context): Reading {
  const { name } = withoutHonorifics(text);
  if (context.knownPeople?.has(foldName(text))) return { kind: 'person', name };
  const named = looksLikeName(text);
  const head = headKind(text);
  // A known given name before one ordinary word is a person: `Grace Law`, `Mark Sales`.
  const given = isGivenName(text.split(/\s/)[0] ?? '') && named;
  if (given && (head === 'function' || !head || ALSO_A_SURNAME.test(text))) return { kind: 'person', name };
  if (head === 'position') return { kind: head, title: text };
  if (head) return { kind: head };
  return named ? { kind: 'person', name } : { kind: 'unknown' };
}
