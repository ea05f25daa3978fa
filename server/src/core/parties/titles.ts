import { perText } from '../text/memo.ts';
import { foldWord, wordSet } from './fold.ts';
import { beforeField, headKind, isPreposition, rankOfWord, titleWords } from './lexical.ts';
import { DEFAULT_RANKS, type Rank, type Side } from './party.ts';
import { BUSINESS_SIDE, DATA_ALONE, DATA_SIDE, ENGINEERING_HOLDERS, TECHNOLOGY_SIDE } from './side-words.ts';

const TECHNOLOGY_FIELD = wordSet(
  'engineering technology it tech information technical software product systems ingenieria tecnologia tecnologias ' +
    'informatique technologie technologies technik informatik engenharia teknologi informasi rekayasa технологиям ' +
    'технологии разработки разработке ит ит-отдела инженерии global group corporate interim acting digital',
);
const TECHNOLOGY_CORE = wordSet(
  'engineering technology it tech ingenieria tecnologia tecnologias informatique technologie technologies technik informatik ' +
    'engenharia teknologi rekayasa технологиям технологии разработки разработке ит инженерии',
);

/**
 * The rank a title has by itself, as an id of the default order; undefined when the title does not tell (`Owner`,
 * `Sponsor`, `Compliance Officer`). Of joined titles (`Founder/CEO`) the highest counts.
 */
export const rankOf = perText((title): Rank | undefined => {
  // The whole first: `Chief Customer and Digital Officer` is no pair of titles.
  const ranks = [title, ...title.split(/[/,;&+()]| and | und | et | y | dan | и /u)].map(rankOfOne);
  return DEFAULT_RANKS.find((rank) => ranks.includes(rank));
});

function rankOfOne(title: string): Rank | undefined {
  const words = titleWords(title);
  const flat = ` ${words.join(' ')} `;
  const phrase = beforeField(words);
  const rank =
    SPECIAL.find(([pattern]) => pattern.test(flat))?.[1] ??
    rankOfPhrase(phrase.filter((word) => !DEPUTY.test(word)));
  return rank && phrase.some((word) => DEPUTY.test(word) || word.includes('副')) ? demote(rank) : rank;
}

/** The head noun stands last in English and German, first in the Romance languages, Indonesian and Russian. */
function rankOfPhrase(phrase: readonly string[]): Rank | undefined {
  const ranks = phrase.map(rankOfWord);
  const last = ranks.at(-1);
  if (last === undefined) return ranks.find(Boolean) || undefined;
  // `Director Técnico` and `Kepala Staf` end with a word that is a role as well, and so does `Lead Data Scientist`.
  if (last === 'individual' && ranks[0] && ranks[0] !== 'c-level') return ranks[0];
  return last || undefined;
}

/** A deputy stands one step below, except below a vice president, whose deputies are directors by name. */
function demote(rank: Rank): Rank {
  const below: Partial<Record<Rank, Rank>> = {
    'c-level': 'svp',
    director: 'head',
    head: 'manager',
    manager: 'lead',
  };
  return below[rank] ?? rank;
}

const DEPUTY = /^(?:deputy|wakil|заместитель|stellvertretende?r?|adjointe?)$/;

const SPECIAL: readonly (readonly [RegExp, Rank])[] = [
  [/ (?:assistant|secretary|advisor|adviser|office) (?:to|of) | (?:assistant|secretary) $/, 'individual'],
  [/首席.{0,8}官/u, 'c-level'],
  [
    / chief (?:[\p{L}&]+ ){0,4}(?:engineer|architect|scientist|actuary|underwriter|economist|nurse|clerk|accountant|analyst) /u,
    'director',
  ],
  [/ chief (?:[\p{L}&]+ ){1,5}officer /u, 'c-level'],
  [/ (?:team|squad|shift|project|tech|gang|crew) (?:lead|leader) | techlead /, 'lead'],
  [
    / (?:managing|general|generale?|geral|utama|gerant) (?:director|directora?|directeur|partner|diretora?|counsel) /,
    'c-level',
  ],
  [
    / (?:director|directora|directeur|directrice|diretora?|direktur|gerente) (?:general|generale?|geral|executivo|ejecutivo|utama) /,
    'c-level',
  ],
  [
    / генеральныи директор | исполнительныи директор | финансовыи директор | техническии директор /u,
    'c-level',
  ],
  [/ executive director /, 'svp'],
  [
    / (?:board (?:chair|chairman|chairwoman|chairperson)|chair(?:man|woman|person)? of the board) /,
    'c-level',
  ],
  [/ (?:business unit|bu|unit|division|functional|department|practice) (?:lead|leader) /, 'head'],
  [/ (?:chef|cheffe) de projet | (?:jefe|jefa) de proyecto | gerente de projeto /, 'manager'],
  [/ (?:chef|cheffe) de equipe | (?:jefe|jefa|lider) de equip[oa] | chefe de equipa /, 'lead'],
  [/ mitglied (?:des vorstands?|der geschaftsleitung) /, 'c-level'],
  [/ (?:kepala|ketua) tim /, 'lead'],
  [/ product owner | po /, 'individual'],
];

/** True for the head or director of a function, the seed's "functional lead". A team lead is none. */
export function isFunctionalLead(title: string): boolean {
  const rank = rankOf(title);
  return rank === 'head' || rank === 'director';
}

/** The side of the house a title or unit belongs to; undefined when its words do not tell. */
export const sideOf = perText((text): Side | undefined => {
  const flat = ` ${titleWords(text).join(' ')} `;
  const raw = foldWord(text);
  if (DATA_SIDE.test(flat) || DATA_ALONE.test(flat) || /数据|人工智能|算法/u.test(raw)) return 'data';
  if (isCto(text) || TECHNOLOGY_SIDE.test(flat) || /技术|信息|工程|研发|平台|运维/u.test(raw))
    return 'technology';
  if (BUSINESS_SIDE.test(flat) || /业务|销售|市场|财务|法务|合规|风险|运营|产品|人力|总经理|总裁/u.test(raw))
    return 'business';
  return undefined;
});

const CTO =
  / (?:cto|cio|ctpo|chief (?:digital )?(?:technology|technical|information|product and technology) officer|техническии директор) |首席(?:技术|信息)官/u;

/** True for the CTO, CIO and whoever leads engineering, technology or IT as a whole. */
export const isCto = perText((title): boolean =>
  [title, ...title.split(/[/,;&+()]| and /u)].some((part) => {
    const words = titleWords(part);
    const rank = rankOfOne(part);
    if (rank === 'c-level' && headKind(part) === 'position' && CTO.test(` ${words.join(' ')} `)) return true;
    if (!rank || !['svp', 'vp', 'director', 'head', 'c-level'].includes(rank)) return false;
    const field = words.filter((word) => !rankOfWord(word) && !isPreposition(word) && word !== 'senior');
    return (
      field.some((word) => TECHNOLOGY_CORE.has(word)) && field.every((word) => TECHNOLOGY_FIELD.has(word))
    );
  }),
);

/** True for the CEO, COO and their like, to whom a blocked budget goes. */
export function isCeoOrCoo(title: string): boolean {
  const flat = ` ${titleWords(title).join(' ')} `;
  if (/ (?:to|office|assistant) /.test(flat)) return false;
  return (
    / (?:ceo|coo|managing director|chief (?:executive|operating|operations) officer|chief executive|pdg) /.test(
      flat,
    ) ||
    / (?:geschaftsfuhrer(?:in)?|vorstandsvorsitzende(?:r)?|directeur general|director general|diretor geral|direktur utama|direktur operasi|генеральныи директор) /u.test(
      flat,
    ) ||
    /首席(?:执行|运营)官|总裁|总经理/u.test(title)
  );
}

/** True for a product owner, who manages delivery, not the outcome. */
export function isProductOwner(title: string): boolean {
  return / (?:product owner|po|product owners|产品负责人|владелец продукта|dueno del producto|pemilik produk) /u.test(
    ` ${titleWords(title).join(' ')} `,
  );
}

/** True when a holder of the stop right sits with engineering or a vendor: CTO, SRE, on-call, platform, DevOps. */
export function isEngineeringHolder(text: string): boolean {
  const flat = ` ${titleWords(text).join(' ')} `;
  return isCto(text) || ENGINEERING_HOLDERS.test(flat) || sideOf(text) === 'technology';
}

/** True for an AI Centre of Excellence or central AI capability team. */
export function isCoe(text: string): boolean {
  const flat = ` ${titleWords(text).join(' ')} `;
  return (
    / coe /.test(flat) ||
    / (?:ai|ml|ki|ia|genai|data) (?:capability|competence|competency|enablement|excellence|lab|hub|factory) (?:team|function|cent(?:er|re)|group|unit|hub)? ?/.test(
      flat,
    ) ||
    /(?:ki|ai)[ -]?kompetenzzentrum|卓越中心|центр компетенций|pusat keunggulan/u.test(foldWord(text))
  );
}

/** A function that customer-facing systems consult. */
export type ConsultedFunction = 'legal' | 'compliance' | 'customer-success' | 'sales';

const CONSULTED: readonly (readonly [ConsultedFunction, RegExp])[] = [
  [
    'legal',
    / (?:legal|counsel|lawyers?|attorney|clo|gc|recht|rechtsabteilung|juridique|juridico|hukum|юридическии|юрист|юристы) |法务|法律/u,
  ],
  ['compliance', / (?:compliance|cco|conformite|cumplimiento|conformidade|kepatuhan|комплаенс) |合规/u],
  [
    'customer-success',
    / (?:customer (?:success|service|services|support|care|experience|operations)|client (?:success|services)|cs|cx|csm|kundenservice|kundendienst|kundenbetreuung|service client|servicio al cliente|atendimento|sucesso do cliente|layanan pelanggan|поддержка клиентов) |客服|客户成功/u,
  ],
  [
    'sales',
    / (?:sales|commercial|account executives?|cro|vertrieb|ventes|ventas|vendas|penjualan|продажи|продаж) |销售/u,
  ],
];

/** The functions a text names among those that customer-facing systems consult, in a fixed order. */
export const consultedFunctions = perText((text): readonly ConsultedFunction[] => {
  const flat = ` ${titleWords(text).join(' ')} `;
  return CONSULTED.filter(
    ([name, pattern]) =>
      pattern.test(flat) && !(name === 'sales' && / chief risk | cro /.test(flat) && !/ sales /.test(flat)),
  ).map(([name]) => name);
});
