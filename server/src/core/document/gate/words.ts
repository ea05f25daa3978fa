import { looksLikePlaceholder } from '../../yaml/validate.ts';

/** What a label of a gate record announces. */
export type GateLabel =
  | 'defined-on'
  | 'decide-by'
  | 'decided-on'
  | 'decision-date'
  | 'decider'
  | 'decision'
  | 'blocked'
  | 'ask-to'
  | 'ask-by'
  | 'readiness'
  | 'amount'
  | 'cost-centre'
  | 'approved-by'
  | 'approved-on'
  | 'signed-by'
  | 'evidence'
  | GateQuestion;

/** The three questions of the funding gate: business case in business terms, owner accepts, budget approved. */
export type GateQuestion = 'case' | 'owner' | 'budget';

/** The questions in the order in which they are asked. */
export const GATE_QUESTIONS: readonly GateQuestion[] = ['case', 'owner', 'budget'];

/** What was decided: `other` is an outcome that is neither a pass nor a no-pass. */
export type GateVerdict = 'pass' | 'no-pass' | 'pending' | 'other';

const LABELS: readonly (readonly [GateLabel, RegExp])[] = [
  [
    'defined-on',
    /^(?:gate )?(?:defined|agreed|set up|established)(?: on| at| date)?$|^date (?:defined|agreed)$/,
  ],
  [
    'decide-by',
    /^(?:to be )?(?:decide|decision due|decision needed|due|decision expected)(?: by| on| date)?$|^(?:decision |gate )?deadline$|^(?:gate )?due date$/,
  ],
  [
    'decided-on',
    /^(?:decided|decision (?:made|taken)|passed|date decided|date of (?:the )?decision)(?: on| at)?$/,
  ],
  [
    'decision-date',
    /^(?:gate |decision )(?:date|day|meeting|by|review)$|^date(?: of (?:the )?gate)?$|^when$/,
  ],
  [
    'decider',
    /^(?:gate )?(?:decider|decision[ -]?maker|decision owner|approver|gate owner|gate keeper|gatekeeper)$|^(?:who )?(?:decides|decided by)$|^who decides$|^taken by$/,
  ],
  [
    'decision',
    /^(?:gate |funding |final )?(?:decision|outcome|result|verdict|ruling)$|^gate status$|^pass\/no-pass$/,
  ],
  [
    'blocked',
    /^(?:funding )?(?:blocked|blocker|blockers|block|blocking issue|blocked by|blocked because|reason blocked|blocked reason)$/,
  ],
  ['ask-by', /^(?:ask|answer|reply|response)(?: (?:needed|due|expected))? by$|^ask (?:due|date|deadline)$/],
  [
    'ask-to',
    /^(?:ask|the ask|ask to|asked|ask of|asked of|escalat(?:e|ed|ion)(?: to)?|time-bound ask|executive ask)$/,
  ],
  ['readiness', /\breadiness\b/],
  ['amount', /^(?:approved |budget |production )*(?:amount|sum)$/],
  [
    'cost-centre',
    /^(?:budget )?cost ?-?cent(?:re|er)$|^(?:charged|booked) to$|^(?:paid|funded) (?:by|from)$|^budget (?:holder|source)$/,
  ],
  ['approved-on', /^(?:budget )?(?:approved on|approval date|date approved)$/],
  ['approved-by', /^(?:budget )?(?:approved by|approver of the budget|budget approver|approval by)$/],
  [
    'signed-by',
    /^(?:(?:business )?case )?(?:signed(?: off)?(?: by)?|signatory|signature|sign-?off)$|^(?:executive |business case |case )?sponsor$/,
  ],
  ['evidence', /^(?:pilot |business case )?evidence$|^pilot results?$/],
];

const BUSINESS_CASE = /\bbusiness case\b|\bin business terms\b|\bbusiness[- ]terms\b/;
const OWNER_ACCEPTS =
  /\bowner\b.{0,60}\baccept|\baccept\w*\b.{0,60}\b(?:accountab|owner|outcome)|\bnamed (?:business )?owner\b|\bowner accepted\b|\bformally accept/;
const BUDGET =
  /\b(?:budget|funding|funds)\b.{0,40}\b(?:approv|secur|allocat|releas|confirm|granted|available|in place)|\bapproved (?:production )?(?:budget|funding)\b|^(?:production |the )?(?:budget|funding)$/;

/** A label or question as words: lower case, no numbering, no mark at its end. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/^\s*(?:q?\d{1,2}[.):]?|[-–—•])\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/[?:\s]+$/, '')
    .trim();
}

/** What a label of the gate's section announces; undefined for labels that mean nothing here. */
export function gateLabel(label: string): GateLabel | undefined {
  const text = plain(label);
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? gateQuestion(label);
}

/** Which of the three questions a text asks; undefined for other texts. */
export function gateQuestion(label: string): GateQuestion | undefined {
  const text = plain(label);
  if (text.length > 160) return undefined;
  if (OWNER_ACCEPTS.test(text)) return 'owner';
  if (BUDGET.test(text)) return 'budget';
  return BUSINESS_CASE.test(text) ? 'case' : undefined;
}

const YES =
  /^(?:yes|y|ja|oui|s[ií]|sim|ya|да|是|true|approved|accepted|confirmed|granted|✅|✔|✓|☑|\[x\])(?![\p{L}\p{N}])/iu;
const NO =
  /^(?:no|n|nein|non|n[ãa]o|tidak|нет|否|false|not|rejected|declined|refused|denied|❌|✗|✘|☒)(?![\p{L}\p{N}])/iu;
const UNTOLD =
  /^(?:yes ?(?:\/|or|\|) ?no|no answer|not (?:yet )?(?:answered|known|assessed|applicable)|n\/a|pending|open\b|tbd|to be)/i;

/** The answer with which a text begins, and where the rest of it starts; undefined when it gives none. */
export function readAnswer(text: string): { readonly yes: boolean; readonly end: number } | undefined {
  const lead = /^[\s>→:–—,.*_-]*/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead).replace(/^\[(?=yes|no\b)/i, '');
  if (UNTOLD.test(rest) || isOpen(rest)) return undefined;
  const match = YES.exec(rest) ?? NO.exec(rest);
  if (!match) return undefined;
  return { yes: YES.test(rest), end: lead + match[0].length };
}

/** True for a value that is still to be filled in, or a dash. */
export function isOpen(text: string): boolean {
  const bare = text.trim().replace(/[*_`.]+$/, '');
  return bare === '' || /^[—–-]$/.test(bare) || looksLikePlaceholder(bare) || /^\[[^\]]*\](?!\()/.test(bare);
}

/** A decision written in frontmatter: exactly one of the three values, in any case and with any hyphen. */
export function frontmatterVerdict(text: string): GateVerdict | undefined {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (folded === 'pass' || folded === 'no-pass' || folded === 'pending') return folded;
  return looksLikePlaceholder(text) ? undefined : 'other';
}

/** Outcomes that keep the gate open, or half open. */
export const HALF_DECIDED =
  /\bcondition(?:al|ally|s)?\b|\bsubject to\b|\bprovided (?:that|the)\b|\bpartial(?:ly)?\b|\bdefer(?:red|ral)?\b|\bpostponed?\b|\b(?:under|in) review\b|\bongoing\b|\bon hold\b|\bparked\b|\brevisit(?:ed)?\b|\bextend(?:ed)?\b|\bcontinue\b|\btentative(?:ly)?\b|\bsoft[- ]?(?:pass|go)\b|\bmaybe\b|\bwait and see\b/i;

/** A decision written in the body; undefined for words that are none, such as the choices of a template. */
export function bodyVerdict(text: string): GateVerdict | undefined {
  const bare = text.trim().replace(/[*_`]/g, '');
  if (isOpen(bare) || /^\[?(?:pass|go) ?(?:\/|\||or) ?(?:no|fail)/i.test(bare)) return undefined;
  if (
    /^(?:pending|open|not yet|not (?:decided|taken|made)|undecided|awaiting|to be|outstanding|none yet)\b/i.test(
      bare,
    )
  )
    return 'pending';
  if (HALF_DECIDED.test(bare.slice(0, 60))) return 'other';
  if (
    /^(?:no[- ]?pass|not passed|no[- ]?go|fail(?:ed)?|rejected|declined|denied|not approved|stop(?:ped)?|no)\b/i.test(
      bare,
    )
  )
    return 'no-pass';
  return /^(?:pass(?:ed)?|go|approved|granted|funded|yes)\b/i.test(bare) ? 'pass' : undefined;
}

/** Words that make a sentence a rule for a gate to come, not a report of what happened. */
export const HYPOTHETICAL =
  /\b(?:if|when|whenever|unless|until|once|must|should|shall|will|would|may|can|could|only|needs?|requires?|required|before|whether|never|has to|have to|is to be|allowed)\b/i;
