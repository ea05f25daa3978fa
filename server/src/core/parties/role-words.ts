import type { Rank } from './party.ts';

/**
 * Words for positions one human holds, in the header languages, lower case without accents. Add a word to teach
 * it. `rank` is the rank a title with that head word has when nothing more special applies ('' = cannot be told).
 */
export const ROLE_WORDS: readonly (readonly [rank: Rank | '', words: string])[] = [
  [
    'c-level',
    'ceo cfo coo cto cio cdo cmo cro cpo clo chro ciso caio cco cso cdao ctpo cgo cao cbo cxo cno cko president presidente ' +
      'presidenta presiden президент founder cofounder grunder grunderin fondateur fondatrice fundador fundadora pendiri ' +
      'основатель основательница geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrende vorstandsvorsitzender ' +
      'vorstandsvorsitzende vorstandsmitglied pdg gerant chairman chairwoman гендиректор 总裁 总经理 董事长 创始人 ceo',
  ],
  ['svp', 'svp evp sevp'],
  ['vp', 'vp vicepresident vizeprasident vizeprasidentin vicepresidente wapres 副总裁 副总经理'],
  [
    'director',
    'director directrice directeur direktor direktorin directora diretor diretora direktur директор avp prokurist ' +
      'bereichsvorstand 总监 dircom dsi drh daf',
  ],
  [
    'head',
    'head subdirector subdirectora leiter leiterin leitung abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin ressortleiter ' +
      'fachbereichsleiter fachbereichsleiterin referatsleiter chef cheffe responsable jefe jefa chefe kepala ketua ' +
      'руководитель руководительница начальник заведующий заведующая 负责人 主任 部长 处长 院长 科长',
  ],
  [
    'manager',
    'manager managerin manajer gerente gestor gestora gestionnaire superintendent менеджер управляющий управляющая ' +
      'gm tpm pm em 经理 主管 projektleiter projektleiterin projektmanager verwalter encargado encargada',
  ],
  [
    'lead',
    'lead leader lider teamleiter teamleiterin teamlead techlead тимлид лид supervisor supervisora 组长 koordinator',
  ],
  [
    'individual',
    'engineer analyst scientist steward developer designer architect administrator admin specialist technician ' +
      'assistant associate consultant auditor reviewer underwriter actuary accountant adjuster handler agent clerk nurse ' +
      'clinician physician doctor researcher writer tester statistician programmer mle ba operator representative ' +
      'recruiter buyer planner scheduler trainer validator modeler modeller strategist economist librarian secretary ' +
      'ingenieur ingenieurin analyst analystin entwickler entwicklerin sachbearbeiter sachbearbeiterin berater beraterin ' +
      'ingenieure analyste developpeur developpeuse concepteur conceptrice technicien assistante gestionnaire ' +
      'ingeniero ingeniera analista desarrollador desarrolladora disenador tecnico cientifico cientista engenheiro ' +
      'engenheira desenvolvedor desenvolvedora insinyur analis pengembang ilmuwan staf инженер аналитик разработчик ' +
      'специалист архитектор юрист бухгалтер дизайнер тестировщик 工程师 分析师 科学家 专员 设计师 架构师 专家 律师',
  ],
  [
    '',
    'officer owner coowner controller counsel partner chair chairperson vicechair principal sponsor expert sme champion ' +
      'coordinator executive custodian treasurer registrar commissioner ombudsman dpo po approver decider arbiter deputy delegate ' +
      'dean professor captain commander inspector ambassador liaison guardian keeper maintainer contributor facilitator ' +
      'sachverstandiger vorsitzender vorsitzende inhaber inhaberin projektinhaber beauftragter beauftragte verantwortlicher ' +
      'verantwortliche datenschutzbeauftragter datenschutzbeauftragte eigentumer eigentumerin sprecher proprietaire ' +
      'propietario propietaria proprietario proprietaria dueno duena dono pemilik владелец владелица председатель ' +
      'представитель ответственный ответственная куратор спонсор presidente-do-conselho coordinateur coordinatrice ' +
      'coordinador coordinadora coordenador coordenadora oficial delegue delegada pilote referent referente petugas ' +
      'penanggung 主席 官 所有者 业主 顾问 代表 发起人 合伙人',
  ],
];

/** Words that join two titles of one human: `Founder/CEO`, `Chair and CEO`, `Owner / Operator`. */
export const DOUBLE_TITLE_WORDS =
  'founder cofounder owner coowner president chair chairman chairwoman chairperson grunder grunderin inhaber inhaberin ' +
  'fondateur fondatrice fundador fundadora presidente presidenta proprietaire propietario propietaria proprietario ' +
  'proprietaria dueno duena dono pemilik pendiri presiden vorsitzender vorsitzende основатель владелец президент ' +
  'председатель 创始人 董事长 主席 所有者';

/** Words before or after a title that are no part of a name. */
export const TITLE_MODIFIERS =
  'senior junior sr jr chief deputy assistant associate acting interim global regional group executive managing general ' +
  'principal staff lead head vice co former incoming designated fractional external internal independent national local ' +
  'country european emea apac latam eu uk us stellvertretender stellvertretende adjoint adjointe general generale geral ' +
  'executif ejecutivo ejecutiva executivo executiva utama senior wakil главный главная старший старшая заместитель ' +
  'генеральный исполнительный operational operativo technical technisch technischer technische tecnico tecnica technique';

/** Prepositions and articles after which a title names its field: `Head of Claims`, `Директор по рискам`. */
export const TITLE_PREPOSITIONS =
  'of for on at in to with over from by de du des da do das dos del della di d l de-la fur der des von im zu para por ' +
  'bidang bagian untuk по за в для отдела';
