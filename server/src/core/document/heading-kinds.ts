import { perText } from '../text/memo.ts';

/** What a heading announces, by its meaning; see the table in docs: any level, order and numbering. */
export type SectionKind =
  | 'owner'
  | 'raci'
  | 'stop'
  | 'escalation'
  | 'escalation-log'
  | 'gate'
  | 'metrics'
  | 'business-case'
  | 'actions'
  | 'operating-model'
  | 'quality';

/** First match wins: the more particular heading stands before the more general. */
const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ['escalation-log', /\bescalation (?:log|register|record|history)\b|\blog of escalations\b/],
  [
    'stop',
    /\bstop(?:ping)? (?:authority|right|rule|the system)|\bright to stop\b|\boff[- ]switch\b|\bshutting (?:it|the system) down\b|\bhalt\b|\bkill[- ]?switch\b|\broll[- ]?back\b|\bwho (?:may|can) (?:stop|pause|halt)\b|\bemergency stop\b|\bstop authority\b/,
  ],
  [
    'escalation',
    /\bescalat(?:ion|ing|e)\b|\bconflict resolution\b|\bdisagree(?:ment|ments)?\b|\bdispute(?:s)?\b/,
  ],
  ['business-case', /\bbusiness case\b/],
  [
    'gate',
    /\bfunding gate\b|\bproduction gate\b|\bstage gate\b|\bgate (?:decision|record)\b|\bproduction funding\b|^gate$|\bgo[- ]live gate\b|\bfunding decision\b|\bgate review\b/,
  ],
  [
    'actions',
    /\b(?:agent|agentic|permitted|allowed|autonomous) actions?\b|\bactions? (?:the )?(?:agent|system)\b|\baction limits?\b|^actions$|\bactions and limits\b|\bwhat (?:the |this )?(?:ai )?(?:agent|system|assistant|it|model|bot) (?:may|can|is allowed to|does|will)\b.{0,20}(?:\bdo|\bby itself|\balone|\bon its own|$)/,
  ],
  ['operating-model', /\boperating model\b|\bownership model\b/],
  [
    'raci',
    /\bdecision[- ]rights?\b|\braci\b|\brasci\b|\bdaci\b|\brapid\b|\bwho decides\b|\bdecision[- ]matrix\b|\bdecision makers?\b|\bresponsibility (?:assignment )?matrix\b|\bgo[- ]live approval\b|\bproduction (?:go[- ]live|approval)\b|\bapproval of (?:production )?go[- ]live\b/,
  ],
  ['owner', /\bowner(?:s|ship)?\b|\bwho owns\b|\baccountab(?:le|ility)\b|\brole definition\b/],
  ['metrics', /\bmetrics?\b|\bsuccess\b|\boutcomes?\b|\bkpis?\b|\bkey results\b|^(?:business )?targets$/],
  ['quality', /\bquality\b|\boutput control\b/],
];

/** The kind of a heading's text; undefined when it announces none of ours. */
export const headingKind = perText((text): SectionKind | undefined => {
  const plain = text
    .toLowerCase()
    .replace(/^[\s\d.)(]+/, '')
    .replace(/[*_`]/g, '')
    // Blanks and hyphens that keep a line together.
    .replace(/\s+/g, ' ')
    .replace(/[‐‑]/g, '-')
    .trim();
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
});
