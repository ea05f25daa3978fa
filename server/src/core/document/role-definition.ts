import { classifyMetric } from '../lexicon/metrics.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Region } from './outline.ts';
import { once } from './reading.ts';

/** The opening paragraph of the owner's section, which defines the owner's role. */
export interface RoleDefinition {
  readonly prose: Prose;
  readonly region: Region;
  readonly sentences: readonly Prose[];
  /** What it speaks of. */
  readonly says: { readonly metric: boolean; readonly stop: boolean; readonly escalation: boolean };
}

const METRIC = /\b(?:business |outcome )?(?:metrics?|kpis?|targets?)\b/i;
const STOP =
  /\b(?:stop(?:s|ping)?|halt(?:s|ing)?|pauses?|pausing|roll(?:s|ing)? (?:it |the system )?back|rollback|kill switch|switch(?:es)? (?:it |the system )?off|shut(?:s)? (?:it |the system )?down|disables?|suspends?)\b/i;
const ESCALATION =
  /\b(?:escalat\w*|disagree\w*|dispute\w*|tie-?break\w*|if they cannot agree|cannot agree|do not agree)\b/i;

/** The role definition; undefined without an owner's section that opens with a paragraph of prose. */
export const roleDefinition = once(({ outline }): RoleDefinition | undefined => {
  const region = outline.regions.find(({ own, kind }) => own && kind === 'owner');
  const [first] = region?.blocks.filter(({ kind }) => kind !== 'comment') ?? [];
  if (!region || first?.kind !== 'paragraph') return undefined;
  const { prose } = first;
  // A paragraph of `**Label:** value` lines is a list of fields, and one that leads into a list no definition.
  if (/^[^.!?\n]{1,60}:(?:\s|$)/.test(prose.text) || /:\s*$/.test(prose.text)) return undefined;
  const { text } = prose;
  const says = {
    metric: METRIC.test(text) || ['business', 'mixed'].includes(classifyMetric(text)),
    stop: STOP.test(text),
    escalation: ESCALATION.test(text),
  };
  return { prose, region, sentences: prose.sentences(), says };
});
