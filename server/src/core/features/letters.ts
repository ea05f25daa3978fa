import type { RaciModel, RaciRole } from '../document/raci/model.ts';

/** A letter of a table, and what it means in the table's model. */
export interface Letter {
  readonly letter: string;
  readonly word: string;
  readonly meaning: string;
  readonly role: RaciRole;
}

const INFORMED: Letter = {
  letter: 'I',
  word: 'Informed',
  meaning: 'is told once the decision is made',
  role: 'informed',
};
const RACI: readonly Letter[] = [
  { letter: 'R', word: 'Responsible', meaning: 'does the work of the decision', role: 'responsible' },
  {
    letter: 'A',
    word: 'Accountable',
    meaning: 'makes the decision and answers for it; exactly one in each row',
    role: 'accountable',
  },
  { letter: 'C', word: 'Consulted', meaning: 'is asked before the decision is made', role: 'consulted' },
  INFORMED,
];

/** The letters of each model, in the model's own order. The same letter means different things in each. */
export const LETTERS: Readonly<Record<RaciModel, readonly Letter[]>> = {
  raci: RACI,
  rasci: [
    ...RACI.slice(0, 2),
    { letter: 'S', word: 'Support', meaning: 'helps those who do the work', role: 'support' },
    ...RACI.slice(2),
  ],
  daci: [
    {
      letter: 'D',
      word: 'Driver',
      meaning: 'drives the work until there is a decision',
      role: 'responsible',
    },
    {
      letter: 'A',
      word: 'Approver',
      meaning: 'approves: the one who decides in this model',
      role: 'accountable',
    },
    {
      letter: 'C',
      word: 'Contributor',
      meaning: 'contributes knowledge before the decision',
      role: 'consulted',
    },
    INFORMED,
  ],
  rapid: [
    { letter: 'R', word: 'Recommend', meaning: 'recommends what to decide', role: 'other' },
    {
      letter: 'A',
      word: 'Agree',
      meaning: 'has to agree before the recommendation is decided; not the one who decides',
      role: 'other',
    },
    { letter: 'P', word: 'Perform', meaning: 'carries the decision out', role: 'responsible' },
    { letter: 'I', word: 'Input', meaning: 'gives input before the decision', role: 'consulted' },
    { letter: 'D', word: 'Decide', meaning: 'decides and answers for it', role: 'accountable' },
  ],
};
