import { perText } from './per-part.ts';

/** How plainly a label says that its value is the owner of the result; 0 when it does not. */
export type OwnerLabel = 0 | 1 | 2 | 3;

/** Owners of something else than the business result. */
const OTHER_OWNER =
  /\b(?:document|doc|product|data|technical|tech|engineering|model|code|repo(?:sitory)?|platform|infrastructure|service|component|metric|kpi|risk|action|budget|policy|content|page|file|issue|ticket|backlog|feature|prompt|pipeline|api|security|privacy|control|previous|former|deputy|template|co)[\s/-]*owners?\b/i;

/** The owner of the result, beyond doubt: `Business owner`, `Outcome owner`, `Accountable executive`. */
const PLAIN_LABEL =
  /^(?:(?:the|named|single|accountable|formal|senior|executive|ai|initiative) )*(?:business|outcome|accountable|accountability|result|executive|benefit)(?: outcome| result| process| unit)? (?:owner|lead owner|executive owner)s?$|^accountable (?:executive|leader|business leader|person)$|^owner of the (?:business )?(?:outcome|result)$/;
const PLAIN_ELSEWHERE =
  /^(?:geschaftsverantwortlicher?|fachverantwortlicher?|ergebnisverantwortlicher?|proprietaire metier|responsable metier|propietario del (?:negocio|resultado)|dueno del (?:negocio|resultado)|responsable del negocio|dono do negocio|proprietario do (?:negocio|resultado)|pemilik bisnis|pemilik hasil|бизнес владелец|владелец (?:бизнеса|результата|бизнес процесса)|业务负责人|业务所有者|结果负责人)$/u;
/** The owner of whatever the document is about; where the label stands decides. */
const BARE_LABEL =
  /^(?:(?:current|named|ai|initiative|system|use case|project|programme|program|solution|overall|single|the) )*owner(?: name)?s?$|^owned by$|^who owns it$/;
const BARE_ELSEWHERE =
  /^(?:eigentumer(?:in)?|verantwortlicher?|inhaber(?:in)?|proprietaire|propietario|propietaria|dueno|duena|proprietario|proprietaria|dono|dona|pemilik|владелец|владелица|负责人|所有者)$/u;
/** Only below a heading about the owner. */
const NAME_LABEL = /^(?:name|person|accountable|accountable person|held by|holder|who)$/;

/** A label as words: lower case, no accents, no brackets, hyphens as blanks. */
export function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[-_/]/g, ' ')
    .replace(/[*:`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 3: beyond doubt · 2: `Owner` · 1: `Name` and its like, for a section about the owner · 0: something else. */
export const ownerLabel = perText((label): OwnerLabel => {
  const plain = plainLabel(label);
  if (PLAIN_LABEL.test(plain) || PLAIN_ELSEWHERE.test(plain)) return 3;
  if (OTHER_OWNER.test(plain)) return 0;
  if (BARE_LABEL.test(plain) || BARE_ELSEWHERE.test(plain)) return 2;
  return NAME_LABEL.test(plain) ? 1 : 0;
});

/** True for a label that names a second owner: `Co-owner`, `Joint owner`. */
export function isCoOwnerLabel(label: string): boolean {
  return /^(?:business |outcome )?(?:co|joint|second|shared) ?owners?$/.test(plainLabel(label));
}

/** True for words before `owner` that make it another owner: `the product owner`. */
export function ownsSomethingElse(phrase: string): boolean {
  return OTHER_OWNER.test(phrase);
}

/** What a label in a section about the owner says of them; undefined for other labels. */
export function ownerDetail(label: string): 'title' | 'unit' | 'accepted' | 'evidence' | undefined {
  const plain = plainLabel(label);
  if (/^(?:owner )?(?:job )?(?:title|position|role)$/.test(plain)) return 'title';
  if (/^(?:owner )?(?:business )?(?:unit|department|division|area)$/.test(plain)) return 'unit';
  if (
    /^(?:owner )?(?:ownership )?(?:accepted(?: on| by owner)?|acceptance(?: date)?|date (?:accepted|of acceptance)|accepted by|signed(?: on)?)$/.test(
      plain,
    )
  )
    return 'accepted';
  return /^evidence(?: of acceptance)?$/.test(plain) ? 'evidence' : undefined;
}
