import { decisionsOf } from './decisions.ts';
import { once } from './reading.ts';

/**
 * True unless the file is ours only because the command line names it and nothing in it is about decision
 * rights: a README's "Rollback" or a support policy's "Escalation" is then no statement of ours.
 */
export const isAboutDecisions = once((reading): boolean => {
  if (!reading.doc.namedOnly || reading.frontmatter.present) return true;
  if (decisionsOf(reading).tables.length > 0) return true;
  return reading.outline.regions.some(({ heading }) =>
    /\bdecision[- ]rights?\b|\bstop(?:ping)? (?:authority|right)\b|\braci\b|\bwho (?:decides|may stop)\b/i.test(
      heading?.prose.text ?? '',
    ),
  );
});
