/** What a label in an escalation section announces. */
export type EscalationLabel =
  | 'path'
  | 'parties'
  | 'timebox'
  | 'tie-breaker'
  | 'documented'
  | 'interim'
  | 'starts';

/** First match wins. */
const LABELS: readonly (readonly [EscalationLabel, RegExp])[] = [
  ['starts', /\bstarts?\b|\bclock\b|\bstarting\b|\bbegins?\b/i],
  ['interim', /\binterim\b|\bmean(?:while|time)\b|\buntil (?:then|decided)\b|\bduring\b|\bstate\b/i],
  ['documented', /\bdocument(?:ed|ation|ed in)?\b|\brecord(?:ed)?\b|\bwritten\b|\blog(?:ged)?\b/i],
  [
    'tie-breaker',
    /\btie\b|\btie-?break|\bdecides?\b|\bdecision[- ]maker\b|\bdecider\b|\bfinal (?:say|call|decision|word)\b|\barbiter\b/i,
  ],
  [
    'timebox',
    /\btime\b|\btime-?box|\btime ?limit\b|\bdeadline\b|\bwithin\b|\bduration\b|\bwindow\b|\bhours\b/i,
  ],
  ['parties', /\bpart(?:y|ies)\b|\bbetween\b|\bwho\b|\binvolved\b/i],
  ['path', /^(?:the )?(?:escalation(?: path| route)?|path|disagreements?)$/i],
];

/** What a label in an escalation section announces; undefined for others. */
export function escalationLabel(label: string): EscalationLabel | undefined {
  const plain = label.replace(/[*_`]/g, '').trim();
  return plain.split(/\s+/).length > 5 ? undefined : LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Labels that give the path wherever they stand. */
export function pathAnywhere(label: string): EscalationLabel | undefined {
  const plain = label.replace(/[*_`]/g, '').trim();
  return /^(?:the )?escalation(?: (?:path|route|rule))?$|^(?:in case of |on )?disagreements?$/i.test(plain)
    ? 'path'
    : undefined;
}
