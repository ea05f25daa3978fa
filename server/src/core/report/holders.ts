import { CATEGORIES, type DecisionRow, decisionsOf } from '../document/decisions.ts';
import { escalationOf } from '../document/escalation.ts';
import type { Mention } from '../document/mention.ts';
import { titleOf } from '../document/mentions.ts';
import { ownerMention, ownerOf } from '../document/owner.ts';
import { roleHolder } from '../document/people.ts';
import type { Reading } from '../document/reading.ts';
import { holderOfPosition } from '../document/seniority.ts';
import { stopAuthorityOf } from '../document/stop-authority.ts';
import { isOwnerWord } from '../document/subjects.ts';
import { foldName, foldPosition } from '../parties/names.ts';
import type { Party } from '../parties/party.ts';
import type { Span } from '../text/span.ts';
import type { EntrySeat, Holder, SeatKind } from './model.ts';

/** Who a mention is, across documents; undefined for a blank or a placeholder. */
export function holderOf(reading: Reading, mention: Mention): Holder | undefined {
  const party = resolved(reading, mention.party);
  if (party.kind === 'placeholder' || party.kind === 'nobody') return undefined;
  const known =
    party.kind === 'position'
      ? holderOfPosition(reading, party)
      : party.personId === undefined
        ? undefined
        : reading.people.byId(party.personId);
  const name = oneLine(known?.name ?? party.name ?? party.bodyName ?? party.text);
  if (known || party.kind === 'person') {
    // Namesakes of the register stay apart; a name nobody registered is one person wherever it stands.
    const namesakes = known !== undefined && reading.people.allByName(known.name).length > 1;
    const key = `person ${foldName(name)}${namesakes ? ` #${known.id}` : ''}`;
    const title = known?.title ?? titleOf(reading, party) ?? party.title;
    return { key, kind: 'person', name, title: title === undefined ? null : oneLine(title) };
  }
  const kind = party.kind === 'group' ? 'body' : 'position';
  return { key: `${kind} ${foldPosition(name)}`, kind, name, title: null };
}

/** The party, with the words for the owner and the positions the document fills replaced by their person. */
function resolved(reading: Reading, party: Party): Party {
  if (party.kind === 'person' || party.personId !== undefined) return party;
  if (isOwnerWord(party.text)) return ownerMention(reading)?.party ?? party;
  return party.kind === 'position' ? (roleHolder(reading, party.title ?? party.text) ?? party) : party;
}

/** Everything the document gives to somebody; each holder once for each thing. */
export function seatsOf(reading: Reading, lineOf: (offset: number) => number): EntrySeat[] {
  const seats: EntrySeat[] = [];
  const seen = new Set<string>();
  const add = (kind: SeatKind, what: string, span: Span, mention: Mention): void => {
    const holder = holderOf(reading, mention);
    if (!holder) return;
    const key = `${kind}\n${holder.key}\n${kind === 'other-decision' ? what : ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    seats.push({ holder, kind, what, line: lineOf(span.start) });
  };
  const owner = ownerOf(reading);
  if (owner?.from === 'owner')
    for (const mention of owner.mentions) add('owner', 'Owner', mention.span, mention);
  const { rows } = decisionsOf(reading);
  const addRow = (kind: SeatKind, row: DecisionRow): void => {
    for (const { mention, span } of row.accountable) add(kind, oneLine(row.label), span, mention);
  };
  for (const category of CATEGORIES) {
    const about = rows.filter((row) => row.categories.includes(category) && row.accountable.length > 0);
    const said = about.filter(({ source }) => source === 'frontmatter');
    for (const row of said.length > 0 ? said : about) addRow(category, row);
  }
  const ordinary = rows.filter((row) => !CATEGORIES.some((category) => row.categories.includes(category)));
  for (const row of ordinary) addRow('other-decision', row);
  for (const mention of stopAuthorityOf(reading).holders)
    add('stop-right', 'Stop right', mention.span, mention);
  for (const mention of escalationOf(reading).tieBreakers)
    add('tie-breaker', 'Decides a disagreement', mention.span, mention);
  return seats;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
