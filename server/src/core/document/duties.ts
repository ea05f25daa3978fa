import type { Prose } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { benefitingUnit } from './benefiting-unit.ts';
import type { Mention } from './mention.ts';
import { readPartiesOf } from './mentions.ts';
import { ownerMention, ownerOf } from './owner.ts';
import { titleOf } from './people.ts';
import { perPart } from './per-part.ts';
import { once, type Reading } from './reading.ts';
import { sameUnit } from './seniority.ts';
import { isOwner, subjectOf } from './subjects.ts';

/** What an owner has to be able to do: three duties, and the authority they take. */
export type Duty = 'success' | 'funding' | 'metric' | 'adoption' | 'risk';

/** A duty or authority of the owner that the text gives to somebody else. */
export interface GivenAway {
  readonly duty: Duty;
  readonly to: Mention;
  /** The party's own text. */
  readonly span: Span;
}

/** Verbs behind the one who has the duty. Adverbs between subject and verb are left to the reader of subjects. */
const ACTIVE: readonly (readonly [Duty, RegExp])[] = [
  [
    'success',
    /\b(?:defines?|sets?|decides?(?: on)?|determines?)\s(?:what\s|the\s|our\s|its\s)?(?:business\s)?(?:success(?:\s(?:metrics?|criteria|measures?))?|success is)\b/i,
  ],
  [
    'funding',
    /\b(?:secures?|obtains?|wins?|raises?)\s(?:the\s|its\s|all\s)?(?:production\s)?(?:funding|budget|funds)\b/i,
  ],
  [
    'metric',
    /\b(?:owns?|answers? for|is accountable for)\s(?:the\s)?(?:business|outcome)\s(?:metrics?|kpis?)\b/i,
  ],
  [
    'adoption',
    /\b(?:owns?|decides?(?: on| about)?|is (?:responsible|accountable) for|has authority over)\s(?:the\s|user\s)?adoption(?:\sdecisions?)?\b/i,
  ],
  ['risk', /\b(?:accepts?|carries|owns?)\s(?:the\s|any\s)?(?:production|business|residual)\srisks?\b/i],
];
/** `Success is defined by Finance`. */
const PASSIVE: readonly (readonly [Duty, RegExp])[] = [
  [
    'success',
    /\bsuccess(?:\s(?:metrics?|criteria|measures?))?\s(?:is|are)\s(?:defined|set|decided)\sby\s(?=\S)/i,
  ],
  ['funding', /\b(?:production\s)?(?:funding|budget)\s(?:is|are)\s(?:secured|obtained)\sby\s(?=\S)/i],
  ['adoption', /\badoption(?:\sdecisions)?\s(?:is|are)\s(?:decided|owned|made|taken)\sby\s(?=\S)/i],
  ['risk', /\b(?:production|business|residual)\srisks?\s(?:is|are)\s(?:accepted|carried|owned)\sby\s(?=\S)/i],
];
const LABELS: readonly (readonly [Duty, RegExp])[] = [
  [
    'success',
    /^(?:defines|defining) (?:business )?success|^success (?:defined|set) by$|^success criteria owner$/i,
  ],
  ['funding', /^(?:secures|securing|secured) (?:production )?funding|^(?:production )?funding secured by$/i],
  [
    'metric',
    /^(?:authority over )?business metrics? (?:owner|owned by)$|^authority over business metrics?$/i,
  ],
  ['adoption', /^adoption (?:owner|authority|decisions?)$|^authority over adoption$/i],
  ['risk', /^(?:production )?risk (?:owner|acceptance|accepted by)$|^accepts (?:production )?risk$/i],
];

const mayGive = perPart(
  ({ text }: Prose) =>
    /success|fund|budget|metric|kpi|adoption|risk/i.test(text) &&
    [...ACTIVE, ...PASSIVE].some(([, pattern]) => pattern.test(text)),
);

/** Every duty or authority of the owner that the body gives to somebody who is not the owner. */
export const dutiesGivenAway = once((reading): readonly GivenAway[] => {
  const out: GivenAway[] = [];
  const add = (duty: Duty, mentions: readonly Mention[]): void => {
    // Beside the owner somebody else may take part; what cannot be told is nobody's.
    if (mentions.length === 0 || mentions.some((mention) => !isTold(mention) || isOwner(reading, mention)))
      return;
    const [to] = mentions;
    if (to && mayBeOwners(reading, to)) return;
    if (to && !out.some((other) => other.duty === duty && other.span.start === to.span.start))
      out.push({ duty, to, span: to.span });
  };
  for (const { label, value } of reading.outline.fields)
    for (const [duty, pattern] of LABELS)
      if (pattern.test(label) && value.text !== '') add(duty, readPartiesOf(reading, value, 'one', 'field'));
  for (const { prose } of reading.outline.texts) {
    if (mayGive(prose)) for (const sentence of prose.sentences()) inSentence(reading, sentence, add);
  }
  return out;
});

function inSentence(
  reading: Reading,
  sentence: Prose,
  add: (duty: Duty, mentions: readonly Mention[]) => void,
): void {
  if (/\b(?:not|never|no longer|cannot|if|unless)\b/i.test(sentence.text)) return;
  for (const [duty, pattern] of ACTIVE) {
    const match = pattern.exec(sentence.text);
    if (match) add(duty, subjectOf(reading, sentence, verbBefore(sentence.text, match.index)));
  }
  for (const [duty, pattern] of PASSIVE) {
    const match = pattern.exec(sentence.text);
    if (!match) continue;
    const from = match.index + match[0].length;
    const length = sentence.text.slice(from).search(/[,.;:]|\s(?:and|who|before|after|for|with)\s|$/);
    add(duty, readPartiesOf(reading, sentence.slice(from, from + length), 'one', 'prose'));
  }
}

const FIRST_VERB =
  /\s(?:defines?|sets?|decides?|secures?|obtains?|owns?|accepts?|holds?|answers?|carries|approves?|signs?|is|has|may|can|will)\s/i;

/** In `Finance defines success and secures the budget` the subject of the second verb stands before the first. */
function verbBefore(text: string, at: number): number {
  if (!/(?:\b(?:and|or)|,)\s*$/i.test(text.slice(0, at))) return at;
  const first = FIRST_VERB.exec(text.slice(0, at));
  return first ? first.index + 1 : at;
}

function isTold({ party }: Mention): boolean {
  return ['person', 'position', 'group', 'function'].includes(party.kind);
}

/** A position that the owner may hold for all we know, and the owner's own unit, are not somebody else. */
function mayBeOwners(reading: Reading, { party }: Mention): boolean {
  const owner = ownerMention(reading);
  if (!owner) return true;
  if (party.kind === 'position') return titleOf(reading, owner.party) === undefined;
  if (party.kind !== 'function') return false;
  const units = [
    ownerOf(reading)?.unit?.value,
    benefitingUnit(reading)?.value,
    titleOf(reading, owner.party),
  ];
  return units.some((unit) => unit !== undefined && sameUnit(unit, party.text));
}
