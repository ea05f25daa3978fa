import type { Assignment } from '../document/decisions.ts';
import type { Mention } from '../document/mention.ts';
import { titleOf } from '../document/mentions.ts';
import { ownerMention } from '../document/owner.ts';
import { roleHolder } from '../document/people.ts';
import type { Reading } from '../document/reading.ts';
import { holderOfPosition, isActive, personOf } from '../document/seniority.ts';
import { distinct, isOwnerWord } from '../document/subjects.ts';
import type { Party } from '../parties/party.ts';
import type { Span } from '../text/span.ts';
import type { Named, Place, SaidText } from './model.ts';

/** The line of an offset, from 1. The core knows offsets only: hosts know lines. */
export type LineOf = (offset: number) => number;

/** Turns what a document says into answers with their places. */
export class Speaker {
  constructor(
    readonly reading: Reading,
    readonly path: string,
    private readonly lineOf: LineOf,
  ) {}

  place(span: Span): Place {
    return { path: this.path, line: this.lineOf(span.start) };
  }

  said(one: { readonly value: string; readonly span: Span } | undefined): SaidText | null {
    return one ? { text: oneLine(one.value), ...this.place(one.span) } : null;
  }

  named(mention: Mention, span: Span = mention.span, condition?: string): Named {
    const { reading } = this;
    const party = this.#resolved(mention.party);
    const entry = personOf(reading, party) ?? this.#holder(party);
    const held = condition ?? party.condition;
    const title = entry?.title ?? titleOf(reading, party) ?? party.title;
    const name = oneLine(entry?.name ?? party.name ?? party.bodyName ?? party.text);
    return {
      name,
      kind: entry ? 'person' : kindOf(party),
      title: title === undefined || oneLine(title) === name ? null : oneLine(title),
      id: entry?.id ?? null,
      handles: entry?.handles ?? [],
      active: entry ? isActive(reading, entry) : true,
      written: oneLine(mention.party.text),
      condition: held === undefined ? null : oneLine(held),
      ...this.place(span),
    };
  }

  /** Each human once; explicit dashes are nobody. */
  all(mentions: readonly Mention[]): Named[] {
    const somebody = mentions.filter(({ party }) => party.kind !== 'nobody');
    return distinct(this.reading, somebody).map((mention) => this.named(mention));
  }

  assigned(assignments: readonly Assignment[]): Named[] {
    const out: Named[] = [];
    for (const { mention, span, condition } of assignments) {
      if (mention.party.kind === 'nobody') continue;
      const named = this.named(mention, span, condition);
      if (!out.some((other) => other.name === named.name && other.kind === named.kind)) out.push(named);
    }
    return out;
  }

  /** The register's person for a position. */
  #holder(party: Party): ReturnType<typeof holderOfPosition> {
    return party.kind === 'position' ? holderOfPosition(this.reading, party) : undefined;
  }

  /** With the words for the owner, and the positions the document fills, replaced by their person. */
  #resolved(party: Party): Party {
    if (party.kind === 'person') return party;
    if (isOwnerWord(party.text)) return ownerMention(this.reading)?.party ?? party;
    return party.kind === 'position' ? (roleHolder(this.reading, party.title ?? party.text) ?? party) : party;
  }
}

function kindOf({ kind }: Party): Named['kind'] {
  if (kind === 'person' || kind === 'placeholder') return kind;
  return kind === 'group' ? 'body' : 'position';
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
