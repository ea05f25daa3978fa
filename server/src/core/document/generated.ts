import { once } from './reading.ts';

/** True for a file marked as written by a program: findings are reported, no fix is offered. */
export const isGenerated = once(({ doc }) => {
  const head = doc.text.slice(0, doc.markdown.bodyStart + 1_500);
  return /\bdo not edit\b/i.test(head);
});
