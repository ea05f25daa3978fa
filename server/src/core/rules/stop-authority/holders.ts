import type { Mention } from '../../document/mention.ts';
import { titleOf } from '../../document/mentions.ts';
import { once, type Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf } from '../../document/stop-authority.ts';
import { distinct, isOwner, isOwnerWord, sameMention } from '../../document/subjects.ts';
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
  const make = (fault: HolderFault['fault'], mention: Mention): HolderFault => {
    const places = named.filter((one) => sameMention(reading, one.mention, mention));
    const statement = places[0]?.statement ?? named[0]?.statement;
    if (!statement) throw new RangeError('a holder without a statement');
    return { fault, mention, holders, statement, again: fault === 'collective' ? [] : places.slice(1) };
  };
  if (second) return make('collective', second);
  if (isBody(first)) return make('collective', first);
  if (isOwner(reading, first) || isOwner(reading, chairOf(first))) return undefined;
  if (isEngineering(reading, first)) return make('engineering', first);
  const owner = soundOwner(reading);
  if (!owner || first.party.kind === 'unknown') return undefined;
  return make('not-owner', first);
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

function chairOf(mention: Mention): Mention {
  return mention.party.chair ? { ...mention, party: mention.party.chair } : mention;
}

/** True when the holder sits with engineering, operations or a vendor. */
export function isEngineering(reading: Reading, { party }: Mention): boolean {
  if (isOwnerWord(party.text)) return false;
  const title = titleOf(reading, party) ?? party.title;
  return isEngineeringHolder(title ?? (party.kind === 'person' ? '' : party.text));
}
