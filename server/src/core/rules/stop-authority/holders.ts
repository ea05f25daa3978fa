import type { Mention } from '../../document/mention.ts';
import { titleOf } from '../../document/mentions.ts';
import { once, type Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf } from '../../document/stop-authority.ts';
import { distinct, isOwner, sameMention } from '../../document/subjects.ts';
import type { Party } from '../../parties/party.ts';
import { isEngineeringHolder } from '../../parties/titles.ts';
import { soundOwner } from './shared.ts';

/** What is wrong with who holds the stop right. */
export interface HolderFault {
  readonly fault: 'collective' | 'engineering' | 'not-owner';
  /** The holder at fault; of several the second. */
  readonly mention: Mention;
  /** All holders of the statement, each once. */
  readonly holders: readonly Mention[];
  /** For `not-owner`: whose right it should be. */
  readonly owner?: Mention;
  readonly statement: StopStatement;
  /** The same fault, said again elsewhere. */
  readonly again: readonly { readonly mention: Mention; readonly statement: StopStatement }[];
}

/**
 * The first fault that applies to the holders, for frontmatter and for the body. The same fault with the same
 * holder in both is one; a body that names another holder than frontmatter is judged by itself.
 */
export const holderFaults = once((reading): readonly HolderFault[] => {
  const { statements, invalid } = stopAuthorityOf(reading);
  if (invalid) return [];
  const front = faultOf(
    reading,
    statements.filter(({ source, asks }) => source === 'frontmatter' && !asks),
  );
  const body = faultOf(
    reading,
    statements.filter(({ source, asks }) => source !== 'frontmatter' && !asks),
  );
  if (!front || !body) return [front, body].filter((fault) => fault !== undefined);
  const same =
    front.fault === body.fault &&
    (front.fault === 'collective' || sameMention(reading, front.mention, body.mention));
  if (!same) return [front, body];
  const again = [{ mention: body.mention, statement: body.statement }, ...body.again];
  return [{ ...front, again }];
});

function faultOf(reading: Reading, statements: readonly StopStatement[]): HolderFault | undefined {
  const all = statements.flatMap((statement) => statement.holders.map((mention) => ({ mention, statement })));
  const named = all.filter(
    ({ mention: { party } }) => party.kind !== 'placeholder' && party.kind !== 'nobody',
  );
  const holders = distinct(
    reading,
    named.map(({ mention }) => mention),
  );
  const [first, second] = holders;
  if (!first) return undefined;
  const make = (fault: HolderFault['fault'], mention: Mention, owner?: Mention): HolderFault | undefined => {
    const [place, ...again] = named.filter((one) => sameMention(reading, one.mention, mention));
    if (!place) return undefined;
    const { statement } = place;
    // Several holders are one fault, wherever each of them stands.
    return { fault, mention, holders, statement, again: second ? [] : again, ...(owner && { owner }) };
  };
  if (second) return make('collective', second);
  if (isBody(first)) return make('collective', first);
  if (isOwner(reading, first) || isOwner(reading, chairOf(first) ?? first)) return undefined;
  if (isEngineering(reading, first)) return make('engineering', first);
  const owner = soundOwner(reading);
  return owner && first.party.kind !== 'unknown' ? make('not-owner', first, owner) : undefined;
}

/** A body decides together; one with a named chair is the chair, and a rota is one person at a time. */
function isBody({ party }: Mention): boolean {
  if (party.kind !== 'group' || namesChair(party)) return false;
  return !(
    /\bon[- ]?call\b|\brota\b/i.test(party.text) &&
    !/\b(?:teams?|group|committee|board|council)\b/i.test(party.text)
  );
}

/** The chair counts where the text names it, not where only the register does. */
function namesChair({ text, chair }: Party): boolean {
  return chair !== undefined && text.includes(chair.name ?? chair.text);
}

/** The chair of a body, where text or register knows one. */
export function chairOf(mention: Mention): Mention | undefined {
  const { chair } = mention.party;
  return chair && { ...mention, party: chair };
}

/** True when the holder sits with engineering, operations or a vendor. */
export function isEngineering(reading: Reading, { party }: Mention): boolean {
  const title = titleOf(reading, party);
  // A person's name is no title: Oliver Cloud.
  return isEngineeringHolder(title ?? (party.kind === 'person' ? '' : party.text));
}
