import type { Rule } from '../rule.ts';
import { raciAccountableNotOwner } from './raci-accountable-not-owner.ts';
import { raciAccountableUnnamed } from './raci-accountable-unnamed.ts';
import { raciCategoryMissing } from './raci-category-missing.ts';
import { raciCommitteeAccountable } from './raci-committee-accountable.ts';
import { raciConflictingSources } from './raci-conflicting-sources.ts';
import { raciLegendOtherModel } from './raci-legend-other-model.ts';
import { raciMissing } from './raci-missing.ts';
import { raciNoAccountable } from './raci-no-accountable.ts';
import { raciNoResponsible } from './raci-no-responsible.ts';
import { raciOverOnePage } from './raci-over-one-page.ts';
import { raciRAndAConfused } from './raci-r-and-a-confused.ts';
import { raciSharedAccountable } from './raci-shared-accountable.ts';
import { raciUnreadableCell } from './raci-unreadable-cell.ts';

/** The `raci` rules, in catalogue order. */
export const raciRules: readonly Rule[] = [
  raciMissing,
  raciCategoryMissing,
  raciNoAccountable,
  raciSharedAccountable,
  raciCommitteeAccountable,
  raciAccountableUnnamed,
  raciAccountableNotOwner,
  raciNoResponsible,
  raciRAndAConfused,
  raciConflictingSources,
  raciLegendOtherModel,
  raciUnreadableCell,
  raciOverOnePage,
];
