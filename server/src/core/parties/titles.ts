import { perText } from '../text/memo.ts';
import { foldWord, wordSet } from './fold.ts';
import { isFunctionWord, rankOfWord, titleWords } from './lexical.ts';
import { DEFAULT_RANKS, type Side } from './party.ts';
import { TITLE_PREPOSITIONS } from './role-words.ts';
import { BUSINESS_SIDE, DATA_ALONE, DATA_SIDE, ENGINEERING_HOLDERS, TECHNOLOGY_SIDE } from './side-words.ts';

/** A rank id of the default order, high to low. */
export type Rank = (typeof DEFAULT_RANKS)[number];

const PREPOSITIONS = wordSet(TITLE_PREPOSITIONS);
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
  let best: Rank | undefined;
  // The whole first: `Chief Customer and Digital Officer` is no pair of titles.
  for (const part of [title, ...title.split(/[/,;&+()]| and | und | et | y | dan | и /u)]) {
    const rank = rankOfOne(part);
    if (rank && (!best || DEFAULT_RANKS.indexOf(rank) < DEFAULT_RANKS.indexOf(best))) best = rank;
  }
  return best;
});

const asRank = (rank: string | undefined) => DEFAULT_RANKS.find((known) => known === rank);

function rankOfOne(title: string): Rank | undefined {
  const words = titleWords(title);
  const flat = ` ${words.join(' ')} `;
  for (const [pattern, rank] of SPECIAL) if (pattern.test(flat)) return asRank(rank);
  if (/\p{Script=Han}/u.test(flat)) return rankOfHan(flat.replaceAll(' ', ''));
  const cut = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const phrase = cut > 0 ? words.slice(0, cut) : words;
  const deputy = phrase.some((word) =>
    /^(?:deputy|wakil|заместитель|stellvertretende?r?|adjointe?|subdirectora?)$/.test(word),
  );
  const ranked = (deputy ? phrase.filter((w) => !/^(?:deputy|wakil|заместитель)$/.test(w)) : phrase).map(
    rankOfWord,
  );
  const last = ranked.at(-1);
  // The head noun stands last in English and German, first in the Romance languages, Indonesian and Russian.
  let rank = asRank(last);
  if (last === undefined) rank = asRank(ranked.find((one) => one !== undefined && one !== ''));
  if (rank === 'individual' && phrase[0] === 'lead') rank = 'lead';
  if (
    (rank === 'individual' || last === undefined) &&
    ranked[0] !== undefined &&
    ranked[0] !== '' &&
    phrase.length > 1
  ) {
    const first = asRank(ranked[0]);
    if (first && first !== 'individual' && first !== 'lead' && phrase[0] !== 'president') rank = first;
  }
  if (deputy && rank) return demote(rank);
  return rank;
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

function rankOfHan(text: string): Rank | undefined {
  if (/首席.{0,8}官/u.test(text)) return 'c-level';
  return asRank(rankOfWord(text));
}

const SPECIAL: readonly (readonly [RegExp, string])[] = [
  [/ (?:assistant|secretary|advisor|adviser|office) (?:to|of) /, 'individual'],
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

/** True for the CTO, CIO and whoever leads engineering, technology or IT as a whole. */
export const isCto = perText((title): boolean =>
  [title, ...title.split(/[/,;&+()]| and /u)].some((part) => {
    const words = titleWords(part);
    const flat = words.join(' ');
    const to = words.indexOf('to');
    const own = to > 0 ? words.slice(0, to) : words;
    if (/^(?:cto|cio|ctpo)$/.test(own.at(-1) ?? '') || /^(?:cto|cio|ctpo)$/.test(own[0] ?? '')) {
      return own.at(-1) !== 'office' && own.at(-1) !== 'team' && own.at(-1) !== 'deputy';
    }
    if (
      /^(?:[a-z]+ )?chief (?:digital )?(?:technology|technical|information|product and technology) officer/.test(
        flat,
      )
    )
      return true;
    if (/首席(?:技术|信息)官/u.test(part) || /^техническии директор/u.test(flat)) return true;
    const rank = rankOf(part);
    if (!rank || !['svp', 'vp', 'director', 'head', 'c-level'].includes(rank)) return false;
    const field = words.filter(
      (word) => (rankOfWord(word) ?? '') === '' && !PREPOSITIONS.has(word) && word !== 'senior',
    );
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

/** True when a text names a function of the company by itself (`Legal`), folded word by word. */
export function isFunctionName(text: string): boolean {
  const words = titleWords(text);
  return words.length > 0 && words.every(isFunctionWord);
}
