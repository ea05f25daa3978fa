/** What a column of a production register says of a system. */
export type RegisterColumn =
  | 'system'
  | 'unit'
  | 'firstCall'
  | 'identifiedOn'
  | 'owner'
  | 'assignedOn'
  | 'document';

/**
 * Words over a column, folded by `foldWords`; first match wins, so `Owner assigned on` is a date and `De facto owner`
 * is who would be called, before `Owner` is asked.
 */
const HEADERS: readonly (readonly [RegisterColumn, RegExp])[] = [
  [
    'identifiedOn',
    /\b(?:identified|discovered|detected|found|recorded|registered|logged|first seen)\b|^(?:identification|discovery) date$|\b(?:erfasst|gefunden|erkannt|entdeckt)\b|\b(?:identifie|recense|identificado|detectado)\b/,
  ],
  [
    'assignedOn',
    /\bassigned (?:on|at|date|since)\b|^(?:date )?assigned$|\b(?:owner|ownership) since\b|^(?:assignment date|date of assignment|date assigned|assigned_on)$|\bzugewiesen\b|\b(?:attribue|assigne|asignado|atribuido) (?:le|el|em)\b/,
  ],
  [
    'firstCall',
    /\bfirst (?:call|contact|to call|person to call|point of contact)\b|\bcall(?:ed)? first\b|\bwho (?:is|would be|gets|do we|to) call(?:ed)?\b|\bde[- ]facto owner\b|\bfirst_call\b|\berst(?:er )?(?:anruf|kontakt)\b|\bpremier (?:appel|contact)\b|\bprimer(?:a)? (?:llamada|contacto)\b|\bprimeir[ao] (?:chamada|contacto|contato)\b/,
  ],
  [
    'document',
    /\bdocuments?\b|^(?:decision[- ]rights?|doc|docs|link|record)(?: link)?$|^(?:dokument|documento)\b/,
  ],
  [
    'owner',
    /^(?:(?:the|business|outcome|system|formal|named|assigned|accountable) )*(?:owner|accountable)(?: name)?$|^(?:eigentumer|verantwortlich|verantwortliche|verantwortlicher|proprietaire|propietario|responsable|proprietario|responsavel)$/,
  ],
  [
    'unit',
    /\b(?:unit|department|division|business area|function)\b|^(?:area|dept|team)$|^(?:bereich|abteilung|unite|service metier|unidad|area|departamento|unidade)$/,
  ],
  [
    'system',
    /^(?:(?:the|ai|ki|ia|production|ml) )*(?:system|systems|application|model|use case|initiative|agent|tool)(?: name| id)?$|^name of (?:the )?(?:ai )?system$|^(?:ki-system|anwendung|systeme(?: d'ia)?|sistema(?: de ia)?)$/,
  ],
];

/** What a folded header says its column holds; undefined when it is none of ours. */
export function registerColumn(header: string): RegisterColumn | undefined {
  const plain = header
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[:?]+$/, '')
    .trim();
  return HEADERS.find(([, pattern]) => pattern.test(plain))?.[0];
}
