// How English sentences say that somebody may stop a system. Patterns are linear: no nested quantifiers.

const PAUSE =
  'pause[sd]?|pausing|suspend(?:s|ed|ing)?|suspension|freez(?:e|es|ing)|frozen|interrupt(?:s|ed|ing)?';
const STOP = String.raw`stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|roll(?:s|ed|ing)?[ -]?back|rollback|roll(?:s|ed|ing)? (?:it|them|the [\w-]+(?: [\w-]+)?|this [\w-]+) back|disabl(?:e|es|ed|ing)|shut(?:s|ting)?[ -]?(?:it |the [\w-]+ )?(?:down|off)|(?:switch|turn)(?:es|s|ed|ing)? (?:it |the [\w-]+ )?off|deactivat(?:e|es|ed|ing|ion)|kill(?:s|ed|ing)?|disengag(?:e|es|ed|ing)|(?:take|takes|taking|taken|pull|pulls|pulled) (?:it |the [\w-]+ )?(?:offline|down|out of (?:production|service|use))|revert(?:s|ed|ing)?|withdraw(?:s|n|al)?|unplug|terminat(?:e|es|ed|ing)|decommission`;
const NAMES =
  'stop[- ](?:authority|right|rights)|right to stop|kill[- ]?switch|halt authority|rollback authority';

/** A word for pausing. */
export const PAUSE_WORD = new RegExp(String.raw`\b(?:${PAUSE})\b`, 'i');
/** A word for stopping for good or going back. */
export const STOP_WORD = new RegExp(String.raw`\b(?:${STOP})\b`, 'i');
/** A word for either. */
export const ANY_STOP = new RegExp(String.raw`\b(?:${PAUSE}|${STOP})\b`, 'i');
/** The right by its own name. */
export const RIGHT_NAME = new RegExp(String.raw`\b(?:${NAMES})\b`, 'i');

const MODAL = String.raw`may|can|could|shall|must|will|should|(?:is|are) (?:\w+ )?(?:authori[sz]ed|entitled|empowered|allowed|permitted|able|mandated) to|(?:has|have|holds?|retains?|keeps?|carries|exercises?) (?:[\w-]+,? ){0,6}(?:right|authority|power|mandate|permission|discretion)s? to|decides?,? (?:(?:alone|solely|personally|freely|herself|himself|by herself|by himself|at any time|at once),? )?(?:on|whether|when|about|over|if|to)|(?:makes?|takes?) (?:the|that|this|every|any) (?:[\w-]+ )?(?:call|decision)s?(?: alone)? (?:on|whether|to|when|about|over)`;
/** Somebody may do something: a modal, a right, or a decision. */
export const GRANT = new RegExp(String.raw`\b(?:${MODAL})\b(?!['’]t| ?not\b)`, 'gi');
/** The same at the end of a text, so that a list below says what: `Dana may:`. */
export const OPENS_LIST = new RegExp(String.raw`\b(?:${MODAL})\s{0,3}:?\s{0,3}$`, 'i');
/** Somebody holds the right by its name: `Dana holds stop authority`. */
export const HOLDS_NAME = new RegExp(
  String.raw`\b(?:holds?|(?:has|have|owns?|keeps?|retains?|exercises?)(?![^.;]{0,40}\bkill[- ]?switch))\b(?=[^.;]{0,60}\b(?:${NAMES})\b)`,
  'i',
);
/** The right lies with somebody: the name stands behind. */
export const LIES_WITH =
  /\b(?:belongs? to|(?:rests?|lies?|sits?|stays?|remains?) (?:solely |only |entirely )?with|(?:is|are) (?:held|exercised|owned|decided|made|taken|ordered|authori[sz]ed) (?:solely |only )?by|(?:is|are) (?:assigned|given|granted|delegated) (?:solely |only )?to|(?:is|are) vested in|falls? to|(?:is|are) with|(?:is|are|remains?|stays?) (?:solely |only |entirely )?(?:(?:up|down|left|reserved) to|reserved for|at the (?:sole )?discretion of|in the hands of))\b/i;
/** `It belongs to Dana`: in a stop section the right is meant. */
export const THE_RIGHT =
  /^(?:it|this|that|(?:this|that|the|such a?) ?(?:right|authority|decision|power|call))(?: to [\w ]{1,40})?$/i;
/** Words that explain the right. */
export const RIGHT_TO = /\b(?:right|authority|power)s? to\b/i;
/** `may be paused … by X`. */
export const PASSIVE = /^\s*(?:only |also |always )?be\b/i;
/** Somebody stops it, plainly: `Dana pauses or rolls back the system`. */
export const STOPS =
  /\b(?:pauses|stops|halts|suspends|rolls back|rolls (?:it|the \w+) back|disables|shuts (?:it |the \w+ )?down|switches (?:it |the \w+ )?off|turns (?:it |the \w+ )?off)\b/i;

/** Words that turn a right into a request or tie it to somebody else's consent. */
const HEDGES: readonly RegExp[] = [
  /\b(?:may|can|could|should|will|shall|must|is (?:allowed|entitled) to|(?:right|authority|power) to)\s+(?:only\s+|also\s+|formally\s+|then\s+)?(?:recommend|request|ask|propose|suggest|advise|urge|petition|seek|call for|apply for|raise|escalate|consider|advocate|flag|initiate (?:a |the )?(?:request|discussion|review))(?:\s+(?:for|that|to))?\b/gi,
  /\b(?:in|after|following|upon|through|by) (?:close |prior |due )?(?:consultation|coordination|agreement|alignment|discussion|consensus|concurrence|accord)(?: with| of| among)?\b/gi,
  /\bafter (?:consulting|discussing|conferring|agreeing|aligning|checking|asking|hearing|informing and consulting)(?: it)?(?: with)?\b/gi,
  /\b(?:subject to|pending|upon|on|with|after|given|requires?|requiring|needs?|contingent on|conditional on|dependent on|depends on) (?:the )?(?:[\w'’-]+ ){0,2}(?:approval|consent|agreement|sign[- ]?off|permission|authori[sz]ation|endorsement|ratification|clearance)(?: (?:of|by|from))?\b/gi,
  /\b(?:if|once|when|unless|where|provided(?: that)?|providing(?: that)?|assuming(?: that)?|given that|(?:as|so) long as|in ?so ?far as|on (?:the )?condition that) (?:[\w'’-]+ ){0,5}(?:approves?|approved|agrees?|agreed|consents?|concurs?|objects?|objections?|vetoes|sign(?:s|ed)? off|gives? (?:\w+ )?(?:consent|approval|agreement|permission)|(?:consulted|informed|heard|asked) (?:first|before(?:hand)?))\b/gi,
  /\b(?:together|jointly) with\b/gi,
  /\bwhere (?:possible|appropriate|feasible|practicable)\b|\bif (?:possible|appropriate|feasible|practicable)\b|\bas appropriate\b|\bin principle\b|\bnormally\b|\bmay wish to\b|\bis expected to\b|\bendeavou?rs? to\b|\btr(?:y|ies) to\b/gi,
];
/** A hedge of the first kind makes the whole sentence a request: somebody else stops. */
export const REQUEST = HEDGES[0] ?? /$^/;
const RESTART =
  /\b(?:re-?start|resum|re-?enabl|re-?activat|switch(?:ed|es|ing)? (?:it )?(?:back )?on|go(?:es|ing)? live again)/i;
const DENIED =
  /\b(?:without(?: the| any| having| needing| waiting for| first)*|no|not|never|nor|need not(?: be)?|needs? no|even|whether or|regardless of|independent(?:ly)? of|irrespective of|instead of)(?:\s+(?:the|any|prior|further|need(?: for)?|to|be|or))*\s*$/i;

/** The hedges of a sentence, in order, as ranges; `without prior approval` is none. */
export function hedgesIn(sentence: string): { readonly from: number; readonly to: number }[] {
  // What starting again needs is no condition on stopping.
  const text = sentence.slice(0, RESTART.exec(sentence)?.index);
  const found = HEDGES.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !DENIED.test(text.slice(0, match.index)))
      .map((match) => ({ from: match.index, to: match.index + match[0].length })),
  ).sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter(
    (hedge, i) => i === 0 || hedge.from >= Math.max(...found.slice(0, i).map(({ to }) => to)),
  );
}

/** The subject carries the stop out when somebody says so: `on her instruction`. */
export const ON_ORDER =
  /\b(?:on|at|upon|following|under|by|after) (?:the |her |his |their |its |an? )?(?:[\w'’]+ ){0,4}?(?:instructions?|request|orders?|command|direction|word|say-so|behalf)\b|\b(?:when|if|once|as) (?:told|instructed|asked|directed|ordered)\b|\bon [\w'’ ]{1,40}(?:decision|call)\b/i;
export const OWN_DECISION = /\bown (?:decision|instruction|initiative|call|authority|judg\w+)\b/i;
/** Verbs of whoever carries the stop out. */
export const EXECUTES =
  /\b(?:execut(?:es?|ed|ing)|carr(?:y|ies|ied) (?:it |this |that |the [\w -]{1,30})?out|carries out|implements?|performs?|flips?|operates?|pulls? the switch|presses|puts? it into effect|does the work|(?:turn|switch|flip|set|throw|pull|toggle|use|disable|change|trigger|press)(?:s|es)? (?:off )?(?:the |a |its |this |our )?(?:[\w`.-]+ ){0,3}?(?:flags?|switch|toggle|button|breaker|lever|key))\b/i;
/** The sentence is about who stands in. */
export const STANDS_IN =
  /\b(?:deput(?:y|ies|ise[sd]?|ize[sd]?)|stand(?:s|ing)?[- ]in|in (?:her|his|their|the (?:owner|holder)['’]s|whose) absence|(?:is|are) (?:absent|away|unavailable|unreachable|on leave|out of office)|(?:cannot|can ?not|can['’]t|could not|is not|isn['’]t|are not) (?:be )?(?:reached|available|reachable|contacted)|if unavailable|when unavailable|if unreachable|backup|back-up|alternate|substitutes?)\b/i;

/** Words that say what makes the holder stop. */
export const TRIGGER =
  /\b(?:triggers?|triggered|thresholds?|whenever|when|if|once|in (?:case|the event) of|in case|exceeds?|exceeding|rises? (?:above|over)|falls? (?:below|under)|drops? (?:below|under)|above|below|more than|fewer than|less than|at least|over \d|under \d|breach(?:es)?|incidents?|as soon as)\b/i;
/** Words that tie a time to reaching the holder, then to the stop itself. */
export const REACH =
  /\b(?:reach(?:ed|able)?|contact(?:ed|able)?|respon(?:d|ds|se)|available|availability|answers?|on call|paged?|phone[ds]?|acknowledg\w*|react(?:s|ion)?|pick(?:s|ed)? (?:it |the phone )?up|pick-?up|(?:calls?|rings?|gets?) back)\b/i;
export const EFFECT =
  /\b(?:takes? effect|effective|in force|execut\w*|carried out|within|stopp?(?:ed|s)?|paused|halted|rolled back|switched off|off)\b/i;
export const REPORTS =
  /\b(?:report(?:s|ed)?|inform(?:s|ed)?|notif\w*|told|logged|document\w*|record\w*|review\w*|restart\w*|resum\w*|meeting|written)\b/i;
export const AROUND_THE_CLOCK = /\b24 ?[/x] ?7\b|\baround the clock\b|\bat all hours\b|\bday and night\b/i;
/** Words for a way to do it. */
export const MECHANISM =
  /\b(?:kill[- ]?switch(?:es)?|switch(?! (?:off|(?:it|them|this|that|the [\w-]+(?: [\w-]+)?) off)\b)|feature[- ]?flags?|flags?|toggles?|buttons?|run[- ]?books?|play[- ]?books?|rollback (?:plan|procedure|script)|procedures?|scripts?|commands?|console|dashboard|admin panel|circuit breaker|endpoint|(?:api |access |service )?keys?|credentials?|access rights|log-?ins?|by (?:withdrawing|switching|turning|disabling|blocking|removing|revoking|setting|closing|unplugging)|routing|routed|traffic|manual queue|fall[- ]?back|pipeline|config(?:uration)?)\b|\bhttps?:\/\/\S/i;
/** What says less: whom to call, and where it goes back to. */
export const CONTACT =
  /\b(?:hotline|pager|phone|channel|previous (?:version|model|release)|last (?:known )?good)\b|#[a-z][\w-]{2,}|[\w.+-]+@[\w-]+\.\w|\+\d[\d ()-]{6,}/i;
