import { type DecisionRow, decisionsOf } from '../document/decisions.ts';
import type { Reading } from '../document/reading.ts';
import type { PartyKind } from '../parties/party.ts';
import { findDurations } from '../text/duration.ts';
import { freeze, type Span } from '../text/span.ts';
import { disjoint, frontmatterScalars, mentionsIn } from './mentions-in.ts';
import type { TokenType } from './token-legend.ts';

/** A stretch of text that is coloured by what it means. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

const PARTIES: Readonly<Partial<Record<PartyKind, TokenType>>> = {
  person: 'person',
  position: 'position',
  function: 'businessFunction',
  group: 'group',
  placeholder: 'placeholder',
};

/** The parties, RACI letters and lengths of time of a document, in order and without overlap. */
export function semanticTokens(reading: Reading): Token[] {
  const tokens: Token[] = [];
  for (const row of decisionsOf(reading).rows) tokens.push(...letters(row));
  for (const { party, span } of mentionsIn(reading)) {
    const type = PARTIES[party.kind];
    if (type) tokens.push({ span: freeze(span), type });
  }
  for (const { inner } of frontmatterScalars(reading).durations)
    tokens.push({ span: inner, type: 'duration' });
  for (const { prose, region } of reading.outline.texts) {
    if (region.kind !== 'escalation' && region.kind !== 'stop') continue;
    for (const { start, end } of findDurations(prose.text))
      tokens.push({ span: freeze(prose.at(start, end)), type: 'duration' });
  }
  return disjoint(tokens);
}

/** The letters of a matrix row; where names stand in cells, the names are parties and not letters. */
function letters(row: DecisionRow): Token[] {
  return (['accountable', 'responsible', 'consulted', 'informed'] as const).flatMap((type) =>
    row[type].flatMap(({ span, header }) => (header ? [{ span: freeze(span), type }] : [])),
  );
}
