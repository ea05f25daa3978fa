import type { RaciRole } from './model.ts';

/**
 * The words of RACI tables in the languages we read, folded as `fold.ts` does (lower case, no accents). To add a
 * language, add its words to each list; longer phrases need not stand before shorter ones.
 */
type RoleWords = Readonly<
  Record<'accountable' | 'responsible' | 'consulted' | 'informed' | 'support', readonly string[]>
>;

/** Words that name a part in a decision, as a column header, a field label or a cell. */
export const ROLE_WORDS: RoleWords = {
  // biome-ignore format: a new line begins a language
  accountable: [
    'accountable', 'accountability', 'accountable (a)',
    'rechenschaftspflichtig', 'rechenschaftspflichtige', 'rechenschaftspflichtiger',
    'gesamtverantwortlich', 'gesamtverantwortung', 'ergebnisverantwortlich', 'letztverantwortlich',
    'rechenschaft', 'genehmigend',
    'redevable', 'responsable final', 'rend compte', 'rend des comptes', 'garant', 'autorite',
    'approbateur', 'imputable', 'doit rendre compte',
    'rinde cuentas', 'rendidor de cuentas', 'aprobador', 'autoridad', 'responsable ultimo',
    'quien rinde cuentas', 'encargado de rendir cuentas', 'responsable de rendir cuentas',
    'responsable ultimo (accountable)', 'que rinde cuentas',
    'presta contas', 'prestador de contas', 'aprovador', 'autoridade', 'responsavel final',
    'responsabilizado', 'responsavel ultimo', 'presta conta', 'prestacao de contas', 'responsabilizavel',
    'akuntabel', 'penanggung jawab akhir', 'penanggung jawab utama', 'bertanggung gugat', 'akuntabilitas',
    'pemegang akuntabilitas', 'penanggung gugat',
    'подотчетный', 'подотчетен', 'подотчетное лицо', 'утверждающий', 'утверждает', 'несет ответственность',
    'отвечает за результат', 'ответственный за результат', 'подотчетные',
    '问责', '问责人', '当责', '当责人', '最终负责', '最终负责人', '最终责任', '最终责任人', '批准', '批准人', '审批', '审批人', '問責', '當責',
    '當責者', '批准者', '终责', '担责', '担责人', '问责者', '最終負責',
  ],
  // biome-ignore format: a new line begins a language
  responsible: [
    'responsible', 'responsibility', 'responsible (r)',
    'verantwortlich', 'verantwortliche', 'verantwortlicher', 'durchfuhrung', 'durchfuhrend',
    'durchfuhrende', 'durchfuhrungsverantwortlich', 'ausfuhrend', 'ausfuhrung', 'zustandig', 'umsetzung',
    'durchfuhrungsverantwortung',
    'responsable', 'responsables', 'realisateur', 'realise', 'executant', 'realisation', 'en charge',
    'acteur',
    'ejecutor', 'encargado', 'ejecuta', 'realiza', 'responsable de ejecucion', 'responsable de ejecutar',
    'responsavel', 'responsaveis', 'executor', 'executa', 'responsavel pela execucao',
    'bertanggung jawab', 'pelaksana', 'penanggung jawab', 'yang bertanggung jawab', 'penanggungjawab',
    'ответственный', 'ответственные', 'исполнитель', 'исполнители', 'исполняет', 'ответственное лицо',
    'выполняет',
    '负责', '负责人', '执行', '执行人', '执行者', '执行负责', '責任者', '負責', '負責人', '執行', '執行者', '責任', '责任', '责任人', '负责者',
    '谁负责', '负责执行', '執行人',
  ],
  // biome-ignore format: a new line begins a language
  consulted: [
    'consulted', 'consult', 'consults', 'consulted (c)', 'to consult',
    'konsultiert', 'konsultierte', 'zu konsultieren', 'beratend', 'befragt', 'beratung', 'konsultation',
    'hinzugezogen', 'mitwirkend', 'anzuhoren', 'angehort', 'mitwirkung', 'zu befragen',
    'consulte', 'consultes', 'consultee', 'consultees', 'a consulter', 'consulte(s)', 'consulte(e)',
    'consultado', 'consultados', 'a consultar', 'consultada', 'consultadas', 'consulta',
    'dikonsultasikan', 'konsultasi', 'konsultan', 'dimintai pendapat', 'diminta pendapat',
    'pihak konsultasi', 'dikonsultasi', 'yang dikonsultasikan', 'pemberi masukan',
    'консультируемый', 'консультируемые', 'консультант', 'консультанты', 'консультирует', 'консультация',
    'консультируют', 'консультируется', 'консультируют(ся)',
    '咨询', '咨询人', '被咨询', '被咨询人', '被咨询者', '顾问', '諮詢', '諮詢者', '被諮詢', '事先咨询', '咨询方', '咨询对象', '諮詢人', '協助諮詢',
  ],
  // biome-ignore format: a new line begins a language
  informed: [
    'informed', 'inform', 'informs', 'informed (i)', 'to inform',
    'informiert', 'informierte', 'zu informieren', 'information', 'benachrichtigt', 'in kenntnis gesetzt',
    'info',
    'informe', 'informes', 'informee', 'informees', 'a informer', 'informe(s)', 'informe(e)',
    'informado', 'informados', 'a informar', 'informada', 'informadas',
    'diinformasikan', 'diinfokan', 'diberi tahu', 'diberitahu', 'informasi', 'terinformasi',
    'pihak informasi', 'yang diinformasikan', 'mendapat informasi', 'diberi informasi',
    'информируемый', 'информируемые', 'информируется', 'уведомляемый', 'уведомляемые', 'информирован',
    'информирует', 'уведомлен', 'информируют', 'осведомленный', 'проинформирован', 'информированный',
    '知情', '知情人', '知会', '被通知', '通知', '告知', '被告知', '知情者', '被知会', '知會', '告知者', '被告知者', '通知对象', '知会人', '被告知人',
    '通报',
  ],
  // biome-ignore format: a new line begins a language
  support: [
    'support', 'supports', 'supporting', 'supportive', 'supported',
    'unterstutzend', 'unterstutzung', 'unterstutzt',
    'soutien', 'appui',
    'apoyo',
    'suporte', 'apoio',
    'dukungan', 'pendukung',
    'поддержка',
    '支持', '协助', '支援',
  ],
};

/** Words of other models and of decision matrices that look like RACI and are not. */
export const OTHER_MODEL_WORDS = {
  driver: ['driver', 'drivers', 'drive', 'drives'],
  approver: ['approver', 'approvers', 'approve', 'approves', 'approved by', 'approval'],
  contributor: ['contributor', 'contributors', 'contribute', 'contributes', 'contributing'],
  recommend: ['recommend', 'recommends', 'recommender', 'recommenders'],
  agree: ['agree', 'agrees', 'agreer'],
  perform: ['perform', 'performs', 'performer', 'performers'],
  input: ['input', 'inputs', 'input provider', 'input providers'],
  decide: ['decide', 'decides', 'decider', 'deciders', 'decision maker', 'decision-maker'],
} as const;

/** Header words over the column that holds decisions. */
// biome-ignore format: a new line begins a language
export const DECISION_HEADERS: readonly string[] = [
  'decision', 'decisions', 'activity', 'activities', 'task', 'tasks', 'deliverable', 'deliverables',
  'process', 'processes', 'subprocess', 'step', 'steps', 'action', 'actions', 'work item', 'work package',
  'workstream', 'milestone', 'decision area', 'decision type', 'area', 'topic', 'responsibility area',
  'item', 'items', 'function', 'control', 'what', 'question', 'project task', 'key activity',
  'activity / decision', 'decision / activity', 'decision or activity', 'lifecycle stage', 'stage',
  'event', 'gate', 'artifact', 'artefact', 'capability', 'service', 'scope', 'practice', 'procedure',
  'use case', 'subsystem', 'decision category', 'category', 'domain', 'responsibility', 'responsibilities',
  'component',
  'entscheidung', 'entscheidungen', 'aktivitat', 'aktivitaten', 'aufgabe', 'aufgaben', 'tatigkeit',
  'tatigkeiten', 'prozess', 'prozessschritt', 'schritt', 'arbeitspaket', 'thema', 'vorgang', 'massnahme',
  'bereich', 'ergebnis', 'liefergegenstand',
  'activite', 'activites', 'tache', 'taches', 'etape', 'etapes', 'livrable', 'livrables', 'processus',
  'sujet', 'domaine', 'action',
  'decisiones', 'actividad', 'actividades', 'tarea', 'tareas', 'entregable', 'entregables', 'proceso',
  'paso', 'etapa', 'tema', 'accion',
  'decisao', 'decisoes', 'atividade', 'atividades', 'tarefa', 'tarefas', 'entregavel', 'entregaveis',
  'processo', 'acao', 'passo',
  'keputusan', 'aktivitas', 'tugas', 'kegiatan', 'proses', 'langkah', 'pekerjaan', 'tahap', 'tahapan',
  'hasil kerja',
  'решение', 'решения', 'задача', 'задачи', 'активность', 'активности', 'деятельность', 'процесс', 'этап',
  'работа', 'работы', 'вид работ', 'шаг', 'действие', 'мероприятие', 'результат',
  '决策', '决定', '活动', '任务', '流程', '步骤', '工作', '事项', '阶段', '工作项', '工作内容', '交付物', '決策', '活動', '任務', '決定', '事項',
  '步驟',
];

/** Header words over the column that holds parties: then the decisions stand in the header row. */
// biome-ignore format: a new line begins a language
export const PARTY_HEADERS: readonly string[] = [
  'role', 'roles', 'person', 'people', 'party', 'parties', 'stakeholder', 'stakeholders', 'team', 'teams',
  'team member', 'team members', 'member', 'members', 'position', 'who', 'actor', 'actors', 'owner',
  'participant', 'participants', 'name', 'department', 'group', 'title', 'individual', 'role / function',
  'role/person', 'role / person', 'function / role', 'role/function', 'team / role', 'role / team',
  'person / role', 'name / role', 'job title',
  'rolle', 'rollen', 'person', 'personen', 'funktion', 'beteiligte', 'abteilung', 'wer', 'mitarbeiter',
  'rolle / person',
  'acteurs', 'personne', 'personnes', 'partie prenante', 'parties prenantes', 'fonction', 'qui', 'equipe',
  'poste', 'nom',
  'rol', 'persona', 'personas', 'interesado', 'interesados', 'cargo', 'puesto', 'quien', 'equipo',
  'nombre',
  'papel', 'papeis', 'pessoa', 'pessoas', 'funcao', 'quem', 'equipe', 'nome', 'parte interessada',
  'peran', 'orang', 'pihak', 'jabatan', 'posisi', 'siapa', 'tim', 'nama',
  'роль', 'роли', 'участник', 'участники', 'должность', 'сотрудник', 'кто', 'команда', 'имя',
  '角色', '人员', '人', '岗位', '职位', '成员', '团队', '部门', '姓名', '人員', '團隊', '部門', '職位',
];

/** Header words over columns that are neither decisions nor parties; letters below them are no RACI codes. */
// biome-ignore format: a new line begins a language
export const OTHER_HEADERS: readonly string[] = [
  'id', '#', 'no', 'no.', 'nr', 'nr.', 'n°', 'nº', 'ref', 'reference', 'phase', 'phases', 'notes', 'note',
  'comment', 'comments', 'remarks', 'remark', 'description', 'details', 'impact', 'type', 'grade',
  'grades', 'priority', 'frequency', 'likelihood', 'probability', 'severity', 'rating', 'score', 'status',
  'due', 'due date', 'date', 'deadline', 'when', 'timing', 'timeline', 'cadence', 'tier', 'level',
  'version', 'class', 'classification', 'risk level', 'risk rating', 'sla', 'evidence', 'record', 'link',
  'links', 'tool', 'tools', 'output', 'outputs', 'input', 'inputs', 'trigger', 'condition', 'conditions',
  'rationale', 'reason', 'example', 'examples', 'frame', 'framework', 'criticality', 'cost', 'budget',
  'effort', 'estimate', 'duration', 'size', 'complexity', 'ticket', 'standard', 'control id', 'wbs',
  'sr no', 's.no', 's no', 'sl no', 'escalation', 'mode', 'order', 'sort', 'sub-area', 'band',
  'anmerkung', 'anmerkungen', 'bemerkung', 'bemerkungen', 'beschreibung',
  'prioritat', 'haufigkeit', 'auswirkung', 'datum', 'frist', 'termin', 'notiz', 'notizen', 'kommentar',
  'typ', 'art', 'nummer', 'beispiel',
  'remarque', 'remarques', 'commentaire', 'commentaires', 'priorite', 'frequence', 'echeance', 'statut',
  'gravite', 'niveau', 'numero',
  'fase', 'notas', 'nota', 'comentario', 'comentarios', 'descripcion', 'prioridad', 'frecuencia',
  'impacto', 'fecha', 'plazo', 'estado', 'tipo', 'nivel', 'observaciones', 'observacoes', 'descricao',
  'prioridade', 'frequencia', 'prazo', 'nivel',
  'catatan', 'keterangan', 'prioritas', 'frekuensi', 'dampak', 'tanggal', 'tenggat', 'fase', 'deskripsi',
  'tipe',
  'примечание', 'примечания', 'комментарий', 'описание', 'приоритет', 'частота', 'влияние', 'дата', 'срок',
  'статус', 'тип', 'фаза', '№', 'номер',
  '备注', '说明', '优先级', '频率', '影响', '日期', '期限', '状态', '类型', '编号', '序号', '級別', '级别', '備註', '優先級',
];

/** Header words that make letters something else than RACI codes in a table without any RACI word nearby. */
// biome-ignore format: a new line begins a language
export const FOREIGN_HEADERS: readonly string[] = [
  'impact', 'type', 'grade', 'grades', 'priority', 'frequency', 'likelihood', 'probability', 'severity',
  'rating', 'score', 'class', 'classification', 'criticality', 'band', 'level', 'tier', 'option',
  'options', 'answer', 'variant', 'plan', 'feature', 'features', 'cell', 'column', 'key', 'letter', 'code',
  'flag', 'symbol', 'register', 'bit', 'pin', 'permission', 'permissions', 'crud', 'access', 'exam',
  'course', 'student', 'subject', 'result', 'results', 'interest', 'influence', 'power', 'attitude',
  'sentiment', 'interest level', 'level of interest', 'level of influence',
  'prioritat', 'haufigkeit', 'auswirkung', 'typ', 'note', 'priorite', 'frequence', 'gravite', 'prioridad',
  'frecuencia', 'impacto', 'tipo', 'prioridade', 'frequencia', 'prioritas', 'frekuensi', 'dampak',
  'приоритет', 'частота', 'влияние', 'тип', 'оценка', '优先级', '频率', '影响', '类型', '等级',
];

/** Labels of rows that add up or explain, and are no decisions. */
export const TOTAL_LABELS =
  /^(?:totals?|sum|count|subtotal|legend|key|note|notes|summe|gesamt|legende|total a|total r|nombre|leyenda|legenda|итого|легенда|合计|总计|图例)\b|^(?:合计|总计|图例|итого|легенда)/;

/** What stands for nobody in a cell. */
export const NOBODY =
  /^(?:[-–—―−‐‑.·•∅_]*|n\s*\/?\s*a\.?|none|nobody|not applicable|not involved|keine?r?|aucune?|ninguno|nenhum|tidak ada|нет|无|不适用|—|0|blank|nil)$/;

/** The role a word or phrase names, for exact comparison after folding. */
export const ROLE_OF_WORD: ReadonlyMap<string, RaciRole> = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) =>
    words.map((word) => [word, role as RaciRole] as const),
  ),
);
