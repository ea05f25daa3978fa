/**
 * What semantic tokens tell apart, in the protocol's order: kinds of party, the four letters, lengths of time.
 * The extension's manifest contributes the same names with their colours.
 */
export const TOKEN_LEGEND = [
  'person',
  'position',
  'businessFunction',
  'group',
  'placeholder',
  'accountable',
  'responsible',
  'consulted',
  'informed',
  'duration',
] as const;

export type TokenType = (typeof TOKEN_LEGEND)[number];
