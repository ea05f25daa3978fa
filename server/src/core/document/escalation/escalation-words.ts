// How English sentences say what happens when people disagree. Patterns are linear: no nested quantifiers.

/** Words that tie a duration to the decision, or take it away from it. */
const DECIDE =
  /\b(?:un)?resol(?:ve|ves|ved|ving|ution)\b|\bsettl\w*|\bdecid\w*|\bdecisions?\b|\bexpir\w*|\blaps\w*|\b(?:dis)?agree\w*|\bmakes? the (?:final )?(?:call|decision)\b|\btie\b|\btime-?box\w*|\btime limit\b|\bdeadline\b|\bescalat\w*|\bmoves? (?:up|on|to)\b|\bgoes (?:up|on|to)\b|\bfinal\b|\brules?\b|\bdeadlock\w*|\bstalemate\b|\bconsensus\b|\bout of time\b|\bruns? out\b|\bhas passed\b|\belaps\w*|\bovertime\b|\bstill open\b|\btalks?\b(?! to\b)|\bdiscuss(?:es)?\b|\bsits? down\b|\bnegotiat\w*|\b(?:works?|sorts?) it out\b|\bsolution\b|\bcommon ground\b/gi;
const OTHER =
  /\bdocument\w*|\brecord\w*|\bwrit\w*|\blog(?:s|ged)?\b|\bminutes of\b|\bpublish\w*|\breport\w*|\binform\w*|\bnotif\w*|\backnowledg\w*|\brespon[ds]\w*|\brepl(?:y|ies|ied)\b|\bmeets?\b|\bmeeting\b|\breview\w*|\bremind\w*|\btrain\w*|\bdeput\w*|\bstands?\b|\bvalid\b|\brevisit\w*|\breopen\w*|\bappeal\w*|\braise[sd]?\b|\bkeep\w*|\bretain\w*|\barchiv\w*|\brestart\w*|\bresum\w*|\bpaus\w*|\bsuspend\w*|\breached?\b|\bconfirm\w*/gi;

/** Words that show a sentence to be about a disagreement. */
const DISPUTE = /\b(?:disagree\w*|dispute\w*|objection|objects?|deadlock\w*|unresolved|agreement)\b/i;

/** What a duration in an escalation section limits: the decision, something else, or it cannot be told. */
export function tieOf(sentence: string, start: number, end: number): 'decision' | 'other' | 'unknown' {
  const clauseStart = Math.max(sentence.lastIndexOf(';', start), sentence.lastIndexOf(':', start)) + 1;
  const semicolon = sentence.indexOf(';', end);
  const clauseEnd = semicolon < 0 ? sentence.length : semicolon;
  const before = sentence.slice(clauseStart, start);
  if (/\b(?:every|each|per|at least|minimum of)\s*$/i.test(before)) return 'other';
  // `they have 48 hours from the first written objection`, `lasts 48 hours at most`: a time given to the parties.
  if (
    /\b(?:ha(?:ve|s|d)|gets?|takes?|lasts?|limited to|runs? (?:for|out after)) (?:at most |no more than |up to |exactly )?$/i.test(
      before,
    ) &&
    (DISPUTE.test(sentence) ||
      /^\s*(?:at most|at the latest|to (?:agree|decide|settle|resolve|find))\b/i.test(sentence.slice(end)))
  )
    return 'decision';
  const comma = Math.max(before.lastIndexOf(','), before.search(/\s(?:and|but)\s[^,]*$/));
  const near = nearest(before.slice(comma + 1), 'last') ?? nearest(sentence.slice(end, clauseEnd), 'first');
  // `for 30 days` lasts; it is no limit, except for a disagreement that goes on so long.
  const lasts =
    /\bfor (?:the next |a period of |up to )?$/i.test(before) &&
    !/\b(?:unresolved|open|disagree\w*|deadlock\w*|pending)\b/i.test(before);
  if (lasts) return 'other';
  return near ?? nearest(before, 'last') ?? 'unknown';
}

function nearest(text: string, which: 'first' | 'last'): 'decision' | 'other' | undefined {
  const pick = (pattern: RegExp): number | undefined => {
    const all = [...text.matchAll(pattern)];
    return (which === 'last' ? all.at(-1) : all[0])?.index;
  };
  const decide = pick(DECIDE);
  const other = pick(OTHER);
  if (decide === undefined || other === undefined)
    return decide !== undefined ? 'decision' : other !== undefined ? 'other' : undefined;
  return (which === 'last' ? decide > other : decide < other) ? 'decision' : 'other';
}

/** Somebody decides: the subject stands before. */
export const DECIDES =
  /\b(?:(?:then |finally |alone |also )?(?:decides?|will decide|shall decide|makes? (?:the|a) (?:final |binding )?(?:call|decision)|will make the (?:final )?(?:call|decision)|takes? the (?:final )?decision|is the (?:one|person) (?:who decides|to decide)|(?:has|gets|casts|holds|keeps) (?:the )?(?:final|casting|deciding|last) (?:say|word|vote|decision|authority|call)|breaks? (?:the |a |any |every )?(?:ties?|deadlocks?)|prevails|determines (?:it|this|the (?:outcome|matter|result))|is the (?:tie-?breaker|arbiter|final decision[- ]maker)|acts as (?:the )?(?:tie-?breaker|arbiter)|arbitrates?|rules|settles? (?:it|the (?:matter|question|disagreement|dispute))|resolves? (?:it|the (?:matter|question|disagreement|dispute))|has final authority))\b/gi;
/** Somebody decides: the name stands behind. */
export const DECIDED_BY =
  /\b(?:(?:it|this|that|decision|matter|question|call|choice) (?:is|remains|stays) (?:solely |then |entirely )?(?:up|down|left) to|(?:is |be |gets |are )?(?:decided|resolved|settled|determined|broken|arbitrated) (?:[\w-]+ ){0,4}by|(?:final |last )?(?:decision|call|say|word) (?:rests|lies|is|sits) (?:solely )?(?:with|by|made by)|(?:final |the )?decision (?:falls|belongs|passes|goes|moves|is (?:left|passed|handed)) to|tie-?break(?:er)?(?: is|:)|casting vote (?:is |lies )?(?:with|held by)|(?:final )?decision:)\s*/gi;
/** `The CTO's word is final`: the name stands before. */
export const LAST_WORD =
  /['’]s? (?:word|decision|call|view|vote|say|choice|position|judge?ment) (?:then |finally )?(?:is (?:final|binding|decisive)|counts|stands|prevails|wins|decides)\b/gi;
/** What is decided, at the end of the words before `is the CTO's`. */
export const THE_CALL =
  /\b(?:it|this|that|(?:the|any|every|final) (?:[\w-]+ )?(?:call|decision|say|word|matter|question|choice|ruling|dispute|disagreement|outcome))$/i;
/** `It is the owner's decision to escalate` is about something else. */
export const ANOTHER_STEP = /^\s+(?:to (?!decide|settle|make|resolve)|whether|when|if)\b/i;
/** It goes to somebody, and nothing says that this one decides: enough where nothing better is said. */
export const GOES_TO =
  /\b(?:goes|moves|passes|escalates?|escalated|referred|handed|taken|brought|put|elevated|raised|raise it|take it|escalate it)(?: up| on)? (?:straight |directly |further |immediately )?(?:to|before)\s+/gi;
/** The sentence is about the end of the clock. */
export const AT_EXPIRY =
  /\b(?:unresolved|not (?:resolved|settled|agreed|decided)|no (?:agreement|decision|consensus)|cannot agree|can['’]t agree|do(?:es)? not agree|don['’]t agree|still|expir\w*|after|otherwise|failing|deadlock\w*|within|in \d|tie|final|elaps\w*|disagree\w*)\b/i;

/** A duty to write the decision down. */
export const DOCUMENTED =
  /\bdocuments (?:it|this|that|the|both|and|his|her|their|why|what|every)\b|\bdocument(?:s|ed|ing)?\b(?= (?:it|the|this|that|every|each|all|in|as|with|both|by|within|and|decision|outcome)\b)|\b(?:is|are|be|and|gets|must be|will be|shall be) (?:fully |then |also )?(?:documented|recorded|logged|minuted|written|noted|filed)\b|\brecords?\b(?= (?:it|the|this|that|every|each|all|both|why|what|his|her|their|and|in|with)\b)|\bon record\b|\b(?:keeps?|enters?|puts?|adds?|files?|notes?|logs?) (?:it|this|that|the (?:decision|outcome|result|reasons?)|a record|an entry|every decision|each decision)\b|\bwrit(?:es?|ten|ing) (?:it |this |that |the [\w ]{1,40} )?(?:down|up)\b|\bwrit(?:es?|ten) (?:decision|record|reason|justification|rationale)\b|\bin writing\b|\bdecision (?:log|record|register|memo|note)\b|\bescalation log\b|\bminutes? (?:of|are)\b|\bADR\b/i;
/** `raises it in writing` starts the clock; it is no duty to write the decision down. */
export const RAISED_IN_WRITING =
  /\b(?:rais\w*|open\w*|notif\w*|start\w*|request\w*|submit\w*|escalat\w*)\b[^.;]{0,60}\bin writing\b/i;

/** The same in the cell of a step: `Decision recorded in the log`. */
export const WRITTEN_DOWN =
  /\b(?:recorded|records|documented|documents|logged|minuted|writ(?:es?|ten) (?:\w+ ){0,3}down|decision (?:log|record|register))\b|^(?:record|document|log)\b/i;
/** What happens with a decision once it is made. */
export const AFTERWARDS =
  /\b(?:record(?:ed|s)?|document(?:ed|s)?|log(?:ged|s)?|minuted|written down|publish\w*|inform\w*|notif\w*|communicat\w*|announc\w*)\b/i;
/** What the system does until it is decided. */
export const INTERIM =
  /\buntil (?:then|that|it is|it has|they(?! (?:both )?agree\s*(?:[.;]|$))|a decision|the decision|the (?:matter|question|disagreement|dispute|escalation|cto)|this is|resolved|decided|resolution)\b|\b(?:mean(?:while|time)|interim)\b|\bin the mean ?time\b|\bwhile (?:the|a|an|it|this|they) ?(?:disagreement|escalation|clock|question|dispute|matter|is|are|runs|time-?box)?\b[^.;]{0,40}|\b(?:during|throughout|pending) (?:the|an|a|this|any)? ?(?:escalation|disagreement|dispute|decision|resolution|time-?box|clock)\b|\b(?:system|model|agent|assistant|service|tool|pilot|it) (?:stays|remains|is kept|is left|keeps|continues|is paused|is suspended|is stopped|is switched off|runs on|goes into)\b|\bstatus quo\b|\bdefaults? to\b/i;

/** What starts the clock. */
export const STARTS =
  /\b(?:clock|time-?box|\d+ hours?|period|time) (?:starts?|begins?|runs? from|is counted from|counts? from)\b|\b(?:from|of|after) (?:the )?(?:moment|time|date|when|day)\b|\b(?:counted|measured|starting|running) from\b|\b(?:rais\w+|notif\w+|open\w+)[^.;]{0,40}\bin writing\b/i;

/** A sentence of a role definition that is about a disagreement. */
export const ABOUT_DISAGREEMENT =
  /\b(?:disagree\w*|escalat\w*|unresolved|dispute\w*|cannot agree|deadlock\w*|tie-?break\w*)\b/i;
