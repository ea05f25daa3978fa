import { wordsOf } from '../parties/fold.ts';
import { bestMatches } from './names.ts';

/** What is asked about a system. `all`: everything the document says of its rights. */
export type About = 'stop' | 'decide' | 'own' | 'escalate' | 'fund' | 'all';

/** A question before anybody knows which systems there are. */
export interface Question {
  readonly about: About;
  /** Words behind the verb: the system, and for `decide` the decision. Folded. */
  readonly words: readonly string[];
  /** The same with the verb, where the system itself may begin with it (`stop-sign-reader`). */
  readonly whole: readonly string[];
}

/** Words of a question that say neither what nor about which system. */
const SMALL = new Set(
  'who whom whose what is are was the a an of for in on to may can could might must should shall will would does do has have had gets get got allowed able entitled right rights authority authorised authorized permitted person holds hold takes take makes make gives give call calls called and or at by it its this that our us i we you they be been with from'.split(
    ' ',
  ),
);

/** Verbs and nouns of a question; of two words where the first alone means something else. */
const TOPICS: readonly (readonly [About, readonly string[]])[] = [
  [
    'stop',
    [
      'kill switch',
      'pull the plug',
      'shut down',
      'shut off',
      'switch off',
      'turn off',
      'roll back',
      'rolls back',
      'stop authority',
      'stop',
      'stops',
      'halt',
      'halts',
      'pause',
      'pauses',
      'kill',
      'rollback',
      'shutdown',
      'disable',
      'suspend',
      'stopp',
      'stopping',
    ],
  ],
  [
    'decide',
    [
      'decide',
      'decides',
      'decided',
      'deciding',
      'decision',
      'decisions',
      'approve',
      'approves',
      'accountable',
      'signs off',
      'sign off',
    ],
  ],
  ['own', ['own', 'owns', 'owner', 'owned', 'answers', 'accountability']],
  [
    'escalate',
    ['escalate', 'escalates', 'escalation', 'disagree', 'disagreement', 'tie breaker', 'tiebreaker'],
  ],
  ['fund', ['fund', 'funds', 'funding', 'pay', 'pays', 'budget', 'funding gate', 'gate']],
];

/** Reads the words of a question: `who may stop refund-agent`, `decides refund-agent production go-live`. */
export function readQuestion(text: string): Question {
  const words = wordsOf(text);
  let at = 0;
  while (at < words.length && SMALL.has(words[at] ?? '')) at++;
  const rest = words.slice(at);
  const found = topicAt(rest, 0);
  if (found) return { about: found.about, words: rest.slice(found.length), whole: rest };
  // `who refund-agent stop`, `refund agent owner`: the verb may come last.
  for (const length of [2, 1]) {
    const last = rest.length > length ? topicAt(rest, rest.length - length) : undefined;
    if (last?.length === length) return { about: last.about, words: rest.slice(0, -length), whole: rest };
  }
  return { about: 'all', words: rest, whole: rest };
}

function topicAt(words: readonly string[], at: number): { about: About; length: number } | undefined {
  let best: { about: About; length: number } | undefined;
  for (const [about, phrases] of TOPICS)
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      if (parts.length > (best?.length ?? 0) && parts.every((part, i) => words[at + i] === part))
        best = { about, length: parts.length };
    }
  return best;
}

/** A system that may be asked about. */
export interface System {
  /** Its id and title, and what else it may be called. */
  readonly names: readonly string[];
}

/** A question that was understood: which systems it may mean, and which decision. */
export interface Understood<T> {
  readonly about: About;
  /** More than one where the words fit several as well; none where they fit nothing. */
  readonly systems: readonly T[];
  /** Words that are left for the name of a decision. */
  readonly decision: readonly string[];
}

/** Words of the four decisions: they name a system only where nothing else does. */
const OF_DECISIONS = new Set(
  'pilot go no nogo live golive production prod in modification modify change changes model prompt halt stop rollback roll back deploy deployment launch release gate retraining retrain'.split(
    ' ',
  ),
);

/** Finds the systems that a question is about. Without words all of them. */
export function understand<T extends System>(question: Question, systems: readonly T[]): Understood<T> {
  const { about, words, whole } = question;
  const names = (system: T): readonly string[] => system.names;
  if (words.every((word) => SMALL.has(word))) return { about, systems, decision: [] };
  const deciding = about === 'decide' || about === 'all';
  const weak = (word: string): boolean => SMALL.has(word) || (deciding && OF_DECISIONS.has(word));
  const found = bestMatches(words, systems, names, weak);
  if (about !== 'all' && found[0]?.tier !== 3) {
    // The verb was no verb: `who stop-sign-reader`.
    const exact = bestMatches(whole, systems, names).filter(({ tier }) => tier === 3);
    if (exact.length > 0)
      return { about: 'all', systems: exact.map(({ item }) => item), decision: left(whole, exact) };
  }
  return { about, systems: found.map(({ item }) => item), decision: left(words, found) };
}

/** The words that name no system, without small ones at the ends. */
function left(words: readonly string[], found: readonly { readonly used: ReadonlySet<number> }[]): string[] {
  const used = found[0]?.used ?? new Set<number>();
  const rest = words.filter((_, i) => !used.has(i));
  while (rest.length > 0 && SMALL.has(rest[0] ?? '')) rest.shift();
  while (rest.length > 0 && SMALL.has(rest.at(-1) ?? '')) rest.pop();
  return rest;
}
