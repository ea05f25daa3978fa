import type { Rule } from '../rule.ts';
import { agenticActionsUnbounded } from './agentic-actions-unbounded.ts';
import { agenticMisdeclared } from './agentic-misdeclared.ts';
import { agenticWithoutStructure } from './agentic-without-structure.ts';
import { autonomyUndeclared } from './autonomy-undeclared.ts';

/** The `agentic` rules, in catalogue order. */
export const agenticRules: readonly Rule[] = [
  autonomyUndeclared,
  agenticMisdeclared,
  agenticWithoutStructure,
  agenticActionsUnbounded,
];
