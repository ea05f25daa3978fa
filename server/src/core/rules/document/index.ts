import type { Rule } from '../rule.ts';
import { configInvalid } from './config-invalid.ts';
import { directiveUnused } from './directive-unused.ts';
import { directiveWithoutReason } from './directive-without-reason.ts';
import { docCommitteeHeavy } from './doc-committee-heavy.ts';
import { docDecisionDeferred } from './doc-decision-deferred.ts';
import { docOverTwoPages } from './doc-over-two-pages.ts';
import { docPlaceholder } from './doc-placeholder.ts';
import { docSectionMissing } from './doc-section-missing.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { frontmatterInvalid } from './frontmatter-invalid.ts';
import { frontmatterMissing } from './frontmatter-missing.ts';
import { frontmatterUnknownKey } from './frontmatter-unknown-key.ts';
import { initiativeMissing } from './initiative-missing.ts';
import { linkBroken } from './link-broken.ts';
import { nameSuspicious } from './name-suspicious.ts';
import { tooComplex } from './too-complex.ts';

/** The `document` rules, in catalogue order. */
export const documentRules: readonly Rule[] = [
  docOverTwoPages,
  docSectionMissing,
  docPlaceholder,
  docDecisionDeferred,
  docCommitteeHeavy,
  frontmatterMissing,
  frontmatterInvalid,
  frontmatterUnknownKey,
  initiativeMissing,
  directiveWithoutReason,
  directiveUnused,
  linkBroken,
  configInvalid,
  fileUnreadable,
  tooComplex,
  nameSuspicious,
];
