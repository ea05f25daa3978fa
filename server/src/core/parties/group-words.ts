import type { Rank } from './party.ts';

/** Words whose thing is a body of several people, lower case without accents. */
export const GROUP_WORDS =
  'board committee cttee ctte comittee council team teams group groups forum panel squad tribe guild taskforce ' +
  'workgroup workinggroup coe cab arb rota roster oncall everyone everybody all anyone working_group crew chapter ' +
  'circle collective consortium commission assembly congress subcommittee leadership leads directorate secretariat ' +
  'stakeholders shareholders trustees executives managers directors engineers analysts scientists developers owners ' +
  'stewards reviewers approvers maintainers contributors officers partners chairs vps heads leaders employees staff ' +
  'users members architects designers underwriters handlers adjusters agents volunteers seniors smes experts sponsors ' +
  'exco manco steerco boardroom quorum jury bench delegation workstream taskgroup c-suite csuite roundtable ' +
  'community hub cell pod pods triad duo trio ' +
  'ausschuss lenkungsausschuss gremium beirat vorstand aufsichtsrat betriebsrat rat gruppe arbeitsgruppe lenkungskreis ' +
  'arbeitskreis steuerkreis komitee runde kompetenzzentrum mannschaft geschaftsleitung geschaftsfuhrung ' +
  'fuhrungskreis projektteam alle comite conseil equipe equipes groupe commission cellule tous collectif codir comex ' +
  'comite consejo equipo equipos grupo junta comision mesa todos comissao conselho equipa comite diretoria ' +
  'komite dewan panitia kelompok pokja direksi komisaris комитет совет команда группа комиссия правление коллегия все ' +
  '委员会 团队 小组 董事会 理事会 工作组 全体 监事会 专家组 项目组 领导小组';

/** Group words that name a body when they come first: `Team Alpha`, `Comité de riesgos`, `Совет директоров`. */
export const LEADING_GROUP_WORDS =
  'team squad tribe guild board committee council panel all everyone taskforce comite conseil equipe groupe commission ' +
  'consejo equipo grupo junta comision conselho comissao equipa komite dewan panitia kelompok direksi комитет совет ' +
  'команда группа комиссия правление cellule collectif coe rota hub';

/** Words a German compound ends with when it names a body. */
export const GROUP_SUFFIXES: readonly string[] = [
  'ausschuss',
  'gremium',
  'komitee',
  'beirat',
  'aufsichtsrat',
  'betriebsrat',
  'gruppe',
  'lenkungskreis',
  'steuerungskreis',
  'arbeitskreis',
  'kreis',
  'team',
  'kommission',
  'kompetenzzentrum',
  'runde',
];

/** Words a German compound ends with when it names a position, and the rank it has. */
export const ROLE_SUFFIXES: readonly (readonly [suffix: string, rank: Rank | ''])[] = [
  ['teamleiter', 'lead'],
  ['teamleiterin', 'lead'],
  ['teamleitung', 'lead'],
  ['gruppenleiter', 'lead'],
  ['projektleiter', 'manager'],
  ['projektleiterin', 'manager'],
  ['projektleitung', 'manager'],
  ['werkleiter', 'manager'],
  ['filialleiter', 'manager'],
  ['leiter', 'head'],
  ['leiterin', 'head'],
  ['leitung', 'head'],
  ['geschaftsfuhrer', 'c-level'],
  ['vorstand', 'c-level'],
  ['beauftragter', ''],
  ['beauftragte', ''],
  ['verantwortlicher', ''],
  ['verantwortliche', ''],
  ['manager', 'manager'],
  ['ingenieur', 'individual'],
  ['ingenieurin', 'individual'],
  ['entwickler', 'individual'],
  ['entwicklerin', 'individual'],
  ['berater', 'individual'],
  ['direktor', 'director'],
  ['direktorin', 'director'],
  ['inhaber', ''],
  ['eigentumer', ''],
];
