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
  'i',
);
const ALONE =
  /\b(?:itself|automatically|autonomously|directly|on its own|by itself|without (?:a |any )?(?:human|person|approval|review))\b/i;
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
      const match = ACTS.exec(sentence.text);
      if (!match || NOT_ALONE.test(sentence.text)) continue;
      if (MILD.test(match[0]) && TO_PEOPLE.test(sentence.text) && !ALONE.test(sentence.text)) continue;
      out.push({ text: sentence.text, span: sentence.span });
    }
  }
  return out;
});
