import { Frontmatter } from '../frontmatter/frontmatter.ts';

/** Keys that only a decision-rights document has; `title`, `status` or `owner` stand in everybody's frontmatter. */
const OURS: ReadonlySet<string> = new Set([
  'initiative',
  'autonomy',
  'use_case_class',
  'benefiting_unit',
  'technical_owner',
  'technical_metrics',
  'decisions',
  'raci_model',
  'stop_authority',
  'escalation',
  'gate',
  'operating_model',
  'quality_control',
]);

const bare = new WeakMap<Frontmatter, Frontmatter>();

/**
 * A file that is ours only because the command line names it may carry the frontmatter of another tool: a site
 * generator's, a wiki's. Unless one of its keys is ours alone, its keys say nothing about decision rights.
 */
export function withoutForeignKeys(frontmatter: Frontmatter): Frontmatter {
  const { root } = frontmatter;
  if (!root || root.entries.some(({ key }) => OURS.has(key))) return frontmatter;
  let empty = bare.get(frontmatter);
  if (!empty) {
    const { block, content, closed, comments } = frontmatter;
    empty = new Frontmatter(block, content, closed, undefined, [], comments);
    bare.set(frontmatter, empty);
  }
  return empty;
}
