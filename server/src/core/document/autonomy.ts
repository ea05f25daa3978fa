import type { Span } from '../text/span.ts';
import { once } from './reading.ts';

/** A sentence in which the system itself acts, where it should only advise. */
export interface ActingSentence {
  readonly text: string;
  /** The words from the subject to the verb. */
  readonly span: Span;
}

// The subject must be the system: people who approve what it proposes are what makes it advisory.
const SUBJECT =
  '(?:the|this|our|each|every)\\s+(?:ai\\s+|new\\s+|deployed\\s+)?(?:system|agent|assistant|model|bot|chatbot|copilot|tool|service|ai|classifier|engine|algorithm|pilot)|it';
const ADVERB =
  '(?:itself|also|then|automatically|autonomously|directly|independently|immediately|now|can|may|will)';
const VERB =
  '(?:approves?|declines?|denies|rejects?|grants?|refunds?|issues?|pays?|routes?|reroutes?|assigns?|closes?|changes?|modif(?:y|ies)|adjusts?|raises?|lowers?|sends?|replies|answers customers|executes?|books?|cancels?|orders?|blocks?|deletes?|updates? (?:the )?(?:limit|record|price|account)s?|sets? (?:the )?(?:limit|price)s?)';
const ACTS = new RegExp(
  `(?:^|[,;:]\\s|\\b(?:and|where|that|because)\\s)(?:${SUBJECT})(?:\\s+${ADVERB}){0,3}\\s+${VERB}\\b`,
  'gi',
);
/** `sends nothing`, `changes no records`: the act is denied. `approves no more than 50 euros` is an act. */
const DENIED =
  /^(?:\s+(?:nothing|nobody|none|neither)\b|\s+no\s(?!more|less|fewer|later|longer|higher)|[^,;.]{0,40}\snothing\b|\sonly what (?:an?|the|its) [\w -]{2,30} (?:has|have|releases?|approves?|confirms?)\b)/i;
/** `without a human in the loop`, `without human review`: nobody stands between. */
const NOBODY_BETWEEN =
  /\b(?:(?:without|with no) (?:(?:any|an?|the|prior|further|previous|additional|manual|direct) ){0,3}(?:humans?|people|persons?|reviewers?|approvals?|reviews?|sign-?offs?|confirmations?|clicks?|checks?|intervention|oversight|supervision|anyone|anybody|a soul)|no (?:human|person|one|body) (?:is (?:involved|needed|in the loop)|in the loop|reviews?|approves?|checks?|looks|stands))\b(?:['’]s)?(?: (?:in the loop|reviews?|approvals?|sign-?off|intervention|involvement|oversight|confirmation|checks?|being involved|looking(?: at it)?))?/i;
const ALONE = /\b(?:itself|automatically|autonomously|directly|on its own|by itself)\b/i;
const NOT_ALONE =
  /\b(?:never|not|cannot|can't|doesn't|suggest\w*|recommend\w*|propos\w*|draft\w*|advis\w*|once (?:a|an|the)? ?\w+ (?:approves|confirms)|after (?:\w+ ){0,4}(?:approval|approves|confirms|review|sign-off)|for (?:\w+ ){0,3}(?:approval|review|confirmation)|if approved|human|before (?:a|the) (?:person|human))\b/i;
/** Verbs so mild that routine systems do them: they count only where the text says nobody stands between. */
const MILD =
  /\b(?:routes?|reroutes?|assigns?|sends?|updates?|closes?|answers|orders?|sets?|changes?|raises?|lowers?|blocks?)\b/i;
const TO_PEOPLE =
  /\b(?:to|for) (?:a|an|the|its|their|our|each|every)?\s?(?:\w+\s){0,3}(?:reviewer|agent|handler|adjuster|officer|team|person|human|owner|manager|analyst|clerk|queue|staff|underwriter|employee)s?\b/i;

/** Sentences outside quotes and code whose subject is the system and whose verb is an act, in order. */
export const actingSentences = once(({ outline }): readonly ActingSentence[] => {
  const out: ActingSentence[] = [];
  for (const { prose, region } of outline.texts) {
    // What a stop or an escalation does to the system is not the system acting.
    if (region.kind === 'stop' || region.kind === 'escalation' || region.kind === 'gate') continue;
    if (
      !/\b(?:system|agent|assistant|model|bot|chatbot|copilot|tool|service|ai|classifier|engine|algorithm|pilot|it)\b/i.test(
        prose.text,
      )
    )
      continue;
    for (const sentence of prose.sentences()) {
      const { text } = sentence;
      const alone = NOBODY_BETWEEN.exec(text);
      // Who is not between is no sign that somebody is.
      if (NOT_ALONE.test(alone ? text.replace(alone[0], '') : text)) continue;
      const acts = [...text.matchAll(ACTS)].filter(
        ({ index, 0: words }) => !DENIED.test(text.slice(index + words.length)),
      );
      const byItself = alone !== null || ALONE.test(text);
      if (!acts.some(([words]) => byItself || !(MILD.test(words) && TO_PEOPLE.test(text)))) continue;
      out.push({ text, span: sentence.span });
    }
  }
  return out;
});
