import type { Severity } from '../finding.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './mention.ts';
import { type OwnerReading, ownerOf, ownerUnreadable } from './owner.ts';
import { titleOf } from './people.ts';
import { once, type Reading } from './reading.ts';
import {
  holderOfPosition,
  isCoeParty,
  isCtoParty,
  leadsAFunction,
  minRankIndex,
  personOf,
  rankIndexOf,
  sideOfParty,
} from './seniority.ts';

/** What may be wrong with the holder of the owner's seat. Each has a rule of that id. */
export type OwnerFault =
  | 'owner-unnamed'
  | 'owner-shared'
  | 'owner-is-committee'
  | 'owner-is-cto'
  | 'coe-owns-without-authority'
  | 'owner-is-data-or-engineering'
  | 'owner-below-seniority'
  | 'owner-seniority-unknown';

/** The one finding that applies to the owner, with what its rule needs to say it. */
export interface OwnerVerdict {
  readonly rule: OwnerFault;
  readonly owner: OwnerReading;
  /** The holder at fault; for `owner-shared` the second. Undefined for a blank place. */
  readonly mention: Mention | undefined;
  readonly span: Span;
  readonly severity?: Severity;
  /** For `owner-unnamed`: what stands there instead of a person. */
  readonly instead?: 'blank' | 'placeholder' | 'alias' | 'function' | 'position';
}

/** The first finding that applies to the owner, in the settled order; undefined when none does or there is no owner. */
export const ownerVerdict = once((reading): OwnerVerdict | undefined => {
  const owner = ownerOf(reading);
  if (!owner || ownerUnreadable(reading)) return undefined;
  const [mention, second] = owner.mentions;
  if (!mention)
    return { rule: 'owner-unnamed', owner, mention: undefined, span: owner.span, instead: 'blank' };
  // Rows of the decision table have rules of their own for what is no single person.
  const named = owner.from === 'owner';
  if (!named && (second || mention.party.kind === 'group')) return coeVerdict(reading, owner, mention);
  const base = { owner, mention, span: mention.span };
  const { party } = mention;
  const unit = owner.unit?.value;
  if (named) {
    const instead = notAPerson(mention);
    if (instead) return { ...base, rule: 'owner-unnamed', instead };
    if (second) return { ...base, rule: 'owner-shared', mention: second, span: second.span };
    if (party.kind === 'group' && !isCoeParty(reading, party, unit))
      return { ...base, rule: 'owner-is-committee' };
  }
  if (isCtoParty(reading, party)) return { ...base, rule: 'owner-is-cto' };
  const coe = coeVerdict(reading, owner, mention);
  if (coe) return coe;
  if (isCoeParty(reading, party, unit)) return undefined;
  const side = sideOfParty(reading, party, unit);
  if (side === 'data' || side === 'technology') return { ...base, rule: 'owner-is-data-or-engineering' };
  if (!named && party.kind !== 'person') return undefined;
  if (party.kind === 'position') {
    const severity = holderOfPosition(reading, party) ? 'warning' : 'error';
    return { ...base, rule: 'owner-unnamed', instead: 'position', severity };
  }
  return seniority(reading, owner, mention);
});

/** The owner where a person sits in the seat who may stay in it; the rules about an owner's duties ask for this one. */
export const soundOwner = once((reading): Mention | undefined => {
  const mentions = ownerOf(reading)?.mentions ?? [];
  const [only] = mentions;
  if (!only || mentions.length > 1 || only.party.kind !== 'person' || ownerUnreadable(reading))
    return undefined;
  const fault = ownerVerdict(reading)?.rule;
  return fault === undefined || fault === 'owner-below-seniority' || fault === 'owner-seniority-unknown'
    ? only
    : undefined;
});

/** The parts of the authority an owner needs that a Centre of Excellence does not say it has. */
export const missingAuthority = once((reading): readonly string[] => {
  const stated = reading.frontmatter
    .texts('operating_model', 'authority')
    .map(({ text }) => text.toLowerCase());
  const texts = reading.outline.texts
    .filter(({ region }) => region.kind === 'operating-model')
    .map(({ prose }) => prose.text.toLowerCase());
  return ['budget', 'adoption', 'integration'].filter(
    (part) =>
      !stated.includes(part) && !texts.some((text) => /\bauthority\b/.test(text) && text.includes(part)),
  );
});

/** A Centre of Excellence as owner: without the authority, a matter of its own; on loan until a handoff, fine. */
function coeVerdict(reading: Reading, owner: OwnerReading, mention: Mention): OwnerVerdict | undefined {
  if (!isCoeParty(reading, mention.party, owner.unit?.value)) return undefined;
  const base = { owner, mention, span: mention.span };
  // Who holds a cross-functional case for a time is judged by its handoff date.
  if (reading.frontmatter.bool('operating_model', 'cross_functional') === true) return undefined;
  if (missingAuthority(reading).length > 0) return { ...base, rule: 'coe-owns-without-authority' };
  return { ...base, rule: 'owner-is-data-or-engineering' };
}

function notAPerson({ party }: Mention): OwnerVerdict['instead'] {
  if (party.kind === 'placeholder') return 'placeholder';
  if (party.email?.shared && party.name === undefined) return 'alias';
  return party.kind === 'function' ? 'function' : undefined;
}

function seniority(reading: Reading, owner: OwnerReading, mention: Mention): OwnerVerdict | undefined {
  const base = { owner, mention, span: mention.span };
  const { party } = mention;
  if (reading.frontmatter.text('owner', 'exception', 'reason') !== undefined) return undefined;
  const title = titleOf(reading, party);
  const index = rankIndexOf(reading, party, title);
  const least = minRankIndex(reading);
  if (index === undefined) {
    const entry = personOf(reading, party);
    // A title whose rank we do not know is a title all the same.
    if (title !== undefined || entry?.rank !== undefined) return undefined;
    // Whom the register does not hold is reported as such, and not for the missing title as well.
    if (reading.people.people.length > 0 && !entry) return undefined;
    return { ...base, rule: 'owner-seniority-unknown' };
  }
  if (least === undefined || index <= least) return undefined;
  if (!leadsAFunction(reading, party, title)) return { ...base, rule: 'owner-below-seniority' };
  if (reading.config.acceptFunctionalLead) return undefined;
  return { ...base, rule: 'owner-below-seniority', severity: 'warning' };
}
