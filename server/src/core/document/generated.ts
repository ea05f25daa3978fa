import { once } from './reading.ts';

const MARK = /\bdo not edit\b|\b(?:auto-?)?generated (?:by|from|file)\b/i;

/** True for a file marked as written by a program: findings are reported, no fix is offered. */
export const isGenerated = once(({ doc }) => {
  const head = doc.text.slice(0, doc.markdown.bodyStart + 1_500);
  return /\bdo not edit\b/i.test(head) && (MARK.test(head) || /generated/i.test(head));
});
