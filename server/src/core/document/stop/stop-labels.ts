import { ANY_STOP, RIGHT_NAME } from './stop-words.ts';

/** What a label in a stop section announces. */
export type StopLabel = 'holder' | 'rights' | 'triggers' | 'reach' | 'mechanism' | 'executed' | 'deputy';

/** First match wins. */
const LABELS: readonly (readonly [StopLabel, RegExp])[] = [
  [
    'deputy',
    /\bdeput|\bstand[- ]?in\b|\bsubstitute\b|\balternate\b|\bback-?up\b|\bdelegate\b|\bin (?:her|his|their) absence\b/i,
  ],
  ['executed', /\bexecut|\bcarried out\b|\bcarries out\b|\boperator\b|\bimplement/i],
  ['triggers', /\btrigger|\bthreshold|\bcriteri|\bcondition|^when\b|\bstop when\b|\bstop if\b/i],
  [
    'reach',
    /\breach|\bresponse time\b|\brespond|\bavailab|\breact|\bpick-?up\b|\bhow (?:fast|quick(?:ly)?|soon)\b|\btime to (?:stop|respond|reach|act)\b|^within$/i,
  ],
  [
    'mechanism',
    /\bmechanism\b|\bhow\b|\brun-?book\b|\bprocedure\b|\bmethod\b|\bcontact\b|^(?:the )?(?:kill )?switch$|\bfeature flag\b|\btool\b/i,
  ],
  ['rights', /\brights?\b(?! holder)|\bpowers?\b|^may\b|^scope\b|^actions?$/i],
  [
    'holder',
    /\bholder\b|\bheld by\b|^authority$|\bwho\b|\bowner\b|\bauthori[sz]ed\b|\baccountable\b|\bdecid|\bdecision[- ]maker\b|\bstop(?:ping)? authority\b|\bhalt authority\b|\bkill[- ]?switch\b|\brollback authority\b/i,
  ],
];

/** What a label in a stop section announces; undefined for others. */
export function stopLabel(label: string): StopLabel | undefined {
  const plain = label.replace(/[*_`]/g, '').trim();
  if (/^stop(?:ping)? (?:authority|right)s?$/i.test(plain)) return 'holder';
  // `Lena Roth (deputy): may pause` names somebody; it is a sentence and no label.
  if (plain.includes('(')) return undefined;
  // So is `The stop right rests with Dana: she may pause it`.
  if (/\b(?:rests?|lies|sits|belongs|stays|remains) (?:\w+ )?(?:with|to)\b/i.test(plain)) return undefined;
  return LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Labels that give the stop right wherever they stand; `Rollback: blue/green` is not one. */
export function wantedAnywhere(label: string): StopLabel | undefined {
  const plain = label.replace(/[*_`]/g, '').trim();
  const named = RIGHT_NAME.test(plain) || (/^who\b/i.test(plain) && ANY_STOP.test(plain));
  return named && plain.length < 50 && stopLabel(plain) === 'holder' ? 'holder' : undefined;
}
