import { foldWords } from './fold.ts';
import type { Category } from './model.ts';

/** Objects whose change is a change of the system in production. */
const SYSTEM =
  '(?:models?|modelle?|prompts?|systems?|agents?|algorithms?|thresholds?|parameters?|guardrails?|weights|ai|llm|classifiers?|scor(?:e|ing)s?|features?|modelo|modele|sistema|systeme|модел[а-я]*|模型|提示词|系统)';
const CHANGE =
  '(?:change|changes|changing|modif(?:y|ies|ication|ications|ying)|update|updates|updating|upgrade|upgrades|retrain(?:ing|s)?|re-train(?:ing)?|fine-?tun(?:e|ing)|recalibrat(?:e|ion)|replace|replacement|adjust(?:ment)?s?|tune|tuning)';

/** Rows about a decision that only mention the words: preparing, testing or telling is no decision of these four. */
const ABOUT =
  /\b(?:drill|exercise|document(?:ation|ing)|runbook|playbook|training program(?:me)?|minutes|report(?:ing)?|communicat(?:e|ion|ing)|notif(?:y|ication)|announce(?:ment)?|monitor(?:ing)?|checklist|log|logging|tests?|testing|rehears(?:e|al)|prepare|preparation|template|post-?mortem|retrospective|root[- ]cause|lessons)\b/;

const GO_LIVE =
  /\b(?:mov(?:e|ing)|transition(?:ing)?|step) from (?:the )?pilot (?:in)?to production\b|\brelease to all (?:users|customers|teams|staff)\b|\bgo(?:ing)?[- ]?live\b|\bgolive\b|\b(?:deploy(?:ment|ing|s)?|launch(?:ing)?|releas(?:e|ing)|promot(?:e|ion)|roll[- ]?out|ship|move|push|cutover)\b.{0,40}\b(?:to|in|into) prod(?:uction)?\b|\bprod(?:uction)? (?:go|deploy(?:ment)?s?|launch|release|roll[- ]?out|approval|sign-?off|cutover|readiness (?:approval|sign-?off|decision)|authori[sz]ation|promotion)\b|\b(?:approv(?:e|al)|sign[- ]off|authori[sz]e)\b.{0,40}\b(?:for|of|to|into) prod(?:uction)?(?: use| deployment| launch| release)?$|\b(?:launch|release|deployment|roll[- ]?out) (?:approval|decision|sign-?off|authori[sz]ation|go)\b|\bapprove (?:the )?(?:launch|release|deployment|roll[- ]?out)\b|\b(?:produktivsetzung|produktionsfreigabe|inbetriebnahme|produktivstart|livegang)\b|\bmise en (?:production|service)\b|\b(?:puesta|paso|salida) (?:en|a) produccion\b|\b(?:entrada|colocacao|implantacao) em producao\b|\b(?:go-live produksi|rilis ke produksi|peluncuran produksi)\b|ввод в (?:эксплуатацию|продуктив)|запуск в (?:продакшн|производство|эксплуатацию)|上线|投产/;

const GO_NO_GO = /\bgo[ -]?(?:\/|or|vs\.?)?[ -]?no[- ]?go\b/;
const PILOT =
  /\b(?:pilot(?:e|o|s|phase|projekt|ierung)?|pilot(?:projekt)?(?:freigabe|start|genehmigung|entscheidung)|poc|proof of concept)\b|пилот|试点|試點/;
const PILOT_DECISION =
  /\b(?:approv(?:e|es|al)|start|begin|launch|kick[- ]?off|authori[sz](?:e|ation)|sign[- ]off|go[- ]ahead|decision|green ?light|(?:pilot(?:projekt)?)?(?:freigabe|genehmigung|entscheidung)|pilotstart|validation|approbation|lancement|aprobacion|inicio|aprovacao|persetujuan|mulai)\b|утвержд|запуск|批准|启动|审批/;
const NOT_PILOT_DECISION =
  /\b(?:extend|extension|end|close|closure|evaluat(?:e|ion)|results?|outcomes?|report|funding|scope|users?|data|plan(?:ning)?|run(?:ning)?)\b/;

const MODIFICATION = new RegExp(
  [
    `\\bin[- ]production (?:${CHANGE})\\b`,
    `\\b(?:change|changes|modification|modifications) (?:in|to) production\\b`,
    `\\b(?:production|live|post-?launch|post[- ]go[- ]live) ${CHANGE}\\b`,
    `\\b${CHANGE}\\b(?: (?:to|of|in))?(?: (?:the|a|an|any|our|its|live|production|deployed|ai|ml|base))*[ /,-]+${SYSTEM}(?![\\p{L}-])`,
    `(?:^|[^\\p{L}])${SYSTEM}(?:[ ,/&]+(?:and |or )?(?:the )?${SYSTEM})* ${CHANGE}\\b(?! (?:management|control|log|board|request form|policy|process))`,
    `^(?:approv(?:e|al) (?:of )?(?:any |all )?)?(?:in-production |major |minor |material |significant |substantial )*(?:change|changes|modification|modifications)(?: (?:approval|decision|in production|after go[- ]live|to production|to the live system))?$`,
    `\\bchanges? to (?:the )?rules? (?:or|and) (?:the )?${SYSTEM}(?![\\p{L}-])|\\b${CHANGE} (?:once|when|while) (?:it is )?live\\b|\\bnew (?:prompt|model)(?: (?:or|and) (?:prompt|model))? versions?\\b`,
    `\\b(?:retrain(?:ing)?|re-train(?:ing)?)\\b`,
    `\\b(?:modellanderung(?:en)?|anderung(?:en)? (?:im betrieb|am (?:modell|system)|des modells)|anderungen? in produktion)\\b`,
    `\\bmodifications? (?:en production|du modele|du systeme)\\b|\\b(?:modificacion(?:es)?|cambios?) (?:en produccion|del? (?:modelo|sistema))\\b|\\b(?:modificac(?:ao|oes)|mudancas?|alterac(?:ao|oes)) (?:em producao|no (?:modelo|sistema)|do (?:modelo|sistema))\\b|\\b(?:perubahan|modifikasi) (?:di produksi|model|sistem|dalam produksi)\\b`,
    `изменени[а-я]* (?:в продуктив|в эксплуатации|модели|системы)|(?:模型|生产|系统|线上)(?:变更|修改|更新)`,
  ].join('|'),
  'u',
);

const HALT_WORD =
  /\b(?:halt(?:ing|s|ed)?|stop(?:ping|s|ped)?|shut(?:ting)?[- ]?down|paus(?:e|es|ing)|roll(?:ing)?[- ]?backs?|rollbacks?|kill[- ]?switch|suspend|suspension|emergency stop|switch(?:ing)? off|turn(?:ing)? off|disable|disengage|pull the plug|abschalt(?:en|ung)|stopp(?:en)?|anhalten|notabschaltung|stilllegung|arret(?:er)?|suspension|retour arriere|detener|parada|detencion|reversion|interromper|interrupcao|parar|paralisacao|reversao|menghentikan|penghentian|hentikan)\b|останов|откат|приостанов|停止|停机|暂停|回滚|叫停/u;
const AFTER_HALT =
  /\b(?:after|following|with|since|during|without|tested|from|post|re-?start(?:ing)?|resum(?:e|ing|ption)|recover(?:y|ing)?|return|lift(?:ing)?|re-?enabl(?:e|ing)|nach|apres|tras|apos)\b(?:[ -]+\S+){0,3}?[ -]+(?=halt|stop|shut|paus|roll|kill|suspen|emergency)|\b(?:restart|resume|resumption|re-?enable|reactivat(?:e|ion))\b/;
const NOT_HALT =
  /\b(?:pilot|hiring|recruit|feature|meeting|campaign|payment|non-?stop|one[- ]stop|stop[- ]?words?|stop[- ]?loss|full[- ]stop)\b/;

/** The company's own words for a category. */
export type ConfiguredCategories = ReadonlyMap<string, readonly string[]>;

const known = new Map<string, readonly Category[]>();

/** The categories a row's label speaks of, by meaning; none for an ordinary decision. */
export function categoriesOf(label: string, configured: ConfiguredCategories): readonly string[] {
  const folded = foldWords(label.slice(0, 300)).replace(/[–—]/g, '-');
  let own = known.get(folded);
  if (!own) {
    own = ofTheFour(folded);
    // A bound, not a cache policy: labels of one workspace are few.
    if (known.size > 20_000) known.clear();
    known.set(folded, own);
  }
  if (configured.size === 0) return own;
  const found = new Set<string>(own);
  for (const [category, words] of configured)
    if (words.some((word) => hasWords(folded, word))) found.add(category);
  return [...found];
}

function hasWords(label: string, words: string): boolean {
  const wanted = foldWords(words);
  if (wanted === '') return false;
  const at = label.indexOf(wanted);
  if (at < 0) return false;
  const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u;
  return !letter.test(label[at - 1] ?? ' ') && !letter.test(label[at + wanted.length] ?? ' ');
}

function ofTheFour(label: string): Category[] {
  const bare = label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // What stands in brackets explains: `Change in production (model, prompt, limits)`.
  const found = bare === label || bare === '' ? [] : meant(bare);
  return found.length > 0 ? found : meant(label);
}

function meant(label: string): Category[] {
  if (label === '' || ABOUT.test(label) || /^document\b/.test(label)) return [];
  const out: Category[] = [];
  const pilot = PILOT.test(label);
  const live = GO_LIVE.test(label);
  const production = /\bprod(?:uction)?\b/.test(label);
  if (GO_NO_GO.test(label)) {
    if (pilot || !(live || production || /\b(?:launch|release|deploy)/.test(label)))
      out.push('pilot-go-no-go');
    if (live || production || /\b(?:launch|release|deploy)/.test(label)) out.push('production-go-live');
  } else if (pilot && PILOT_DECISION.test(label) && !NOT_PILOT_DECISION.test(label))
    out.push('pilot-go-no-go');
  if (
    live &&
    !out.includes('production-go-live') &&
    !(pilot && !production && !/\bgo[- ]?live\b/.test(label))
  )
    if (
      !/\b(?:plan|planning|support|readiness review|readiness assessment)\b|\bafter go[- ]?live\b|\bpost[- ]go[- ]?live\b/.test(
        label,
      )
    )
      out.push('production-go-live');
  if (
    MODIFICATION.test(label) &&
    !GO_NO_GO.test(label) &&
    !/\bchange (?:management|control|advisory)\b/.test(label)
  )
    out.push('in-production-modification');
  if (HALT_WORD.test(label) && !AFTER_HALT.test(label) && !(NOT_HALT.test(label) && !production))
    out.push('production-halt-rollback');
  return out;
}

/**
 * What a label says when it says nothing but its category, so that "Go-live" and "Production go-live approval" are
 * equal; undefined when it says more ("Change the prompt" and "Change the threshold" are two decisions).
 */
export function bareDecision(label: string): string | undefined {
  let bare = bareLabels.get(label);
  if (bare === undefined) {
    const words = foldWords(label)
      .replace(/\bgolive\b/g, 'go live')
      .replace(/\brollback\b/g, 'roll back')
      .replace(/\bshutdown\b/g, 'shut down')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !SMALL.has(word));
    bare = words.every((word) => CORE.has(word)) ? [...new Set(words)].sort().join(' ') : null;
    if (bareLabels.size > 20_000) bareLabels.clear();
    bareLabels.set(label, bare);
  }
  return bare ?? undefined;
}

const bareLabels = new Map<string, string | null>();
const SMALL = new Set(
  'a an the of to in or and into for production prod approval decision decide system ai model initiative'.split(
    ' ',
  ),
);
const CORE = new Set(
  'pilot go no nogo live approve deploy deployment launch release modification modifications change changes halt stop roll back pause shut down kill switch'.split(
    ' ',
  ),
);
